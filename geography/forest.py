"""Lengths from every node to each of many schools, searched together and kept for reuse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from scipy.sparse.csgraph import dijkstra

from geography.graph import graph_of
from geography.lengths import Basis, FloatArray
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
    size = len(network.node_ids)
    matrix = with_roots(
        graph_of(network, way, basis),
        [seeds_of(network, gates, way, basis) for gates in gate_sets],
    )
    together = max(1, AT_ONCE_BYTES // (8 * size))
    for first in range(0, len(gate_sets), together):
        roots = size + np.arange(first, min(first + together, len(gate_sets)))
        for row in dijkstra(matrix, indices=roots, limit=limit_nm):
            yield row[:size]


class Leavings:
    """Many homes about to set out: how far each is from the two ends of its edge."""

    def __init__(self, network: Network, homes: Snaps, way: Way, basis: Basis) -> None:
        self.network, self.homes, self.basis = network, homes, basis
        edge = homes.edge
        self.u, self.v = network.u[edge], network.v[edge]
        self.from_u = homes.ground_nm if basis is Basis.GROUND else homes.grid_nm
        whole = network.edge_nm(basis)[edge]
        self.oneway = network.oneway[edge] & (way is Way.ROAD)
        self.closed = np.zeros(len(edge), dtype=np.bool_)
        if network.changed is not None:
            self.closed = network.changed.closed[edge]
        # At an end of its edge a home may set out from there, whatever holds for the edge itself.
        not_by_u = (self.oneway | self.closed) & (self.from_u > 0)
        not_by_v = self.closed & (self.from_u < whole)
        self.to_u = np.where(not_by_u, np.inf, self.from_u)
        self.to_v = np.where(not_by_v, np.inf, whole - self.from_u)

    def towards(self, nm: FloatArray, gates: Sequence[Snap]) -> FloatArray:
        """Return each home's length to the nearest of these gates, whose lengths are ``nm``."""
        length: FloatArray = np.minimum(self.to_u + nm[self.u], self.to_v + nm[self.v])
        for gate in gates:
            here = np.flatnonzero((self.homes.edge == gate.edge) & ~self.closed)
            if len(here):
                at = gate.place.ground_nm if self.basis is Basis.GROUND else gate.place.grid_nm
                onward = here[~(self.oneway[here] & (self.from_u[here] > at))]
                length[onward] = np.minimum(length[onward], np.abs(self.from_u[onward] - at))
        return length
