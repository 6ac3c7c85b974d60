"""The calendar that policies stand on, against the standard library's own."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import dates

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
YEARLY = st.lists(DAYS.map(lambda day: (day.month, day.day)), min_size=1, max_size=4).map(tuple)


@pytest.mark.parametrize(
    ("years", "born", "expected"),
    [
        (8, date(2016, 2, 29), date(2024, 2, 29)),
        (5, date(2016, 2, 29), date(2021, 3, 1)),
        (8, date(2092, 2, 29), date(2100, 3, 1)),
        (8, date(2016, 2, 28), date(2024, 2, 28)),
        (16, date(2009, 9, 5), date(2025, 9, 5)),
    ],
)
def test_a_birthday_on_29_february_is_kept_on_1_march_in_other_years(
    years: int, born: date, expected: date
) -> None:
    assert dates.birthday(years, born) == expected


@given(DAYS, DAYS)
def test_a_child_is_of_an_age_from_that_birthday_to_the_day_before_the_next(
    born: date, on: date
) -> None:
    age = dates.age(born, on)
    assert dates.birthday(age, born) <= on < dates.birthday(age + 1, born)


@given(YEARLY, DAYS)
def test_the_first_of_yearly_days_is_the_nearest_such_day_ahead(
    yearly: tuple[tuple[int, int], ...], on: date
) -> None:
    found = dates.first_on_or_after(yearly, on)
    assert 0 <= (found - on).days < 366 + 1
    between = [on + timedelta(days=n) for n in range((found - on).days)]
    assert not [day for day in between if falls_on(yearly, day)]
    assert falls_on(yearly, found)


@given(YEARLY, DAYS)
def test_the_last_of_yearly_days_is_the_nearest_such_day_behind(
    yearly: tuple[tuple[int, int], ...], on: date
) -> None:
    before, on_or_before = dates.last_before(yearly, on), dates.last_on_or_before(yearly, on)
    assert before < on
    assert on_or_before == (on if falls_on(yearly, on) else before)
    assert falls_on(yearly, before)


def falls_on(yearly: tuple[tuple[int, int], ...], day: date) -> bool:
    """Whether a day is one of the yearly ones, 29 February standing for 1 March in other years."""
    leap = calendar.isleap(day.year)
    kept = {(3, 1) if each == (2, 29) and not leap else each for each in yearly}
    return (day.month, day.day) in kept


@given(st.integers(1900, 2199), st.integers(1, 12), st.integers(0, 6))
def test_the_last_weekday_of_a_month_is_the_calendars(year: int, month: int, weekday: int) -> None:
    weeks = calendar.monthcalendar(year, month)
    expected = max(week[weekday] for week in weeks)
    assert dates.last_weekday(weekday, month, year) == date(year, month, expected)


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2025, 8, 31), 2024), (date(2025, 9, 1), 2025), (date(2026, 1, 1), 2025)],
)
def test_a_school_year_is_counted_from_1_september(day: date, year: int) -> None:
    assert dates.school_year(day) == year
