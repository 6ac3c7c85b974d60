"""Measures from a home to a school's gates: both lengths, both snaps, and the line taken."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geography.choosing import NEAREST, Chosen
from geography.grid import check_position, scale_factors
from geography.lengths import Basis, millimetres, nanometres
from geography.network import Network, Point
from geography.no_route import why_none
from geography.problems import NotMeasurable
from geography.routes import Stretch, line_of, shortest
from geography.snapping import Snap
from records.measurement import Starts, Way
from records.school import Gate, School


@dataclass(frozen=True, slots=True)
class Leg:
    """A piece of one edge as it is travelled: its id, its street's name and kind, its lengths.

    ``kind`` is as the network names it, empty where it does not; ``line`` is in grid metres.
    """

    edge: str
    name: str
    kind: str
    grid_nm: int
    ground_nm: int
    line: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A route as measured, or why there is none.

    Lengths run along the network between ``home_on_network`` and ``gate_on_network``, in whole
    millimetres, both None where there is no route; the snaps are reported, never added, save for
    the home's where the route ``starts`` at the address point. ``gate``
    is the gate that the shortest route reaches, or the first one where no route exists. ``line``
    is in grid metres from home to gate; ``edges`` are the ids of the edges in travelled order.
    ``digest`` names the file of the network, ``made_from`` the network with what was changed about
    it; ``stopped_by`` are the ids of the closed stretches for which alone there is no route.
    """

    way: Way
    basis: Basis
    network: str
    digest: str
    home: Point
    home_on_network: Point
    home_snap_mm: int
    gate: Gate
    gate_on_network: Point
    gate_snap_mm: int
    grid_mm: int | None
    ground_mm: int | None
    line: tuple[Point, ...]
    edges: tuple[str, ...]
    why_none: str | None
    made_from: str = ""
    stopped_by: tuple[str, ...] = ()
    starts: Starts = Starts.ROAD
    legs: tuple[Leg, ...] = ()

    @property
    def reachable(self) -> bool:
        """Say whether there is a route."""
        return self.ground_mm is not None

    @property
    def length_mm(self) -> int | None:
        """Return the length that decides, or None where there is no route."""
        return self.ground_mm if self.basis is Basis.GROUND else self.grid_mm


def measure(
    network: Network,
    home: Point,
    gates: Sequence[Gate],
    way: Way = Way.WALKING,
    basis: Basis = Basis.GROUND,
    starts: Starts = Starts.ROAD,
    chosen: Chosen = NEAREST,
) -> Route:
    """Measure the shortest route from a home to the nearest of a school's gates.

    ``home`` is in grid metres; the lengths given back are whole millimetres. ``basis`` says which
    length decides what is shortest and which gate wins; gates equally far are decided by their
    order. ``starts`` says whether the way from the home to the network counts, ``chosen`` which
    lines were chosen for the home and gates instead of the nearest. Raises UnusablePosition for
    a position that cannot be on the National Grid, and NotMeasurable without a gate or where the
    network has no such way.
    """
    check_position(*home, "The home")
    snapped_home = chosen.home_on(network, home, way)
    snapped_gates = snap_gates(network, gates, way, chosen)
    found = shortest(network, snapped_home, snapped_gates, way, basis)
    number, stretches = found if found is not None else (0, ())
    why, stopped_by = (
        (None, ()) if found else why_none(network, snapped_home, snapped_gates, way, basis)
    )
    gate, snapped_gate = gates[number], snapped_gates[number]
    leg = first_leg(home, snapped_home, starts)
    return Route(
        way=way,
        basis=basis,
        network=network.name,
        digest=network.source.digest,
        home=home,
        home_on_network=snapped_home.place.point,
        home_snap_mm=snapped_home.distance_mm,
        gate=gate,
        gate_on_network=snapped_gate.place.point,
        gate_snap_mm=snapped_gate.distance_mm,
        grid_mm=millimetres(leg[0] + sum(part.grid_nm for part in stretches)) if found else None,
        ground_mm=millimetres(leg[1] + sum(part.ground_nm for part in stretches))
        if found
        else None,
        line=whole_line(network, stretches, home, starts),
        edges=edges_of(network, stretches),
        why_none=why,
        made_from=network.digest,
        stopped_by=stopped_by,
        starts=starts,
        legs=legs_of(network, stretches),
    )


def first_leg(home: Point, snapped: Snap, starts: Starts) -> tuple[int, int]:
    """Return what counts before the network is reached, on the grid and on the ground, in nm.

    Nothing where the route starts at the road; the straight way there from an address point.
    """
    if starts is Starts.ROAD:
        return 0, 0
    grid = np.array([math.dist(home, snapped.place.point)])
    middle = (np.array([home]) + np.array([snapped.place.point])) / 2
    return int(nanometres(grid)[0]), int(nanometres(grid / scale_factors(middle))[0])


def whole_line(
    network: Network, stretches: Sequence[Stretch], home: Point, starts: Starts
) -> tuple[Point, ...]:
    """Return the points of what was measured; none where there is no route."""
    line = line_of(network, stretches)
    return (home, *line) if line and starts is Starts.ADDRESS and line[0] != home else line


def snap_gates(
    network: Network, gates: Sequence[Gate], way: Way, chosen: Chosen = NEAREST
) -> tuple[Snap, ...]:
    """Snap every gate; raises NotMeasurable where there is none."""
    if not gates:
        raise NotMeasurable(
            "The school has no gate with a position, so nothing was measured. Add a gate first."
        )
    for gate in gates:
        check_position(gate.easting, gate.northing, f"The gate {gate.name}")
    return tuple(chosen.gate_on(network, gate, way) for gate in gates)


def legs_of(network: Network, stretches: Sequence[Stretch]) -> tuple[Leg, ...]:
    """Return the route edge by edge, without pieces of no length."""
    return tuple(
        Leg(
            network.edge_ids[part.edge],
            network.names[part.edge],
            network.kinds[part.edge] if network.kinds else "",
            part.grid_nm,
            part.ground_nm,
            line_of(network, [part]),
        )
        for part in stretches
        if part.grid_nm
    )


def edges_of(network: Network, stretches: Sequence[Stretch]) -> tuple[str, ...]:
    """Return the ids of the edges travelled, without a first or last one only touched at its end.

    Edges of no length in between stay: they are joins of the network that the route uses.
    """
    last = len(stretches) - 1
    inner = [part for at, part in enumerate(stretches) if part.grid_nm or 0 < at < last]
    ids = [network.edge_ids[part.edge] for part in inner]
    # Pieces of one cut line follow one another; the line is named once.
    return tuple(
        id for at, id in enumerate(ids) if at == 0 or ids[at - 1] != id or not cut(network)
    )


def cut(network: Network) -> bool:
    """Say whether any line of the network was cut into pieces."""
    return network.changed is not None and bool(network.changed.pieces)


def measure_school(
    network: Network,
    home: Point,
    school: School,
    way: Way = Way.WALKING,
    basis: Basis = Basis.GROUND,
    starts: Starts = Starts.ROAD,
    chosen: Chosen = NEAREST,
) -> Route:
    """Measure to one school's gates; raises as ``measure`` does, naming a school without any."""
    if not school.gates:
        raise NotMeasurable(
            f"{school.name} has no gate with a position, so nothing was measured. Add one first."
        )
    return measure(network, home, school.gates, way, basis, starts, chosen)
