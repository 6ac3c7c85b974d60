"""How ``assess`` prints the parts beside eligibility: paying, travel, days, protection, solo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.part_values import (
    Arrangement,
    Contribution,
    ContributionOutcome,
    Determination,
    DeterminationOutcome,
    Period,
    PeriodOutcome,
    Protection,
    ProtectionOutcome,
)
from rules.quantities import day_in_words, pounds
from rules.say import standing_words
from rules.values import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.part_values import Parts
    from rules.policy import PolicyVersion
    from rules.vocabulary import FactWord

    Words = Mapping[str, FactWord]

PARTS = {
    "contribution": "what the family pays, and in which parts",
    "arrangement": "the kind of travel, and why each lesser kind is not enough",
    "period": "from when to when, and when it is looked at again",
    "protection": "whether the child is kept on an older version",
    "determinations": "travelling alone and assistants, criterion by criterion",
}
"""The parts that can be asked for, with what each tells."""

_RESULTS = {Result.MET: "yes", Result.NOT_MET: "no", Result.UNKNOWN: "not known"}
_OUTCOMES = {
    DeterminationOutcome.NEEDED: "needed",
    DeterminationOutcome.NOT_NEEDED: "not needed",
    DeterminationOutcome.CANNOT_TELL_YET: "cannot tell yet",
}


def part_lines(parts: Parts, asked: Iterable[str], policy: PolicyVersion) -> list[str]:
    """The parts asked for, as lines for a reader."""
    words, waits = policy.vocabulary, parts.period.outcome is PeriodOutcome.CANNOT_TELL_YET
    told = {
        "contribution": lambda: _contribution(parts.contribution, words),
        "arrangement": lambda: _arrangement(parts.arrangement, words, waits),
        "period": lambda: _period(parts.period, words),
        "protection": lambda: _protection(parts.protection, words),
        "determinations": lambda: _determinations(parts, words),
    }
    lines = [line for name in asked for line in ["", *told[name]()]]
    return [*lines, ""]


def _still(missing: Sequence[str], words: Words) -> list[str]:
    return [f"  still to be found out: {words[name].question}" for name in missing]


def _unread(ids: Sequence[str]) -> list[str]:
    return [f"  not read: {each}" for each in ids]


def _contribution(found: Contribution, words: Words) -> list[str]:
    if found.outcome is ContributionOutcome.CANNOT_TELL_YET or found.annual_pence is None:
        return [
            "Contribution: cannot tell yet.",
            *_still(found.missing, words),
            *_unread(found.unread),
        ]
    if found.outcome is ContributionOutcome.NONE:
        return ["Contribution: none is asked for."]
    source = f"{found.cites}; {standing_words(found.standing)}" if found.standing else found.cites
    if found.outcome is ContributionOutcome.WAIVED:
        return ["Contribution: waived.", f"  {source}"]
    parts = " + ".join(pounds(each) for each in found.instalments)
    split = f", as {parts}" if len(found.instalments) > 1 else ""
    return [f"Contribution: {pounds(found.annual_pence)} for the year{split}.", f"  {source}"]


def _arrangement(found: Arrangement | None, words: Words, waits: bool) -> list[str]:
    if found is None:
        why = "told once help is found to be due" if waits else "none, since no help is due"
        return [f"Kind of travel: {why}."]
    if found.suggested is not None:
        lines = [f"Kind of travel: {found.suggested.title}.", f"  {found.suggested.cites}"]
    else:
        lines = ["Kind of travel: cannot tell yet." if found.open else "Kind of travel: none fits."]
    if found.with_consent:
        lines.append(f"  only with the parent's consent ({found.with_consent})")
    if found.meanwhile:
        lines.append(f"  until that is ready: {found.meanwhile.title}")
    if found.open is not None:
        lines.append(f"  not settled: {found.open.title}")
    lines += _still(found.missing, words)
    return [*lines, *(f"  not enough: {each.title} ({each.cites})" for each in found.excluded)]


def _period(found: Period, words: Words) -> list[str]:
    more = [*_still(found.missing, words), *_unread(found.unread)]
    if found.outcome is PeriodOutcome.NONE:
        return ["From when to when: no help is due."]
    if found.outcome is PeriodOutcome.OVER:
        return [f"From when to when: it is over before it begins ({found.why})."]
    if found.from_day is None or found.until is None:
        return ["From when to when: cannot tell yet.", *more]
    days = f"{day_in_words(found.from_day)} to {day_in_words(found.until)}"
    lines = [f"From when to when: {days} ({found.why})."]
    if found.review_on is not None:
        lines.append(f"  looked at again by {day_in_words(found.review_on)}")
    return [*lines, *more]


def _protection(found: Protection, words: Words) -> list[str]:
    if found.outcome is ProtectionOutcome.NONE:
        return ["Kept on an older version: no."]
    if found.keeps is None:
        return ["Kept on an older version: cannot tell yet.", *_still(found.missing, words)]
    return [f"Kept on an older version: {found.keeps}.", f"  {found.cites}"]


def _determinations(parts: Parts, words: Words) -> list[str]:
    if parts.arrangement is None:
        return ["Determinations: none while no help is found to be due."]
    if not parts.determinations:
        return ["Determinations: none is asked for."]
    return [line for each in parts.determinations for line in _determination(each, words)]


def _determination(found: Determination, words: Words) -> list[str]:
    lines = [f"{found.provision.title}: {_OUTCOMES[found.outcome]}."]
    for each in found.criteria:
        says = each.step.says or each.step.text.replace("_", " ")
        lines.append(f"  {says}: {_RESULTS[each.result]}")
    if found.authoriser is not None:
        who = found.authoriser.value.replace("_", " ")
        lines.append(f"  to be authorised ({who if who != 'send' else 'SEND'})")
    if found.needs_review_date:
        lines.append("  a day of review is compulsory")
    lines.append(f"  {found.cites}; {standing_words(found.standing)}")
    return [*lines, *_still(found.missing, words)]
