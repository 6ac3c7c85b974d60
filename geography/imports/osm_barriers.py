"""What barriers on OpenStreetMap's ways do: end a link for all, or bar it on foot or by road."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np

from geography.imports.links import Tally
from geography.imports.osm_cutting import Cut
from geography.lengths import BoolArray, IntArray

SHUT: Final = "{gate or the like lets|gates or the like let} nobody past; routes end there"
NOT_DRIVEN: Final = "{link|links} may not be driven for a bollard or the like upon {it|them}"
NOT_WALKED: Final = "{link|links} may not be walked for a gate or the like upon {it|them}"
AT_END: Final = (
    "{barrier stands|barriers stand} where links meet; driving past {it|them} is not prevented"
)
AT_END_ON_FOOT: Final = (
    "{barrier stands|barriers stand} where links meet; walking past {it|them} is not prevented"
)

Barriers = Mapping[int, tuple[bool, bool]]
"""Barriers by the id of their node: may they be passed on foot, and by motor vehicle?"""


def ids_of(nodes: Iterable[int]) -> IntArray:
    """Return nodes' ids as an array."""
    return np.array(list(nodes), dtype=np.int64)


def shut_at(refs: IntArray, barriers: Barriers) -> BoolArray:
    """Say at which of these nodes nobody may pass."""
    return np.isin(refs, ids_of(node for node, passed in barriers.items() if not any(passed)))


def node_names(
    refs: IntArray, cuts: Cut, barriers: Barriers, tally: Tally
) -> tuple[list[str], list[str]]:
    """Name the nodes at both ends of each link; what a shut gate parts gets two names.

    Where more than two links meet at it, nobody knows which of them it shuts: they stay joined.
    """
    ends = refs[np.concatenate([cuts.first, cuts.last])]
    names = [str(ref) for ref in ends.tolist()]
    at_gate = np.flatnonzero(shut_at(ends, barriers))
    met, begin, times = np.unique(ends[at_gate], return_index=True, return_counts=True)
    for place in begin[times == 2].tolist():
        names[at_gate[place]] += " before the gate"
    parted = met[times == 2]
    tally.add(SHUT, [str(node) for node in parted[:5].tolist()], len(parted))
    count = len(cuts.first)
    return names[:count], names[count:]


def barred(
    refs: IntArray, cuts: Cut, barriers: Barriers, used: BoolArray, on_foot: bool, tally: Tally
) -> BoolArray:
    """Say which links have a barrier between their ends that ends walking, or driving.

    ``used`` says which links are walked, or driven, at all. Barriers where links meet are counted.
    """
    which = 0 if on_foot else 1
    barrier = np.isin(refs, ids_of(node for node, may in barriers.items() if not may[which]))
    before = np.concatenate([[0], np.cumsum(barrier)])
    inside = before[cuts.last] - before[cuts.first + 1] > 0
    ends = np.concatenate([cuts.first[used], cuts.last[used]])
    met, times = np.unique(refs[ends[barrier[ends]]], return_counts=True)
    # Two links that meet at a gate shut to all were parted there.
    left = met[times > np.where(shut_at(met, barriers), 2, 1)]
    tally.add(NOT_WALKED if on_foot else NOT_DRIVEN, [], int((inside & used).sum()))
    reason = AT_END_ON_FOOT if on_foot else AT_END
    tally.add(reason, [str(node) for node in left[:5].tolist()], len(left))
    return np.asarray(inside, dtype=np.bool_)
