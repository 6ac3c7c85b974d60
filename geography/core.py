"""A graph without its dead ends, which one search passes over, and how they are filled in again.

A quarter of a real network's nodes are ends of closes and drives. From any of them there is one way
out, so its length follows from its neighbour's; searching the rest alone takes a third less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from geography.graph import Graph, graph_of
from geography.lengths import Basis, BoolArray, FloatArray, IntArray
from geography.network import Network
from records.measurement import Way

ROUNDS: Final = 12
"""How many nodes deep dead ends are taken off; what hangs deeper stays in the search."""

WORTH_IT: Final = 0.95
"""Where more than this share of the nodes is left, filling in costs more than it saves."""


@dataclass(frozen=True, slots=True)
class DeadEnds:
    """Nodes taken off in one round: each with the node it hangs on, and the lengths between them.

    ``inward`` is the way from the gate into the dead end, ``outward`` from it; infinite for none.
    """

    node: IntArray
    on: IntArray
    inward: FloatArray
    outward: FloatArray


@dataclass(frozen=True, slots=True)
class Core:
    """What is left of a graph, as a matrix of nodes renumbered, and the rounds taken off it.

    ``nodes`` are the nodes that are left; ``number``, shape (nodes,), is where each stands among
    them, or -1. ``round_of`` and ``place_in`` say of the others when and where they were taken off.
    """

    graph: Graph
    nodes: IntArray
    number: IntArray
    rounds: tuple[DeadEnds, ...]
    round_of: IntArray
    place_in: IntArray

    def climb(self, seeds: dict[int, int]) -> tuple[dict[int, int], list[tuple[int, int, int]]]:
        """Follow a gate's nodes out of their dead ends.

        Returns the nodes of the core at which the search begins, by their number there, and the
        lengths known on the way: round, place in it, nanometres.
        """
        begin: dict[int, int] = {}
        known: list[tuple[int, int, int]] = []
        for seed, length in seeds.items():
            node, nm = seed, float(length)
            while self.number[node] < 0 and np.isfinite(nm):
                turn, place = int(self.round_of[node]), int(self.place_in[node])
                known.append((turn, place, int(nm)))
                ends = self.rounds[turn]
                node, nm = int(ends.on[place]), nm + float(ends.outward[place])
            if np.isfinite(nm):
                at = int(self.number[node])
                begin[at] = min(int(nm), begin.get(at, int(nm)))
        return begin, known

    def filled(
        self, rows: FloatArray, known: Sequence[Sequence[tuple[int, int, int]]]
    ) -> FloatArray:
        """Return lengths for every node, shape (gates, all nodes), from those of the core."""
        if not self.rounds:
            return rows
        whole = np.empty((len(rows), len(self.number)), dtype=np.float64)
        whole[:, self.nodes] = rows
        known_in: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for row, of_one in enumerate(known):
            for turn, place, nm in of_one:
                known_in[turn].append((row, place, nm))
        for turn in range(len(self.rounds) - 1, -1, -1):
            ends = self.rounds[turn]
            whole[:, ends.node] = whole[:, ends.on] + ends.inward
            for row, place, nm in known_in[turn]:
                node = ends.node[place]
                whole[row, node] = min(whole[row, node], nm)
        return whole


@lru_cache(maxsize=8)
def core_of(network: Network, way: Way, basis: Basis) -> Core:
    """Take the dead ends off a network's graph, round by round."""
    graph = graph_of(network, way, basis)
    size = len(graph.start) - 1
    tail = np.repeat(np.arange(size), np.diff(graph.start))
    head, nm = graph.head.astype(np.int64), graph.nm
    whole = tail, head, nm
    rounds: list[DeadEnds] = []
    left = np.ones(size, dtype=np.bool_)
    for _ in range(ROUNDS):
        ends = dead_ends(tail, head, nm, size)
        if not len(ends.node):
            break
        rounds.append(ends)
        left[ends.node] = False
        stays = left[tail] & left[head]
        tail, head, nm = tail[stays], head[stays], nm[stays]
    edge = np.empty(0, dtype=np.int64)  # the core is searched for lengths alone
    if left.mean() > WORTH_IT:
        return assembled([], np.ones_like(left), *whole, edge)
    return assembled(rounds, left, tail, head, nm, edge)


def dead_ends(tail: IntArray, head: IntArray, nm: FloatArray, size: int) -> DeadEnds:
    """Find the nodes that have one neighbour only; of two that have each other, the second."""
    pairs = np.unique(
        np.concatenate([tail, head]) * size + np.concatenate([head, tail])
    )  # neighbours whichever way the arc goes
    near, far = pairs // size, pairs % size
    single = np.bincount(near, minlength=size) == 1
    here = single[near] & ~(single[far] & (near < far))
    node, on = near[here], far[here]
    return DeadEnds(node, on, between(on, node, tail, head, nm, size),
                    between(node, on, tail, head, nm, size))  # fmt: skip


def between(
    begin: IntArray, end: IntArray, tail: IntArray, head: IntArray, nm: FloatArray, size: int
) -> FloatArray:
    """Return the length of the arc from each of ``begin`` to its ``end``; infinite without one."""
    arcs, wanted = tail * size + head, begin * size + end  # arcs stand in this order
    at = np.minimum(np.searchsorted(arcs, wanted), max(0, len(arcs) - 1))
    return np.where(arcs[at] == wanted, nm[at], np.inf)


def assembled(
    rounds: list[DeadEnds],
    left: BoolArray,
    tail: IntArray,
    head: IntArray,
    nm: FloatArray,
    edge: IntArray,
) -> Core:
    """Number what is left anew, and note when and where each other node was taken off."""
    nodes = np.flatnonzero(left)
    number = np.full(len(left), -1, dtype=np.int64)
    number[nodes] = np.arange(len(nodes))
    round_of, place_in = np.full(len(left), -1), np.full(len(left), -1)
    for turn, ends in enumerate(rounds):
        round_of[ends.node] = turn
        place_in[ends.node] = np.arange(len(ends.node))
    counts = np.bincount(number[tail], minlength=len(nodes))
    start = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    graph = Graph(start, number[head].astype(np.int32), nm, edge)
    return Core(graph, nodes, number, tuple(rounds), round_of, place_in)
