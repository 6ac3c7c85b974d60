"""The network as arcs towards a gate, the shortest of parallel edges kept with its id."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from geography.lengths import Basis, FloatArray, IntArray, NodeArray
from geography.network import Network
from records.measurement import Way


@dataclass(frozen=True, slots=True)
class Graph:
    """Arcs against the direction of travel, in compressed rows (CSR).

    The arc from a to b says: from b one may go to a along edge ``edge``, which is ``nm``
    nanometres long. A search from the gate along the arcs so gives each node's way to the gate.
    """

    start: NodeArray
    head: NodeArray
    nm: FloatArray
    edge: IntArray

    def edge_between(self, tail: int, head: int) -> int:
        """Return the edge of the arc from ``tail`` to ``head``."""
        begin, end = self.start[tail], self.start[tail + 1]
        return int(self.edge[begin + np.searchsorted(self.head[begin:end], head)])


@lru_cache(maxsize=8)
def graph_of(network: Network, way: Way, basis: Basis) -> Graph:
    """Build the arcs that may be used that way, weighed by the length that decides."""
    tail, head, edge = arcs(network, way)
    nm = network.edge_nm(basis)[edge]
    # csr_matrix would add parallel arcs together: the shortest is kept, then the smallest edge id.
    order = np.lexsort((edge, nm, head, tail))
    tail, head, edge, nm = tail[order], head[order], edge[order], nm[order]
    fresh = np.ones(len(tail), dtype=np.bool_)
    fresh[1:] = (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])
    counts = np.bincount(tail[fresh], minlength=len(network.node_ids))
    return Graph(
        start=np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
        head=head[fresh],
        nm=nm[fresh].astype(np.float64),
        edge=edge[fresh],
    )


def arcs(network: Network, way: Way) -> tuple[NodeArray, NodeArray, IntArray]:
    """Return tails, heads and edges of all arcs; walking ignores one-way, and loops lead nowhere.

    Driving an edge from u to v makes the arc from v to u: arcs point away from the gate.
    """
    usable = network.usable(way) & (network.u != network.v)
    onward = np.flatnonzero(usable)
    back = np.flatnonzero(usable & both_ways(network, way))
    tail = np.concatenate([network.v[onward], network.u[back]])
    head = np.concatenate([network.u[onward], network.v[back]])
    return tail, head, np.concatenate([onward, back])


def both_ways(network: Network, way: Way) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Say of every edge whether it may be used against its direction as well."""
    if way is Way.WALKING:
        return np.ones(len(network.edge_ids), dtype=np.bool_)
    return ~network.oneway
