"""Lengths from one home to many schools, on the same terms as a measured route."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geography.choosing import NEAREST, Chosen
from geography.forest import Leavings, leavings_of, lengths_to
from geography.lengths import Basis, millimetres
from geography.locating import Located
from geography.measuring import first_leg, snap_gates
from geography.network import Network, Point
from geography.outward import nanometres_out, nanometres_to
from geography.snapping import Snap, Snaps
from geography.trees import KEPT, tree_digest
from records.measurement import Starts, Way
from records.school import School


def lengths_from(
    network: Network,
    home: Point,
    schools: Sequence[School],
    way: Way = Way.WALKING,
    basis: Basis = Basis.GROUND,
    starts: Starts = Starts.ROAD,
    chosen: Chosen = NEAREST,
) -> tuple[int | None, ...]:
    """Measure one home to each school, in whole millimetres; None where there is no route.

    The same figures as ``measure`` gives one by one: by the schools' trees where all are kept, else
    by one search from the home, which keeps none. ``chosen`` counts for the home alone, since gates
    of different schools may share a name. Raises as ``measure`` does.
    """
    snapped = chosen.home_on(network, home, way)
    setting_out = leavings_of(network, as_column(snapped), way, basis)
    gates = [snap_gates(network, school.gates, way) for school in schools]
    leg = first_leg(home, snapped, starts)[basis is Basis.GROUND]
    if not all(KEPT.get(tree_digest(network, each, way, basis)) for each in gates):
        nm = out_to(network, snapped, setting_out, gates, way, basis)
    else:
        nm = [
            float(setting_out.towards(tree.nm, of_one, basis)[0])
            for tree, of_one in zip(lengths_to(network, gates, way, basis), gates, strict=True)
        ]
    return tuple(millimetres(int(each) + leg) if np.isfinite(each) else None for each in nm)


def out_to(
    network: Network,
    home: Snap,
    setting_out: Leavings,
    gate_sets: Sequence[Sequence[Snap]],
    way: Way,
    basis: Basis,
) -> list[float]:
    """Return how far each set of gates is by one search, in whole nanometres as the trees say."""
    reached = nanometres_out(network, home, way, basis)
    nowhere = np.full(len(network.node_ids), np.inf)
    return [
        min(
            nanometres_to(network, reached, gates, way, basis),
            float(setting_out.towards(nowhere, gates, basis)[0]),
        )
        for gates in gate_sets
    ]


def as_column(snapped: Snap) -> Snaps:
    """Return one snapped place as a column of one row."""
    place = snapped.place
    at = Located(
        np.array([place.segment]),
        np.array([place.point]),
        np.array([snapped.distance_mm / 1000]),
        np.array([place.grid_nm / 1e9]),
        np.array([place.ground_nm / 1e9]),
    )
    return Snaps(
        np.array([snapped.edge]), at, np.array([place.grid_nm]), np.array([place.ground_nm])
    )
