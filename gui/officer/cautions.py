"""What is not certain behind a recommendation: the version itself, and the rules it rests on."""

from __future__ import annotations

from casework.assess import Assessment
from gui.officer.recommendation_words import titles
from rules.quantities import day_in_words
from rules.values import Standing


def cautions(assessment: Assessment) -> tuple[str, ...]:
    """Say which rules behind the recommendation are not certain: to be confirmed, or not read."""
    found = assessment.recommendation
    said = list(_of_the_version(assessment))
    if found is None:
        return tuple(said)
    grounds = [each for each in found.findings if each.provision in found.eligibility.grounds]
    unsure = [each.title for each in grounds if each.standing is Standing.TO_CONFIRM]
    said += [f"To be confirmed by the policy lead: {title}." for title in unsure]
    if unread := titles(found, found.eligibility.unread):
        said.append(f"Not read, since the text is not held: {unread}.")
    return tuple(said)


def _of_the_version(assessment: Assessment) -> tuple[str, ...]:
    """Say where the version is a draft, or nobody has confirmed it; calmly, since work goes on."""
    use = assessment.use
    day = day_in_words(assessment.case.application.day_of_travel)
    said = []
    if use.is_draft:
        said.append(
            f"Assessed under a draft that stands in for {day}: no adopted policy was found for "
            "that day, so these are not the council's adopted words."
        )
    if not use.may_decide:
        said.append(
            "The policy lead has not confirmed this version for use yet. The case can be worked "
            "on; until then its letter is a draft and no decision is recorded."
        )
    return tuple(said)
