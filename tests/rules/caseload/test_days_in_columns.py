"""The operations on columns of days give what the operations on single days give."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from rules import dates
from rules.caseload import days

EDGES = [
    date(year, month, day) + timedelta(days=more)
    for year in (1900, 1999, 2000, 2023, 2024, 2199)
    for month, day in ((1, 1), (2, 28), (3, 31), (8, 31), (9, 1), (12, 31))
    for more in (-1, 0, 1)
    if 1900 <= (date(year, month, day) + timedelta(days=more)).year <= 2199
]
SEASONS = ((3, 31), (8, 31), (12, 31))
LEAP_DAY = ((2, 29),)


def anywhere(seed: int, count: int = 3_000) -> list[date]:
    drawn = np.random.default_rng(seed).integers(days.FIRST_DAY, days.LAST_DAY, count)
    return [*EDGES, *(date.fromordinal(day) for day in drawn.tolist())]


def counted(every: list[date]) -> np.ndarray:
    return np.array([day.toordinal() for day in every], np.int32)


@pytest.mark.parametrize("years", [0, 5, 16, 19, -3000, 9000])
def test_birthdays(years: int) -> None:
    every = anywhere(1)
    expected = [dates.birthday(years, day).toordinal() for day in every]
    assert days.birthday(years, counted(every)).tolist() == expected


def test_ages_on_any_day_and_on_the_birthday() -> None:
    born, on = anywhere(2), anywhere(3)
    on = [dates.birthday(8, b) + timedelta(days=o.day % 3 - 1) if o.day % 2 else o
          for b, o in zip(born, on, strict=True)]  # fmt: skip
    expected = [dates.age(b, o) for b, o in zip(born, on, strict=True)]
    assert days.age(counted(born), counted(on)).tolist() == expected


def test_a_child_born_on_29_february_is_older_from_1_march() -> None:
    born = counted([date(2016, 2, 29)] * 3)
    on = counted([date(2023, 2, 28), date(2023, 3, 1), date(2024, 2, 29)])
    assert days.age(born, on).tolist() == [6, 7, 8]


@pytest.mark.parametrize("yearly", [SEASONS, LEAP_DAY, ((9, 1), (9, 1))])
@pytest.mark.parametrize("name", ["first_on_or_after", "last_on_or_before", "last_before"])
def test_yearly_days(name: str, yearly: tuple[tuple[int, int], ...]) -> None:
    every = anywhere(4)
    expected = [getattr(dates, name)(yearly, day).toordinal() for day in every]
    assert days.OPERATIONS[name](yearly, counted(every)).tolist() == expected


@pytest.mark.parametrize(("weekday", "month"), [(4, 6), (0, 2), (6, 12)])
def test_the_last_weekday_of_a_month(weekday: int, month: int) -> None:
    years = list(range(1900, 2300))
    expected = [dates.last_weekday(weekday, month, year).toordinal() for year in years]
    assert days.last_weekday(np.array(years), weekday, month).tolist() == expected


def test_years_and_school_years() -> None:
    every = anywhere(5)
    assert days.year_of(counted(every)).tolist() == [day.year for day in every]
    assert days.year_after(counted(every)).tolist() == [day.year + 1 for day in every]
    assert days.school_year(counted(every)).tolist() == [dates.school_year(day) for day in every]
