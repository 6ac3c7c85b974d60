"""Puts the parts of a recommendation beside eligibility into plain English, a sentence each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rules.part_values import (
    Arrangement,
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
from rules.say import AUTHORISERS, DETERMINED, finding_sentence

Label = Callable[[str], str]
"""Gives the words for a fact by its name, such as its label."""

_DETERMINED = {
    DeterminationOutcome.NEEDED: "needed",
    DeterminationOutcome.NOT_NEEDED: "not needed",
}


def plain_name(fact: str) -> str:
    """A fact's name with spaces, where its label is not at hand."""
    return fact.replace("_", " ")


def parts_sentences(parts: Parts, label: Label = plain_name) -> tuple[str, ...]:
    """Every part that says something, in the order of a recommendation."""
    return tuple(
        filter(
            None,
            (
                *arrangement_sentences(parts.arrangement, label),
                *(determination_sentence(each, label) for each in parts.determinations),
                contribution_sentence(parts.contribution, label),
                *period_sentences(parts.period, label),
                protection_sentence(parts.protection, label),
            ),
        )
    )


def contribution_sentence(found: Contribution, label: Label = plain_name) -> str:
    """What is to be paid; nothing where nothing is asked."""
    if found.outcome is ContributionOutcome.NONE:
        return ""
    if found.outcome is ContributionOutcome.CANNOT_TELL_YET:
        return f"What is to be paid cannot be told yet{_waits(found.missing, found.unread, label)}."
    if found.outcome is ContributionOutcome.WAIVED:
        return f"Nothing is to be paid ({found.cites})."
    sums = found.instalments
    how = f", in {len(sums)} parts: {_listed(map(pounds, sums))}" if len(sums) > 1 else ""
    return f"To pay for the year: {pounds(found.annual_pence or 0)}{how} ({found.cites})."


def arrangement_sentences(found: Arrangement | None, label: Label = plain_name) -> tuple[str, ...]:
    """The kind of travel suggested, and why each lesser kind is not suitable."""
    if found is None or not (found.suggested or found.open or found.excluded):
        return ()
    lesser = [f"Not suitable: {finding_sentence(each)}" for each in found.excluded]
    if found.suggested is None:
        if found.open is None:
            return (*lesser, "No kind of travel that the policy names is suitable.")
        waits = _waits(found.missing, (), label)
        return (*lesser, f"Whether this is suitable cannot be told yet: {found.open.title}{waits}.")
    consent = f"; the parent has to agree ({found.with_consent})" if found.with_consent else ""
    suggested = f"The least that is suitable: {found.suggested.title}{consent}."
    if found.meanwhile:
        return (*lesser, suggested, f"Until then: {found.meanwhile.title}.")
    if found.open:
        waits = _waits(found.missing, (), label)
        return (*lesser, suggested, f"What is arranged until then cannot be told yet{waits}.")
    return (*lesser, suggested)


def period_sentences(found: Period, label: Label = plain_name) -> tuple[str, ...]:
    """From when to when help runs and why it ends, and by when it is looked at again."""
    if found.outcome is PeriodOutcome.NONE:
        return ()
    waits = _waits(found.missing, found.unread, label)
    if found.outcome is PeriodOutcome.CANNOT_TELL_YET:
        return (f"Until when help runs cannot be told yet{waits}.",)
    if found.outcome is PeriodOutcome.OVER or found.from_day is None or found.until is None:
        return (f"Help has ended already: {found.why}.",)
    days = f"{day_in_words(found.from_day)} to {day_in_words(found.until)}"
    told = [f"Help runs from {days}: {found.why}."]
    if found.review_on and found.reviewed_by:
        title = found.reviewed_by.title
        told.append(f"To be looked at again by {day_in_words(found.review_on)}: {title}.")
    if waits:
        told.append(f"More can be told of its days once this is known{waits}.")
    return tuple(told)


def protection_sentence(found: Protection, label: Label = plain_name) -> str:
    """The older version a child is kept on; nothing where none is."""
    if found.outcome is ProtectionOutcome.NONE:
        return ""
    if found.outcome is ProtectionOutcome.KEPT:
        title = found.provision.title if found.provision else ""
        return f"Kept on {found.keeps}: {title} ({found.cites})."
    waits = _waits(found.missing, found.unread, label)
    return f"Whether the child is kept on an older policy cannot be told yet{waits}."


def determination_sentence(found: Determination, label: Label = plain_name) -> str:
    """What a determination comes to, and what it still takes to count."""
    what = DETERMINED[found.name][:1].upper() + DETERMINED[found.name][1:]
    if found.outcome is DeterminationOutcome.CANNOT_TELL_YET:
        unread = (found.provision.provision,) if not found.missing else ()
        return f"{what}: cannot be told yet{_waits(found.missing, unread, label)}."
    takes = []
    if found.authoriser:
        takes.append(f"{AUTHORISERS[found.authoriser]} must authorise it")
    if found.needs_review_date:
        takes.append("a day of review must be set")
    needs = f"; {' and '.join(takes)}" if takes else ""
    return f"{what}: {_DETERMINED[found.outcome]} on what was judged{needs} ({found.cites})."


def _waits(missing: tuple[str, ...], unread: tuple[str, ...], label: Label) -> str:
    """What is wanted, after a colon; nothing where nothing is."""
    wanted = [*map(label, missing), *(f"the text of {each}" for each in unread)]
    return f": {_listed(wanted)}" if wanted else ""


def _listed(words: Iterable[str]) -> str:
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last
