"""Operations on days that policies may use. They know the calendar, and no law."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Callable
from datetime import date, timedelta

MONTHS = (
    "january february march april may june july august september october november december"
).split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

YearlyDays = tuple[tuple[int, int], ...]
"""Days that come each year, as month and day."""

LEAP_DAY = (2, 29)

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Days outside these years are refused where they are read, so that no operation overflows."""


def birthday(years: int, born: date) -> date:
    """The day on which someone born on ``born`` attains ``years``.

    Born on 29 February, they attain an age on 1 March in other years. Years beyond the calendar
    are taken as its end, which lies beyond every day of travel.
    """
    year = born.year + years
    if not 2 <= year <= 9990:
        year = min(max(year, 2), 9990)
    try:
        return born.replace(year)
    except ValueError:  # 29 February in a year that has none
        return date(year, 3, 1)


def age(born: date, on: date) -> int:
    """Completed years of someone born on ``born`` on the day ``on``; negative before birth."""
    years = on.year - born.year
    return years - 1 if (on.month, on.day) < (born.month, born.day) else years


def first_on_or_after(days: YearlyDays, on: date) -> date:
    """The first of yearly ``days`` (month, day) that falls on or after ``on``."""
    year, since = on.year, (on.month, on.day)
    later = [day for day in _in_year(days, year) if day >= since]
    return date(year, *min(later)) if later else date(year + 1, *min(_in_year(days, year + 1)))


def last_before(days: YearlyDays, on: date) -> date:
    """The last of yearly ``days`` (month, day) that falls before ``on``."""
    year, until = on.year, (on.month, on.day)
    earlier = [day for day in _in_year(days, year) if day < until]
    return date(year, *max(earlier)) if earlier else date(year - 1, *max(_in_year(days, year - 1)))


def last_on_or_before(days: YearlyDays, on: date) -> date:
    """The last of yearly ``days`` (month, day) that falls on or before ``on``."""
    return last_before(days, on + timedelta(days=1))


def last_weekday(weekday: int, month: int, year: int) -> date:
    """The last such weekday (Monday is 0) of a month (January is 1) in a year."""
    last = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
    return date.fromordinal(last - (last - 1 - weekday) % 7)  # day 1 of the calendar is a Monday


def school_year(day: date) -> int:
    """The year in which the school year holding ``day`` begins, counted from 1 September."""
    return day.year if day.month >= 9 else day.year - 1


def _in_year(days: YearlyDays, year: int) -> YearlyDays:
    """Yearly days as they fall in one year: 29 February is 1 March where there is none."""
    if LEAP_DAY not in days or isleap(year):
        return days
    return tuple((3, 1) if day == LEAP_DAY else day for day in days)


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
