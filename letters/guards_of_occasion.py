"""What may stand against a letter before or after a decision: days, notice, and who may act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from letters.errors import LetterRefused
from letters.matter import Matter
from letters.occasions import of
from rules.quantities import day_in_words
from rules.values import Outcome


def _follows(matter: Matter, first: str, last: str, what: str) -> None:
    """Refuse where one day of the occasion does not lie after another."""
    before, after = of(matter, first), of(matter, last)
    if before and after and after <= before:
        raise LetterRefused(
            f"{what} ({_day(after)}) is not after {_day(before)}.", "Set the days again."
        )


def _still_ahead(matter: Matter, name: str, what: str) -> None:
    """Refuse a day that has passed when the letter is written."""
    day, written = of(matter, name), matter.terms.letter_date
    if day and written and day <= written:
        raise LetterRefused(
            f"{what} ({_day(day)}) is not after the day of the letter ({_day(written)}).",
            "Set the day again.",
        )


def _notice(matter: Matter, name: str, days: str, what: str) -> None:
    """Refuse less notice than promised, counted from the day of the letter."""
    day, written, least = of(matter, name), matter.terms.letter_date, of(matter, days)
    if day and written and least is not None and day < written + timedelta(days=least):
        raise LetterRefused(
            f"{what} ({_day(day)}) leaves less than the {least} days of notice that are promised.",
            f"The first day that keeps the notice is {_day(written + timedelta(days=least))}.",
        )


def _day(day: date) -> str:
    return day_in_words(day)


def _evidence_is_lacking(matter: Matter) -> None:
    _still_ahead(matter, "evidence_by", "The day by which evidence is wanted")
    held = {row.label.casefold() for row in matter.facts if row.value != "Not known"}
    for item in of(matter, "items") or ():
        if item.what.strip().casefold() in held:
            raise LetterRefused(
                f"“{item.what}” is already held, so the family may not be asked for it.",
                "Take it out of the list.",
            )


def _budget_is_an_offer(matter: Matter) -> None:
    """A budget stands beside arranged travel, and takes its place only when it is accepted."""
    if of(matter, "accepted") is False:
        raise LetterRefused(
            "The parent has declined a travel budget: it may not take the place of travel that "
            "the council arranges (Education Act 1996, s.508B(4)).",
            "Arrange the travel.",
        )
    _still_ahead(matter, "answer_by", "The day for an answer")
    _follows(matter, "budget_starts_on", "budget_ends_on", "The last day of the budget")


def _change_has_notice(matter: Matter) -> None:
    _still_ahead(matter, "takes_effect_on", "The day of the change")
    _notice(matter, "takes_effect_on", "notice_days", "The day of the change")
    found = matter.recommendation
    entitled = found is not None and found.eligibility.outcome is Outcome.ENTITLED
    if of(matter, "withdrawn") and entitled:
        raise LetterRefused(
            "The rules find that the law entitles this child, so the help may not be withdrawn.",
            "Correct the fact that changed, and assess the case again.",
        )


def _error_has_notice(matter: Matter) -> None:
    _still_ahead(matter, "notice_until", "The last day of the help")


def _refund_runs_forward(matter: Matter) -> None:
    _follows(matter, "refund_from", "refund_until", "The last day paid back")


def _acknowledged(matter: Matter) -> None:
    _follows(matter, "received_on", "outcome_due", "The day by which the review is decided")


def _reviewer_is_another(matter: Matter) -> None:
    """Stage one is decided by somebody other than the person who decided."""
    reviewer, decider = of(matter, "reviewer"), matter.decider
    if reviewer and decider and reviewer.strip().casefold() == decider.strip().casefold():
        raise LetterRefused(
            f"{reviewer} decided this case, so somebody else must review it.",
            "Choose another reviewer.",
        )
    _still_ahead(matter, "stage_two_by", "The last day to ask for stage two")


def _panel_is_new_to_the_case(matter: Matter) -> None:
    """The panel are people who had not touched the case."""
    touched = {name.strip().casefold() for name in matter.touched_by}
    both = [name for name in of(matter, "panel_names") or () if name.strip().casefold() in touched]
    if both:
        raise LetterRefused(
            f"{' and '.join(both)} worked on this case, so may not sit on its panel.",
            "Choose another member.",
        )


def _hearing_has_notice(matter: Matter) -> None:
    _notice(matter, "hearing_on", "hearing_notice_days", "The day of the hearing")
    _follows(matter, "papers_on", "hearing_on", "The day of the hearing")
    _follows(matter, "late_evidence_by", "hearing_on", "The day of the hearing")


def _was_late(matter: Matter) -> None:
    _follows(matter, "was_due_on", "received_on", "The day on which the request came")


def _longer(matter: Matter) -> None:
    _follows(matter, "first_due", "now_due", "The new day")


GUARDS_OF_OCCASION: Final[dict[str, tuple[Callable[[Matter], None], ...]]] = {
    "more-evidence": (_evidence_is_lacking,),
    "travel-budget": (_budget_is_an_offer,),
    "withdrawal-or-change": (_change_has_notice,),
    "granted-in-error": (_error_has_notice,),
    "refused-in-error": (_refund_runs_forward,),
    "stage-1-acknowledgement": (_acknowledged,),
    "stage-1-outcome": (_reviewer_is_another,),
    "stage-2-acknowledgement": (_acknowledged,),
    "stage-2-invitation": (_hearing_has_notice, _panel_is_new_to_the_case),
    "stage-2-outcome": (_panel_is_new_to_the_case,),
    "late-appeal": (_was_late,),
    "extension": (_longer,),
}
"""What may stand against each letter of an occasion."""
