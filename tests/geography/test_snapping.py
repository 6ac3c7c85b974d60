"""Where positions meet the network: nearest edge, ties by id, the first of two places alike."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geography import Line, Network, network_of
from geography.snapping import snap, snap_all
from records.measurement import Way
from tests.geography.towns import at, homes, line, town

STAR = [(100.0, 0.0), (0.0, 100.0), (-100.0, 0.0), (0.0, -100.0)]


def star(*ids: str) -> Network:
    """Return a network of spokes that all begin at one node."""
    spokes = zip(ids, STAR, strict=False)
    return network_of("star", [line(id, "hub", f"end {id}", (0, 0), end) for id, end in spokes])


def test_a_home_at_a_junction_takes_the_smallest_edge_id_by_value_not_by_letters() -> None:
    assert snap(star("10", "9", "100"), at(0, 0), Way.WALKING).edge_id == "9"


def test_leading_noughts_do_not_change_a_number() -> None:
    assert snap(star("010", "09"), at(0, 0), Way.WALKING).edge_id == "09"


def test_ids_that_are_no_numbers_are_taken_in_order_of_their_letters() -> None:
    assert snap(star("osgb4", "osgb10", "b"), at(0, 0), Way.WALKING).edge_id == "b"


def test_equally_near_edges_are_a_tie_although_floats_differ_by_dust() -> None:
    network = star("7", "3", "5")
    for angle in np.linspace(np.pi, 1.5 * np.pi, 25):
        position = at(30 * float(np.cos(angle)) * 0.7, 30 * float(np.sin(angle)))
        found = snap(network, position, Way.WALKING)
        assert found.edge_id in {"3", "5"}
    behind = snap(star("7", "3"), at(-20, -20), Way.WALKING)
    assert (behind.edge_id, behind.place.point) == ("3", at(0, 0))


def test_the_distance_is_rounded_up_to_the_millimetre() -> None:
    network = network_of("one", [line("1", "a", "b", (0, 0), (100, 0))])
    assert snap(network, at(50, 3), Way.WALKING).distance_mm == 3000
    assert snap(network, at(50, 3.0001), Way.WALKING).distance_mm == 3001
    assert snap(network, at(50, 0), Way.WALKING).distance_mm == 0


def test_a_line_that_passes_equally_near_twice_is_met_where_it_passes_first() -> None:
    hairpin = network_of("one", [line("1", "a", "b", (0, 0), (100, 0), (100, 20), (0, 20))])
    found = snap(hairpin, at(40, 10), Way.WALKING)
    assert (found.place.segment, found.place.point) == (0, at(40, 0))


def test_a_segment_without_length_inside_a_line_is_passed_over() -> None:
    network = network_of("one", [line("1", "a", "b", (0, 0), (50, 0), (50, 0), (100, 0))])
    found = snap(network, at(70, 5), Way.WALKING)
    assert (found.place.point, found.place.grid_nm) == (at(70, 0), 70 * 10**9)


def test_a_line_without_length_can_be_the_nearest() -> None:
    lines = [
        line("1", "a", "b", (0, 0), (0, 0)),
        line("2", "b", "c", (0, 0), (100, 0)),
    ]
    found = snap(network_of("join", lines), at(-5, 0), Way.WALKING)
    assert (found.edge_id, found.place.grid_nm, found.distance_mm) == ("1", 0, 5000)


def test_a_home_far_from_everything_still_meets_the_nearest_edge() -> None:
    network = network_of("one", [line("1", "a", "b", (0, 0), (100, 0))])
    found = snap(network, at(50_000, 0), Way.WALKING)
    assert (found.place.point, found.distance_mm) == (at(100, 0), 49_900_000)


@pytest.mark.parametrize("seed", range(4))
def test_many_at_once_are_snapped_as_each_alone(seed: int) -> None:
    network, points = network_of("town", town(seed)), homes(seed, 80)
    points += [tuple(end) for end in random.Random(seed).sample(network.points.tolist(), 40)]
    many = snap_all(network, np.array(points), Way.WALKING)
    for row, position in enumerate(points):
        one = snap(network, position, Way.WALKING)
        assert (one.edge, one.place.segment) == (many.edge[row], many.at.segment[row])
        assert (one.place.grid_nm, one.place.ground_nm) == (
            many.grid_nm[row],
            many.ground_nm[row],
        )


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.floats(0.01, 500))
def test_a_position_beyond_the_end_of_a_line_meets_its_very_last_point(
    west: int, east: int, beyond: float
) -> None:
    # Doubles change their step at 524288 m, in Shoreham.
    begin, end = (524_288 - west / 9000, 105_000.0), (524_288 + east / 9000, 105_000.0)
    network = network_of("one", [Line("1", "a", "b", (begin, end))])
    found = snap(network, (end[0] + beyond, end[1]), Way.WALKING)
    assert found.place.point == end
    assert found.place.grid_nm == network.grid_nm[0]
