"""Why there is no route: parts that are not joined, closed stretches, nothing for a vehicle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

import numpy as np

from geography.lengths import Basis
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
    return not_joined(network, home, gates), ()


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


def not_joined(network: Network, home: Snap, gates: Sequence[Snap]) -> str:
    """Say that the home's part of the network is not joined to the school's."""
    home_part = int(network.component[network.u[home.edge]])
    gate_parts = {int(network.component[network.u[gate.edge]]) for gate in gates}
    if home_part in gate_parts:
        return "No way that a motor vehicle may pass joins the home's road and the school's."
    size = int(np.count_nonzero(network.component[network.u] == home_part))
    lines = "one line" if size == 1 else f"{size:,} lines"
    return (
        f"The home meets a part of the network ({lines}) that is not joined to the part the "
        "school meets."
    )
