"""That a letter was sent: on which day, how, when it counts as received, and what day that sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class SentBy(StrEnum):
    """How a letter goes to the family."""

    POST = "post"
    EMAIL = "email"
    HANDED = "handed"


@dataclass(frozen=True, slots=True)
class Sending:
    """One sending of an issued letter. A later one of the same letter counts instead.

    ``received_on`` is the day on which it is taken to be received. ``last_day`` is the last day to
    ask for a review or an appeal, None for a letter that carries no such right; ``stage`` is the
    stage that can be asked for until then, 1 or 2. ``because`` says why an earlier record of the
    same letter was wrong; empty for the one made as it was issued.
    """

    id: str
    letter: str
    sent_on: date
    sent_by: SentBy
    received_on: date
    last_day: date | None
    stage: int | None
    by: str
    by_name: str
    at: datetime
    because: str = ""
