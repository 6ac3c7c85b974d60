"""Cuts ways into links: where ways share a node, at shut gates, and where nodes are missing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from geography.lengths import BoolArray, IntArray


@dataclass(frozen=True, slots=True)
class Cut:
    """Links as runs of the ways' nodes: link ``k`` has the nodes ``first[k]`` to ``last[k]``, which
    are indices into all nodes of all ways, and is part of way ``way[k]``. ``nodes`` is those
    indices, link after link; ``clipped`` the ways of which nodes are missing.
    """

    first: IntArray
    last: IntArray
    way: IntArray
    nodes: IntArray
    clipped: IntArray


def cut(refs: IntArray, lengths: IntArray, there: BoolArray, shut: BoolArray) -> Cut:
    """Cut ways, given the ids of all their nodes in order, how many each has, which are there, and
    at which of them a gate is shut to all.

    A way is cut at every node that stands in two ways, or twice in one, and at every shut gate.
    """
    way = np.repeat(np.arange(len(lengths)), lengths)
    starts, ends = runs(way, there)
    met = np.zeros(len(refs), dtype=np.bool_)
    here = np.flatnonzero(there)
    _, which, times = np.unique(refs[here], return_inverse=True, return_counts=True)
    met[here] = times[which] > 1
    bounds = np.flatnonzero((met | shut | starts | ends) & ~(starts & ends) & there)
    onward = ~ends[bounds[:-1]]
    first, last = bounds[:-1][onward], bounds[1:][onward]
    counts = last - first + 1
    before = np.repeat(np.cumsum(counts) - counts, counts)
    nodes = np.repeat(first, counts) + np.arange(len(before)) - before
    return Cut(first, last, way[first], nodes, np.unique(way[~there]))


def runs(way: IntArray, there: BoolArray) -> tuple[BoolArray, BoolArray]:
    """Say which nodes begin a run of nodes of one way that are all there, and which end one."""
    same = way[1:] == way[:-1]
    joined = same & there[1:] & there[:-1]
    starts, ends = there.copy(), there.copy()
    starts[1:] &= ~joined
    ends[:-1] &= ~joined
    return starts, ends
