"""Checks the coordinates of lines just read: on the National Grid, right way round, not nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from geography.building import LineTable
from geography.grid import EASTINGS, NORTHINGS, what_is_wrong
from geography.lengths import BoolArray, FloatArray


def problems_of_lines(table: LineTable, lines: Sequence[int]) -> list[tuple[int, str]]:
    """Return what is wrong with the lines' coordinates, each with the number of its row's line."""
    owner = np.repeat(np.arange(len(table.ids)), table.counts)
    bad = ~on_the_grid(table.points)
    if bad.any():
        return list(bad_points(table.points, bad, owner, lines))
    wrong_way = what_is_wrong(*table.points.mean(axis=0).tolist())
    if wrong_way is not None:
        return [(lines[0], f"the middle of all lines, {wrong_way}.")]
    return list(dots(table, owner, lines))


def on_the_grid(points: FloatArray) -> BoolArray:
    """Say of each point whether it is finite, in metres and on the grid."""
    east, north = points[:, 0], points[:, 1]
    degrees = (np.abs(east) < 180) & (np.abs(north) < 180)
    inside = (east >= EASTINGS[0]) & (east <= EASTINGS[1])
    inside &= (north >= NORTHINGS[0]) & (north <= NORTHINGS[1])
    return inside & ~degrees


def bad_points(
    points: FloatArray,
    bad: BoolArray,
    owner: np.ndarray[tuple[int], np.dtype[np.int64]],
    lines: Sequence[int],
) -> Iterator[tuple[int, str]]:
    """Give the first bad point of each line that has one."""
    rows, firsts = np.unique(owner[bad], return_index=True)
    for row, point in zip(rows, points[bad][firsts].tolist(), strict=True):
        yield lines[row], f"{what_is_wrong(*point)}."


def dots(
    table: LineTable, owner: np.ndarray[tuple[int], np.dtype[np.int64]], lines: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """Give the lines without length that begin and end at one node: they join nothing.

    A line without length between two nodes is kept: it is how networks join what touches.
    """
    starts = np.cumsum(table.counts) - table.counts
    moved = (table.points != table.points[starts][owner]).any(axis=1)
    has_length = np.bincount(owner, weights=moved, minlength=len(table.ids)) > 0
    for row in np.flatnonzero(~has_length).tolist():
        if table.u[row] == table.v[row]:
            yield lines[row], "is a line without length from a node to itself; expected a length."
