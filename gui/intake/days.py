"""Days as people type them: 14/3/27, 14 March 2027, 14.03.2027, 14032027, 2027-03-14."""

from __future__ import annotations

import calendar
import re
from datetime import date

from gui.fields.reading import Unreadable
from rules.quantities import day_in_words

_MONTHS = {
    name.lower()[:length]: number
    for number, name in enumerate(calendar.month_name)
    for length in (3, 4, len(name))
    if name
}
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")
_RUN = re.compile(r"\d{8}")
_CENTURY = 2000
EXAMPLE = "for example 14 3 2019"


def read_day(text: str) -> date:
    """Read a day typed as day, month and year, in whatever way it is punctuated.

    Two digits of a year are of this century. Raises Unreadable saying what is wrong.
    """
    parts = _parts(text)
    if len(parts) != 3:
        raise Unreadable(f"Type a day, a month and a year, {EXAMPLE}.")
    day, month, year = _ordered(parts)
    if year < 100:
        year += _CENTURY
    if not 1900 <= year < 2200:
        raise Unreadable(f"Type the year with its four digits, {EXAMPLE}.")
    if not 1 <= month <= 12:
        raise Unreadable(f"There is no month {month}. Type the day first, then the month.")
    return _existing(day, month, year)


def _parts(text: str) -> list[str]:
    cleaned = _ORDINAL.sub("", text.strip().lower())
    if _RUN.fullmatch(cleaned):
        return [cleaned[:2], cleaned[2:4], cleaned[4:]]
    return re.findall(r"\d+|[a-z]+", cleaned)


def _ordered(parts: list[str]) -> tuple[int, int, int]:
    first, second, third = parts
    if len(first) == 4:  # 2027-03-14
        first, third = third, first
    month = _MONTHS.get(second) or (int(second) if second.isdigit() else 0)
    if not month or not (first.isdigit() and third.isdigit()):
        raise Unreadable(f"Type a day, a month and a year, {EXAMPLE}.")
    return int(first), month, int(third)


def _existing(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        last = calendar.monthrange(year, month)[1]
        name = calendar.month_name[month]
        raise Unreadable(f"{name} {year} has {last} days; check the day.") from None


def echo(day: date) -> str:
    """Write a day back, so that a slip is seen: ``Sunday 14 March 2027``."""
    return f"{calendar.day_name[day.weekday()]} {day_in_words(day)}"


def age_on(born: date, day: date) -> int:
    """Give the age in whole years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
