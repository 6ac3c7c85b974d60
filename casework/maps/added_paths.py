"""Where an added path meets the network: the straight legs that are measured along with it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from casework.desk import Desk
from casework.measure import CannotMeasure, network_of
from geography import Added, Network, NotMeasurable
from geography.changing import ends_of
from geography.problems import UnreadableFile
from records.measurement import Way
from records.stretch import Stretch, StretchKind

Point = tuple[float, float]
Leg = tuple[Point, Point]
LEAST_M = 0.001
"""A leg shorter than this is none: the path's end stands on the network."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The legs that join an added path, by the stretch's id, to the network; grid metres."""

    stretch: str
    legs: tuple[Leg, ...]


def joined_paths(desk: Desk, stretches: Iterable[Stretch]) -> tuple[Joined, ...]:
    """Join the added paths among stretches to the network that is measured on; none without one."""
    added = [one for one in stretches if one.kind is StretchKind.ADDED]
    try:
        return joined(network_of(desk), added) if added else ()
    except (CannotMeasure, UnreadableFile):
        return ()


def joined(network: Network, stretches: Iterable[Stretch]) -> tuple[Joined, ...]:
    """Give the legs of every added path among stretches, as a measurement on this network has them.

    Where a path is walked and driven, both may have legs of their own.
    """
    return tuple(
        Joined(
            one.id,
            tuple(dict.fromkeys(leg for way in one.ways for leg in _legs(network, one, way))),
        )
        for one in stretches
        if one.kind is StretchKind.ADDED
    )


def _legs(network: Network, one: Stretch, way: Way) -> list[Leg]:
    line = one.lines[0]
    try:
        ends = ends_of(network, Added(one.id, line, one.name), way)
    except NotMeasurable:  # nothing here that may be used this way, so nothing is joined
        return []
    legs = [(end.place.point, point) for end, point in zip(ends, (line[0], line[-1]), strict=True)]
    return [leg for leg in legs if math.dist(*leg) >= LEAST_M]
