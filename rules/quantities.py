"""How lengths, money and days are written for people, never rounded across a limit."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from rules.values import MILLIMETRES_PER_MILE, Length, NoRoute

HALF_A_MILE = MILLIMETRES_PER_MILE // 2

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def miles(length: Length, limit: Length | None = None) -> str:
    """Write a length in miles: ``2.31 miles``. Two decimals, more where rounding would mislead.

    The text never reads as on the other side of the ``limit`` (mm), nor as equal to it when it is
    not: 2 miles and 1 mm reads ``2.000001 miles``, never ``2.00 miles``. So it is with the nearest
    half mile, whatever the limit: that is where other limits are.
    """
    if isinstance(length, NoRoute):
        return "no route"
    edges = [limit, (2 * length + HALF_A_MILE) // (2 * HALF_A_MILE) * HALF_A_MILE]
    exact = Decimal(length) / MILLIMETRES_PER_MILE
    return f"{_clear_of([edge for edge in edges if edge and edge != length], exact)} miles"


def _clear_of(edges: list[Length | None], exact: Decimal) -> Decimal:
    """Round miles to as few places, two or more, as keep them on their side of every edge (mm)."""
    limits = [Decimal(edge) / MILLIMETRES_PER_MILE for edge in edges if isinstance(edge, int)]
    for places in range(2, 8):
        shown = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if all(shown != edge and (shown > edge) == (exact > edge) for edge in limits):
            return shown
    rounding = ROUND_UP if exact > min(limits, key=lambda edge: abs(edge - exact)) else ROUND_DOWN
    return exact.quantize(Decimal("0.0000001"), rounding)


def metres(length: Length) -> str:
    """Write a length in metres with every millimetre: ``3,717.604 m``."""
    if isinstance(length, NoRoute):
        return "no route"
    return f"{Decimal(length) / 1000:,.3f} m"


def miles_and_metres(length: Length, limit: Length | None = None) -> str:
    """Write a length both ways: ``2.31 miles (3,717.604 m)``."""
    if isinstance(length, NoRoute):
        return "no route"
    return f"{miles(length, limit)} ({metres(length)})"


def limit_in_miles(limit: int) -> str:
    """Write a limit without needless decimals: ``2 miles``, ``2.5 miles``, ``1 mile``."""
    exact = Decimal(limit) / MILLIMETRES_PER_MILE
    text = f"{exact.quantize(Decimal('0.001')).normalize():f}"
    return f"{text} mile" if text == "1" else f"{text} miles"


def pounds(pence: int) -> str:
    """Write money: ``£616.67``; nothing is ``£0``."""
    return "£0" if not pence else f"£{Decimal(pence) / 100:,.2f}"


def day_in_words(day: date) -> str:
    """Write a day out: ``14 March 2027``; in English whatever the machine's own language."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
