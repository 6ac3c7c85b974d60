"""What may not be recorded as an occasion, said in plain words before anything is kept."""

from __future__ import annotations

from casework.case_letters import CaseLetters
from casework.case_touched import touched_by
from casework.desk import Desk
from records.decision import Decision
from records.london import day_in_london
from records.occasions import Occasion
from records.reviews import LateRequest, PanelOutcome, ReviewOutcome, ReviewReceived
from rules.problems import UserFacingError
from rules.quantities import day_in_words

KEPT = "Nothing was recorded, and nothing was lost."


class CannotRecordOccasion(UserFacingError):
    """An occasion that the record of the case does not bear out."""

    def __init__(self, why: str, next_step: str) -> None:
        super().__init__(f"{why} {KEPT} {next_step}")


class CameTooLate(CannotRecordOccasion):
    """A request for a review that came after its last day, of which nobody has decided."""


def guard_occasion(desk: Desk, now: CaseLetters, occasion: Occasion) -> None:
    """Refuse what the record does not bear out. Raises CannotRecordOccasion, CameTooLate."""
    match occasion:
        case ReviewReceived():
            _in_time(now, occasion)
        case LateRequest():
            _is_the_last_day(now, occasion)
        case ReviewOutcome():
            _is_new_to_the_case(desk, now, occasion)
            _rests_on_a_decision(now, occasion.changed, now.reviewed(), "The review")
        case PanelOutcome():
            _rests_on_a_decision(now, occasion.changed, now.heard(), "The panel")


def _in_time(now: CaseLetters, asked: ReviewReceived) -> None:
    """A late request is decided on its own before it is acknowledged."""
    clock = now.clock
    if clock is None or asked.received_on is None or asked.received_on <= clock.last_day:
        return
    late = now.last(LateRequest)
    if late is not None and late[1].taken:
        return
    refused = late is not None and late[1].taken is False
    what = "was not taken" if refused else "is late, and nobody has decided whether it is taken"
    raise CameTooLate(
        f"The request came on {day_in_words(asked.received_on)}; the last day was "
        f"{day_in_words(clock.last_day)}. It {what}.",
        "Write the letter “Late request: taken or not” first.",
    )


def _is_the_last_day(now: CaseLetters, late: LateRequest) -> None:
    clock = now.clock
    if clock is None or late.was_due_on in (None, clock.last_day):
        return
    raise CannotRecordOccasion(
        f"The record says that the last day was {day_in_words(clock.last_day)}.",
        "Take that day, or correct when the letter was sent.",
    )


def _is_new_to_the_case(desk: Desk, now: CaseLetters, outcome: ReviewOutcome) -> None:
    """Nobody who had worked on the case when the review was asked for reviews it."""
    about = now.reviewed()
    asked = [o.id for o in now.every_occasion if isinstance(o.occasion, ReviewReceived)]
    if not asked or about is None or not outcome.reviewer:
        return
    worked = touched_by(desk, about, asked[0])
    name = outcome.reviewer.strip()
    if name.casefold() in {each.casefold() for each in worked}:
        raise CannotRecordOccasion(
            f"{name} worked on this case before the review was asked for.",
            "Somebody who had no part in it must review it; name that person.",
        )


def _rests_on_a_decision(
    now: CaseLetters, changed: bool | None, about: Decision | None, who: str
) -> None:
    """A changed outcome is a decision of its own; one that is not changed leaves none behind."""
    current = now.current
    if changed is None or current is None or about is None:
        return
    is_new = current.id != about.id
    day = day_in_words(day_in_london(current.decided_at))
    if changed and not is_new:
        raise CannotRecordOccasion(
            f"{who} changed the decision, but the record still holds the one of {day}.",
            "Decide the case again, then record the outcome: it rests on that decision.",
        )
    if not changed and is_new:
        raise CannotRecordOccasion(
            f"{who} did not change the decision, but the case was decided again on {day}.",
            "Say that the decision is changed, or decide the case again as it was.",
        )
