"""How far a school can be reached from along the network: the true distance, not a circle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely

from geography.forest import lengths_to
from geography.lengths import NANOMETRES_PER_MILLIMETRE, Basis, FloatArray
from geography.measuring import snap_gates
from geography.network import Network, Point
from geography.snapping import Snap
from records.measurement import Way
from records.school import Gate

HULL_RATIO: Final = 0.15
"""How closely the outline follows the streets: 0 as tight as can be, 1 their convex hull."""

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Boundary:
    """Everywhere on the network from which a school lies within a limit.

    ``lines`` are the lines and parts of lines within it, in grid metres; ``ends`` the points at
    which the limit is reached exactly. ``outline`` runs around them all, for the eye alone: a home
    inside it may lie beyond, on a street that leads away.
    """

    limit_mm: int
    lines: tuple[tuple[Point, ...], ...]
    ends: tuple[Point, ...]
    outline: tuple[tuple[Point, ...], ...]


def boundary(
    network: Network,
    gates: Sequence[Gate],
    limit_mm: int,
    way: Way = Way.WALKING,
    basis: Basis = Basis.GROUND,
) -> Boundary:
    """Return from where the nearest of these gates lies no farther than a limit.

    Raises UnusablePosition and NotMeasurable as ``measure`` does.
    """
    snapped = snap_gates(network, gates, way)
    (tree,) = lengths_to(network, [snapped], way, basis)
    limit = float(limit_mm * NANOMETRES_PER_MILLIMETRE)
    lines: list[tuple[Point, ...]] = []
    ends: list[Point] = []
    for edge, whole, parts in reached(network, tree.nm, snapped, limit, way, basis):
        for part in parts:
            piece = part_of(network, edge, part, whole, basis)
            lines.append(piece)
            at_limit = (part[0] > 0, part[1] < whole)
            ends += [piece[-at] for at, is_end in enumerate(at_limit) if is_end]
    return Boundary(limit_mm, tuple(lines), tuple(ends), outline_of(lines))


def reached(
    network: Network,
    nm: FloatArray,
    gates: Sequence[Snap],
    limit: float,
    way: Way,
    basis: Basis,
) -> Iterator[tuple[int, float, list[Interval]]]:
    """Give each edge that is reached, its length, and the parts of it that are, from u."""
    length = network.edge_nm(basis)
    own = {gate.edge for gate in gates}
    for edge in edges_near(network, nm, limit, way, own):
        whole = float(length[edge])
        parts = joined(parts_reached(network, nm, gates, limit, way, basis, edge, whole))
        if parts:
            yield edge, whole, parts


def edges_near(
    network: Network, nm: FloatArray, limit: float, way: Way, own: set[int]
) -> list[int]:
    """Return the edges that may be used and have an end within the limit, or a gate."""
    usable = network.usable(way).copy()
    if network.changed is not None:
        usable &= ~network.changed.closed
    near = usable & ((nm[network.u] <= limit) | (nm[network.v] <= limit))
    near[[edge for edge in own if usable[edge]]] = True
    found: list[int] = np.flatnonzero(near).tolist()
    return found


def parts_reached(
    network: Network,
    nm: FloatArray,
    gates: Sequence[Snap],
    limit: float,
    way: Way,
    basis: Basis,
    edge: int,
    whole: float,
) -> Iterator[Interval]:
    """Give the parts of an edge from which a gate is within the limit: by either end, or on it."""
    one_way = way is Way.ROAD and bool(network.oneway[edge])
    left_by_u, left_by_v = limit - nm[network.u[edge]], limit - nm[network.v[edge]]
    if left_by_u >= 0:
        yield 0.0, 0.0 if one_way else min(whole, float(left_by_u))
    if left_by_v >= 0:
        yield max(0.0, whole - float(left_by_v)), whole
    for gate in gates:
        if gate.edge == edge:
            at = float(gate.place.ground_nm if basis is Basis.GROUND else gate.place.grid_nm)
            yield max(0.0, at - limit), at if one_way else min(whole, at + limit)


def joined(parts: Iterator[Interval]) -> list[Interval]:
    """Join parts that overlap or touch; a part without length is left out where it adds nothing."""
    found: list[Interval] = []
    for begin, end in sorted(parts):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return [part for part in found if part[1] > part[0]]


def part_of(
    network: Network, edge: int, part: Interval, whole: float, basis: Basis
) -> tuple[Point, ...]:
    """Return the points of a part of an edge, told by nanometres from its u end."""
    points = network.line(edge)
    if part == (0.0, whole):
        return tuple((east, north) for east, north in points.tolist())
    first = int(network.first[edge]) - edge
    metres = network.segment_ground_m if basis is Basis.GROUND else network.segment_grid_m
    along = np.concatenate([[0.0], np.cumsum(metres[first : first + len(points) - 1])]) * 1e9
    inner = points[(along > part[0]) & (along < part[1])]
    cut = [[np.interp(at, along, points[:, axis]) for axis in (0, 1)] for at in part]
    line = np.concatenate([cut[:1], inner, cut[1:]])
    return tuple((east, north) for east, north in line.tolist())


def outline_of(lines: Sequence[tuple[Point, ...]]) -> tuple[tuple[Point, ...], ...]:
    """Return the rings around lines; none where there are no three points to go around."""
    points = [point for line in lines for point in line]
    if len(points) < 3:
        return ()
    hull = shapely.concave_hull(shapely.MultiPoint(points), ratio=HULL_RATIO)
    if hull.geom_type != "Polygon":
        return ()
    return (tuple((east, north) for east, north in hull.exterior.coords),)
