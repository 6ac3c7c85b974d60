"""Shortest-path trees grown from a gate against the direction of travel, kept for reuse."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from geography.graph import Graph, graph_of
from geography.lengths import Basis, FloatArray, NodeArray
from geography.network import Network
from geography.snapping import Snap
from records.measurement import Way

CACHE_BYTES: Final = 256_000_000
"""How much memory trees may keep: over 3,000 gates of a district, or 200 of a large county."""


@dataclass(frozen=True, slots=True)
class End:
    """An end of a snapped edge by which it is left or reached, and how far along the edge it is."""

    node: int
    at_v: bool
    nm: int


@dataclass(frozen=True, slots=True)
class Tree:
    """Each node's way to the nearest of some gates, shape (nodes,): how far in whole nanometres
    (infinite where there is none), and the next node, or ``root`` where the gate's edge begins.
    """

    nm: FloatArray
    next_node: NodeArray
    root: int


def ends(network: Network, snap: Snap, way: Way, basis: Basis, leaving: bool) -> tuple[End, ...]:
    """Return the ends by which a snapped edge is left (from a home) or reached (at a gate).

    A one-way edge is driven from u to v: it is left at v and reached at u, save for a place that
    is itself the other end.
    """
    edge, place = snap.edge, snap.place
    from_u = place.ground_nm if basis is Basis.GROUND else place.grid_nm
    at_u = End(int(network.u[edge]), False, from_u)
    at_v = End(int(network.v[edge]), True, int(network.edge_nm(basis)[edge]) - from_u)
    if way is Way.ROAD and network.oneway[edge]:
        onward, other = (at_v, at_u) if leaving else (at_u, at_v)
        return (onward, other) if other.nm == 0 else (onward,)
    return (at_u, at_v)


def grow(network: Network, gates: Sequence[Snap], way: Way, basis: Basis) -> Tree:
    """Return the tree of these gates (the nearest counts), from the cache where it is known."""
    key = (network.digest, way, basis, tuple((gate.edge_id, gate.place) for gate in gates))
    return KEPT.get(key) or KEPT.put(key, fresh_tree(network, gates, way, basis))


def fresh_tree(network: Network, gates: Sequence[Snap], way: Way, basis: Basis) -> Tree:
    """Grow a tree from a root that is joined to the ends of the gates' edges."""
    graph = graph_of(network, way, basis)
    nearest: dict[int, int] = {}
    for gate in gates:
        for end in ends(network, gate, way, basis, leaving=False):
            nearest[end.node] = min(end.nm, nearest.get(end.node, end.nm))
    root = len(network.node_ids)
    nm, next_node = dijkstra(with_root(graph, nearest), indices=root, return_predecessors=True)
    return Tree(nm[:root], next_node[:root].astype(np.int32), root)


def with_root(graph: Graph, seeds: dict[int, int]) -> csr_matrix:
    """Add the root as a last row. Arcs of no length are stored zeros, which the search keeps."""
    nodes = sorted(seeds)
    nm = np.concatenate([graph.nm, np.array([seeds[node] for node in nodes], dtype=np.float64)])
    head = np.concatenate([graph.head, np.array(nodes, dtype=np.int32)])
    start = np.append(graph.start, graph.start[-1] + len(nodes)).astype(np.int32)
    size = len(start) - 1
    return csr_matrix((nm, head, start), shape=(size, size))


@dataclass(slots=True)
class TreeCache:
    """Trees by the digest of all that made them; the least used go when memory is spent."""

    limit: int
    spent: int = 0
    trees: OrderedDict[object, Tree] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def get(self, key: object) -> Tree | None:
        """Return a kept tree and mark it as used just now."""
        with self.lock:
            if key in self.trees:
                self.trees.move_to_end(key)
            return self.trees.get(key)

    def put(self, key: object, tree: Tree) -> Tree:
        """Keep a tree, letting go of the least used while there is too much."""
        with self.lock:
            if key not in self.trees:
                self.trees[key] = tree
                self.spent += size_of(tree)
            while self.spent > self.limit and len(self.trees) > 1:
                _, gone = self.trees.popitem(last=False)
                self.spent -= size_of(gone)
        return tree

    def clear(self) -> None:
        """Let go of all trees."""
        with self.lock:
            self.trees.clear()
            self.spent = 0


def size_of(tree: Tree) -> int:
    """Return how many bytes a tree takes."""
    return int(tree.nm.nbytes + tree.next_node.nbytes)


KEPT: Final = TreeCache(CACHE_BYTES)
"""The trees of this run of the program."""
