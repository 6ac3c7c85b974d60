"""Schools ranked by how far they are from one home, and lengths of whole caseloads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from geography.lengths import Basis, FloatArray, IntArray, millimetres_of_each
from geography.measuring import Route, measure_school, snap_gates
from geography.network import Network, Point
from geography.snapping import Snap, Snaps, snap_all
from geography.trees import grow
from records.measurement import Way
from records.school import School

NO_ROUTE_MM: Final = -1
"""What stands in an array of millimetres where there is no route."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A school with its route and its place among those measured; no rank without a route."""

    rank: int | None
    school: School
    route: Route


def measure_case(
    network: Network,
    home: Point,
    schools: Sequence[School],
    way: Way = Way.WALKING,
    basis: Basis = Basis.GROUND,
) -> tuple[tuple[School, Route], ...]:
    """Measure one home to each school, in the order given; raises as ``measure`` does."""
    return tuple((school, measure_school(network, home, school, way, basis)) for school in schools)


def nearest_schools(
    network: Network,
    home: Point,
    schools: Sequence[School],
    way: Way = Way.WALKING,
    basis: Basis = Basis.GROUND,
) -> tuple[Ranked, ...]:
    """Rank schools by the length that decides, nearest first, those without a route last.

    Schools equally far to the millimetre share a rank and keep the order given.
    """
    measured = measure_case(network, home, schools, way, basis)
    lengths = sorted(route.length_mm for _, route in measured if route.length_mm is not None)
    ranked = [Ranked(rank_of(route, lengths), school, route) for school, route in measured]
    return tuple(sorted(ranked, key=lambda one: one.rank or len(measured) + 1))


def rank_of(route: Route, lengths: list[int]) -> int | None:
    """Return one more than how many schools are nearer."""
    return None if route.length_mm is None else lengths.index(route.length_mm) + 1


def lengths_mm(
    network: Network,
    homes: FloatArray,
    schools: Sequence[School],
    way: Way = Way.WALKING,
    basis: Basis = Basis.GROUND,
) -> IntArray:
    """Measure every home to every school at once: whole millimetres, shape (homes, schools).

    ``homes`` has shape (homes, 2). The same figures as ``measure`` gives one by one on the same
    basis; NO_ROUTE_MM where there is no route.
    """
    snapped = snap_all(network, homes, way)
    table = np.empty((len(homes), len(schools)), dtype=np.int64)
    for column, school in enumerate(schools):
        gates = snap_gates(network, school.gates, way)
        nm = nanometres_to(network, snapped, gates, way, basis)
        reached = np.isfinite(nm)
        table[:, column] = NO_ROUTE_MM
        table[reached, column] = millimetres_of_each(nm[reached])
    return table


def nanometres_to(
    network: Network, homes: Snaps, gates: Sequence[Snap], way: Way, basis: Basis
) -> FloatArray:
    """Return each home's way to the nearest gate in nanometres, infinite where there is none."""
    tree = grow(network, gates, way, basis)
    from_u = homes.ground_nm if basis is Basis.GROUND else homes.grid_nm
    oneway = network.oneway[homes.edge] & (way is Way.ROAD)
    by_u = np.where(oneway & (from_u > 0), np.inf, from_u + tree.nm[network.u[homes.edge]])
    by_v = network.edge_nm(basis)[homes.edge] - from_u + tree.nm[network.v[homes.edge]]
    nm: FloatArray = np.minimum(by_u, by_v)
    for gate in gates:
        at = gate.place.ground_nm if basis is Basis.GROUND else gate.place.grid_nm
        straight_on = (homes.edge == gate.edge) & ~(oneway & (from_u > at))
        nm[straight_on] = np.minimum(nm[straight_on], np.abs(from_u - at)[straight_on])
    return nm
