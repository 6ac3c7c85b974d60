"""What must never be printed: checks of a record against the kind of letter asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from letters.discretion import power_for, power_named
from letters.errors import LetterRefused
from letters.guards.days import promised
from letters.guards.help import HELP_LASTS, reviewed_within
from letters.guards.names import names_can_be_told
from letters.guards.nearest import nearest_is_nearest
from letters.guards.occasion import GUARDS_OF_OCCASION
from letters.guards.tribunal import guard_tribunal, guard_words
from letters.kinds.kind import Kind
from letters.matter import Matter
from letters.money import contribution_of
from letters.same_person import Likeness, likeness
from rules.values import Outcome

__all__ = ["guard", "guard_words"]


def guard(kind: Kind, matter: Matter) -> None:
    """Refuse a letter that its record does not bear out. Raises LetterRefused."""
    names_can_be_told(matter)
    _outcome_fits(kind, matter)
    _occasion_fits(kind, matter)
    for check in (*GUARDS.get(kind.name, ()), *GUARDS_OF_OCCASION.get(kind.name, ())):
        check(matter)
    _review_follows_letter(matter)
    promised(matter.terms.mode_told_by, matter, "The day by which we tell how the child travels")
    guard_tribunal(matter)


def _outcome_fits(kind: Kind, matter: Matter) -> None:
    """Hold the officer's outcome against the kind. An outcome not known leaves a draft."""
    if matter.outcome is None or not kind.outcomes or matter.outcome in kind.outcomes:
        return
    was = matter.outcome.value.replace("_", " ")
    tells = " or ".join(sorted(each.value.replace("_", " ") for each in kind.outcomes))
    raise LetterRefused(
        f"A letter of the kind “{kind.name}” tells a family that the child is {tells}; "
        f"the decision is “{was}”.",
        "Choose the kind of letter that tells of the decision.",
    )


def _occasion_fits(kind: Kind, matter: Matter) -> None:
    """Hold the record that gives rise to the letter against the kind. None leaves a draft."""
    if matter.occasion is None or isinstance(matter.occasion, kind.occasion or ()):
        return
    raise LetterRefused(
        f"A letter of the kind “{kind.name}” does not tell of what was recorded here.",
        "Choose the kind of letter that tells of it.",
    )


def _ground_is_the_trace_ground(matter: Matter) -> None:
    """An entitlement is told only on the ground that the trace found."""
    if matter.recommendation is None:
        return
    found = matter.recommendation.eligibility
    if found.outcome is not Outcome.ENTITLED:
        raise LetterRefused(
            "This letter may not say that the child is entitled by law: the rules found "
            f"“{found.outcome.value.replace('_', ' ')}”.",
            "Record the facts that entitle the child, or decide otherwise.",
        )
    if set(matter.grounds) != set(found.grounds):
        raise LetterRefused(
            f"The decision names the ground {_list(matter.grounds)}; "
            f"the rules found {_list(found.grounds)}.",
            "Assess the case again and decide on what the rules find.",
        )


def _offer_stands(matter: Matter) -> None:
    """An offer of the policy is told only on the ground that the trace found, and free."""
    if matter.recommendation is None:
        return
    found = matter.recommendation.eligibility
    if found.outcome is not Outcome.OFFERED or set(matter.grounds) != set(found.grounds):
        raise LetterRefused(
            "This letter may not say that the policy offers this help: the rules found "
            f"“{found.outcome.value.replace('_', ' ')}”.",
            "Record the discretion that was used, or decide on what the rules find.",
        )


def _nothing_is_charged(matter: Matter) -> None:
    if contribution_of(matter):
        raise LetterRefused(
            "A contribution belongs to this offer, and this letter does not tell of it.",
            "Choose the kind “post-16-contribution”.",
        )


def _charge_is_lawful(matter: Matter) -> None:
    """Only help after 16 that is not owed may be charged for; an adult learner's is free."""
    if matter.phase not in (None, "sixth_form_age"):
        raise LetterRefused(
            "A contribution may be asked only of a young person of sixth form age "
            f"(Education Act 1996, s.509AA); this is “{matter.phase.replace('_', ' ')}”.",
            "Travel of an adult learner under s.508F, and of a child at school, is free.",
        )


def _exception_is_one(matter: Matter) -> None:
    """Help that the law gives is never called an exception."""
    found = matter.recommendation
    if found and found.eligibility.outcome is Outcome.ENTITLED:
        raise LetterRefused(
            "The rules found that the law entitles this child; the letter may not call the help "
            "an exception.",
            "Decide that the child is entitled.",
        )
    if matter.discretion is not None and not matter.discretion.used:
        raise LetterRefused(
            "The decision records that discretion was not used.",
            "Record why it is used, and who authorised it.",
        )
    _authorised_by_another(matter)


def _authorised_by_another(matter: Matter) -> None:
    considered = matter.discretion.by_name if matter.discretion else ""
    authoriser = (matter.discretion.authorised_by_name if matter.discretion else None) or ""
    if likeness(considered, authoriser) is Likeness.SAME:
        raise LetterRefused(
            f"{authoriser} considered the discretion, so somebody else authorises it.",
            "Name who authorised the help.",
        )


def _fitting_power(matter: Matter) -> None:
    """The power cited must be the one for the phase."""
    if matter.discretion is None:
        return
    fits = power_for(matter.phase, matter.school_kind)
    cited = power_named(matter.discretion.power)
    if fits is not None and cited is not fits:
        raise LetterRefused(
            f"The decision considers discretion under {matter.discretion.power}; "
            f"for this child it is {fits.section}.",
            f"Consider discretion under {fits.section} and record the reasons.",
        )


def _refusal_stands(matter: Matter) -> None:
    """A refusal against the recommendation must say why it departs from it."""
    if matter.recommendation is None or matter.departs_because:
        return
    found = matter.recommendation.eligibility.outcome
    if found not in (Outcome.NOT_ENTITLED, Outcome.FOR_AN_OFFICER):
        raise LetterRefused(
            f"The rules found “{found.value.replace('_', ' ')}”, and the decision refuses without "
            "saying why it departs from that.",
            "Record why, or settle what is still open and assess the case again.",
        )


def _discretion_not_used(matter: Matter) -> None:
    """A refusal may not be written where discretion was used to help."""
    if matter.discretion is not None and matter.discretion.used:
        raise LetterRefused(
            "Discretion was used to help this child, so the letter may not be a refusal.",
            "Decide that help is offered.",
        )


def _review_follows_letter(matter: Matter) -> None:
    """The last day to ask for a review must lie after the day of the letter."""
    written, last = matter.terms.letter_date, matter.terms.review_by
    if written and last and last <= written:
        raise LetterRefused(
            f"The last day to ask for a review ({last.isoformat()}) is not after the day of the "
            f"letter ({written.isoformat()}).",
            "Count the last day again from the day of the letter.",
        )


def _list(names: tuple[str, ...]) -> str:
    """Name grounds in a sentence."""
    return ", ".join(names) if names else "none"


GUARDS: Final[dict[str, tuple[Callable[[Matter], None], ...]]] = {
    "approve": (_ground_is_the_trace_ground, *HELP_LASTS),
    "approve-by-discretion": (_exception_is_one, _fitting_power, *HELP_LASTS, reviewed_within),
    "offer": (_offer_stands, _nothing_is_charged, *HELP_LASTS),
    "post-16-contribution": (_offer_stands, _charge_is_lawful, *HELP_LASTS),
    "refuse": (_refusal_stands, _discretion_not_used, _fitting_power, nearest_is_nearest),
}
"""What may stand against each letter that tells of a decision."""
