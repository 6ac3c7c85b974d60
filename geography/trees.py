"""Shortest-path trees grown from a gate against the direction of travel, kept for reuse."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from geography.graph import Graph, graph_of
from geography.lengths import Basis, FloatArray, NodeArray
from geography.network import Network
from geography.problems import StaleTree
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
    ``next_node`` is None where lengths alone were asked for. ``made_from`` is the digest of
    everything that made it.
    """

    nm: FloatArray
    next_node: NodeArray | None
    root: int
    made_from: str

    def made(self, digest: str) -> Tree:
        """Return the tree itself where it was made from this; raises StaleTree otherwise."""
        if self.made_from != digest:
            raise StaleTree(
                "What was kept from an earlier measurement belongs to another network, another "
                "gate or other stretches, so nothing was measured. Close the program and open it "
                "again; then measure once more."
            )
        return self

    def onward(self) -> NodeArray:
        """Return the next node of each; raises ValueError where only lengths were asked for."""
        if self.next_node is None:
            raise ValueError("this tree has lengths only")
        return self.next_node


def ends(network: Network, snap: Snap, way: Way, basis: Basis, leaving: bool) -> tuple[End, ...]:
    """Return the ends by which a snapped edge is left (from a home) or reached (at a gate).

    A one-way edge is driven from u to v: it is left at v and reached at u, save for a place that
    is itself the other end.
    """
    edge, place = snap.edge, snap.place
    from_u = place.ground_nm if basis is Basis.GROUND else place.grid_nm
    at_u = End(int(network.u[edge]), False, from_u)
    at_v = End(int(network.v[edge]), True, int(network.edge_nm(basis)[edge]) - from_u)
    if network.closed(edge):  # only its own two ends may still be stood upon
        return tuple(end for end in (at_u, at_v) if end.nm == 0)
    if way is Way.ROAD and network.oneway[edge]:
        onward, other = (at_v, at_u) if leaving else (at_u, at_v)
        return (onward, other) if other.nm == 0 else (onward,)
    return (at_u, at_v)


def tree_digest(network: Network, gates: Sequence[Snap], way: Way, basis: Basis) -> str:
    """Return the SHA-256 over everything that makes a tree.

    The network's digest holds the stretches in force, and so the day and the ages they are for.
    """
    places = [(gate.edge_id, gate.place) for gate in gates]
    return sha256(repr((network.digest, way, basis, places)).encode()).hexdigest()


def grow(network: Network, gates: Sequence[Snap], way: Way, basis: Basis) -> Tree:
    """Return the tree of these gates (the nearest counts), from the cache where it is known.

    Raises StaleTree where the tree kept was made from anything else.
    """
    digest = tree_digest(network, gates, way, basis)
    kept = KEPT.get(digest)
    if kept is None or kept.next_node is None:
        return KEPT.put(digest, fresh_tree(network, gates, way, basis, digest))
    return kept.made(digest)


def fresh_tree(
    network: Network, gates: Sequence[Snap], way: Way, basis: Basis, digest: str
) -> Tree:
    """Grow a tree from a root that is joined to the ends of the gates' edges."""
    graph = graph_of(network, way, basis)
    root = len(network.node_ids)
    matrix = with_roots(graph, [seeds_of(network, gates, way, basis)])
    nm, next_node = dijkstra(matrix, indices=root, return_predecessors=True)
    return Tree(nm[:root], next_node[:root].astype(np.int32), root, digest)


def seeds_of(network: Network, gates: Sequence[Snap], way: Way, basis: Basis) -> dict[int, int]:
    """Return the nodes from which a gate's edge is entered, and how far the gate then is."""
    nearest: dict[int, int] = {}
    for gate in gates:
        for end in ends(network, gate, way, basis, leaving=False):
            nearest[end.node] = min(end.nm, nearest.get(end.node, end.nm))
    return nearest


def with_roots(graph: Graph, roots: Sequence[dict[int, int]]) -> csr_matrix:
    """Add roots as last rows. Arcs of no length are stored zeros, which the search keeps."""
    nodes = [node for seeds in roots for node in sorted(seeds)]
    lengths = [seeds[node] for seeds in roots for node in sorted(seeds)]
    nm = np.concatenate([graph.nm, np.array(lengths, dtype=np.float64)])
    head = np.concatenate([graph.head, np.array(nodes, dtype=np.int32)])
    rows = graph.start[-1] + np.cumsum([len(seeds) for seeds in roots])
    start = np.concatenate([graph.start, rows]).astype(np.int32)
    size = len(start) - 1
    return csr_matrix((nm, head, start), shape=(size, size))


@dataclass(slots=True)
class TreeCache:
    """Trees by the digest of all that made them; the least used go when memory is spent."""

    limit: int
    spent: int = 0
    trees: OrderedDict[str, Tree] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def get(self, key: str) -> Tree | None:
        """Return a kept tree and mark it as used just now."""
        with self.lock:
            if key in self.trees:
                self.trees.move_to_end(key)
            return self.trees.get(key)

    def put(self, key: str, tree: Tree) -> Tree:
        """Keep a tree, letting go of the least used while there is too much."""
        with self.lock:
            before = self.trees.pop(key, None)
            self.spent += size_of(tree) - (size_of(before) if before else 0)
            self.trees[key] = tree
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
    return int(tree.nm.nbytes + (0 if tree.next_node is None else tree.next_node.nbytes))


KEPT: Final = TreeCache(CACHE_BYTES)
"""The trees of this run of the program."""
