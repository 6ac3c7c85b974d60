"""Builds a Network from a table of lines: puts it in order, measures every edge, seals it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from geography.checking import notes_on
from geography.grid import scale_factors
from geography.lengths import BoolArray, FloatArray, IntArray, NodeArray, nanometres
from geography.network import Network, Point

DIGEST_FORM: Final = b"milepost network 1\n"

Array = TypeVar("Array", bound=NDArray[np.generic])


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a network as somebody gives it, drawn from node u to node v."""

    id: str
    u: str
    v: str
    points: tuple[Point, ...]
    name: str = ""
    motor: bool | None = None
    oneway: bool = False


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


def network_of(name: str, lines: Iterable[Line]) -> Network:
    """Build a network from lines; all of them say whether motor vehicles pass, or none does."""
    kept = list(lines)
    says_motor = bool(kept) and all(line.motor is not None for line in kept)
    return build(
        name,
        LineTable(
            ids=[line.id for line in kept],
            u=[line.u for line in kept],
            v=[line.v for line in kept],
            names=[line.name for line in kept],
            points=np.array([point for line in kept for point in line.points], dtype=np.float64),
            counts=np.array([len(line.points) for line in kept], dtype=np.int64),
            motor=np.array([bool(line.motor) for line in kept]) if says_motor else None,
            oneway=np.array([line.oneway for line in kept], dtype=np.bool_),
        ),
    )


def id_order(identifier: str) -> tuple[int, int, str, str]:
    """Order ids that are whole numbers by value, before all others in order of their letters."""
    if not (identifier.isascii() and identifier.isdigit()):
        return (1, 0, identifier, "")
    digits = identifier.lstrip("0")
    return (0, len(digits), digits, identifier)


def build(name: str, table: LineTable) -> Network:
    """Put the lines in order of id, measure them and seal the whole under its digest."""
    table = in_order(table)
    node_ids = tuple(sorted({*table.u, *table.v}, key=id_order))
    index = {node: position for position, node in enumerate(node_ids)}
    u = np.array([index[node] for node in table.u], dtype=np.int32)
    v = np.array([index[node] for node in table.v], dtype=np.int32)
    first = np.concatenate([[0], np.cumsum(table.counts)]).astype(np.int64)
    grid_m, ground_m = segment_lengths(table.points, first)
    starts = first[:-1] - np.arange(len(table.ids))
    grid_nm = nanometres(np.add.reduceat(grid_m, starts))
    component = parts(u, v, len(node_ids))
    return Network(
        name=name,
        digest=digest_of(table),
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
    )


def in_order(table: LineTable) -> LineTable:
    """Return the table with its lines in order of their ids."""
    order = sorted(range(len(table.ids)), key=lambda row: id_order(table.ids[row]))
    starts = np.cumsum(table.counts) - table.counts
    rows = np.array(order, dtype=np.int64)
    pieces = [table.points[starts[row] : starts[row] + table.counts[row]] for row in order]
    return LineTable(
        ids=[table.ids[row] for row in order],
        u=[table.u[row] for row in order],
        v=[table.v[row] for row in order],
        names=[table.names[row] for row in order],
        points=np.ascontiguousarray(np.concatenate(pieces)),
        counts=table.counts[rows],
        motor=None if table.motor is None else table.motor[rows],
        oneway=table.oneway[rows],
    )


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
    joined = coo_matrix((np.ones(len(u), dtype=np.int8), (u, v)), shape=(nodes, nodes))
    _, component = connected_components(joined, directed=False)
    return np.asarray(component, dtype=np.int32)


def digest_of(table: LineTable) -> str:
    """Return the SHA-256 of everything that can change a measurement or its words, as hex."""
    words = [list(table.ids), list(table.u), list(table.v), list(table.names)]
    sealing = hashlib.sha256(DIGEST_FORM + json.dumps(words).encode())
    sealing.update(table.counts.astype("<i8").tobytes() + table.points.astype("<f8").tobytes())
    sealing.update(b"motor unknown" if table.motor is None else table.motor.tobytes())
    sealing.update(table.oneway.tobytes())
    return sealing.hexdigest()


def sealed(array: Array) -> Array:
    """Make an array read-only, since a network never changes."""
    array.flags.writeable = False
    return array
