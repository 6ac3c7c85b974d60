"""Where a home or a gate meets the network: the nearest point of the nearest edge."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import shapely

from geography.lengths import FloatArray, IntArray, millimetres, nanometres
from geography.locating import Located, locate
from geography.network import Network, Point
from records.measurement import Way

TIE_M: Final = 1e-6
"""Edges whose distances differ by less lie equally near: two lines that meet at one node are told
apart only by the dust of floating point. The smallest edge id is taken then."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point on an edge: on which of its segments, and how far from the edge's u end."""

    segment: int
    point: Point
    grid_nm: int
    ground_nm: int


@dataclass(frozen=True, slots=True)
class Snap:
    """Where a position meets the network. ``distance_mm`` is on the grid, rounded up."""

    edge: int
    edge_id: str
    place: Place
    distance_mm: int


@dataclass(frozen=True, slots=True)
class Snaps:
    """Many positions on the network as columns, each of shape (n,); lengths are from u."""

    edge: IntArray
    at: Located
    grid_nm: IntArray
    ground_nm: IntArray


@lru_cache(maxsize=4096)
def snap(network: Network, position: Point, way: Way) -> Snap:
    """Snap one position to the nearest edge of the whole network that may be used that way."""
    many = snap_all(network, np.array([position], dtype=np.float64), way)
    at, edge = many.at, int(many.edge[0])
    place = Place(
        segment=int(at.segment[0]),
        point=(float(at.point[0, 0]), float(at.point[0, 1])),
        grid_nm=int(many.grid_nm[0]),
        ground_nm=int(many.ground_nm[0]),
    )
    away = millimetres(int(nanometres(at.distance_m)[0]))
    return Snap(edge, network.edge_ids[edge], place, away)


def snap_all(network: Network, positions: FloatArray, way: Way) -> Snaps:
    """Snap positions, shape (n, 2) in grid metres, as ``snap`` does each."""
    edge = nearest_edges(network, positions, way)
    at = locate(network, edge, positions, TIE_M)
    return Snaps(
        edge=edge,
        at=at,
        grid_nm=np.minimum(nanometres(at.grid_m), network.grid_nm[edge]),
        ground_nm=np.minimum(nanometres(at.ground_m), network.ground_nm[edge]),
    )


def nearest_edges(network: Network, positions: FloatArray, way: Way) -> IntArray:
    """Return the nearest usable edge to each position, the smallest id among equally near ones."""
    tree, usable = tree_of_edges(network, way)
    points = shapely.points(positions)
    _, distance = tree.query_nearest(points, all_matches=False, return_distance=True)
    whose, hit = tree.query(points, predicate="dwithin", distance=distance + TIE_M)
    nearest = np.full(len(positions), len(network.edge_ids), dtype=np.int64)
    np.minimum.at(nearest, whose, usable[hit])
    return nearest


@lru_cache(maxsize=8)
def tree_of_edges(network: Network, way: Way) -> tuple[shapely.STRtree, IntArray]:
    """Return a search tree of the usable edges, and which edge each of its entries is."""
    usable = np.flatnonzero(network.usable(way))
    owner = np.repeat(np.arange(len(network.edge_ids)), np.diff(network.first))
    keep = network.usable(way)[owner]
    renumbered = np.cumsum(network.usable(way)) - 1
    lines = shapely.linestrings(network.points[keep], indices=renumbered[owner[keep]])
    return shapely.STRtree(lines), usable
