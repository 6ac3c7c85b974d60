"""Measures from a home to a school's gates: both lengths, both snaps, and the line taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from geography.grid import check_position
from geography.lengths import Basis, millimetres
from geography.network import Network, Point
from geography.problems import NotMeasurable
from geography.routes import Stretch, line_of, shortest
from geography.snapping import Snap, snap
from records.measurement import Measurement, Way
from records.school import Gate, School


@dataclass(frozen=True, slots=True)
class Route:
    """A route as measured, or why there is none.

    Lengths run along the network between ``home_on_network`` and ``gate_on_network``, in whole
    millimetres, both None where there is no route; the snaps are reported, never added. ``gate``
    is the gate that the shortest route reaches, or the first one where no route exists. ``line``
    is in grid metres from home to gate; ``edges`` are the ids of the edges in travelled order.
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
) -> Route:
    """Measure the shortest route from a home to the nearest of a school's gates.

    ``basis`` says which length decides what is shortest and which gate wins; gates equally far
    are decided by their order. Raises UnusablePosition for a position that cannot be on the
    National Grid, and NotMeasurable without a gate or where the network has no such way.
    """
    check_position(*home, "The home")
    snapped_home = snap(network, home, way)
    snapped_gates = snap_gates(network, gates, way)
    found = shortest(network, snapped_home, snapped_gates, way, basis)
    number, stretches = found if found is not None else (0, ())
    gate, snapped_gate = gates[number], snapped_gates[number]
    return Route(
        way=way,
        basis=basis,
        network=network.name,
        digest=network.digest,
        home=home,
        home_on_network=snapped_home.place.point,
        home_snap_mm=snapped_home.distance_mm,
        gate=gate,
        gate_on_network=snapped_gate.place.point,
        gate_snap_mm=snapped_gate.distance_mm,
        grid_mm=millimetres(sum(part.grid_nm for part in stretches)) if found else None,
        ground_mm=millimetres(sum(part.ground_nm for part in stretches)) if found else None,
        line=line_of(network, stretches),
        edges=edges_of(network, stretches),
        why_none=None if found else why_none(network, snapped_home, snapped_gates),
    )


def snap_gates(network: Network, gates: Sequence[Gate], way: Way) -> tuple[Snap, ...]:
    """Snap every gate; raises NotMeasurable where there is none."""
    if not gates:
        raise NotMeasurable(
            "The school has no gate with a position, so nothing was measured. Add a gate first."
        )
    for gate in gates:
        check_position(gate.easting, gate.northing, f"The gate {gate.name}")
    return tuple(snap(network, (gate.easting, gate.northing), way) for gate in gates)


def edges_of(network: Network, stretches: Sequence[Stretch]) -> tuple[str, ...]:
    """Return the ids of the edges travelled, without a first or last one only touched at its end.

    Edges of no length in between stay: they are joins of the network that the route uses.
    """
    last = len(stretches) - 1
    inner = [part for at, part in enumerate(stretches) if part.grid_nm or 0 < at < last]
    return tuple(network.edge_ids[part.edge] for part in inner)


def why_none(network: Network, home: Snap, gates: Sequence[Snap]) -> str:
    """Say why there is no route: parts that are not joined, or no way for a motor vehicle."""
    home_part = int(network.component[network.u[home.edge]])
    gate_parts = {int(network.component[network.u[gate.edge]]) for gate in gates}
    if home_part in gate_parts:
        return "No way that a motor vehicle may pass joins the home's road and the school's."
    size = int(np.count_nonzero(network.component[network.u] == home_part))
    lines = "one line" if size == 1 else f"{size:,} lines"
    return (
        f"The home meets a part of the network ({lines}) that is not joined to the part the "
        "school meets."
    )


def measurement_of(
    route: Route,
    *,
    id: str,
    application: str,
    school: str,
    by: str,
    at: datetime,
    home_is_approximate: bool = False,
) -> Measurement:
    """Return a route as the record that a case keeps; ``school`` is the school's id."""
    return Measurement(
        id=id,
        application=application,
        way=route.way,
        school=school,
        gate=route.gate.name,
        network=route.network,
        digest=route.digest,
        home=route.home,
        home_on_network=route.home_on_network,
        gate_on_network=route.gate_on_network,
        home_snap_mm=route.home_snap_mm,
        gate_snap_mm=route.gate_snap_mm,
        grid_mm=route.grid_mm,
        ground_mm=route.ground_mm,
        line=route.line,
        why_none=route.why_none,
        by=by,
        at=at,
        home_is_approximate=home_is_approximate,
    )


def measure_school(
    network: Network,
    home: Point,
    school: School,
    way: Way = Way.WALKING,
    basis: Basis = Basis.GROUND,
) -> Route:
    """Measure to one school's gates; raises as ``measure`` does, naming a school without any."""
    if not school.gates:
        raise NotMeasurable(
            f"{school.name} has no gate with a position, so nothing was measured. Add one first."
        )
    return measure(network, home, school.gates, way, basis)
