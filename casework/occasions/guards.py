"""What may not be recorded as an occasion, said in plain words before anything is kept."""

from __future__ import annotations

from datetime import date

from casework.case_touched import touched_by
from casework.desk import Desk
from casework.letters.of_case import CaseLetters
from letters.same_person import Likeness, alike
from records.changes import RefusedInError
from records.decision import Decision
from records.london import day_in_london
from records.occasions import REQUEST_OF, Occasion
from records.reviews import LateRequest, PanelOutcome, ReviewOutcome, ReviewReceived
from rules.problems import UserFacingError
from rules.quantities import day_in_words
from rules.values import Outcome

KEPT = "Nothing was recorded, and nothing was lost."


class CannotRecordOccasion(UserFacingError):
    """An occasion that the record of the case does not bear out: why, and what to do next."""

    def __init__(self, why: str, next_step: str) -> None:
        super().__init__(f"{why} {KEPT} {next_step}")
        self.why, self.next_step = why, next_step


class CameTooLate(CannotRecordOccasion):
    """A request for a review that came after its last day, of which nobody has decided."""


def guard_occasion(desk: Desk, now: CaseLetters, kind: str, occasion: Occasion) -> None:
    """Refuse what the record does not bear out. Raises CannotRecordOccasion, CameTooLate.

    ``kind`` is the kind of letter that the occasion gives rise to.
    """
    match occasion:
        case ReviewReceived():
            stage = 2 if kind == REQUEST_OF[2] else 1
            _is_the_last_day(occasion.was_due_on, (now.last_day(stage),))
            _in_time(now, stage, occasion)
        case LateRequest():
            _is_the_last_day(occasion.was_due_on, (now.last_day(2), now.last_day(1)))
        case ReviewOutcome():
            _is_new_to_the_case(desk, now, occasion)
            _rests_on_a_decision(now, occasion.changed, now.reviewed(), "The review")
        case RefusedInError():
            _starts_after_the_refusal(now, occasion)
        case PanelOutcome():
            _rests_on_a_decision(now, occasion.changed, now.heard(), "The panel")


def _in_time(now: CaseLetters, stage: int, asked: ReviewReceived) -> None:
    """A late request is decided on its own before it is acknowledged."""
    due = now.last_day(stage)
    if due is None or asked.received_on is None or asked.received_on <= due:
        return
    late = _late_request(now, stage)
    if late is not None and late.taken:
        return
    refused = late is not None and late.taken is False
    what = "was not taken" if refused else "is late, and nobody has decided whether it is taken"
    raise CameTooLate(
        f"The request came on {day_in_words(asked.received_on)}; the last day was "
        f"{day_in_words(due)}. It {what}.",
        "Write the letter “Late request: taken or not” first.",
    )


def _late_request(now: CaseLetters, stage: int) -> LateRequest | None:
    """What was decided of a late request; one for stage two comes after stage one's outcome."""
    late, first = now.last(LateRequest), now.last(ReviewOutcome)
    if late is None or (stage == 2 and first and not now.follows(late[0], first[0])):
        return None
    return late[1]


def _is_the_last_day(given: date | None, set_: tuple[date | None, ...]) -> None:
    """The last day for a request is the one that a letter set, where one did."""
    known = [day for day in set_ if day is not None]
    if not known or given is None or given in known:
        return
    raise CannotRecordOccasion(
        f"The record says that the last day was {day_in_words(known[0])}.",
        "Take that day, or correct when the letter was sent.",
    )


def _is_new_to_the_case(desk: Desk, now: CaseLetters, outcome: ReviewOutcome) -> None:
    """Nobody who had worked on the case when the review was asked for reviews it."""
    about = now.reviewed()
    asked = [each.id for each in now.every_occasion if each.kind == REQUEST_OF[1]]
    if not asked or about is None or not outcome.reviewer:
        return
    worked = touched_by(desk, about, asked[0])
    name = outcome.reviewer.strip()
    if alike((name,), worked, Likeness.SAME):
        raise CannotRecordOccasion(
            f"{name} worked on this case before the review was asked for.",
            "Somebody who had no part in it must review it; name that person.",
        )


def _starts_after_the_refusal(now: CaseLetters, wrong: RefusedInError) -> None:
    """Help that was refused in error starts no sooner than it was refused."""
    refused = [each for each in now.decisions if each.outcome is Outcome.NOT_ENTITLED]
    day = day_in_london(refused[0].decided_at) if refused else None
    if day and wrong.help_starts_on and wrong.help_starts_on < day:
        raise CannotRecordOccasion(
            f"The help would start on {day_in_words(wrong.help_starts_on)}, before it was refused "
            f"on {day_in_words(day)}.",
            "Take the first day of the help; what was spent before is paid back.",
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
