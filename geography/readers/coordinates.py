"""Checks the coordinates of lines just read: on the National Grid, right way round, not nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from geography.building import LineTable
from geography.grid import EASTINGS, NORTHINGS, what_is_wrong
from geography.lengths import BoolArray, FloatArray, IntArray

BRITAIN: Final = ((-9.5, 49.0), (4.0, 62.0))
"""South-west and north-east corner, longitude first, of a box around the whole National Grid."""


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


def far_degrees(points: FloatArray, counts: IntArray) -> Iterator[tuple[int, str]]:
    """Give the first point of each line, in degrees, that is far from Great Britain.

    ``counts`` says how many of the points, shape (n, 2), each line has.
    """
    far = np.flatnonzero(~near_britain(points))
    if not len(far):
        return
    rows, firsts = np.unique(np.repeat(np.arange(len(counts)), counts)[far], return_index=True)
    for row, point in zip(rows.tolist(), points[far[firsts]], strict=True):
        longitude, latitude = point.tolist()
        swapped = bool(near_britain(point[np.newaxis, ::-1])[0])
        hint = "; longitude and latitude may have changed places" if swapped else ""
        yield row, f"longitude {longitude}, latitude {latitude} is far from Great Britain{hint}."


def near_britain(points: FloatArray) -> BoolArray:
    """Say of each longitude and latitude whether the National Grid reaches it."""
    (west, south), (east, north) = BRITAIN
    longitude, latitude = points[:, 0], points[:, 1]
    inside = (longitude >= west) & (longitude <= east) & (latitude >= south)
    return np.asarray(inside & (latitude <= north), dtype=np.bool_)


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
