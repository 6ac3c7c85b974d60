"""The parts of a recommendation in words, for screens and the command line alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rules.part_values import (
    Arrangement,
    ArrangementOutcome,
    Contribution,
    ContributionOutcome,
    Determination,
    DeterminationOutcome,
    Parts,
    Period,
    PeriodOutcome,
    Protection,
    ProtectionOutcome,
)
from rules.quantities import day_in_words, pounds
from rules.recommendation import Step
from rules.say import standing_words, test_words
from rules.values import Result, Standing
from rules.why_not import why_not

PARTS = {
    "contribution": "what the family pays, and in which parts",
    "arrangement": "the kind of travel, and why each lesser kind is not enough",
    "period": "from when to when, and when it is looked at again",
    "protection": "whether the child is kept on an older version",
    "determinations": "travelling alone and assistants, criterion by criterion",
}
"""The parts that can be asked for, with what each tells."""

OUTCOMES = {
    DeterminationOutcome.NEEDED: "needed",
    DeterminationOutcome.NOT_NEEDED: "not needed",
    DeterminationOutcome.CANNOT_TELL_YET: "cannot tell yet",
}
UNSURE = (Standing.TO_CONFIRM, Standing.UNREAD)
NO_KIND = {
    ArrangementOutcome.CANNOT_TELL_YET: "cannot tell yet",
    ArrangementOutcome.FOR_AN_OFFICER: (
        "none of the kinds in the text fits, and help is due: an officer must settle it"
    ),
    ArrangementOutcome.NOT_IN_THE_TEXT: "this text says nothing about the kind of travel",
}
"""What is said where no kind of travel was found."""

BY_AN_OFFICER = ", since an officer has first to settle whether help is given"
"""Said of a contribution that waits for a decision and not for a fact."""

_SIGNS = re.compile(r" (?:[<>]=?|==?|!=) ")
_CHANGES = "what it rests on changes on the day after"
RESULTS = {Result.MET: "yes", Result.NOT_MET: "no", Result.UNKNOWN: "not known"}


@dataclass(frozen=True, slots=True)
class Told:
    """One part in words: a head, lines below it, and the facts still to be found out.

    ``settled`` None says that there is nothing to settle (no help is due, nothing is asked).
    """

    head: str
    lines: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    settled: bool | None = True


def told(parts: Parts) -> Mapping[str, tuple[Told, ...]]:
    """Every part in words, by its name; determinations are one each."""
    return {
        "contribution": (contribution_words(parts.contribution),),
        "arrangement": (arrangement_words(parts),),
        "period": (period_words(parts.period),),
        "protection": (protection_words(parts.protection),),
        "determinations": determinations_words(parts),
    }


def contribution_words(found: Contribution) -> Told:
    """What is paid: the sum for the year, its parts, and the rule that asks for it."""
    if found.outcome is ContributionOutcome.CANNOT_TELL_YET or found.annual_pence is None:
        waits = "" if found.missing or found.unread else BY_AN_OFFICER
        head = f"Contribution: cannot tell yet{waits}."
        return Told(head, _unread(found.unread), found.missing, False)
    if found.outcome is ContributionOutcome.NONE:
        return Told("Contribution: none is asked for.", settled=None)
    because = (f"because {test_words(found.because)}",) if found.because else ()
    lines = (*because, *_stands(found))
    unsure = f" ({standing_words(found.standing)})" if found.standing in UNSURE else ""
    if found.outcome is ContributionOutcome.WAIVED:
        return Told(f"Contribution: waived{unsure}.", lines)
    each = " + ".join(pounds(part) for part in found.instalments)
    split = f", as {each}" if len(found.instalments) > 1 else ""
    head = f"Contribution: {pounds(found.annual_pence)} for the year{split}{unsure}."
    return Told(head, lines)


def _stands(found: Contribution) -> Iterator[str]:
    """Where the rule stands, then each figure that stands elsewhere, or less surely.

    What is noted of the sum is told with it: a page may print instalments that do not add up to it.
    """
    sure = found.rule_standing or found.standing
    yield _source(found.cites or "", sure)
    for each in found.figures:
        is_sum = each.name == found.sum_name
        apart = is_sum and (each.cites, each.standing) != (found.cites, sure)
        noted = is_sum and bool(each.note)
        if apart or noted or (each.standing in UNSURE and each.standing is not sure):
            note = f" ({each.note})" if each.note and (is_sum or each.standing in UNSURE) else ""
            yield f"{_plain(each.name)}: {_source(each.cites, each.standing)}{note}"


def arrangement_words(parts: Parts) -> Told:
    """The kind of travel; the lesser ones are told as lines, each with where it stands."""
    found = parts.arrangement
    if found is None:
        waits = parts.period.outcome is PeriodOutcome.CANNOT_TELL_YET
        why = "told once help is found to be due" if waits else "none, since no help is due"
        return Told(f"Kind of travel: {why}.", settled=None)
    lesser = (
        f"not enough: {each.title}, because {'; '.join(why_not(each))} ({each.cites})"
        for each in found.excluded
    )
    lines = (*around(found), *lesser)
    settled = None if found.outcome is ArrangementOutcome.NOT_IN_THE_TEXT else False
    return Told(rung_words(found), lines, found.missing, found.suggested is not None or settled)


def rung_words(found: Arrangement) -> str:
    """The head of an arrangement: the rung that was reached."""
    if found.suggested is not None:
        return f"Kind of travel: {found.suggested.title}."
    return f"Kind of travel: {NO_KIND[found.outcome]}."


def around(found: Arrangement) -> tuple[str, ...]:
    """What goes with a rung: where it stands, consent, what holds meanwhile, what is open."""
    said = []
    if found.suggested is not None:
        said.append(_source(found.suggested.cites, found.suggested.standing))
    if found.with_consent:
        said.append(f"only with the parent's consent ({found.with_consent})")
    if found.meanwhile is not None:
        said.append(f"until that is ready: {found.meanwhile.title}")
    if found.open is not None:
        title = found.open.title
        said.append(f"not settled: {title[:1].lower()}{title[1:]}")
    return tuple(said)


def period_words(found: Period) -> Told:
    """From when to when, why it ends, and when it is looked at again."""
    if found.outcome is PeriodOutcome.NONE:
        return Told("From when to when: no help is due.", settled=None)
    if found.outcome is PeriodOutcome.OVER:
        return Told(f"From when to when: it is over before it begins ({_in_words(found.why)}).")
    unread = _unread(found.unread)
    if found.from_day is None or found.until is None:
        return Told("From when to when: cannot tell yet.", unread, found.missing, False)
    days = f"{day_in_words(found.from_day)} to {day_in_words(found.until)}"
    why = _in_words(found.why)
    review = f"looked at again by {day_in_words(found.review_on)}" if found.review_on else ""
    by = f" ({found.reviewed_by.title})" if review and found.reviewed_by else ""
    lines = (f"{review}{by}", *unread) if review else unread
    return Told(f"From when to when: {days} ({why}).", lines, found.missing)


def _in_words(why: str | None) -> str:
    """Why a stretch ends, without the tests that stand only in the text's own signs."""
    parts = (why or "").split("; ")
    return "; ".join(part for part in parts if not _SIGNS.search(part)) or _CHANGES


def protection_words(found: Protection) -> Told:
    """Whether the child is kept on an older version."""
    if found.outcome is ProtectionOutcome.NONE:
        return Told("Kept on an older version: no.", settled=None)
    if found.keeps is None:
        head = "Kept on an older version: cannot tell yet."
        return Told(head, _unread(found.unread), found.missing, False)
    title = found.provision.title if found.provision else ""
    return Told(f"Kept on an older version: {found.keeps}.", (f"{title}; {found.cites}",))


def determinations_words(parts: Parts) -> tuple[Told, ...]:
    """Each determination with its criteria; a single line where there is none."""
    if parts.arrangement is None:
        return (Told("Determinations: none while no help is found to be due.", settled=None),)
    if not parts.determinations:
        return (Told("Determinations: none is asked for.", settled=None),)
    return tuple(_determination(each) for each in parts.determinations)


def _determination(found: Determination) -> Told:
    lines = [f"{_says(each.step)}: {RESULTS[each.result]}" for each in found.criteria]
    needed = found.outcome is not DeterminationOutcome.NOT_NEEDED
    if needed and found.authoriser is not None:
        who = "SEND" if found.authoriser.value == "send" else _plain(found.authoriser.value)
        lines.append(f"to be authorised ({who})")
    if needed and found.needs_review_date:
        lines.append("a day of review is compulsory")
    lines.append(_source(found.cites, found.standing))
    head = f"{found.provision.title}: {OUTCOMES[found.outcome]}."
    settled = found.outcome is not DeterminationOutcome.CANNOT_TELL_YET
    return Told(head, tuple(lines), found.missing, settled)


def _source(cites: str, standing: Standing | None) -> str:
    return f"{cites}; {standing_words(standing)}" if standing else cites


def _unread(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"not read: {each}" for each in ids)


def _says(step: Step) -> str:
    return (step.says or _plain(step.text)).rstrip(".")


def _plain(text: str) -> str:
    return text.replace("_", " ")
