"""Paths for walking: through the park, along the river, and on islands nothing else reaches."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Final

from sample.city.ground import (
    PARK,
    PARK_RADII,
    ROWS,
    Point,
    apart,
    in_outline,
    point,
    river_column,
)
from sample.city.streets import Kind, Streets

ISLANDS: Final[dict[str, Point]] = {
    "Gull Holm": (452_900.0, 50_900.0),
    "Brine Ait": (466_600.0, 53_700.0),
    "Skerry Moorings": (462_700.0, 42_600.0),
}
"""Islands with homes and paths of their own; no bridge joins them to the city."""

ENTRANCE_M: Final = 420.0
"""How far a way into the park may be from the nearest street corner."""


def lay_park(streets: Streets, corners: list[int]) -> None:
    """Lay a ring of paths in the park, two paths across, and ways in from the streets around."""
    middle = streets.node(point(PARK))
    ring = [streets.node(on_ring(0.55, step)) for step in range(10)]
    for number, node in enumerate(ring):
        streets.edge(node, ring[(number + 1) % 10], "Round Walk", Kind.FOOTPATH)
        if number % 5 in (0, 2):
            streets.edge(node, middle, "Bandstand Walk", Kind.FOOTPATH)
        gate = on_ring(1.0, number)
        corner = streets.nearest(gate, corners)
        if apart(streets.nodes[corner], gate) < ENTRANCE_M:
            streets.edge(node, corner, "Park Path", Kind.FOOTPATH, (gate,))


def on_ring(share: float, step: int) -> Point:
    """Give a point on a ring around the middle of the park."""
    turn = 2 * pi * step / 10
    return point(
        (PARK[0] + share * PARK_RADII[0] * cos(turn), PARK[1] + share * PARK_RADII[1] * sin(turn))
    )


def lay_river_path(streets: Streets, corners: list[int]) -> None:
    """Lay the towpath on the eastern bank, joined to the streets every so often."""
    rows = [row / 2 for row in range(4, 2 * ROWS - 5)]
    bank = [(river_column(row) + 0.3, row) for row in rows]
    nodes = [streets.node(point(cell)) for cell in bank if in_outline(cell)]
    for number, (near, far) in enumerate(zip(nodes, nodes[1:], strict=False)):
        streets.edge(near, far, "Towpath", Kind.FOOTPATH)
        corner = streets.nearest(streets.nodes[near], corners)
        if number % 4 == 0 and apart(streets.nodes[corner], streets.nodes[near]) < 220:
            streets.edge(near, corner, "Towpath Steps", Kind.FOOTPATH)


def lay_islands(streets: Streets) -> None:
    """Lay the paths of each island: a loop and a landing, joined to nothing else."""
    for name, middle in ISLANDS.items():
        shore = [streets.node(around(middle, step, 6)) for step in range(6)]
        for number, node in enumerate(shore):
            streets.edge(node, shore[(number + 1) % 6], f"{name} Path", Kind.FOOTPATH)
        landing = streets.node((middle[0] + 260, middle[1] - 60))
        streets.edge(shore[0], landing, f"{name} Landing", Kind.FOOTPATH)


def around(middle: Point, step: int, steps: int) -> Point:
    """Give a point on the shore of a small island that is longer than wide."""
    turn = 2 * pi * step / steps
    return middle[0] + 170 * cos(turn), middle[1] + 110 * sin(turn)
