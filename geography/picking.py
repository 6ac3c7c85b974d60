"""Which line somebody points at on a map, and where the streets of a name are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from geography.drawing import Box, boxes_of, numbers_in
from geography.lengths import IntArray
from geography.locating import distances, locate
from geography.network import Network, Point
from geography.snapping import TIE_M


@dataclass(frozen=True, slots=True)
class Pointed:
    """A line pointed at: where it stands in the network, its nearest point, how far off it is."""

    edge: int
    at: Point
    away_m: float


@dataclass(frozen=True, slots=True)
class Street:
    """The lines of one name that join each other: a name may stand for many streets."""

    name: str
    edges: tuple[int, ...]
    box: Box
    ground_nm: int


def lines_at(network: Network, point: Point, within_m: float, most: int = 8) -> list[Pointed]:
    """Return the lines no farther than ``within_m`` from a point, whoever may pass, nearest first.

    Of lines equally near the smaller id comes first.
    """
    east, north = point
    box = (east - within_m, north - within_m, east + within_m, north + within_m)
    edges = np.array(numbers_in(network, box), dtype=np.int64)
    if not len(edges):
        return []
    here = np.broadcast_to(np.array(point), (len(edges), 2))
    away = distances(network, edges, here)
    order = [at for at in np.argsort(away, kind="stable").tolist() if away[at] <= within_m][:most]
    nearest = edges[order]
    found = locate(network, nearest, here[: len(order)], TIE_M).point if order else ()
    return [
        Pointed(int(edge), (float(foot[0]), float(foot[1])), float(away[at]))
        for edge, foot, at in zip(nearest, found, order, strict=True)
    ]


@lru_cache(maxsize=2)
def streets_of(network: Network) -> tuple[Street, ...]:
    """Return every named street, by name and then from the smallest line id."""
    named = np.array([at for at, name in enumerate(network.names) if name], dtype=np.int64)
    if not len(named):
        return ()
    members: dict[tuple[str, int], list[int]] = defaultdict(list)
    for edge, part in zip(named.tolist(), parts_by_name(network, named).tolist(), strict=True):
        members[network.names[edge], part].append(edge)
    streets = [street_of(network, name, edges) for (name, _), edges in members.items()]
    return tuple(sorted(streets, key=lambda one: (one.name.casefold(), one.edges)))


def parts_by_name(network: Network, named: IntArray) -> IntArray:
    """Return, for each named edge, a number that edges of its name joined to it share."""
    words: dict[str, int] = {}
    word = np.array([words.setdefault(network.names[edge], len(words)) for edge in named])
    count = len(network.node_ids)
    ends = np.concatenate([word * count + network.u[named], word * count + network.v[named]])
    _, node = np.unique(ends, return_inverse=True)
    begin, end = np.split(node, 2)
    size = int(node.max()) + 1
    graph = coo_matrix((np.ones(len(named)), (begin, end)), shape=(size, size))
    _, label = connected_components(graph, directed=False)
    parts: IntArray = label[begin].astype(np.int64)
    return parts


def street_of(network: Network, name: str, edges: list[int]) -> Street:
    """Return a street made of these edges."""
    boxes = boxes_of(network)[edges]
    west, south = boxes[:, :2].min(axis=0)
    east, north = boxes[:, 2:].max(axis=0)
    box = (float(west), float(south), float(east), float(north))
    return Street(name, tuple(edges), box, int(network.ground_nm[edges].sum()))
