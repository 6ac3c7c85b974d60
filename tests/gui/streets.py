"""The streets of the office's town: a crooked grid with a river and two bridges."""

from __future__ import annotations

import math

from geography import Line
from geography.network import Point

WEST, SOUTH, STEP, SIDE = 447_000.0, 62_000.0, 300.0, 22
RIVER, BRIDGES = 9, (4, 15)
"""Streets do not cross the row ``RIVER`` of the grid but at the columns ``BRIDGES``."""


def node(across: int, up: int) -> Point:
    """Give a crossing of the streets, a little off the square so that a map looks like a town."""
    return (
        WEST + STEP * across + 60 * math.sin(up * 1.3 + across * 0.4),
        SOUTH + STEP * up + 55 * math.cos(across * 1.1 - up * 0.3),
    )


def streets() -> list[Line]:
    """Give the streets of the office's town."""
    found = []
    for across in range(SIDE):
        for up in range(SIDE):
            if across + 1 < SIDE:
                found.append(_street((across, up), (across + 1, up)))
            blocked = up == RIVER and across not in BRIDGES
            if up + 1 < SIDE and not blocked:
                found.append(_street((across, up), (across, up + 1)))
    return found


def _street(start: tuple[int, int], end: tuple[int, int]) -> Line:
    names = [f"{across}-{up}" for across, up in (start, end)]
    return Line(
        "e" + "_".join(names), *names, points=(node(*start), node(*end)), name="", motor=True
    )
