"""The line that somebody points at on the map: its name, kind, length, and what may pass it."""

from __future__ import annotations

from dataclasses import dataclass

from casework.desk import Desk
from casework.measure import network_of
from geography import Network
from geography.drawing import points_of
from geography.picking import Pointed, lines_at
from records.stretch import Stretch
from store import stretches

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Picked:
    """A line of the network. Lengths are whole millimetres; ``at`` is the point nearest to where
    somebody pointed, in grid metres.

    ``motor`` is None where the network does not say what a vehicle may pass. ``marked`` are the
    stretches on record that take it in, those that have ended too.
    """

    edge: str
    name: str
    kind: str
    grid_mm: int
    ground_mm: int
    foot: bool
    motor: bool | None
    oneway: bool
    line: tuple[Point, ...]
    at: Point
    marked: tuple[Stretch, ...]


def pick_lines(desk: Desk, at: Point, within_m: float) -> tuple[Picked, ...]:
    """Return the lines near a point, whoever may pass them, nearest first; none where none is near.

    Raises CannotMeasure before the first network.
    """
    network = network_of(desk)
    marked = stretches.list_stretches(desk.store)
    return tuple(picked(network, each, marked) for each in lines_at(network, at, within_m))


def picked(network: Network, pointed: Pointed, marked: tuple[Stretch, ...]) -> Picked:
    """Tell of one line."""
    edge, id = pointed.edge, network.edge_ids[pointed.edge]
    return Picked(
        edge=id,
        name=network.names[edge],
        kind=network.kinds[edge] if network.kinds else "",
        grid_mm=-(-int(network.grid_nm[edge]) // 1_000_000),
        ground_mm=-(-int(network.ground_nm[edge]) // 1_000_000),
        foot=network.foot is None or bool(network.foot[edge]),
        motor=None if network.motor is None else bool(network.motor[edge]),
        oneway=bool(network.oneway[edge]),
        line=points_of(network, edge),
        at=pointed.at,
        marked=tuple(one for one in marked if id in one.edges),
    )
