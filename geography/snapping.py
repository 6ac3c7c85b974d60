"""Where a home or a gate meets the network: the nearest point of the nearest edge."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np
import shapely
from scipy.spatial import cKDTree

from geography.lengths import FloatArray, IntArray, millimetres, nanometres
from geography.locating import Located, distances, locate
from geography.network import Network, Point
from geography.problems import NotMeasurable
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
    """Snap one position to the nearest edge of the whole network that may be used that way.

    Closing a stretch moves nobody: where a home meets the network does not depend on it.
    """
    if network.changed is not None:
        return on_pieces(network, snap(network.source, position, way))
    many = snap_all(network, np.array([position], dtype=np.float64), way)
    return only(network, many)


def snap_to(network: Network, position: Point, edge_id: str, near: Point | None = None) -> Snap:
    """Snap a position to the edge that somebody chose instead of the nearest.

    Where ``near`` is given the edge is met at its point nearest to that; the distance told is still
    from the position itself. Raises NotMeasurable where the network has no edge of that id.
    """
    source = network.source
    edge = np.array([edge_number(source, edge_id)], dtype=np.int64)
    found = only(source, snaps_on(source, edge, np.array([near or position], dtype=np.float64)))
    away = nanometres(np.array([math.dist(position, found.place.point)]))
    return on_pieces(network, replace(found, distance_mm=millimetres(int(away[0]))))


def edge_number(network: Network, edge_id: str) -> int:
    """Return where an edge stands. Raises NotMeasurable where the network has none of that id."""
    if edge_id not in numbers_of(network):
        raise NotMeasurable(
            f"The network {network.name} has no line {edge_id}, so nothing was measured. "
            "Choose a line that is on the map."
        )
    return numbers_of(network)[edge_id]


@lru_cache(maxsize=4)
def numbers_of(network: Network) -> dict[str, int]:
    """Return where each edge stands by its id."""
    return {id: number for number, id in enumerate(network.edge_ids)}


def only(network: Network, many: Snaps) -> Snap:
    """Return the one position that was snapped as a value."""
    at, edge = many.at, int(many.edge[0])
    place = Place(
        segment=int(at.segment[0]),
        point=(float(at.point[0, 0]), float(at.point[0, 1])),
        grid_nm=int(many.grid_nm[0]),
        ground_nm=int(many.ground_nm[0]),
    )
    away = millimetres(int(nanometres(at.distance_m)[0]))
    return Snap(edge, network.edge_ids[edge], place, away)


def on_pieces(network: Network, snapped: Snap) -> Snap:
    """Say where a place on a line lies once the line is cut: the first piece that reaches it."""
    pieces = network.changed.pieces.get(snapped.edge) if network.changed else None
    if not pieces:
        return snapped
    place = snapped.place
    piece = next(each for each in pieces if place.grid_nm <= each.end_grid_nm)
    moved = Place(
        place.segment - piece.segment,
        place.point,
        place.grid_nm - piece.begin_grid_nm,
        place.ground_nm - piece.begin_ground_nm,
    )
    return Snap(piece.edge, snapped.edge_id, moved, snapped.distance_mm)


@lru_cache(maxsize=4)
def snaps_kept(network: Network, positions: bytes, way: Way) -> Snaps:
    """Snap positions given as the bytes of their array, so that one caseload is snapped once."""
    return snap_all(network, np.frombuffer(positions, dtype=np.float64).reshape(-1, 2), way)


def snap_all(network: Network, positions: FloatArray, way: Way) -> Snaps:
    """Snap positions, shape (n, 2) in grid metres, as ``snap`` does each."""
    if network.changed is not None:
        return all_on_pieces(network, snap_all(network.source, positions, way))
    return snaps_on(network, nearest_edges(network, positions, way), positions)


def snaps_on(network: Network, edge: IntArray, positions: FloatArray) -> Snaps:
    """Snap each position to the edge chosen for it."""
    at = locate(network, edge, positions, TIE_M)
    return Snaps(
        edge=edge,
        at=at,
        grid_nm=np.minimum(nanometres(at.grid_m), network.grid_nm[edge]),
        ground_nm=np.minimum(nanometres(at.ground_m), network.ground_nm[edge]),
    )


def all_on_pieces(network: Network, snapped: Snaps) -> Snaps:
    """Do as ``on_pieces`` does, for many places; only those on cut lines move."""
    pieces = network.changed.pieces if network.changed else {}
    edge, grid, ground = (
        each.copy() for each in (snapped.edge, snapped.grid_nm, snapped.ground_nm)
    )
    for line, parts in pieces.items():
        whose = np.flatnonzero(snapped.edge == line)
        ends = np.array([part.end_grid_nm for part in parts])
        which = np.searchsorted(ends, snapped.grid_nm[whose])
        edge[whose] = np.array([part.edge for part in parts])[which]
        grid[whose] -= np.array([part.begin_grid_nm for part in parts])[which]
        ground[whose] -= np.array([part.begin_ground_nm for part in parts])[which]
    return Snaps(edge, snapped.at, grid, ground)


def nearest_edges(network: Network, positions: FloatArray, way: Way) -> IntArray:
    """Return the nearest usable edge to each position, the smallest id among equally near ones."""
    search = search_of(network, way)
    # No edge is farther than its own nearest vertex, so only edges within that reach need asking;
    # those whose bounds come as near are found fastest, and how far each is follows anyway.
    reach, _ = search.vertices.query(positions)
    around = (reach + TIE_M)[:, np.newaxis]
    corners = np.hstack([positions - around, positions + around])
    whose, hit = search.edges.query(shapely.box(*corners.T))
    edge = search.usable[hit]
    away = distances(network, edge, positions[whose])
    least = np.full(len(positions), np.inf)
    np.minimum.at(least, whose, away)
    near = away <= least[whose] + TIE_M
    nearest = np.full(len(positions), len(network.edge_ids), dtype=np.int64)
    np.minimum.at(nearest, whose[near], edge[near])
    return nearest


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """What finds the nearest edge: all vertices, a tree of the edges, and which edge each is."""

    vertices: cKDTree
    edges: shapely.STRtree
    usable: IntArray


@lru_cache(maxsize=8)
def search_of(network: Network, way: Way) -> Search:
    """Build what finds the nearest edge that may be used that way."""
    usable = np.flatnonzero(network.usable(way))
    owner = np.repeat(np.arange(len(network.edge_ids)), np.diff(network.first))
    keep = network.usable(way)[owner]
    renumbered = np.cumsum(network.usable(way)) - 1
    lines = shapely.linestrings(network.points[keep], indices=renumbered[owner[keep]])
    return Search(cKDTree(network.points[keep]), shapely.STRtree(lines), usable)


def tree_of_edges(network: Network, way: Way) -> tuple[shapely.STRtree, IntArray]:
    """Return a search tree of the usable edges, and which edge each of its entries is."""
    search = search_of(network.source, way)
    return search.edges, search.usable
