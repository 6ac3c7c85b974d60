"""Both lengths and their rounding: ground against grid, whole millimetres, no length column."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geography import measure, network_of
from geography.grid import scale_factors, to_grid, to_lon_lat
from geography.lengths import DUST_NM, millimetres, millimetres_of_each
from records.school import Gate
from tests.geography.towns import at, gate, line

MILE = 1609.344


@pytest.mark.parametrize(
    ("nanometres", "expected"),
    [
        (0, 0),
        (DUST_NM, 0),
        (DUST_NM + 1, 1),
        (1_000_000, 1),
        (1_000_000 + DUST_NM, 1),
        (1_000_000 + DUST_NM + 1, 2),
        (1_999_999, 2),
        (3_218_688_000_000, 3_218_688),
    ],
)
def test_lengths_round_up_to_the_millimetre_save_for_dust(nanometres: int, expected: int) -> None:
    assert millimetres(nanometres) == expected
    assert millimetres_of_each(np.array([float(nanometres)])).tolist() == [expected]


@given(st.lists(st.integers(0, 10**12), max_size=30), st.randoms(use_true_random=False))
def test_edges_add_up_alike_in_any_order(edges: list[int], rng: object) -> None:
    shuffled = list(edges)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    assert float(np.add.accumulate([0.0, *shuffled])[-1]) == sum(edges)


@pytest.mark.parametrize(
    ("miles", "longer_by_metres"),
    [(2, 1.2), (3, 1.8), (15, 9)],
)
def test_at_southampton_the_ground_is_longer_than_the_grid(
    miles: int, longer_by_metres: float
) -> None:
    metres = miles * MILE
    network = network_of("straight", [line("1", "a", "b", (0, 0), (0, metres))])
    route = measure(network, at(0, 0), [gate(0, metres)])
    assert route.grid_mm == round(metres * 1000)
    assert route.ground_mm is not None
    assert (route.ground_mm - route.grid_mm) / 1000 == pytest.approx(longer_by_metres, rel=0.04)


def test_east_of_london_the_ground_is_shorter_than_the_grid() -> None:
    lines = [line("1", "a", "b", (200_000, 150_000), (201_000, 150_000))]
    route = measure(network_of("east", lines), at(200_000, 150_000), [gate(201_000, 150_000)])
    assert route.grid_mm == 1_000_000
    assert route.ground_mm is not None
    assert route.ground_mm < route.grid_mm


def test_a_straight_street_is_as_long_in_pieces_as_in_one() -> None:
    whole = [line("1", "a", "z", (0, 0), (60_000, 0))]
    pieces = [
        line(str(k), str(k), str(k + 1), (k * 100, 0), (k * 100 + 100, 0)) for k in range(600)
    ]
    one = measure(network_of("one", whole), at(0, 0), [gate(60_000, 0)])
    many = measure(network_of("many", pieces), at(0, 0), [gate(60_000, 0)])
    assert one.grid_mm == many.grid_mm == 60_000_000
    # One segment of 60 km takes its scale at one point: exact only where it changes evenly.
    assert one.ground_mm == pytest.approx(many.ground_mm, abs=300)
    in_part = measure(network_of("one", whole), at(1234.56, 0), [gate(1334.56, 0)])
    assert in_part.ground_mm == pytest.approx(100_000 / 0.99963, abs=5)


def test_thirds_of_a_metre_do_not_add_up_to_a_millimetre_too_many() -> None:
    third = 200 / 3
    lines = [
        line("1", "a", "b", (0, 0), (third, 0)),
        line("2", "b", "c", (third, 0), (2 * third, 0)),
        line("3", "c", "d", (2 * third, 0), (200, 0)),
    ]
    route = measure(network_of("thirds", lines), at(0, 0), [gate(200, 0)])
    assert route.grid_mm == 200_000


def test_the_scale_is_that_of_the_ordnance_surveys_own_worked_figures() -> None:
    # "A guide to coordinate systems in Great Britain": F0 on the central meridian.
    on_meridian = scale_factors(np.array([[400_000.0, 100_000.0], [400_000.0, 600_000.0]]))
    assert on_meridian == pytest.approx(0.9996012717, abs=1e-9)
    assert scale_factors(np.array([[440_000.0, 112_000.0]]))[0] == pytest.approx(0.999621, abs=2e-6)


def test_latitude_and_longitude_come_back_to_where_they_were() -> None:
    southampton = np.array([[-1.4045, 50.9024]])
    there = to_grid(southampton)
    assert there[0] == pytest.approx([441_960, 111_570], abs=200)
    assert to_lon_lat(there) == pytest.approx(southampton, abs=1e-7)


def test_a_gate_record_keeps_its_name_through_measuring() -> None:
    network = network_of("one", [line("1", "a", "b", (0, 0), (10, 0))])
    assert measure(network, at(0, 0), [Gate("Lower Road gate", *at(5, 0))]).gate.name == (
        "Lower Road gate"
    )
