"""A walking-distance boundary is the network's own: held against measuring from everywhere."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geography import (
    Basis,
    Changes,
    Chosen,
    ChosenLine,
    Closed,
    Network,
    boundary,
    changed,
    measure,
    network_of,
)
from records.measurement import Way
from records.school import Gate
from tests.geography.towns import at, block, gate, homes, town


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 7),
    limit=st.integers(1_000, 900_000),
    way=st.sampled_from(Way),
    basis=st.sampled_from(Basis),
)
def test_a_place_lies_within_exactly_where_its_own_route_is_no_longer(
    seed: int, limit: int, way: Way, basis: Basis
) -> None:
    lines = town(seed)
    shut = Changes(tuple(Closed("shut", one.id) for one in lines[:8]))
    network = changed(network_of("town", lines), shut, way)
    goals = [Gate(str(k), *goal) for k, goal in enumerate(homes(seed + 500, 2))]
    found = boundary(network, goals, limit, way, basis)
    usable = np.flatnonzero(network.usable(way) & ~network.changed.closed)  # type: ignore[union-attr]
    rng = np.random.default_rng(seed)
    lying = shapely.union_all([shapely.LineString(line) for line in found.lines])
    for edge in rng.choice(usable, 40):
        line = shapely.LineString(network.line(edge))
        spot = line.interpolate(rng.random(), normalized=True)
        there = Chosen(ChosenLine(network.edge_ids[edge], (spot.x, spot.y)))
        route = measure(network, (spot.x, spot.y), goals, way, basis, chosen=there)
        length = route.length_mm
        if length is not None and length < limit - 2:
            assert lying.dwithin(spot, 0.001)
        elif length is None or length > limit + 2:
            assert not lying.dwithin(spot, 1e-6) or crosses(network, edge, spot)


def crosses(network: Network, edge: int, spot: shapely.Point) -> bool:
    """Say whether another line passes through a spot, without a node or at one."""
    others = [k for k in range(len(network.edge_ids)) if k != edge]
    return any(shapely.LineString(network.line(k)).distance(spot) < 0.01 for k in others)


def test_ends_are_where_the_limit_is_reached_and_no_line_runs_beyond() -> None:
    network = network_of("block", block())
    found = boundary(network, [gate(0, 50)], 120_000, basis=Basis.GRID)
    assert len(found.ends) == 3  # east along the north side, and along both ways of the south
    for end in found.ends:
        route = measure(network, end, [gate(0, 50)], basis=Basis.GRID)
        assert route.grid_mm == pytest.approx(120_000, abs=1)


def test_a_limit_beyond_everything_takes_in_the_whole_network() -> None:
    network = network_of("block", block())
    found = boundary(network, [gate(0, 50)], 10_000_000)
    assert len(found.lines) == len(network.edge_ids)
    assert found.ends == ()
    assert len(found.outline) == 1


def test_one_way_streets_are_left_only_forwards() -> None:
    network = network_of("block", block())
    found = boundary(network, [gate(50, 0)], 30_000, Way.ROAD, Basis.GRID)
    assert found.lines == ((at(20, 0), at(50, 0)),)
