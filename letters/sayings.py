"""How a letter says a finding: the rules' sentence, its citation, and how sure its text is."""

from __future__ import annotations

from rules.recommendation import Finding
from rules.say import cites_words, finding_sentence
from rules.values import Standing

UNCONFIRMED = {
    Standing.TO_CONFIRM: (
        "We have not yet confirmed this rule against the adopted text of the policy."
    ),
    Standing.UNREAD: "We have not been able to read the adopted text of this rule.",
}


def finding_line(finding: Finding) -> str:
    """Say a finding, where it stands in the law or policy, and whether that text is confirmed.

    A rule that is to be confirmed, or unread, is said to be so: it is never passed off as the
    council's own words.
    """
    return _cited(finding_sentence(finding).strip().rstrip("."), finding)


def finding_title(finding: Finding) -> str:
    """Name a finding's provision, in the same way, without its tests."""
    return _cited(finding.title.strip(), finding)


def _cited(words: str, finding: Finding) -> str:
    """Put the citation after the words, and what is not sure after both."""
    cites = cites_words(finding.cites).strip().rstrip(".") if finding.cites else ""
    line = f"{words} ({cites})." if cites else f"{words}."
    unconfirmed = UNCONFIRMED.get(finding.standing)
    return f"{line} {unconfirmed}" if unconfirmed else line
