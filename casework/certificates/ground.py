"""Which lines of the network a certificate's map is drawn over: those on its paper, no more."""

from __future__ import annotations

from collections.abc import Iterable

from geography import Network
from geography.drawing import Box, edges_in
from letters.maps.frame import on_lattice
from records.certificate import Alternative
from records.measurement import Measurement
from records.stretch import Point

WIDE, HIGH = 3.8, 0.5
"""The paper of a map is at most so many times as wide as it is high, and so high to its width."""

FURTHER = 0.3
"""How much further than the route other ways may reach on either side and still be on the map."""

STEPS = 2_000
"""Into how many steps the width of the paper is divided: four a point."""

LEAST_M = 500.0
"""The least half of the ground's width, so that a short route has streets around it too."""


def lines_around(
    network: Network, kept: Measurement, gate: Point, others: Iterable[Alternative]
) -> tuple[tuple[Point, ...], ...]:
    """Give the lines around a route as far, and in as much detail, as the paper can show them.

    They are drawn faintly and kept with letters, so they hold no more than a printer would.
    """
    route = [kept.home, kept.home_on_network, gate, *kept.line]
    near = _widened(_box_of(route), FURTHER)
    also = [at for one in others for at in one.line if _within(at, near)]
    box = _paper(_box_of([*route, *also]))
    step = max(1, round((box[2] - box[0]) / STEPS))
    return tuple(on_lattice(edges_in(network, box), float(step)))


def _box_of(points: list[Point]) -> Box:
    easts, norths = [point[0] for point in points], [point[1] for point in points]
    return min(easts), min(norths), max(easts), max(norths)


def _widened(box: Box, share: float) -> Box:
    more = share * max(box[2] - box[0], box[3] - box[1], LEAST_M)
    return box[0] - more, box[1] - more, box[2] + more, box[3] + more


def _within(point: Point, box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _paper(box: Box) -> Box:
    """Give the ground of a paper that shows a box in its middle, whatever its shape."""
    wide, high = 1.25 * (box[2] - box[0]), 1.6 * (box[3] - box[1])
    across, up = max(wide, WIDE * high) / 2 + LEAST_M, max(high, HIGH * wide) / 2 + LEAST_M
    east, north = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return east - across, north - up, east + across, north + up
