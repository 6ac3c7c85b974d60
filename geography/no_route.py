"""Why there is no route: parts that are not joined, closed stretches, nothing for a vehicle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

import numpy as np

from geography.building import parts, sealed
from geography.lengths import Basis, IntArray, NodeArray
from geography.network import Network
from geography.routes import shortest
from geography.snapping import Snap
from records.measurement import Way


def why_none(
    network: Network, home: Snap, gates: Sequence[Snap], way: Way, basis: Basis
) -> tuple[str, tuple[str, ...]]:
    """Say why there is no route, and which closed stretches alone are in the way (by their ids)."""
    if network.changed is not None and network.changed.why_closed:
        found = shortest(reopened(network), home, gates, way, basis)
        if found is not None:
            return closed_between(network, home, [stretch.edge for stretch in found[1]])
    return not_joined(network, home, gates, way), ()


def reopened(network: Network) -> Network:
    """Return a changed network with nothing closed; its added paths stay."""
    changed = network.changed
    if changed is None:
        return network
    closed = np.zeros(len(network.edge_ids), dtype=np.bool_)
    closed[list(changed.pieces)] = True
    digest = sha256(f"{network.digest} with nothing closed".encode()).hexdigest()
    return replace(network, digest=digest, changed=replace(changed, closed=closed, why_closed={}))


def closed_between(
    network: Network, home: Snap, edges: Sequence[int]
) -> tuple[str, tuple[str, ...]]:
    """Name the closed stretches on the shortest way that there would be without them."""
    why = network.changed.why_closed if network.changed else {}
    shut = [edge for edge in edges if edge in why]
    ids = tuple(dict.fromkeys(id for edge in shut for id in why[edge]))
    streets = list(dict.fromkeys(network.names[edge] for edge in shut if network.names[edge]))
    where = f" ({', '.join(streets)})" if streets else ""
    if network.closed(home.edge):
        return f"The home meets a stretch that is closed{where}: no other way leaves it.", ids
    count = "one of them" if len(ids) == 1 else f"{len(ids)} of them"
    return (
        f"Every way is closed: the shortest without the closed stretches would pass {count}"
        f"{where}.",
        ids,
    )


def not_joined(network: Network, home: Snap, gates: Sequence[Snap], way: Way) -> str:
    """Say that the home's part of what may be used that way is not joined to the school's.

    Where they are joined, one-way streets alone are in the way: on foot there would be a route.
    """
    found = usable_parts(reopened(network), way)
    home_part = int(found.of_node[network.u[home.edge]])
    if home_part in {int(found.of_node[network.u[gate.edge]]) for gate in gates}:
        return (
            "One-way streets leave a motor vehicle no way from the home's road to the school's, "
            "although lines that it may pass join them."
        )
    size = int(found.lines[home_part])
    lines = "one line" if size == 1 else f"{size:,} lines"
    return (
        f"The home meets a part of the {which_network(network, way)} ({lines}) that is not joined "
        "to the part the school meets."
    )


def which_network(network: Network, way: Way) -> str:
    """Name what was searched: all of the network, where all of it may be walked."""
    if way is Way.ROAD:
        return "road network"
    return "network" if network.foot is None else "walking network"


@dataclass(frozen=True, slots=True)
class UsableParts:
    """The parts that edges usable one way join: ``of_node``, shape (nodes,), numbers them, and
    ``lines``, shape (parts,), says how many lines each has.
    """

    of_node: NodeArray
    lines: IntArray


@lru_cache(maxsize=8)
def usable_parts(network: Network, way: Way) -> UsableParts:
    """Count the parts among the edges that may be used that way and are not closed."""
    usable = network.usable(way).copy()
    further = np.zeros(len(usable), dtype=np.bool_)
    if network.changed is not None:
        usable &= ~network.changed.closed
        # A line that was cut is one line still: nothing is closed between its pieces here.
        further[[one.edge for cut in network.changed.pieces.values() for one in cut[1:]]] = True
    of_node = parts(network.u[usable], network.v[usable], len(network.node_ids))
    lines = np.bincount(of_node[network.u[usable & ~further]], minlength=1)
    return UsableParts(sealed(of_node), sealed(lines))
