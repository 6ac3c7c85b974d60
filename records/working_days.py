"""Working days: Monday to Friday without England's bank holidays, for clocks and for letters."""

from __future__ import annotations

from datetime import date, timedelta

import holidays


def is_working_day(day: date) -> bool:
    """Say whether a day is neither at a weekend nor a bank holiday in England."""
    return day.weekday() < 5 and day not in _bank_holidays(day.year)


def why_closed(day: date) -> str | None:
    """Say what keeps an office closed on a day: ``a Sunday``, ``a bank holiday``; None: open."""
    if day.weekday() >= 5:
        return "a Saturday" if day.weekday() == 5 else "a Sunday"
    return None if is_working_day(day) else "a bank holiday"


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
