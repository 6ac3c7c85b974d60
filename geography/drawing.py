"""What a map needs to draw a network: its lines in a box, or all of them, as plain numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final

import numpy as np

from geography.lengths import BoolArray, FloatArray, IntArray
from geography.network import Network, Point

Box = tuple[float, float, float, float]
"""West, south, east and north in grid metres."""

STRAIGHT: Final = 0.97
"""From what share of its length on a line's ends lie apart, its name can be written along it."""


class Passes(IntEnum):
    """Who may pass a line. ``ALL`` too where the network does not say what vehicles may do."""

    ALL = 0
    ON_FOOT = 1
    VEHICLES = 2
    NOBODY = 3


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Every segment of a network: ``segments``, shape (n, 4), from east, north to east, north.

    ``passes``, shape (n,), holds a ``Passes`` for each; ``lines`` is how many lines there are.
    """

    segments: FloatArray
    passes: IntArray
    lines: int


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Streets' names with where to write them: ``ends``, shape (n, 4), of lines nearly straight."""

    words: tuple[str, ...]
    ends: FloatArray


def names_of(network: Network) -> Names:
    """Return the names of lines that are straight enough for a word to be written along them."""
    points, first = network.points, network.first
    ends = np.concatenate([points[first[:-1]], points[first[1:] - 1]], axis=1)
    chord = np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1])
    named = np.array([bool(name) for name in network.names], dtype=np.bool_)
    fit = np.flatnonzero(named & (chord * 1e9 > STRAIGHT * network.grid_nm))
    return Names(tuple(network.names[edge] for edge in fit.tolist()), ends[fit])


def drawing_of(network: Network) -> Drawing:
    """Return all segments of a network, whatever may pass them."""
    points, first = network.points, network.first
    within = np.ones(max(len(points) - 1, 0), dtype=np.bool_)
    within[first[1:-1] - 1] = False  # from the end of one line to the start of the next
    owner = np.repeat(np.arange(len(network.edge_ids)), np.maximum(np.diff(first) - 1, 0))
    segments = np.concatenate([points[:-1], points[1:]], axis=1)[within]
    return Drawing(segments, passes_of(network)[owner], len(network.edge_ids))


@lru_cache(maxsize=4)
def passes_of(network: Network) -> IntArray:
    """Return a ``Passes`` for every edge, shape (edges,)."""
    count = len(network.edge_ids)
    foot = network.foot if network.foot is not None else np.ones(count, dtype=np.bool_)
    # Where vehicles are not told of, a walked line is simply a line; the others are not walked.
    motor = network.motor if network.motor is not None else np.ones(count, dtype=np.bool_)
    return np.where(foot, 0, 2) + np.where(motor, 0, 1)


def edges_in(network: Network, box: Box, walked: bool | None = None) -> list[tuple[Point, ...]]:
    """Return the lines whose surroundings touch the box, in order of edge id, whole and uncut.

    With ``walked`` only those that may be walked, or (False) only those that may not.
    """
    numbers = numbers_in(network, box)
    if walked is not None:
        on_foot = passes_of(network) < Passes.VEHICLES
        numbers = [edge for edge in numbers if bool(on_foot[edge]) is walked]
    return [points_of(network, edge) for edge in numbers]


def named_edges_in(network: Network, box: Box) -> list[tuple[str, str, tuple[Point, ...]]]:
    """Return the same lines, each with its edge id and the street's name (may be empty)."""
    return [
        (network.edge_ids[edge], network.names[edge], points_of(network, edge))
        for edge in numbers_in(network, box)
    ]


def numbers_in(network: Network, box: Box) -> list[int]:
    """Return the indices of the edges whose bounding boxes meet the box."""
    found: list[int] = np.flatnonzero(meets(boxes_of(network), box)).tolist()
    return found


@lru_cache(maxsize=4)
def boxes_of(network: Network) -> FloatArray:
    """Return the box around every edge, shape (edges, 4).

    A scan of these answers in a millisecond for half a million lines, and takes no tree to build.
    """
    starts = network.first[:-1]
    low = np.minimum.reduceat(network.points, starts, axis=0)
    high = np.maximum.reduceat(network.points, starts, axis=0)
    return np.concatenate([low, high], axis=1)


def meets(boxes: FloatArray, box: Box) -> BoolArray:
    """Say of each of many boxes whether it meets the one."""
    west, south, east, north = box
    found: BoolArray = (
        (boxes[:, 0] <= east)
        & (boxes[:, 2] >= west)
        & (boxes[:, 1] <= north)
        & (boxes[:, 3] >= south)
    )
    return found


def points_of(network: Network, edge: int) -> tuple[Point, ...]:
    """Return the points of one edge as plain tuples."""
    return tuple((east, north) for east, north in network.line(edge).tolist())
