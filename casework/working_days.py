"""Working days: Monday to Friday without England's bank holidays, counted for the clocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import holidays

DAYS_TO_DECIDE = 20
"""Working days from application to decision: usual practice, not law; a setting in time."""

DAYS_TO_ASK_FOR_REVIEW = 20
"""Working days from receiving a decision to asking for stage one (recommended by guidance)."""

DEEMED_RECEIVED_AFTER = 2
"""Working days after which a letter sent by first-class post is taken to be received."""


def is_working_day(day: date) -> bool:
    """Say whether a day is neither at a weekend nor a bank holiday in England."""
    return day.weekday() < 5 and day not in _bank_holidays(day.year)


def _bank_holidays(year: int) -> holidays.HolidayBase:
    if year not in _KNOWN:
        _KNOWN[year] = holidays.country_holidays("GB", subdiv="ENG", years=year)
    return _KNOWN[year]


_KNOWN: dict[int, holidays.HolidayBase] = {}


def after(start: date, count: int) -> date:
    """The working day that is ``count`` working days after ``start`` (day 1 is the next one)."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def given_or_next(day: date) -> date:
    """The day itself where it is a working day, else the next one that is."""
    return day if is_working_day(day) else after(day, 1)


def between(start: date, end: date) -> int:
    """How many working days lie after ``start`` up to and with ``end``."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(map(is_working_day, days))


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
