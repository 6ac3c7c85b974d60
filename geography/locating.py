"""Finds the nearest point along a line that is already chosen, for many positions at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from geography.grid import scale_factors
from geography.lengths import BoolArray, FloatArray, IntArray
from geography.network import Network


@dataclass(frozen=True, slots=True)
class Located:
    """Nearest points along lines as columns of n rows: the segment within the line, the point
    (n, 2), how far away the position lies, and the line's length from its u end up to there.
    """

    segment: IntArray
    point: FloatArray
    distance_m: FloatArray
    grid_m: FloatArray
    ground_m: FloatArray


@dataclass(frozen=True, slots=True)
class Unrolled:
    """The segments of all chosen lines in one row: whose they are, and where each line's begin."""

    whose: IntArray
    start: IntArray
    within: IntArray
    segment: IntArray
    begin: FloatArray
    end: FloatArray


def locate(network: Network, edge: IntArray, positions: FloatArray, tie_m: float) -> Located:
    """Find the point of line ``edge[i]`` nearest to ``positions[i]``.

    Where a line passes equally near twice (within ``tie_m``), the first point from u is taken.
    """
    rows = unroll(network, edge)
    foot = feet(rows, positions)
    away = np.hypot(*(positions[rows.whose] - foot).T)
    nearest = np.minimum.reduceat(away, rows.start)
    chosen = first_true(away <= nearest[rows.whose] + tie_m, rows)
    point, begin = foot[chosen], rows.begin[chosen]
    part_grid = np.hypot(*(point - begin).T)
    part_ground = part_grid / scale_factors((begin + point) / 2)
    before = np.arange(len(rows.whose)) < chosen[rows.whose]
    return Located(
        segment=rows.within[chosen],
        point=point,
        distance_m=away[chosen],
        grid_m=whole_segments(network.segment_grid_m, rows, before) + part_grid,
        ground_m=whole_segments(network.segment_ground_m, rows, before) + part_ground,
    )


def distances(network: Network, edge: IntArray, positions: FloatArray) -> FloatArray:
    """Return how far, in metres on the grid, ``positions[i]`` lies from line ``edge[i]``."""
    rows = unroll(network, edge)
    away = np.hypot(*(positions[rows.whose] - feet(rows, positions)).T)
    nearest: FloatArray = np.minimum.reduceat(away, rows.start)
    return nearest


def unroll(network: Network, edge: IntArray) -> Unrolled:
    """Lay the segments of the chosen lines one after another."""
    counts = network.first[edge + 1] - network.first[edge] - 1
    start = np.cumsum(counts) - counts
    whose = np.repeat(np.arange(len(edge)), counts)
    within = np.arange(len(whose)) - start[whose]
    point = network.first[edge][whose] + within
    return Unrolled(
        whose=whose,
        start=start,
        within=within,
        segment=point - edge[whose],
        begin=network.points[point],
        end=network.points[point + 1],
    )


def feet(rows: Unrolled, positions: FloatArray) -> FloatArray:
    """Return the point of each segment nearest to the position whose segment it is."""
    along = rows.end - rows.begin
    squared = (along**2).sum(axis=1)
    reach = ((positions[rows.whose] - rows.begin) * along).sum(axis=1)
    # A segment without length has one point only: its beginning.
    share = np.clip(np.divide(reach, squared, out=np.zeros_like(reach), where=squared > 0), 0, 1)
    # Exact at both ends: the difference of two grid coordinates fits a double without rounding.
    foot: FloatArray = rows.begin + share[:, np.newaxis] * along
    return foot


def first_true(wanted: BoolArray, rows: Unrolled) -> IntArray:
    """Return, for each line, the row of its first segment for which ``wanted`` holds."""
    row = np.where(wanted, np.arange(len(wanted)), len(wanted))
    return np.minimum.reduceat(row, rows.start).astype(np.int64)


def whole_segments(lengths: FloatArray, rows: Unrolled, before: BoolArray) -> FloatArray:
    """Add up, for each line, the lengths of the segments that come before the chosen one."""
    return np.add.reduceat(np.where(before, lengths[rows.segment], 0.0), rows.start)
