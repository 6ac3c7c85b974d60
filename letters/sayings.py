"""The words a letter takes from the rules: how a finding, an outcome and a citation are said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from rules.recommendation import Finding
from rules.values import Standing

UNCONFIRMED = {
    Standing.TO_CONFIRM: (
        "We have not yet confirmed this rule against the adopted text of the policy."
    ),
    Standing.UNREAD: "We have not been able to read the adopted text of this rule.",
}


@dataclass(frozen=True, slots=True)
class Sayings:
    """Functions that put findings into words; the rules' own unless a caller brings others."""

    finding_sentence: Callable[[Finding], str]
    cites_words: Callable[[str], str]


def rules_sayings() -> Sayings:
    """Give the rules' own words."""
    say = import_module("rules.say")
    return Sayings(finding_sentence=say.finding_sentence, cites_words=say.cites_words)


def finding_line(finding: Finding, sayings: Sayings) -> str:
    """Say a finding, where it stands in the law or policy, and whether that text is confirmed.

    A rule that is to be confirmed, or unread, is said to be so: it is never passed off as the
    council's own words.
    """
    line = _stopped(sayings.finding_sentence(finding))
    cites = sayings.cites_words(finding.cites) if finding.cites else ""
    if cites:
        line += f" ({cites.rstrip('.')})"
    unconfirmed = UNCONFIRMED.get(finding.standing)
    return f"{line} {unconfirmed}" if unconfirmed else line


def _stopped(sentence: str) -> str:
    """End a sentence with a full stop."""
    sentence = sentence.strip()
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
