"""Gives a name to the nodes of links whose source does not name what they join."""

from __future__ import annotations

import numpy as np

from geography.imports.links import Links
from geography.lengths import IntArray

PER_METRE = 1_000
"""Ends meet where they are the same to the millimetre; nearer is dust of another program."""


def ends_in_mm(links: Links) -> tuple[IntArray, IntArray]:
    """Return the first and the last point of each link in whole millimetres, of shape (n, 2)."""
    first = links.firsts()
    begin, end = links.points[first], links.points[first + links.counts - 1]
    return whole_mm(begin), whole_mm(end)


def whole_mm(points: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> IntArray:
    """Return points in whole millimetres."""
    return np.asarray(np.rint(points * PER_METRE), dtype=np.int64)


def place_name(east: int, north: int) -> str:
    """Name a node after its place, in metres with three digits."""
    return f"{east / PER_METRE:.3f} {north / PER_METRE:.3f}"


def name_nodes(links: Links) -> Links:
    """Name every node without a name after its place; nodes with a name keep it."""
    if all(links.u) and all(links.v):
        return links
    begin, end = ends_in_mm(links)
    both = np.concatenate([begin, end])
    packed = both[:, 0] * (1 << 32) + both[:, 1]  # one number for each place sorts quickest
    places, which = np.unique(packed, return_inverse=True)
    names = [place_name(*divmod(place, 1 << 32)) for place in places.tolist()]
    count = len(links)
    u = [name or names[at] for name, at in zip(links.u, which[:count].tolist(), strict=True)]
    v = [name or names[at] for name, at in zip(links.v, which[count:].tolist(), strict=True)]
    return Links(
        ids=links.ids, u=u, v=v, names=links.names, kinds=links.kinds,
        points=links.points, counts=links.counts,
        foot=links.foot, motor=links.motor, direction=links.direction,
    )  # fmt: skip
