"""What may stand against a letter of a review: its days, its notice, and who may sit on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from letters.errors import LetterRefused
from letters.guards.days import (
    already_been,
    at_least,
    day_of,
    due,
    follows,
    notice,
    promised,
    since_decided,
    still_ahead,
)
from letters.matter import Matter
from letters.occasions import of
from letters.same_person import Likeness, alike, likeness, names_person


def possible_matches(matter: Matter) -> tuple[tuple[str, str], ...]:
    """Give each reviewer or panel member with whoever worked on the case that it may be.

    None where somebody has said how the two are told apart.
    """
    if (of(matter, "told_apart") or "").strip():
        return ()
    acting = [name for name in _acting(matter) if name not in matter.known_apart]
    return alike(acting, _worked(matter), Likeness.POSSIBLE)


def _acting(matter: Matter) -> tuple[str, ...]:
    reviewer = of(matter, "reviewer")
    return (*((reviewer,) if reviewer else ()), *(of(matter, "panel_names") or ()))


def _worked(matter: Matter) -> tuple[str, ...]:
    """Give who may not act: for a panel all who touched the case, for a reviewer who decided."""
    decided = (matter.decider,) if matter.decider else ()
    return decided if of(matter, "reviewer") else (*decided, *matter.touched_by)


def _same(names: Iterable[str], matter: Matter) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one, _ in alike(names, _worked(matter), Likeness.SAME)))


def _acknowledged(matter: Matter) -> None:
    follows(matter, "received_on", "outcome_due", "The day by which the review is decided")
    already_been(matter, "received_on", "The day on which the request came")
    since_decided(matter, "received_on", "The day on which the request came")
    due(matter, "outcome_due", "The day by which the review is decided")
    due(matter, "send_evidence_by", "The day by which further evidence can be sent")
    follows(matter, "send_evidence_by", "outcome_due", "The day of the outcome", same=True)
    role, decider = of(matter, "reviewer_role"), matter.decider
    if role and decider and _is_decider(role, decider):
        raise LetterRefused(
            f"{decider} decided this case, so somebody else must review it.",
            "Name another reviewer.",
        )


def _is_decider(role: str, decider: str) -> bool:
    return names_person(role, decider) or likeness(role, decider) is Likeness.SAME


def _reviewer_is_another(matter: Matter) -> None:
    """Stage one is decided by somebody other than the person who decided."""
    reviewer = of(matter, "reviewer")
    if reviewer and _same((reviewer,), matter):
        raise LetterRefused(
            f"{reviewer} decided this case, so somebody else must review it.",
            "Choose another reviewer.",
        )
    due(matter, "stage_two_by", "The last day to ask for stage two")
    owed, given = matter.terms.stage_two_owed, of(matter, "stage_two_by")
    if owed and given and given < owed:
        raise LetterRefused(
            f"The family has until {day_of(given)} to ask for stage two; 20 working days from the "
            f"receipt of the letter lead to {day_of(owed)}.",
            "Take that day, or a later one.",
        )


def _panel_is_new_to_the_case(matter: Matter) -> None:
    """The panel are people who had not touched the case."""
    both = _same(of(matter, "panel_names") or (), matter)
    if both:
        raise LetterRefused(
            f"{' and '.join(both)} worked on this case, so may not sit on its panel.",
            "Choose another member.",
        )


def _hearing_has_notice(matter: Matter) -> None:
    """The notice is counted in working days from the day on which the letter is received."""
    still_ahead(matter, "hearing_on", "The day of the hearing")
    hearing, first = of(matter, "hearing_on"), matter.terms.hearing_from
    if hearing and first and hearing < first:
        raise LetterRefused(
            f"The day of the hearing ({day_of(hearing)}) leaves less than "
            f"{matter.terms.hearing_notice} working days from the receipt of the letter.",
            f"The first day that keeps the notice is {day_of(first)}.",
        )
    at_least(matter, "hearing_notice_days", 1, "The notice promised, in days,")
    notice(matter, "hearing_on", "hearing_notice_days", "The day of the hearing")
    promised(hearing, matter, "The day of the hearing")
    due(matter, "papers_on", "The day by which the papers are sent")
    due(matter, "late_evidence_by", "The last day for further evidence")
    follows(matter, "papers_on", "hearing_on", "The day of the hearing")
    follows(matter, "late_evidence_by", "hearing_on", "The day of the hearing")


def _panel_has_met(matter: Matter) -> None:
    already_been(matter, "heard_on", "The day of the hearing")
    since_decided(matter, "heard_on", "The day of the hearing")
    follows(matter, "help_from", "help_until", "The last day of the help", same=True)


def _was_late(matter: Matter) -> None:
    follows(matter, "was_due_on", "received_on", "The day on which the request came")
    already_been(matter, "received_on", "The day on which the request came")
    due(matter, "outcome_due", "The day by which the review is decided")


def _longer(matter: Matter) -> None:
    follows(matter, "first_due", "now_due", "The new day")
    due(matter, "now_due", "The new day")


def _is_over(matter: Matter) -> None:
    already_been(matter, "ended_on", "The day on which our own reviews ended")


GUARDS_OF_REVIEWS: Final[dict[str, tuple[Callable[[Matter], None], ...]]] = {
    "stage-1-acknowledgement": (_acknowledged,),
    "stage-1-outcome": (_reviewer_is_another,),
    "stage-2-acknowledgement": (_acknowledged,),
    "stage-2-invitation": (_hearing_has_notice, _panel_is_new_to_the_case),
    "stage-2-outcome": (_panel_has_met, _panel_is_new_to_the_case),
    "late-appeal": (_was_late,),
    "extension": (_longer,),
    "signposting": (_is_over,),
}
"""What may stand against each letter of a review."""
