"""Links that end where the file's area does: a box was cut out, and what lies beyond is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from geography.checking import some_of
from geography.lengths import FloatArray, IntArray
from geography.network import Network

ON_THE_EDGE_M: Final = 0.01
"""How near to a side of the box around everything a dead end counts as lying on it."""

AT_LEAST: Final = 3
"""From how many links that end on one side it is taken for cut. The box is drawn around the
outermost points, so that one or two lie on each side of any network."""

SIDES: Final = ("west", "south", "east", "north")


def clipped_lines(network: Network) -> Iterator[str]:
    """Say how many links end on a straight edge of the area, on which sides, and name some.

    A file that was cut along a bent boundary does not show it this way.
    """
    end, inner, edge = dead_ends(network)
    found: dict[str, IntArray] = {}
    for side, outermost, along in zip(SIDES, network.extent(), (0, 1, 0, 1), strict=True):
        on_it, runs_on_it = (
            np.abs(points[:, along] - outermost) <= ON_THE_EDGE_M for points in (end, inner)
        )
        # A street that lies along the side is not cut there: its end comes from no further inside.
        links_there = np.unique(edge[on_it & ~runs_on_it])
        if len(links_there) >= AT_LEAST:
            found[side] = links_there
    if not found:
        return
    links = np.unique(np.concatenate(list(found.values()))).tolist()
    named = some_of([network.edge_ids[link] for link in links])
    yield (
        f"{len(links):,} links end on the {' and '.join(found)} edge of the area, where the file "
        f"seems to be cut; what lies beyond is not there: {named}."
    )


def dead_ends(network: Network) -> tuple[FloatArray, FloatArray, IntArray]:
    """Return the points at which one link alone ends, the next point along it, both of shape
    (ends, 2), and which link that is.
    """
    ends = np.concatenate([network.u, network.v])
    edge = np.concatenate([np.arange(len(network.u))] * 2)
    begin, last = network.first[:-1], network.first[1:] - 1
    alone = np.bincount(ends, minlength=len(network.node_ids))[ends] == 1
    point = network.points[np.concatenate([begin, last])[alone]]
    inner = network.points[np.concatenate([begin + 1, last - 1])[alone]]
    return point, inner, edge[alone]
