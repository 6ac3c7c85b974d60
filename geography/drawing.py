"""What a map needs to draw a network: lines within a box, as plain numbers."""

from __future__ import annotations

import shapely

from geography.network import Network, Point
from geography.snapping import tree_of_edges
from records.measurement import Way

Box = tuple[float, float, float, float]
"""West, south, east and north in grid metres."""


def edges_in(network: Network, box: Box) -> list[tuple[Point, ...]]:
    """Return the lines whose surroundings touch the box, in order of edge id, whole and uncut."""
    return [points_of(network, edge) for edge in numbers_in(network, box)]


def named_edges_in(network: Network, box: Box) -> list[tuple[str, str, tuple[Point, ...]]]:
    """Return the same lines, each with its edge id and the street's name (may be empty)."""
    return [
        (network.edge_ids[edge], network.names[edge], points_of(network, edge))
        for edge in numbers_in(network, box)
    ]


def numbers_in(network: Network, box: Box) -> list[int]:
    """Return the indices of the edges whose bounding boxes meet the box."""
    tree, usable = tree_of_edges(network, Way.WALKING)
    return sorted(int(usable[hit]) for hit in tree.query(shapely.box(*box)))


def points_of(network: Network, edge: int) -> tuple[Point, ...]:
    """Return the points of one edge as plain tuples."""
    return tuple((east, north) for east, north in network.line(edge).tolist())
