"""Lengths from every node to each of many schools, searched together and kept for reuse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Final

import numpy as np
from scipy.sparse.csgraph import dijkstra

from geography.core import core_of
from geography.lengths import Basis, BoolArray, FloatArray, IntArray, NodeArray
from geography.network import Network
from geography.snapping import Snap, Snaps
from geography.trees import KEPT, Tree, seeds_of, tree_digest, with_roots
from records.measurement import Way

AT_ONCE_BYTES: Final = 64_000_000
"""How much memory one search for several schools may fill before the next is begun."""


def lengths_to(
    network: Network, gate_sets: Sequence[Sequence[Snap]], way: Way, basis: Basis
) -> list[Tree]:
    """Return a tree of lengths for each set of gates, kept ones first, the others searched."""
    digests = [tree_digest(network, gates, way, basis) for gates in gate_sets]
    found = {digest: kept.made(digest) for digest in digests if (kept := KEPT.get(digest))}
    wanted = {
        digest: gates
        for digest, gates in zip(digests, gate_sets, strict=True)
        if digest not in found
    }
    root = len(network.node_ids)
    rows = searched(network, list(wanted.values()), way, basis, np.inf)
    for digest, nm in zip(wanted, rows, strict=True):
        found[digest] = KEPT.put(digest, Tree(nm, None, root, digest))
    return [found[digest] for digest in digests]


def searched(
    network: Network,
    gate_sets: Sequence[Sequence[Snap]],
    way: Way,
    basis: Basis,
    limit_nm: float,
) -> Iterator[FloatArray]:
    """Give each set's lengths, shape (nodes,), infinite beyond the limit; none of them is kept."""
    if not gate_sets:
        return
    core = core_of(network, way, basis)
    seeds = [seeds_of(network, gates, way, basis) for gates in gate_sets]
    climbed = [core.climb(each) for each in seeds]
    matrix, size = with_roots(core.graph, [begin for begin, _ in climbed]), len(core.nodes)
    together = max(1, AT_ONCE_BYTES // (8 * len(core.number)))
    for first in range(0, len(gate_sets), together):
        last = min(first + together, len(gate_sets))
        rows = dijkstra(matrix, indices=size + np.arange(first, last), limit=limit_nm)
        yield from core.filled(rows[:, :size], [known for _, known in climbed[first:last]])


@dataclass(frozen=True, slots=True)
class Leavings:
    """Many homes about to set out, as columns of n rows.

    ``edge`` and its ends ``u`` and ``v``; how far along it from u the home is; what it is to either
    end (infinite where that may not be gone); whether it is driven one way, or closed.
    """

    edge: IntArray
    u: NodeArray
    v: NodeArray
    from_u: IntArray
    to_u: FloatArray
    to_v: FloatArray
    oneway: BoolArray
    closed: BoolArray

    def only(self, which: IntArray) -> Leavings:
        """Return some of the homes alone."""
        return Leavings(*(getattr(self, each.name)[which] for each in fields(self)))

    def towards(self, nm: FloatArray, gates: Sequence[Snap], basis: Basis) -> FloatArray:
        """Return each home's length to the nearest of these gates, whose lengths are ``nm``."""
        length: FloatArray = np.minimum(self.to_u + nm[self.u], self.to_v + nm[self.v])
        for gate in gates:
            here = np.flatnonzero((self.edge == gate.edge) & ~self.closed)
            if len(here):
                at = gate.place.ground_nm if basis is Basis.GROUND else gate.place.grid_nm
                onward = here[~(self.oneway[here] & (self.from_u[here] > at))]
                length[onward] = np.minimum(length[onward], np.abs(self.from_u[onward] - at))
        return length


def leavings_of(network: Network, homes: Snaps, way: Way, basis: Basis) -> Leavings:
    """Return how snapped homes may set out along the network."""
    edge = homes.edge
    from_u = homes.ground_nm if basis is Basis.GROUND else homes.grid_nm
    whole = network.edge_nm(basis)[edge]
    oneway = network.oneway[edge] & (way is Way.ROAD)
    closed = np.zeros(len(edge), dtype=np.bool_)
    if network.changed is not None:
        closed = network.changed.closed[edge]
    # At an end of its edge a home may set out from there, whatever holds for the edge itself.
    not_by_u, not_by_v = (oneway | closed) & (from_u > 0), closed & (from_u < whole)
    return Leavings(
        edge=edge,
        u=network.u[edge],
        v=network.v[edge],
        from_u=from_u,
        to_u=np.where(not_by_u, np.inf, from_u),
        to_v=np.where(not_by_v, np.inf, whole - from_u),
        oneway=oneway,
        closed=closed,
    )
