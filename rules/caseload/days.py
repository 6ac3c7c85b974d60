"""The operations of ``rules.dates`` on columns of days (whole days counted as date.toordinal)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rules.dates import FIRST_YEAR, LAST_YEAR

Days = NDArray[Any]
YearlyDays = tuple[tuple[int, int], ...]

FIRST_DAY = date(FIRST_YEAR, 1, 1).toordinal()
LAST_DAY = date(LAST_YEAR, 12, 31).toordinal()
EVERY_DAY: Days = np.arange(FIRST_DAY, LAST_DAY + 1, dtype=np.int32)
"""Every day that a fact may hold."""

_EPOCH = date(1970, 1, 1).toordinal()
_YEAR = 1 << 9
"""A day's code is its year times this, plus month times 32, plus day of the month."""


def parts_of(days: Days) -> tuple[Days, Days, Days]:
    """Year, month and day of the month of each day, not to be written to."""
    return _parts_of_every_day() if days is EVERY_DAY else _parts_of(days)


@cache
def _parts_of_every_day() -> tuple[Days, Days, Days]:
    """Asked for many times in each compilation, and never another."""
    return _parts_of(EVERY_DAY)


def _parts_of(days: Days) -> tuple[Days, Days, Days]:
    stamps = (days.astype(np.int64) - _EPOCH).astype("datetime64[D]")
    months = stamps.astype("datetime64[M]")
    of_month = (stamps - months).astype(np.int64) + 1
    whole = months.astype(np.int64)
    return whole // 12 + 1970, whole % 12 + 1, of_month


def days_from(years: Days, months: Days | int, of_month: Days | int) -> Days:
    """The day of each year, month and day; a 29 February that is not there is 1 March."""
    whole = (years - 1970) * 12 + (months - 1)
    first = whole.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return (first + _EPOCH + of_month - 1).astype(np.int32)


def birthday(years: int | Days, born: Days) -> Days:
    """The day on which each attains an age; see ``rules.dates.birthday``."""
    year, month, day = parts_of(born)
    return days_from(np.clip(year + years, 2, 9990), month, day)


def coded(days: Days) -> Days:
    """Codes from which ages can be subtracted; beyond the calendar of birthdays, its ends."""
    year, month, day = parts_of(days)
    within = np.where(year > 9990, _YEAR - 1, np.where(year < 2, 0, month * 32 + day))
    return (year * _YEAR + within).astype(np.int32)


def age_of_codes(born: Days, on: Days) -> Days:
    """Completed years between two codes."""
    # 512 a year: the shift rounds down, so a birthday still to come takes one year off.
    found: Days = np.right_shift(on - born, 9)
    return found


def first_on_or_after(days: YearlyDays, on: Days) -> Days:
    """The first of yearly days that falls on or after each day."""
    year = parts_of(on)[0]
    every = [_yearly(year + more, each) for more in (0, 1) for each in days]
    return _pick(np.minimum, [np.where(each >= on, each, 2**31 - 1) for each in every])


def last_before(days: YearlyDays, on: Days) -> Days:
    """The last of yearly days that falls before each day."""
    year = parts_of(on)[0]
    every = [_yearly(year - less, each) for less in (1, 0) for each in days]
    return _pick(np.maximum, [np.where(each < on, each, -(2**31)) for each in every])


def last_on_or_before(days: YearlyDays, on: Days) -> Days:
    """The last of yearly days that falls on or before each day."""
    return last_before(days, on + 1)


def last_weekday(years: Days, weekday: int, month: int) -> Days:
    """The last such weekday of a month in each year."""
    years = np.clip(np.asarray(years, np.int64), 1, 9998)
    last = days_from(years + month // 12, month % 12 + 1, 1) - 1
    found: Days = last - ((last + 6) % 7 - weekday) % 7
    return found


def year_of(days: Days) -> Days:
    """The year of each day."""
    return parts_of(days)[0].astype(np.int32)


def year_after(days: Days) -> Days:
    """The year after that of each day."""
    return year_of(days) + 1


def school_year(days: Days) -> Days:
    """The year in which the school year holding each day begins."""
    year, month, _ = parts_of(days)
    return (year - (month < 9)).astype(np.int32)


def age(born: Days, on: Days) -> Days:
    """Completed years of each born on a day, on a day."""
    return age_of_codes(coded(born), coded(on))


def _yearly(years: Days, month_and_day: tuple[int, int]) -> Days:
    return days_from(years, *month_and_day)


def _pick(better: Callable[[Days, Days], Days], every: list[Days]) -> Days:
    found = every[0]
    for each in every[1:]:
        found = better(found, each)
    return found.astype(np.int32)


OPERATIONS: dict[str, Callable[..., Days]] = {
    "age": age,
    "birthday": birthday,
    "first_on_or_after": first_on_or_after,
    "last_on_or_before": last_on_or_before,
    "last_before": last_before,
    "last_weekday": last_weekday,
    "year_of": year_of,
    "year_after": year_after,
    "school_year": school_year,
}
"""By the names of the tree; each takes its parts in order, then the fixed words."""
