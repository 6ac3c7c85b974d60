"""Schools ranked by how far they are from one home, and lengths of whole caseloads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from geography.forest import leavings_of, lengths_to
from geography.lengths import Basis, FloatArray, IntArray, millimetres_of_each
from geography.measuring import Route, measure_school, snap_gates
from geography.network import Network, Point
from geography.snapping import snaps_kept
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


def rank_schools(
    network: Network,
    home: Point,
    schools: Sequence[School],
    way: Way = Way.WALKING,
    basis: Basis = Basis.GROUND,
) -> tuple[tuple[int | None, int | None, School], ...]:
    """Rank schools as ``nearest_schools`` does, by lengths alone: rank, whole millimetres, school.

    Many times as fast where no line is wanted. Rank and length are None where there is no route.
    Raises as ``lengths_mm`` does.
    """
    row = lengths_mm(network, np.array([home]), schools, way, basis)[0].tolist()
    order = sorted(range(len(row)), key=lambda at: (row[at] < 0, row[at], at))
    reached = sorted(mm for mm in row if mm >= 0)
    return tuple(
        (reached.index(row[at]) + 1, row[at], schools[at])
        if row[at] >= 0
        else (None, None, schools[at])
        for at in order
    )


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
    snapped = snaps_kept(network, homes.astype(np.float64).tobytes(), way)
    setting_out = leavings_of(network, snapped, way, basis)
    gates = [snap_gates(network, school.gates, way) for school in schools]
    table = np.empty((len(homes), len(schools)), dtype=np.int64)
    for column, tree in enumerate(lengths_to(network, gates, way, basis)):
        nm = setting_out.towards(tree.nm, gates[column], basis)
        table[:, column] = whole_millimetres(nm)
    return table


def whole_millimetres(nm: FloatArray) -> IntArray:
    """Round lengths up to whole millimetres, NO_ROUTE_MM where they are infinite."""
    reached = np.isfinite(nm)
    return np.where(reached, millimetres_of_each(np.where(reached, nm, 0)), NO_ROUTE_MM)
