"""The clocks that count working days: how long a step may take, and how far a case has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from records.working_days import after, between, given_or_next, is_working_day

__all__ = [
    "DAYS_TO_ASK_FOR_REVIEW",
    "DAYS_TO_DECIDE",
    "DEEMED_RECEIVED_AFTER",
    "PANEL_DECIDED_WITHIN",
    "REVIEW_DECIDED_WITHIN",
    "Clock",
    "after",
    "between",
    "decision_clock",
    "given_or_next",
    "is_working_day",
]

DAYS_TO_DECIDE = 20
"""Working days from application to decision: usual practice, not law; a setting in time."""

DAYS_TO_ASK_FOR_REVIEW = 20
"""Working days from receiving a decision to asking for stage one (recommended by guidance)."""

REVIEW_DECIDED_WITHIN = 20
"""Working days from a request to the outcome of stage one, as the guidance recommends."""

PANEL_DECIDED_WITHIN = 40
"""Working days from a request to the outcome of stage two, as the guidance recommends."""

DEEMED_RECEIVED_AFTER = 2
"""Working days after which a letter sent by first-class post is taken to be received."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Where a case stands against its time: ``day`` of ``of`` working days, due on ``due``."""

    day: int
    of: int
    due: date

    @property
    def late(self) -> bool:
        """Say whether the time has run out."""
        return self.day > self.of

    @property
    def words(self) -> str:
        """The clock as the header shows it: ``day 14 of 20``."""
        return f"day {self.day} of {self.of}"


def decision_clock(received: date, today: date) -> Clock:
    """The clock from application to decision."""
    return Clock(between(received, today), DAYS_TO_DECIDE, after(received, DAYS_TO_DECIDE))
