"""Tells in plain words what an import brought: lengths, parts, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from geography.building import parts
from geography.checking import note_on_parts
from geography.counted import counted
from geography.imports.clipped import clipped_lines
from geography.imports.links import Tally
from geography.lengths import NANOMETRES_PER_METRE, BoolArray
from geography.network import Network


def report_on(network: Network, tally: Tally) -> tuple[str, ...]:
    """Return the lines of an import's report, the network's own notes last."""
    said_above = set(note_on_parts(network.component))
    notes = [note for note in network.notes if note not in said_above]
    told = (*lengths(network), *parts_lines(network), *tally.lines())
    return (*told, *clipped_lines(network), *notes)


def lengths(network: Network) -> Iterator[str]:
    """Say how many links there are and how long, for walking and for driving."""
    count = len(network.edge_ids)
    everything = np.ones(count, dtype=np.bool_)
    yield f"{counted(count, '{link|links}')} came in, {kilometres(network, everything)} in all."
    on_foot = everything if network.foot is None else network.foot
    yield f"On foot: {kilometres(network, on_foot)}; one-way streets may be walked both ways."
    if network.motor is None:
        yield "By road: nothing says where a vehicle may pass, so no road route can be measured."
    else:
        oneway = kilometres(network, network.motor & network.oneway)
        yield f"By road: {kilometres(network, network.motor)}, of which {oneway} one way only."


def kilometres(network: Network, wanted: BoolArray) -> str:
    """Write the length on the ground of some links."""
    metres = int(network.ground_nm[wanted].sum()) / NANOMETRES_PER_METRE
    return f"{metres / 1000:,.1f} km"


def parts_lines(network: Network) -> Iterator[str]:
    """Say into how many parts the walking and the road network fall."""
    everything = np.ones(len(network.edge_ids), dtype=np.bool_)
    on_foot = everything if network.foot is None else network.foot
    yield from parts_line(network, "walking network", on_foot)
    if network.motor is not None:
        yield from parts_line(network, "road network", network.motor)


def parts_line(network: Network, which: str, wanted: BoolArray) -> Iterator[str]:
    """Say how many parts there are and how much of the length the largest holds."""
    if not wanted.any():
        yield f"The {which} has no links."
        return
    number = parts(network.u[wanted], network.v[wanted], len(network.node_ids))
    length = np.bincount(number[network.u[wanted]], weights=network.ground_nm[wanted])
    held = length[length > 0] if (length > 0).any() else length[:1]
    if len(held) == 1:
        yield f"The {which} is joined throughout."
        return
    share = held.max() / held.sum()
    yield (
        f"The {which} falls into {len(held):,} parts; the largest holds {share:.1%} of its length. "
        "Between parts there is no route."
    )
