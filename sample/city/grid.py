"""The grid of streets within the city: bent rows and columns, with gaps, bridges and closes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from sample.city.ground import (
    BRIDGE_ROWS,
    COLUMNS,
    FOOTBRIDGE_ROW,
    ROWS,
    Cell,
    in_outline,
    in_park,
    point,
    river_column,
    side_of_river,
)
from sample.city.names import close_names, street_names
from sample.city.streets import Kind, Streets
from sample.dice import Dice

Way = Literal["along", "up"]
Side = tuple[Way, int, int]
"""A side of a cell: along a row or up a column, from the corner (column, row)."""

MISSING: Final = 0.10
CLOSES: Final = 0.40
CUT_THROUGHS: Final = 0.55
BENDS: Final = 5
"""Into how many straight pieces a bent side is drawn."""


@dataclass(slots=True)
class Grid:
    """The grid while it is laid: corners by grid place, sides kept, and where sides are split."""

    streets: Streets
    dice: Dice
    corners: dict[tuple[int, int], int] = field(default_factory=dict)
    names: dict[Side, str] = field(default_factory=dict)
    splits: dict[Side, list[tuple[float, int]]] = field(default_factory=dict)

    def split(self, side: Side, share: float) -> int:
        """Put a node part of the way along a side and give its number."""
        node = self.streets.node(point(place_on(side, share)))
        self.splits.setdefault(side, []).append((share, node))
        return node


def lay_grid(streets: Streets, dice: Dice) -> Grid:
    """Lay streets, bridges, closes and cut-throughs; what hangs loose is left out."""
    grid = Grid(streets, dice)
    for cell in corners():
        grid.corners[cell] = streets.node(point(cell))
    name_sides(grid)
    lay_closes(grid)
    for side in grid.names:
        lay_side(grid, side)
    lay_bridges(grid)
    streets.keep_largest_part()
    return grid


def corners() -> Iterator[tuple[int, int]]:
    """Give the grid places at which streets meet: on land, in the city, not in the park."""
    for row in range(ROWS + 1):
        for column in range(COLUMNS + 1):
            cell = (column, row)
            if in_outline(cell) and not in_park(cell) and side_of_river(cell):
                yield cell


def ends(side: Side) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give the two corners of a side."""
    way, column, row = side
    onward = (column + 1, row) if way == "along" else (column, row + 1)
    return (column, row), onward


def place_on(side: Side, share: float) -> Cell:
    """Give the grid place part of the way along a side."""
    (column, row), (far_column, far_row) = ends(side)
    return column + share * (far_column - column), row + share * (far_row - row)


def is_kept(grid: Grid, side: Side) -> bool:
    """Say whether a street runs along a side; main streets always do, the river stops all."""
    near, far = ends(side)
    if near not in grid.corners or far not in grid.corners:
        return False
    if side_of_river(near) != side_of_river(far):
        return False
    way, column, row = side
    is_main = row % 6 == 4 if way == "along" else column % 6 == 2
    return not grid.dice.chance(MISSING) or is_main


def name_sides(grid: Grid) -> None:
    """Choose the sides that are streets, and name them in runs along each row and column."""
    names = street_names(grid.dice)
    for way, lines, length in (("along", ROWS, COLUMNS), ("up", COLUMNS, ROWS)):
        for line in range(lines + 1):
            name, left = next(names), grid.dice.whole(3, 9)
            for step in range(length):
                side: Side = ("along", step, line) if way == "along" else ("up", line, step)
                if left == 0:
                    name, left = next(names), grid.dice.whole(3, 9)
                left -= 1
                if is_kept(grid, side):
                    grid.names[side] = name


def lay_closes(grid: Grid) -> None:
    """Lay a close into some cells, and from some of these a path through to the street beyond."""
    names = close_names(grid.dice)
    for column in range(COLUMNS):
        for row in range(ROWS):
            near: Side = ("along", column, row)
            if near in grid.names and grid.dice.chance(CLOSES):
                lay_close(grid, column, row, next(names))


def lay_close(grid: Grid, column: int, row: int, name: str) -> None:
    """Lay one close from the southern side of a cell; its path leads on to the northern side."""
    start_share, end_share = grid.dice.between(0.3, 0.45), grid.dice.between(0.55, 0.7)
    deep = grid.dice.between(0.5, 0.72)
    if side_of_river((column + end_share, row + deep)) != side_of_river((column, row)):
        return
    start = grid.split(("along", column, row), start_share)
    end = grid.streets.node(point((column + end_share, row + deep)))
    bend = point((column + start_share + 0.02, row + deep * 0.6))
    grid.streets.edge(start, end, name, Kind.STREET, (bend,))
    beyond: Side = ("along", column, row + 1)
    if beyond in grid.names and grid.dice.chance(CUT_THROUGHS):
        through = grid.split(beyond, end_share + 0.03)
        grid.streets.edge(end, through, f"{name} Path", Kind.FOOTPATH)


def lay_side(grid: Grid, side: Side) -> None:
    """Lay a street along a side, in the pieces into which closes and paths split it."""
    near, far = ends(side)
    middle = sorted(grid.splits.get(side, []))
    stops = [(0.0, grid.corners[near]), *middle, (1.0, grid.corners[far])]
    for (begin, u), (end, v) in zip(stops, stops[1:], strict=False):
        steps = max(2, round(BENDS * (end - begin)))
        shares = [begin + (end - begin) * step / steps for step in range(1, steps)]
        between = tuple(point(place_on(side, share)) for share in shares)
        grid.streets.edge(u, v, grid.names[side], Kind.STREET, between)


def lay_bridges(grid: Grid) -> None:
    """Lay the few bridges, and the one that is for walking only."""
    for row in (*BRIDGE_ROWS, FOOTBRIDGE_ROW):
        at = river_column(row)
        west = max(column for column, line in grid.corners if line == row and column < at)
        east = min(column for column, line in grid.corners if line == row and column > at)
        kind = Kind.FOOTPATH if row == FOOTBRIDGE_ROW else Kind.STREET
        name = "Ropewalk Footbridge" if kind is Kind.FOOTPATH else f"{BRIDGES[row]} Bridge"
        shares = [west + (east - west) * step / 4 for step in (1, 2, 3)]
        between = tuple(point((column, row)) for column in shares)
        grid.streets.edge(grid.corners[west, row], grid.corners[east, row], name, kind, between)


BRIDGES: Final = {4: "Wherry", 12: "Saltern", 16: "Capstan", 25: "Heron"}
