"""A network with stretches closed and paths added, made from the one that was read.

Nothing of the file's network is touched: a changed network holds the same lines in the same places,
says which may not be used, and has pieces of cut lines and added paths after them. Its digest is
over the file's and every change, so nothing kept for one network is ever used for another.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from typing import Final

import numpy as np

from geography.building import parts, sealed, segment_lengths
from geography.lengths import BoolArray, nanometres
from geography.network import Changed, Network, Piece, Point
from geography.pieces import NewEdge, Pieces, cut_lines
from geography.problems import NotMeasurable
from geography.snapping import Snap, edge_number, snap, snap_to
from records.measurement import Way

ADDED: Final = "added path"
"""The kind of way that an added path is, in networks that name kinds."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A line that may not be used, or the part of it between two positions on or near it.

    ``id`` says which record it comes from; several may share it.
    """

    id: str
    edge: str
    between: tuple[Point, Point] | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """A path that the network lacks, in grid metres from end to end.

    Each end is joined by a straight leg to the nearest point of the nearest line as it was read.
    """

    id: str
    line: tuple[Point, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that is changed about a network for one child, one day and one way."""

    closed: tuple[Closed, ...] = ()
    added: tuple[Added, ...] = ()

    def digest_on(self, network: Network, way: Way) -> str:
        """Return the SHA-256 over the network's own digest, the way and every change."""
        said = [
            network.digest,
            way.value,
            sorted([one.id, one.edge, one.between] for one in self.closed),
            sorted([one.id, one.line, one.name] for one in self.added),
        ]
        return sha256(json.dumps(said).encode()).hexdigest()


@lru_cache(maxsize=16)
def changed(network: Network, changes: Changes, way: Way) -> Network:
    """Return the network as changed for one way; the same network where nothing is changed.

    Raises NotMeasurable for a line that the network does not have, and for a path of fewer than
    two points; ValueError for a network that is changed already.
    """
    if network.changed is not None:
        raise ValueError("a changed network is changed anew from the one that was read")
    if not (changes.closed or changes.added):
        return network
    pieces = cut_lines(network, cuts_of(network, changes, way))
    new = [*pieces.edges, *paths(network, pieces, changes, way)]
    whole = with_edges(network, new, pieces.new_nodes) if new else network
    mask = np.zeros(len(whole.edge_ids), dtype=np.bool_)
    why_closed = closed_by(network, pieces, changes)
    mask[list(why_closed)] = True
    mask[list(pieces.by_line)] = True
    names = {one.id for one in changes.closed} | {one.id for one in changes.added}
    digest = changes.digest_on(network, way)
    return replace(
        whole,
        digest=digest,
        changed=Changed(
            network, way, sealed(mask), pieces.by_line, tuple(sorted(names)), why_closed
        ),
    )


def cuts_of(network: Network, changes: Changes, way: Way) -> list[Snap]:
    """Return every place at which a line must be cut: ends of paths, ends of parts closed."""
    ends = [end for one in changes.added for end in ends_of(network, one, way)]
    parts_closed = [
        snap_to(network, position, one.edge)
        for one in changes.closed
        for position in one.between or ()
    ]
    return [*ends, *parts_closed]


def ends_of(network: Network, path: Added, way: Way) -> tuple[Snap, Snap]:
    """Return where the two ends of an added path meet the network."""
    if len(path.line) < 2:
        raise NotMeasurable("A path needs two points at least, so it was not added. Draw it anew.")
    return snap(network, path.line[0], way), snap(network, path.line[-1], way)


def paths(network: Network, pieces: Pieces, changes: Changes, way: Way) -> list[NewEdge]:
    """Return the added paths as edges between the nodes at which they meet the network."""
    new = []
    for one in changes.added:
        begin, end = ends_of(network, one, way)
        line = (begin.place.point, *one.line, end.place.point)
        u, v = pieces.node_at(network, begin), pieces.node_at(network, end)
        lengths = whole_length(line)
        on_foot = way is Way.WALKING
        new.append(
            NewEdge(one.id, one.name, u, v, line, *lengths, on_foot, not on_foot, False, ADDED)
        )
    return new


def whole_length(line: tuple[Point, ...]) -> tuple[int, int]:
    """Return a line's length on the grid and on the ground, in nanometres."""
    grid, ground = segment_lengths(np.array(line), np.array([0, len(line)]))
    each = nanometres(np.array([grid.sum(), ground.sum()]))
    return int(each[0]), int(each[1])


def closed_by(network: Network, pieces: Pieces, changes: Changes) -> dict[int, tuple[str, ...]]:
    """Return the edges that may not be used, each with the ids of what closes it."""
    found: dict[int, tuple[str, ...]] = {}
    for one in changes.closed:
        for edge in edges_closed(network, pieces, one):
            found[edge] = (*found.get(edge, ()), one.id)
    return found


def edges_closed(network: Network, pieces: Pieces, one: Closed) -> list[int]:
    """Return the edges that a closing takes out: the line, all its pieces, or those of a part."""
    edge = edge_number(network, one.edge)
    if one.between is None:
        return [edge, *(piece.edge for piece in pieces.by_line.get(edge, ()))]
    places = [snap_to(network, position, one.edge).place.grid_nm for position in one.between]
    return [
        piece.edge
        for piece in pieces.by_line.get(edge, (Piece(edge, 0, 0, 0, int(network.grid_nm[edge])),))
        if min(places) <= piece.begin_grid_nm and piece.end_grid_nm <= max(places)
    ]


def with_edges(network: Network, new: list[NewEdge], new_nodes: tuple[str, ...]) -> Network:
    """Return the network with further edges and nodes after its own."""
    points = np.array([point for one in new for point in one.line], dtype=np.float64)
    counts = np.cumsum([len(one.line) for one in new])
    grid_m, ground_m = segment_lengths(points, np.concatenate([[0], counts]).astype(np.int64))
    u = np.concatenate([network.u, np.array([one.u for one in new], dtype=np.int32)])
    v = np.concatenate([network.v, np.array([one.v for one in new], dtype=np.int32)])
    oneway = np.array([one.oneway for one in new], dtype=np.bool_)
    nodes = (*network.node_ids, *new_nodes)
    return replace(
        network,
        node_ids=nodes,
        edge_ids=(*network.edge_ids, *(one.id for one in new)),
        names=(*network.names, *(one.name for one in new)),
        u=sealed(u),
        v=sealed(v),
        motor=longer(network.motor, [one.motor for one in new]),
        foot=longer(network.foot, [one.foot for one in new]),
        kinds=(*network.kinds, *(one.kind for one in new)) if network.kinds else (),
        oneway=sealed(np.concatenate([network.oneway, oneway])),
        points=sealed(np.concatenate([network.points, points])),
        first=sealed(np.concatenate([network.first, len(network.points) + counts])),
        segment_grid_m=sealed(np.concatenate([network.segment_grid_m, grid_m])),
        segment_ground_m=sealed(np.concatenate([network.segment_ground_m, ground_m])),
        grid_nm=sealed(np.concatenate([network.grid_nm, [one.grid_nm for one in new]])),
        ground_nm=sealed(np.concatenate([network.ground_nm, [one.ground_nm for one in new]])),
        component=sealed(parts(u, v, len(nodes))),
    )


def longer(flags: BoolArray | None, more: list[bool]) -> BoolArray | None:
    """Return flags with more after them, None where the network never had any."""
    return None if flags is None else sealed(np.concatenate([flags, np.array(more, np.bool_)]))
