"""The clock that a letter starts: when it counts as received, and the last day to ask again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import store.sendings as sendings
from casework.desk import Desk
from casework.working_days import DAYS_TO_ASK_FOR_REVIEW, DEEMED_RECEIVED_AFTER, after, between
from records.reviews import ReviewOutcome
from records.sending import Sending, SentBy
from rules.quantities import day_in_words

RECEIVED_AFTER: Final = {SentBy.POST: DEEMED_RECEIVED_AFTER, SentBy.EMAIL: 1, SentBy.HANDED: 0}
"""Working days after which a letter counts as received: usual practice, where nobody set others."""

FIRST_STAGE: Final = frozenset(
    {
        "approve",
        "approve-by-discretion",
        "offer",
        "post-16-contribution",
        "refuse",
        "withdrawal-or-change",
        "granted-in-error",
    }
)
"""The letters of which a family can ask for a stage one review."""

STAGES: Final = {1: "a review", 2: "stage two"}


@dataclass(frozen=True, slots=True)
class AppealClock:
    """Until when a family can ask for the next stage: ``left`` working days of it are left.

    ``left`` is 0 on the last day, and None once it has passed.
    """

    sending: Sending
    last_day: date
    stage: int
    left: int | None

    @property
    def words(self) -> str:
        """The clock as a chip shows it: ``appeal ends 12 January 2027``."""
        return f"appeal {'ended' if self.left is None else 'ends'} {day_in_words(self.last_day)}"

    @property
    def in_full(self) -> str:
        """When the letter was sent, counts as received, and what can be asked for until when."""
        sent = self.sending
        return (
            f"Sent on {day_in_words(sent.sent_on)}, {HOW[sent.sent_by]}; taken to be received on "
            f"{day_in_words(sent.received_on)}. The last day to ask for {STAGES[self.stage]} "
            f"{'was' if self.left is None else 'is'} {day_in_words(self.last_day)}."
        )


HOW: Final = {
    SentBy.POST: "by first-class post",
    SentBy.EMAIL: "by email",
    SentBy.HANDED: "by hand",
}
"""How a letter was sent, in a sentence."""


def received_on(
    sent_on: date, by: SentBy = SentBy.POST, counts: Mapping[SentBy, int] = RECEIVED_AFTER
) -> date:
    """The day on which a letter is taken to be received; ``counts`` are working days by way."""
    return after(sent_on, counts[by])


def last_day_to_ask(
    sent_on: date, by: SentBy = SentBy.POST, counts: Mapping[SentBy, int] = RECEIVED_AFTER
) -> date:
    """The last day to ask for the next stage: 20 working days after the letter is received."""
    return after(received_on(sent_on, by, counts), DAYS_TO_ASK_FOR_REVIEW)


def right_of(
    kind: str,
    occasion: object | None,
    sent_on: date,
    by: SentBy,
    counts: Mapping[SentBy, int] = RECEIVED_AFTER,
) -> tuple[int, date]:
    """The stage that a letter lets a family ask for, and until when; (0, …) where there is none.

    A stage one outcome gives its own last day for stage two, which is what the family reads.
    """
    if kind in FIRST_STAGE:
        return 1, last_day_to_ask(sent_on, by, counts)
    if isinstance(occasion, ReviewOutcome) and occasion.stage_two_by is not None:
        return 2, occasion.stage_two_by
    return 0, sent_on


def appeal_clock(desk: Desk, application: str) -> AppealClock | None:
    """The clock of the letter that was sent last; None where no letter lets the family ask."""
    found = sendings.last_days(desk.store, application).get(application, ())
    return clock_of(found[-1], desk.today()) if found else None


def appeal_clocks(desk: Desk) -> dict[str, AppealClock]:
    """The clock of every case that has one, by application."""
    today = desk.today()
    found = sendings.last_days(desk.store)
    return {case: clock_of(each[-1], today) for case, each in found.items()}


def clock_of(sending: Sending, today: date) -> AppealClock:
    """The clock of one sending. Raises ValueError for a letter that carries no right."""
    if sending.last_day is None:
        raise ValueError("this letter lets nobody ask for anything")
    left = None if today > sending.last_day else between(today, sending.last_day)
    return AppealClock(sending, sending.last_day, sending.stage or 1, left)
