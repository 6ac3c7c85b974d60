"""The special cases of measuring: one edge, loops, parallel ways, one-way, gates, no route."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geography import Basis, Line, Network, NotMeasurable, Route, measure, network_of
from geography.no_route import usable_parts
from records.measurement import Way
from records.school import Gate
from tests.geography.towns import at, block, gate, homes, line, town


def grid_metres(lines: list[Line], home: tuple[float, float], *gates: tuple[float, float],
                way: Way = Way.WALKING) -> float | None:  # fmt: skip
    route = walked(lines, home, *gates, way=way)
    return None if route.grid_mm is None else route.grid_mm / 1000


def walked(lines: list[Line], home: tuple[float, float], *gates: tuple[float, float],
           way: Way = Way.WALKING) -> Route:  # fmt: skip
    named = [gate(*goal, name=str(number)) for number, goal in enumerate(gates)]
    return measure(network_of("block", lines), at(*home), named, way, Basis.GRID)


def test_home_and_gate_on_one_edge_are_joined_along_it_in_either_direction() -> None:
    assert grid_metres(block(), (20, 0), (80, 0)) == 60
    assert grid_metres(block(), (80, 0), (20, 0)) == 60


def test_a_car_goes_round_where_the_gate_lies_behind_it_on_a_one_way_street() -> None:
    assert grid_metres(block(), (80, 0), (20, 0), way=Way.ROAD) == 340
    assert grid_metres(block(), (20, 0), (80, 0), way=Way.ROAD) == 60


def test_the_nearest_of_two_gates_along_the_network_wins() -> None:
    route = walked(block(), (20, 0), (80, 0), (0, 10))
    assert (route.grid_mm, route.gate.name) == (30_000, "1")


def test_the_gate_nearest_as_the_crow_flies_loses_where_the_way_to_it_is_longer() -> None:
    river = [
        line("1", "a", "b", (0, 0), (300, 0)),
        line("2", "b", "c", (300, 0), (300, 20)),
        line("3", "c", "d", (300, 20), (0, 20)),
    ]
    route = walked(river, (0, 0), (0, 20), (200, 0))
    assert (route.grid_mm, route.gate.name) == (200_000, "1")


def test_gates_equally_far_are_decided_by_their_order() -> None:
    assert walked(block(), (50, 0), (80, 0), (20, 0)).gate_on_network == at(80, 0)
    assert walked(block(), (50, 0), (20, 0), (80, 0)).gate_on_network == at(20, 0)


def test_snaps_are_reported_and_not_added() -> None:
    route = walked(block(), (20, 2), (80, -1.5))
    assert (route.grid_mm, route.home_snap_mm, route.gate_snap_mm) == (60_000, 2000, 1500)


def test_without_an_edge_the_route_goes_the_other_way_round() -> None:
    assert grid_metres(block(), (100, 90), (0, 95)) == 115
    without = [one for one in block() if one.id != "2"]
    assert grid_metres(without, (100, 90), (0, 95)) == 285


def test_going_round_wins_over_a_long_edge_that_home_and_gate_share() -> None:
    lines = [
        line("1", "a", "b", (0, 0), (0, 400), (100, 400), (100, 0)),
        line("2", "a", "b", (0, 0), (100, 0)),
    ]
    route = walked(lines, (0, 30), (100, 30))
    assert (route.grid_mm, route.edges) == (160_000, ("1", "2", "1"))
    assert route.line == (at(0, 30), at(0, 0), at(100, 0), at(100, 30))


def test_a_loop_is_walked_the_shorter_way_round() -> None:
    ring = [line("1", "a", "a", (0, 0), (100, 0), (100, 100), (0, 100), (0, 0))]
    assert grid_metres(ring, (10, 0), (0, 10)) == 20
    assert grid_metres(ring, (50, 0), (100, 20)) == 70
    assert walked(ring, (10, 0), (0, 10)).line == (at(10, 0), at(0, 0), at(0, 10))


def test_a_school_on_a_loop_at_the_end_of_a_street_is_reached_the_shorter_way_round() -> None:
    lines = [
        line("1", "a", "b", (-50, 0), (0, 0)),
        line("2", "b", "b", (0, 0), (100, 0), (100, 100), (0, 100), (0, 0)),
    ]
    route = walked(lines, (-50, 0), (0, 90))
    assert (route.grid_mm, route.edges) == (140_000, ("1", "2"))
    assert route.line == (at(-50, 0), at(0, 0), at(0, 90))


def parallel(*bends: float) -> list[Line]:
    """Return a street, then parallel ways with bends of so many metres, then a street."""
    middle = [
        line(str(10 + number), "b", "c", (100, 0), (150, bend), (200, 0))
        for number, bend in enumerate(bends)
    ]
    return [
        line("1", "a", "b", (0, 0), (100, 0)),
        *middle,
        line("2", "c", "d", (200, 0), (300, 0)),
    ]


def test_parallel_edges_are_not_added_together_and_the_shorter_keeps_its_id() -> None:
    route = walked(parallel(40, 0, -30), (0, 0), (300, 0))
    assert (route.grid_mm, route.edges) == (300_000, ("1", "11", "2"))


def test_of_parallel_edges_equally_long_the_smallest_id_is_walked() -> None:
    assert walked(parallel(40, -40), (0, 0), (300, 0)).edges == ("1", "10", "2")


def test_an_edge_without_length_still_joins_its_nodes() -> None:
    lines = [
        line("1", "a", "b", (0, 0), (100, 0)),
        line("2", "b", "c", (100, 0), (100, 0)),
        line("3", "c", "d", (100, 0), (100, 70)),
    ]
    route = walked(lines, (0, 0), (100, 70))
    assert (route.grid_mm, route.edges) == (170_000, ("1", "2", "3"))


def test_lines_that_cross_without_a_node_are_not_joined() -> None:
    bridge = [
        line("1", "a", "b", (0, 0), (100, 0)),
        line("2", "c", "d", (50, -50), (50, 50)),
    ]
    route = walked(bridge, (0, 0), (50, 50))
    assert not route.reachable
    assert (route.grid_mm, route.ground_mm, route.line, route.edges) == (None, None, (), ())
    assert "(one line) that is not joined" in (route.why_none or "")


def joined_by(*, foot: bool, motor: bool) -> Network:
    """Return two streets, of two lines and of one, joined by a line that only some may pass."""
    made = network_of(
        "two",
        [
            line("1", "a", "b", (0, 0), (100, 0), motor=True),
            line("2", "b", "c", (100, 0), (200, 0), motor=True),
            line("3", "c", "d", (200, 0), (300, 0), motor=motor),
            line("4", "d", "e", (300, 0), (400, 0), motor=True),
        ],
    )
    flags = np.array([True, True, foot, True])
    return replace(made, foot=flags, digest=f"{made.digest}, walked {foot}")


def test_streets_that_only_a_motorway_joins_are_parts_of_the_walking_network() -> None:
    route = measure(joined_by(foot=False, motor=True), at(0, 0), [gate(400, 0)])
    assert route.why_none == (
        "The home meets a part of the walking network (2 lines) that is not joined to the part "
        "the school meets."
    )


def test_streets_that_only_a_footpath_joins_are_parts_of_the_road_network() -> None:
    network = joined_by(foot=True, motor=False)
    route = measure(network, at(400, 0), [gate(0, 0)], Way.ROAD)
    assert "part of the road network (one line) that is not joined" in (route.why_none or "")


def test_the_parts_of_a_network_are_counted_once_however_many_homes_have_no_route() -> None:
    network = joined_by(foot=False, motor=True)
    usable_parts.cache_clear()
    for x in (0, 50, 150):
        assert not measure(network, at(x, 0), [gate(400, 0)]).reachable
    assert usable_parts.cache_info().misses == 1


def test_a_second_gate_on_the_homes_own_part_is_found_when_the_first_is_not_joined() -> None:
    apart = [
        line("1", "a", "b", (0, 0), (100, 0)),
        line("2", "c", "d", (0, 50), (100, 50)),
    ]
    route = walked(apart, (0, 0), (0, 50), (100, 0))
    assert (route.grid_mm, route.gate.name) == (100_000, "1")


def test_a_home_on_the_gate_has_no_way_to_go() -> None:
    route = walked(block(), (20, 0), (20, 0))
    assert (route.grid_mm, route.ground_mm, route.line) == (0, 0, (at(20, 0),))


def test_a_car_keeps_off_footpaths_even_to_stop_on_them() -> None:
    lines = [
        line("1", "a", "b", (0, 0), (100, 0), motor=True),
        line("2", "b", "c", (100, 0), (200, 0), motor=True),
        line("3", "a", "c", (0, 0), (100, 30), (200, 0), motor=False),
    ]
    route = walked(lines, (0, 0), (100, 30), way=Way.ROAD)
    assert route.gate_on_network == at(100, 0)
    assert (route.grid_mm, route.gate_snap_mm) == (100_000, 30_000)


def test_a_car_in_a_street_that_only_leads_away_has_no_route_and_is_told_why() -> None:
    lines = [
        line("1", "a", "b", (0, 0), (100, 0), motor=True),
        line("2", "b", "c", (100, 0), (200, 0), motor=True, oneway=True),
    ]
    assert grid_metres(lines, (0, 0), (150, 0), way=Way.ROAD) == 150
    back = walked(lines, (150, 0), (0, 0), way=Way.ROAD)
    assert (back.why_none or "").startswith("One-way streets leave a motor vehicle no way")


def test_a_car_at_the_mouth_of_a_one_way_street_may_set_out_from_the_junction() -> None:
    lines = [
        line("1", "b", "c", (100, 0), (200, 0), motor=True, oneway=True),
        line("2", "a", "b", (0, 0), (100, 0), motor=True),
    ]
    assert grid_metres(lines, (100, 0), (0, 0), way=Way.ROAD) == 100


def test_a_network_that_does_not_say_what_cars_may_pass_gives_no_road_route() -> None:
    with pytest.raises(NotMeasurable, match="motor column"):
        walked(parallel(0), (0, 0), (300, 0), way=Way.ROAD)


def test_the_basis_decides_which_route_is_shortest_and_both_lengths_are_of_that_route() -> None:
    # The scale grows to the east: the same grid length is shorter on the ground there.
    lines = [
        line("1", "a", "b", (0, 0), (-20_000, 10_000), (0, 20_000)),
        line("2", "a", "b", (0, 0), (20_000.2, 10_000), (0, 20_000)),
        line("3", "z", "a", (0, -10), (0, 0)),
        line("4", "b", "c", (0, 20_000), (0, 20_010)),
    ]
    network = network_of("far", lines)
    by_grid = measure(network, at(0, -10), [gate(0, 20_010)], basis=Basis.GRID)
    by_ground = measure(network, at(0, -10), [gate(0, 20_010)], basis=Basis.GROUND)
    assert (by_grid.edges, by_ground.edges) == (("3", "1", "4"), ("3", "2", "4"))
    assert by_grid.grid_mm is not None and by_ground.grid_mm is not None
    assert by_grid.ground_mm is not None and by_ground.ground_mm is not None
    assert by_grid.length_mm == by_grid.grid_mm < by_ground.grid_mm
    assert by_ground.length_mm == by_ground.ground_mm < by_grid.ground_mm


@pytest.mark.parametrize("seed", range(5))
def test_there_and_back_are_the_same_to_the_millimetre(seed: int) -> None:
    network, points = network_of("town", town(seed)), homes(seed, 14)
    for one, other in zip(points[::2], points[1::2], strict=True):
        there = measure(network, one, [gate_at(other)])
        back = measure(network, other, [gate_at(one)])
        assert (there.grid_mm, there.ground_mm) == (back.grid_mm, back.ground_mm)
        assert (there.home_snap_mm, there.gate_snap_mm) == (back.gate_snap_mm, back.home_snap_mm)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_rows_changes_nothing_but_the_digest(seed: int) -> None:
    lines, points = town(seed), homes(seed, 14)
    shuffled = random.Random(seed).sample(lines, len(lines))
    network, again = network_of("town", lines), network_of("town", shuffled)
    assert network.digest != again.digest
    for one, other in zip(points[::2], points[1::2], strict=True):
        first = measure(network, one, [gate_at(other)])
        second = measure(again, one, [gate_at(other)])
        assert (first.grid_mm, first.ground_mm) == (second.grid_mm, second.ground_mm)
        assert (first.line, first.edges) == (second.line, second.edges)


def gate_at(point: tuple[float, float]) -> Gate:
    """Return a gate at a point of the grid."""
    return Gate("gate", *point)


def test_a_school_without_gates_is_refused_in_words() -> None:
    with pytest.raises(NotMeasurable, match="no gate"):
        walked(block(), (0, 0))


TOWN = town(11)
SPOT = st.tuples(st.integers(-20_000, 1_000_000), st.integers(-20_000, 1_000_000))


@given(SPOT, SPOT)
def test_any_two_positions_are_as_far_there_as_back(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    network = network_of("town", TOWN)
    here, there = at(one[0] / 1000, one[1] / 1000), at(other[0] / 1000, other[1] / 1000)
    onward = measure(network, here, [gate_at(there)])
    back = measure(network, there, [gate_at(here)])
    assert (onward.grid_mm, onward.ground_mm) == (back.grid_mm, back.ground_mm)
    assert measure(network, here, [gate_at(here)]).ground_mm == 0
