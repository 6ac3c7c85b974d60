"""Builds a Network from a table of lines: puts it in order, measures every edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from geography.checking import notes_on
from geography.grid import scale_factors
from geography.lengths import BoolArray, FloatArray, IntArray, NodeArray, nanometres
from geography.network import Network

Array = TypeVar("Array", bound=NDArray[np.generic])


@dataclass(frozen=True, slots=True)
class LineTable:
    """All lines of a file as columns, already checked. ``points`` has shape (all points, 2) and
    ``counts`` says how many of them each line has (at least two).
    """

    ids: Sequence[str]
    u: Sequence[str]
    v: Sequence[str]
    names: Sequence[str]
    points: FloatArray
    counts: IntArray
    motor: BoolArray | None
    oneway: BoolArray
    foot: BoolArray | None = None
    kinds: Sequence[str] = ()


def id_order(identifier: str) -> tuple[int, int, str, str]:
    """Order ids that are whole numbers by value, before all others in order of their letters."""
    if not (identifier.isascii() and identifier.isdigit()):
        return (1, 0, identifier, "")
    digits = identifier.lstrip("0")
    return (0, len(digits), digits, identifier)


def build(name: str, digest: str, table: LineTable) -> Network:
    """Put the lines in order of id, measure them and keep the whole under its source's digest."""
    return build_ordered(name, digest, in_order(table))


def build_ordered(name: str, digest: str, table: LineTable) -> Network:
    """Build from lines that stand in order of their ids already."""
    node_ids = tuple(sorted({*table.u, *table.v}, key=id_order))
    index = {node: position for position, node in enumerate(node_ids)}
    u = np.array([index[node] for node in table.u], dtype=np.int32)
    v = np.array([index[node] for node in table.v], dtype=np.int32)
    return measured(name, digest, table, node_ids, u, v)


def measured(
    name: str, digest: str, table: LineTable, node_ids: tuple[str, ...], u: NodeArray, v: NodeArray
) -> Network:
    """Measure ordered lines whose ends are known as indices into ``node_ids``."""
    first = np.concatenate([[0], np.cumsum(table.counts)]).astype(np.int64)
    grid_m, ground_m = segment_lengths(table.points, first)
    starts = first[:-1] - np.arange(len(table.ids))
    grid_nm = nanometres(np.add.reduceat(grid_m, starts))
    component = parts(u, v, len(node_ids))
    return Network(
        name=name,
        digest=digest,
        node_ids=node_ids,
        edge_ids=tuple(table.ids),
        names=tuple(table.names),
        u=sealed(u),
        v=sealed(v),
        motor=None if table.motor is None else sealed(table.motor),
        oneway=sealed(table.oneway),
        points=sealed(table.points),
        first=sealed(first),
        segment_grid_m=sealed(grid_m),
        segment_ground_m=sealed(ground_m),
        grid_nm=sealed(grid_nm),
        ground_nm=sealed(nanometres(np.add.reduceat(ground_m, starts))),
        component=sealed(component),
        notes=notes_on(table.ids, node_ids, u, v, table.points, first, grid_nm, component),
        foot=None if table.foot is None else sealed(table.foot),
        kinds=tuple(table.kinds),
    )


def in_order(table: LineTable) -> LineTable:
    """Return the table with its lines in order of their ids."""
    order = sorted(range(len(table.ids)), key=lambda row: id_order(table.ids[row]))
    rows = np.array(order, dtype=np.int64)
    return LineTable(
        ids=[table.ids[row] for row in order],
        u=[table.u[row] for row in order],
        v=[table.v[row] for row in order],
        names=[table.names[row] for row in order],
        points=points_of_rows(table.points, table.counts, rows),
        counts=table.counts[rows],
        motor=None if table.motor is None else table.motor[rows],
        oneway=table.oneway[rows],
        foot=None if table.foot is None else table.foot[rows],
        kinds=[table.kinds[row] for row in order] if table.kinds else (),
    )


def points_of_rows(points: FloatArray, counts: IntArray, rows: IntArray) -> FloatArray:
    """Return the points of these lines, in the order of ``rows``."""
    starts = (np.cumsum(counts) - counts)[rows]
    wanted = counts[rows]
    before = np.repeat(np.cumsum(wanted) - wanted, wanted)
    return np.ascontiguousarray(points[np.repeat(starts, wanted) + np.arange(len(before)) - before])


def segment_lengths(points: FloatArray, first: IntArray) -> tuple[FloatArray, FloatArray]:
    """Return each segment's length on the grid and on the ground, in metres.

    The scale is taken at the segment's midpoint: exact for a scale that changes evenly along it.
    """
    within_a_line = np.ones(len(points) - 1, dtype=np.bool_)
    within_a_line[first[1:-1] - 1] = False
    begin, end = points[:-1][within_a_line], points[1:][within_a_line]
    grid = np.hypot(end[:, 0] - begin[:, 0], end[:, 1] - begin[:, 1])
    return grid, grid / scale_factors((begin + end) / 2)


def parts(u: NodeArray, v: NodeArray, nodes: int) -> NodeArray:
    """Number the parts of the network that are joined, one-way or not; shape (nodes,)."""
    joined = coo_matrix((np.ones(len(u)), (u, v)), shape=(nodes, nodes))
    _, component = connected_components(joined, directed=False)
    return np.asarray(component, dtype=np.int32)


def sealed(array: Array) -> Array:
    """Make an array read-only, since a network never changes."""
    array.flags.writeable = False
    return array
