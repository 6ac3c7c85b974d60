"""Issuing: what stands against it, whose place a letter takes, and the clock that it starts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import store.decisions as decisions
import store.letters as kept
import store.sendings as sendings
from casework.desk import Desk
from casework.letters.clocks import last_day_to_ask, received_on, right_of
from casework.letters.inputs import LetterInputs, occasion_in, read_inputs
from casework.letters.make import LetterPlan
from casework.letters.receipt_settings import received_after
from casework.letters.rights import NAMES_OF_DECISION
from casework.letters.wish import LetterWish
from records.decision import Decision
from records.letter import Letter
from records.london import day_in_london
from records.reviews import ReviewOutcome
from records.sending import Sending, SentBy
from rules.problems import UserFacingError
from rules.quantities import day_in_words
from store.identifiers import new_id


class LetterIsDraft(UserFacingError):
    """A letter with blanks, or of a version that is not confirmed, cannot be issued."""


class AlreadyIssued(UserFacingError):
    """The letter went out before; another takes its place only with a reason."""


class NoReason(UserFacingError):
    """A letter takes the place of another, and nobody has said why."""


class DaysTooShort(UserFacingError):
    """A letter gives a family fewer days than it is owed, or is dated before what it tells."""


def may_be_issued(desk: Desk, plan: LetterPlan) -> None:
    """Refuse to issue a letter that may not go out; then nothing has been recorded."""
    wish = plan.wish
    _is_complete(plan)
    if wish.replaces is not None and not wish.because.strip():
        raise NoReason(
            "The letter was not issued, and nothing was lost: say why it takes the place of the "
            "earlier one. The family reads the reason."
        )
    if wish.replaces is None:
        _is_new(desk, plan)
    _days_are_whole(desk, plan, wish.dated or desk.today(), wish.sent_by)


def _is_complete(plan: LetterPlan) -> None:
    if plan.inputs.terms.draft_because:
        raise LetterIsDraft(
            "The letter was not issued, and nothing was lost: "
            f"{plan.inputs.terms.draft_because} "
            "Ask the policy lead to confirm the version, then issue the letter again."
        )
    if plan.content.blanks:
        raise LetterIsDraft(
            "The letter was not issued: it still has blanks for "
            + ", ".join(plan.content.blanks)
            + ". Fill them in and issue it again."
        )


def _is_new(desk: Desk, plan: LetterPlan) -> None:
    for each in standing_letters(kept.letters_of_case(desk.store, plan.decision.application)):
        same = (each.kind, each.decision or "", each.occasion or "")
        if same == (plan.inputs.kind, plan.inputs.decision, plan.inputs.occasion_id):
            day = day_in_words(day_in_london(each.made_at))
            raise AlreadyIssued(
                f"This letter was already issued on {day}, and nothing was changed. To send a "
                "corrected one, issue it again with the reason; it then names the earlier letter."
            )


def _days_are_whole(desk: Desk, plan: LetterPlan, sent_on: date, by: SentBy) -> None:
    if plan.inputs.decision:
        _is_after_its_decision(plan.decision, sent_on)
    occasion, owed = occasion_in(plan.inputs), last_day_to_ask(sent_on, by, received_after(desk))
    given = occasion.stage_two_by if isinstance(occasion, ReviewOutcome) else None
    if given is not None and given < owed:
        raise DaysTooShort(
            f"The letter gives the family until {day_in_words(given)} to ask for stage two. Sent "
            f"on {day_in_words(sent_on)}, 20 working days from its receipt lead to "
            f"{day_in_words(owed)}. Nothing was changed. Record the outcome again with that day."
        )


def _is_after_its_decision(found: Decision, sent_on: date) -> None:
    if sent_on < day_in_london(found.decided_at):
        raise DaysTooShort(
            f"A letter cannot be sent on {day_in_words(sent_on)}, before its decision was made on "
            f"{day_in_words(day_in_london(found.decided_at))}. Nothing was changed. Choose the "
            "day on which it goes out."
        )


def in_place(desk: Desk, found: Decision, kind: str | None, wish: LetterWish) -> LetterWish:
    """Where a case was decided again, the letter takes the place of the earlier decision's."""
    if wish.replaces is not None or found.supersedes is None:
        return wish
    if kind is not None and kind not in NAMES_OF_DECISION:
        return wish
    mine = standing_letters(kept.letters_of_case(desk.store, found.application))
    earlier = [
        each
        for each in mine
        if each.decision == found.supersedes and each.kind in NAMES_OF_DECISION
    ]
    if not earlier:
        return wish
    day = day_in_words(day_in_london(found.decided_at))
    return replace(wish, replaces=earlier[-1], because=f"we decided the case again on {day}")


def standing_letters(letters: tuple[Letter, ...]) -> tuple[Letter, ...]:
    """The issued letters of a case whose place no other issued letter took, oldest first."""
    issued = [each for each in letters if each.issued]
    replaced = {each.replaces for each in issued}
    return tuple(each for each in issued if each.id not in replaced)


def may_have_been_sent(desk: Desk, letter: Letter, sent_on: date, because: str) -> None:
    """Refuse to correct a sending without a reason, or to a day on which nothing went out."""
    if not because.strip():
        raise NoReason(
            "Nothing was changed, and nothing was lost: say why the letter was sent otherwise "
            "than is recorded. The reason stays with the record."
        )
    if sent_on > desk.today():
        raise DaysTooShort(
            f"The letter cannot have been sent on {day_in_words(sent_on)}, which is still to come. "
            "Nothing was changed. Type the day on which it went out."
        )
    if letter.decision is not None:
        _is_after_its_decision(decisions.decision(desk.store, letter.decision), sent_on)


def right_set(
    desk: Desk, kind: str, inputs: LetterInputs | None, sent_on: date, by: SentBy
) -> tuple[int | None, date | None]:
    """The stage a letter sent so lets the family ask for, and the last day; (None, None): none."""
    occasion = occasion_in(inputs) if inputs else None
    stage, last = right_of(kind, occasion, sent_on, by, received_after(desk))
    printed = inputs.terms.review_by if inputs and stage == 1 else None
    return (stage, max(last, printed or last)) if stage else (None, None)


def record_sending(
    desk: Desk, letter: Letter, sent_on: date, by: SentBy, because: str = ""
) -> Sending:
    """Record that an issued letter was sent: on which day and how. A later record counts instead.

    Its last day is never earlier than the one that the family reads in the letter.
    """
    inputs = read_inputs(letter.inputs) if letter.inputs else None
    stage, last_day = right_set(desk, letter.kind, inputs, sent_on, by)
    made = Sending(
        id=new_id(),
        letter=letter.id,
        sent_on=sent_on,
        sent_by=by,
        received_on=received_on(sent_on, by, received_after(desk)),
        last_day=last_day,
        stage=stage,
        by=desk.person.id,
        by_name=desk.person.name,
        at=desk.now(),
        because=because.strip(),
    )
    sendings.add_sending(desk.store, made, letter.application, desk.person)
    return made
