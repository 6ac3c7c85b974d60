"""The ground Marlhaven stands on: where a grid of streets comes to lie, river, park, outline.

Everything lies in mid-Channel, south of the Isle of Wight, where nobody lives. Grid places count
streets: (column, row), fractions in between; points are National Grid metres.
"""

from __future__ import annotations

from math import atan2, cos, hypot, pi, sin
from typing import Final

Point = tuple[float, float]
Cell = tuple[float, float]

SEA: Final = (450_000.0, 40_000.0, 470_000.0, 60_000.0)
"""West, south, east and north of the water that holds the city, in grid metres."""

MIDDLE: Final[Point] = (460_000.0, 50_000.0)
COLUMNS: Final = 38
ROWS: Final = 32
TURN: Final = pi / 16

BRIDGE_ROWS: Final = (4, 12, 16, 25)
FOOTBRIDGE_ROW: Final = 20
RIVER_HALF_WIDTH: Final = 0.36
"""Half the river's width, in streets."""

PARK: Final[Cell] = (25.5, 18.5)
PARK_RADII: Final = (2.4, 2.2)


def point(cell: Cell) -> Point:
    """Lay a grid place on the ground: dense in the middle, wide at the rim, bent and turned."""
    east = spread(cell[0], COLUMNS) * 5_000
    north = spread(cell[1], ROWS) * 4_000
    bent_east = east + 150 * sin(north / 1_300 + 0.7) + 80 * sin((east + 2 * north) / 1_000)
    bent_north = north + 140 * sin(east / 1_500 + 1.9) + 70 * sin((2 * east - north) / 1_150)
    return rounded(
        MIDDLE[0] + bent_east * cos(TURN) - bent_north * sin(TURN),
        MIDDLE[1] + bent_east * sin(TURN) + bent_north * cos(TURN),
    )


def spread(place: float, count: int) -> float:
    """Give where the n-th of some streets lies, from -1 to 1, closer together in the middle."""
    even = 2 * place / count - 1
    return 0.62 * even + 0.38 * even**3


def rounded(east: float, north: float) -> Point:
    """Round a point to whole centimetres, below which machines might differ."""
    return round(east, 2), round(north, 2)


def apart(one: Point, other: Point) -> float:
    """Give the straight distance between two points in metres."""
    return hypot(one[0] - other[0], one[1] - other[1])


def river_column(row: float) -> float:
    """Give the column at which the river crosses a row."""
    return 13.5 + 3.1 * sin(row / 5.2) + 1.0 * sin(row / 2.4 + 0.5)


def side_of_river(cell: Cell) -> int:
    """Give -1 west of the river, 1 east of it, 0 in the water."""
    away = cell[0] - river_column(cell[1])
    if abs(away) < RIVER_HALF_WIDTH:
        return 0
    return 1 if away > 0 else -1


def in_park(cell: Cell) -> bool:
    """Say whether a grid place lies in the park."""
    across, along = (cell[0] - PARK[0]) / PARK_RADII[0], (cell[1] - PARK[1]) / PARK_RADII[1]
    return across**2 + along**2 < 1


def in_outline(cell: Cell) -> bool:
    """Say whether a grid place lies within the city, whose edge is uneven."""
    across, along = abs(2 * cell[0] / COLUMNS - 1), abs(2 * cell[1] / ROWS - 1)
    around = atan2(2 * cell[1] / ROWS - 1, 2 * cell[0] / COLUMNS - 1)
    rim = 0.98 + 0.10 * sin(5 * around) + 0.06 * sin(11 * around)
    return bool(across**2.6 + along**2.6 < rim)


def river_line() -> tuple[Point, ...]:
    """Draw the middle of the river from south to north."""
    return tuple(point((river_column(row / 2), row / 2)) for row in range(-3, 2 * ROWS + 4))


def park_line() -> tuple[Point, ...]:
    """Draw the edge of the park, closed."""
    steps = [2 * pi * step / 36 for step in range(37)]
    return tuple(
        point((PARK[0] + PARK_RADII[0] * cos(turn), PARK[1] + PARK_RADII[1] * sin(turn)))
        for turn in steps
    )
