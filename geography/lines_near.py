"""The lines around a position, nearest first: where else a home or a gate could meet one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from geography.grid import check_position
from geography.network import Network, Point
from geography.snapping import snap_to, tree_of_edges
from records.measurement import Way


@dataclass(frozen=True, slots=True)
class LineNear:
    """A line with its street's name and kind (empty where the network has none), how far away it
    is in whole millimetres on the grid, its nearest point, and whether a vehicle may use it
    (None where the network does not say).
    """

    edge: str
    name: str
    kind: str
    distance_mm: int
    point: Point
    motor: bool | None


def lines_near(
    network: Network, position: Point, within_m: float = 100.0, most: int = 12
) -> tuple[LineNear, ...]:
    """Return the lines that may be walked within a distance, nearest first, so many at most.

    The nearest one is always among them, however far. Raises UnusablePosition.
    """
    check_position(*position, "The place")
    tree, usable = tree_of_edges(network, Way.WALKING)
    at = shapely.points(*position)
    found = {*tree.query(at, predicate="dwithin", distance=within_m).tolist()}
    found |= {*np.atleast_1d(tree.query_nearest(at)).tolist()}
    lines = [_line(network.source, position, int(usable[one])) for one in found]
    return tuple(sorted(lines, key=lambda one: (one.distance_mm, one.edge)))[:most]


def _line(network: Network, position: Point, edge: int) -> LineNear:
    snapped = snap_to(network, position, network.edge_ids[edge])
    return LineNear(
        snapped.edge_id,
        network.names[edge],
        network.kinds[edge] if network.kinds else "",
        snapped.distance_mm,
        snapped.place.point,
        None if network.motor is None else bool(network.motor[edge]),
    )
