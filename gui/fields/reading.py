"""What people type into a field, read exactly: lengths to the millimetre, money to the penny."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from rules.problems import UserFacingError
from rules.values import MILLIMETRES_PER_MILE, NO_ROUTE, NoRoute

_AMOUNT = re.compile(r"^\s*([0-9][0-9,]*(?:\.[0-9]+)?)\s*([a-z]*)\s*$", re.IGNORECASE)
_UNITS = {
    "mile": MILLIMETRES_PER_MILE,
    "miles": MILLIMETRES_PER_MILE,
    "mi": MILLIMETRES_PER_MILE,
    "m": 1_000,
    "metre": 1_000,
    "metres": 1_000,
    "km": 1_000_000,
}
_DAYS = ("%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d")


class Unreadable(UserFacingError):
    """What was typed cannot be read; the message says what would be."""


def read_number(text: str) -> int:
    """Read a whole number. Raises Unreadable."""
    cleaned = text.strip().replace(",", "")
    if not (cleaned.isascii() and cleaned.isdigit()):
        raise Unreadable("Type a whole number, for example 3.")
    return int(cleaned)


def read_length(text: str) -> int | NoRoute:
    """Read a length in miles, metres or kilometres to whole millimetres, or "no route"."""
    if text.strip().lower() == "no route":
        return NO_ROUTE
    found = _AMOUNT.match(text)
    unit = _UNITS.get(found.group(2).lower()) if found else None
    if found is None or unit is None:
        raise Unreadable('Type a length with its unit, for example "2.31 miles" or "3717.6 m".')
    return int((Decimal(found.group(1).replace(",", "")) * unit).to_integral_value())


def read_money(text: str) -> int:
    """Read pounds to whole pence. Raises Unreadable where there are parts of a penny."""
    found = _AMOUNT.match(text.replace("£", ""))
    pence = Decimal(found.group(1).replace(",", "")) * 100 if found else None
    if found is None or found.group(2) or pence is None or pence != pence.to_integral_value():
        raise Unreadable("Type an amount in pounds, for example £616.67.")
    return int(pence)


def read_date(text: str) -> date:
    """Read a day as it is written in Britain: 14 March 2019 or 14/03/2019. Raises Unreadable."""
    for form in _DAYS:
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    raise Unreadable("Type a day that exists, for example 14 March 2019 or 14/03/2019.")
