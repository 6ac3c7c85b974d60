"""Whether stretches marked or ended since could change a route that was measured."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import Final

from records.measurement import Measurement
from records.stretch import Point, Stretch, StretchKind

SLACK_M: Final = 100.0
"""How much farther than the route is still looked at: gates are snapped, lines are sampled."""


def changed_since(
    measurement: Measurement, stretches: Iterable[Stretch], day: date, age: int | None
) -> tuple[Stretch, ...]:
    """Return the stretches that count on that day and age and did not when it was measured, or
    the other way, and could matter.

    A stretch closed elsewhere than on the route cannot lengthen it; a way opened or added can only
    shorten it where going by there could be shorter at all.
    """
    return tuple(
        one
        for one in stretches
        if could_matter(measurement, one, one.in_force(measurement.way, day, age))
    )


def could_matter(measurement: Measurement, stretch: Stretch, counts: bool) -> bool:
    """Say whether a stretch that counts now (or not) could make another figure of a measurement."""
    counted = stretch.id in (*measurement.stretches, *measurement.not_placed)
    if counted == counts:
        return False
    opens = (stretch.kind is StretchKind.ADDED) == counts
    if opens or (measurement.line and not measurement.edges):  # older records name no edges
        return any(could_pass(measurement, point) for line in stretch.lines for point in line)
    return bool({stretch.id, *stretch.edges} & set(measurement.edges))


def could_pass(measurement: Measurement, point: Point) -> bool:
    """Say whether a way by that point could be as short as the route, were it straight."""
    if measurement.grid_mm is None:
        return True
    gates = [(gate.easting, gate.northing) for gate in measurement.gates]
    onward = min(math.dist(point, end) for end in (*gates, measurement.gate_on_network))
    by_there = math.dist(measurement.home_on_network, point) + onward
    snaps = (measurement.home_snap_mm + measurement.gate_snap_mm) / 1000
    return by_there <= measurement.grid_mm / 1000 + snaps + SLACK_M
