"""Reads amounts as people write them into exact values: lengths, money, numbers and days."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from math import ceil

from rules.dates import FIRST_YEAR, LAST_YEAR, MONTHS
from rules.values import MILLIMETRES_PER_MILE, NO_ROUTE, FactType, FactValue, Length

_MILLIMETRES_IN = {
    **dict.fromkeys(("mile", "miles", "mi"), MILLIMETRES_PER_MILE),
    **dict.fromkeys(("m", "metre", "metres"), 1_000),
    **dict.fromkeys(("km", "kilometre", "kilometres"), 1_000_000),
    **dict.fromkeys(("mm", "millimetre", "millimetres"), 1),
}
_LENGTH = re.compile(r"(\d{1,9}(?:\.\d{1,30})?)\s*([a-z]+)", re.ASCII)
_MONEY = re.compile(r"£\s?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d\d))?", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_YEARLY = re.compile(r"(\d{1,2}) ([a-z]+)", re.ASCII | re.IGNORECASE)

FURTHEST = 20_000_000 * 1_000
"""The longest length read, in millimetres: half way round the world."""


def whole_millimetres(metres: Fraction) -> int:
    """Round a length in metres up to the next whole millimetre. Raises ValueError out of range."""
    millimetres = ceil(metres * 1000)
    if not 0 <= metres or millimetres > FURTHEST:
        raise ValueError("a length lies between 0 and 20,000 km")
    return millimetres


def read_length(text: str) -> Length:
    """Read ``2.5 miles``, ``3218.688 m`` or ``no route``; rounded up to a whole millimetre.

    Raises ValueError, saying what was expected.
    """
    if " ".join(text.split()) == "no route":
        return NO_ROUTE
    found = _LENGTH.fullmatch(text.strip())
    if not found or found[2] not in _MILLIMETRES_IN:
        raise ValueError("expected a length such as '2.5 miles', '3218.688 m' or 'no route'")
    return whole_millimetres(Fraction(found[1]) * _MILLIMETRES_IN[found[2]] / 1000)


def read_exact_length(text: str) -> int:
    """Read a limit: a length that is a whole number of millimetres. Raises ValueError otherwise."""
    found = _LENGTH.fullmatch(text.strip())
    if not found or found[2] not in _MILLIMETRES_IN:
        raise ValueError("expected a length such as '2 miles' or '250 m'")
    exact = Fraction(found[1]) * _MILLIMETRES_IN[found[2]]
    if exact.denominator != 1:
        raise ValueError("a limit is a whole number of millimetres")
    return whole_millimetres(exact / 1000)


def read_money(text: str) -> int:
    """Read ``£616.67`` into whole pence. Raises ValueError otherwise."""
    found = _MONEY.fullmatch(text.strip())
    if not found:
        raise ValueError("expected a sum such as '£616.67' or '£7,400'")
    return int(found[1].replace(",", "")) * 100 + int(found[2] or 0)


def read_number(text: str) -> int:
    """Read a whole number. Raises ValueError otherwise."""
    if not re.fullmatch(r"-?\d{1,9}", text.strip(), re.ASCII):
        raise ValueError("expected a whole number such as 8")
    return int(text)


def read_day(text: str) -> date:
    """Read a day written ``2026-09-01``. Raises ValueError when there is no such day."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise ValueError("expected a day written as 2026-09-01")
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise ValueError(f"there is no day {text.strip()}; expected one as 2026-09-01") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"expected a day from the years {FIRST_YEAR} to {LAST_YEAR}")
    return day


def read_yearly_day(text: str) -> tuple[int, int]:
    """Read a day of every year, ``31 March``, into (month, day). Raises ValueError otherwise."""
    found = _YEARLY.fullmatch(text.strip())
    if not found or found[2].lower() not in MONTHS:
        raise ValueError("expected a day of the year such as '31 March'")
    month, day = MONTHS.index(found[2].lower()) + 1, int(found[1])
    try:
        date(2024, month, day)
    except ValueError:
        raise ValueError(f"there is no {text.strip()}") from None
    return month, day


def read_amount(text: str) -> tuple[FactType, FactValue]:
    """Read a parameter's value; its unit tells its type. Raises ValueError when none fits."""
    stripped = text.strip()
    if stripped.startswith("£"):
        return FactType.MONEY, read_money(stripped)
    if _DAY.fullmatch(stripped):
        return FactType.DATE, read_day(stripped)
    if re.fullmatch(r"-?0\d+", stripped, re.ASCII):
        raise ValueError(
            "a number that begins with 0 is read in different ways; write 10 for ten, 8 for eight"
        )
    if re.fullmatch(r"-?\d+", stripped, re.ASCII):
        return FactType.NUMBER, read_number(stripped)
    if _LENGTH.fullmatch(stripped):
        return FactType.LENGTH, read_exact_length(stripped)
    raise ValueError(
        "expected a number (8), a length (2 miles), a sum (£600), a day (2026-09-01) "
        "or a list of days of the year ([31 March, 31 August])"
    )
