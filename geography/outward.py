"""Lengths from one home to many gates by a single search outward, with no tree grown or kept.

A school's tree serves every home and is worth keeping. On a network that was changed a moment ago
none is kept yet, and one search from the home costs what one of eighty trees would.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from geography.building import sealed
from geography.graph import Graph, graph_of
from geography.lengths import Basis, FloatArray
from geography.network import Network
from geography.snapping import Snap
from geography.trees import ends, with_roots
from records.measurement import Way


@lru_cache(maxsize=8)
def nanometres_out(network: Network, home: Snap, way: Way, basis: Basis) -> FloatArray:
    """Return how far each node is from a home, shape (nodes,); infinite where there is no way."""
    graph, size = onward_graph(network, way, basis), len(network.node_ids)
    seeds: dict[int, int] = {}
    for end in ends(network, home, way, basis, leaving=True):
        seeds[end.node] = min(end.nm, seeds.get(end.node, end.nm))
    found: FloatArray = dijkstra(with_roots(graph, [seeds]), indices=size)
    return sealed(found[:size])


def nanometres_to(
    network: Network, nm: FloatArray, gates: Sequence[Snap], way: Way, basis: Basis
) -> float:
    """Return how far the nearest of some gates is by an end of its line, from ``nanometres_out``.

    Going straight along the home's own line is not looked at here.
    """
    reached = (
        float(nm[end.node]) + end.nm
        for gate in gates
        for end in ends(network, gate, way, basis, leaving=False)
    )
    return min(reached, default=np.inf)


@lru_cache(maxsize=4)
def onward_graph(network: Network, way: Way, basis: Basis) -> Graph:
    """Return the arcs in the direction of travel, without the ids of their edges."""
    towards = graph_of(network, way, basis)
    size = len(towards.start) - 1
    # Stored zeros, the arcs of no length, come through a transposition.
    onward = csr_matrix((towards.nm, towards.head, towards.start), shape=(size, size)).T.tocsr()
    nothing = np.empty(0, dtype=np.int64)
    return Graph(onward.indptr, onward.indices, onward.data, nothing)
