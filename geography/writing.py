"""Writes a network as the CSV file of edges that it can be read from again, to the last bit."""

from __future__ import annotations

import csv
import io

from geography.network import Network


def edges_csv(network: Network) -> str:
    """Return the network as CSV text; reading it back gives a network of the same digest."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    says_motor = network.motor is not None
    writer.writerow(["edge", "u", "v", "name", *["motor"] * says_motor, "oneway", "wkt_bng"])
    for edge, edge_id in enumerate(network.edge_ids):
        u, v = network.node_ids[network.u[edge]], network.node_ids[network.v[edge]]
        motor = [] if network.motor is None else [yes_no(bool(network.motor[edge]))]
        oneway = yes_no(bool(network.oneway[edge]))
        row = [edge_id, u, v, network.names[edge], *motor, oneway, wkt(network, edge)]
        writer.writerow(row)
    return out.getvalue()


def wkt(network: Network, edge: int) -> str:
    """Return one line as WKT with as many digits as its numbers have."""
    points = ", ".join(f"{east!r} {north!r}" for east, north in network.line(edge).tolist())
    return f"LINESTRING ({points})"


def yes_no(flag: bool) -> str:
    """Return yes or no."""
    return "yes" if flag else "no"
