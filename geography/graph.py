"""The network as arcs towards a gate, the shortest of parallel edges kept with its id."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from geography.lengths import Basis, BoolArray, FloatArray, IntArray, NodeArray
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


@dataclass(frozen=True, slots=True)
class Arcs:
    """All arcs in order of tail, head, length and edge; parallel ones stand side by side."""

    tail: NodeArray
    head: NodeArray
    edge: IntArray
    nm: IntArray

    def kept(self, which: BoolArray) -> Arcs:
        """Return those arcs for which ``which`` holds."""
        return Arcs(self.tail[which], self.head[which], self.edge[which], self.nm[which])

    def pairs(self) -> IntArray:
        """Return tail and head as one whole number, in which arcs stand in order."""
        return (self.tail.astype(np.int64) << 32) + self.head

    def joined(self, more: Arcs) -> Arcs:
        """Return both in order. Looked up rather than sorted: few are added to very many."""
        ours, theirs = self.pairs(), more.pairs()
        at = np.searchsorted(ours, theirs)
        there = at < len(ours)
        there[there] = ours[at[there]] == theirs[there]
        shorter = np.ones(len(theirs), dtype=np.bool_)
        shorter[there] = more.nm[there] < self.nm[at[there]]
        at = np.where(there & ~shorter, np.searchsorted(ours, theirs, side="right"), at)
        return Arcs(
            np.insert(self.tail, at, more.tail),
            np.insert(self.head, at, more.head),
            np.insert(self.edge, at, more.edge),
            np.insert(self.nm, at, more.nm),
        )


@lru_cache(maxsize=8)
def graph_of(network: Network, way: Way, basis: Basis) -> Graph:
    """Build the arcs that may be used that way, weighed by the length that decides.

    Raises ValueError for a network that was changed for the other way.
    """
    found = in_order(network.source, way, basis)
    if network.changed is not None:
        if network.changed.way is not way:
            raise ValueError(f"the network was changed for {network.changed.way}, not for {way}")
        found = found.kept(~network.changed.closed[found.edge])
        found = found.joined(arcs_after(network, way, basis))
    # csr_matrix would add parallel arcs together: the shortest is kept, then the smallest edge id.
    fresh = np.ones(len(found.tail), dtype=np.bool_)
    fresh[1:] = (found.tail[1:] != found.tail[:-1]) | (found.head[1:] != found.head[:-1])
    counts = np.bincount(found.tail[fresh], minlength=len(network.node_ids))
    return Graph(
        start=np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
        head=found.head[fresh],
        nm=found.nm[fresh].astype(np.float64),
        edge=found.edge[fresh],
    )


@lru_cache(maxsize=8)
def in_order(network: Network, way: Way, basis: Basis) -> Arcs:
    """Return all arcs of a network as it was read, in order."""
    return sorted_arcs(*arcs(network, way), network.edge_nm(basis))


def arcs_after(network: Network, way: Way, basis: Basis) -> Arcs:
    """Return the arcs of pieces and added paths, which stand after the lines of the file."""
    tail, head, edge = arcs(network, way, since=len(network.source.edge_ids))
    return sorted_arcs(tail, head, edge, network.edge_nm(basis))


def sorted_arcs(tail: NodeArray, head: NodeArray, edge: IntArray, edge_nm: IntArray) -> Arcs:
    """Put arcs in order of tail, head, length and edge."""
    nm = edge_nm[edge]
    order = np.lexsort((edge, nm, head, tail))
    return Arcs(tail[order], head[order], edge[order], nm[order])


def arcs(network: Network, way: Way, since: int = 0) -> tuple[NodeArray, NodeArray, IntArray]:
    """Return tails, heads and edges of all arcs; walking ignores one-way, and loops lead nowhere.

    Driving an edge from u to v makes the arc from v to u: arcs point away from the gate. Closed
    edges have none, nor those before number ``since``.
    """
    usable = network.usable(way) & (network.u != network.v)
    usable[:since] = False
    if network.changed is not None:
        usable &= ~network.changed.closed
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
