"""The two ends of an edge as places on it."""

from __future__ import annotations

from geography.network import Network, Point
from geography.snapping import Place


def end_of(network: Network, edge: int, at_v: bool) -> Place:
    """Return the u or the v end of an edge as a place on it."""
    if not at_v:
        return Place(0, as_point(network, int(network.first[edge])), 0, 0)
    last = int(network.first[edge + 1]) - 1
    segment = last - int(network.first[edge]) - 1
    lengths = int(network.grid_nm[edge]), int(network.ground_nm[edge])
    return Place(segment, as_point(network, last), *lengths)


def as_point(network: Network, index: int) -> Point:
    """Return one of the network's points."""
    return float(network.points[index, 0]), float(network.points[index, 1])
