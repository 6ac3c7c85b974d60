"""Operations on days that policies may use. They know the calendar, and no law."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Callable
from datetime import date, timedelta

MONTHS = (
    "january february march april may june july august september october november december"
).split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Days outside these years are refused where they are read, so that no operation overflows."""


def birthday(years: int, born: date) -> date:
    """The day on which someone born on ``born`` attains ``years``.

    Born on 29 February, they attain an age on 1 March in other years. Years beyond the calendar
    are taken as its end, which lies beyond every day of travel.
    """
    year = min(max(born.year + years, 2), 9990)
    if (born.month, born.day) == (2, 29) and not isleap(year):
        return date(year, 3, 1)
    return born.replace(year=year)


def age(born: date, on: date) -> int:
    """Completed years of someone born on ``born`` on the day ``on``; negative before birth."""
    years = on.year - born.year
    return years if birthday(years, born) <= on else years - 1


def first_on_or_after(days: tuple[tuple[int, int], ...], on: date) -> date:
    """The first of yearly ``days`` (month, day) that falls on or after ``on``."""
    every = (_day(year, each) for year in (on.year, on.year + 1) for each in days)
    return min(day for day in every if day >= on)


def last_before(days: tuple[tuple[int, int], ...], on: date) -> date:
    """The last of yearly ``days`` (month, day) that falls before ``on``."""
    every = (_day(year, each) for year in (on.year - 1, on.year) for each in days)
    return max(day for day in every if day < on)


def last_on_or_before(days: tuple[tuple[int, int], ...], on: date) -> date:
    """The last of yearly ``days`` (month, day) that falls on or before ``on``."""
    return last_before(days, on + timedelta(days=1))


def last_weekday(weekday: int, month: int, year: int) -> date:
    """The last such weekday (Monday is 0) of a month (January is 1) in a year."""
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    last = first_of_next - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def school_year(day: date) -> int:
    """The year in which the school year holding ``day`` begins, counted from 1 September."""
    return day.year if day.month >= 9 else day.year - 1


def _day(year: int, month_and_day: tuple[int, int]) -> date:
    month, day = month_and_day
    if (month, day) == (2, 29) and not isleap(year):
        return date(year, 3, 1)
    return date(year, month, day)


OPERATIONS: dict[str, Callable[..., date | int]] = {
    "age": age,
    "birthday": birthday,
    "first_on_or_after": first_on_or_after,
    "last_on_or_before": last_on_or_before,
    "last_before": last_before,
    "last_weekday": lambda year, weekday, month: last_weekday(weekday, month, year),
    "year_of": lambda day: day.year,
    "year_after": lambda day: day.year + 1,
    "school_year": school_year,
}
"""Each operation of the language by its name in the tree: the values first, then fixed words."""
