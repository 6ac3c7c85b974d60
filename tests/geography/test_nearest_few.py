"""The few nearest schools of many pupils are those that ranking all of them gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geography import Basis, Changes, Closed, changed, lengths_mm, nearest_few, network_of
from geography.network import Network
from geography.trees import KEPT
from records.measurement import Way
from records.school import Gate, School
from tests.geography.towns import at, homes, line, school, town


def schools_in(seed: int, count: int) -> list[School]:
    """Return schools of one or two gates, some of them at the same place."""
    gates = homes(seed + 400, 2 * count)
    made = [
        school(str(k), *(Gate(str(at), *gates[at]) for at in range(2 * k, 2 * k + 1 + k % 2)))
        for k in range(count)
    ]
    return [*made, school("twin", *made[0].gates)]


def by_ranking(
    network: Network, starts: np.ndarray, schools: list[School], count: int, way: Way, basis: Basis
) -> tuple[list[list[int]], list[list[int]]]:
    """Rank every school of every home, and take the first."""
    table = lengths_mm(network, starts, schools, way, basis)
    which, far = [], []
    for row in table.tolist():
        order = sorted((mm, k) for k, mm in enumerate(row) if mm >= 0)[:count]
        short = count - len(order)
        which.append([k for _, k in order] + [-1] * short)
        far.append([mm for mm, _ in order] + [-1] * short)
    return which, far


@settings(max_examples=30, deadline=None)
@given(
    seed=st.integers(0, 9),
    schools=st.integers(1, 9),
    count=st.integers(1, 4),
    way=st.sampled_from(Way),
    basis=st.sampled_from(Basis),
    closed=st.booleans(),
)
def test_looking_no_farther_than_needed_finds_the_same_schools(
    seed: int, schools: int, count: int, way: Way, basis: Basis, closed: bool
) -> None:
    lines = town(seed)
    shut = tuple(Closed("shut", one.id) for one in lines[:9]) if closed else ()
    network = changed(network_of("town", lines), Changes(shut), way)
    starts, places = np.array(homes(seed, 25)), schools_in(seed, schools)
    KEPT.clear()
    few = nearest_few(network, starts, places, count, way, basis)
    KEPT.clear()
    which, far = by_ranking(network, starts, places, count, way, basis)
    assert few.schools.tolist() == which
    assert few.length_mm.tolist() == far
    again = nearest_few(network, starts, places, count, way, basis)  # whole trees are kept now
    assert again.schools.tolist() == which


def test_a_pupil_on_an_island_has_no_school_and_holds_nobody_up() -> None:
    island = line("9", "8", "9", (5000, 5000), (5100, 5000))
    network = network_of("two", [line("1", "1", "2", (0, 0), (900, 0)), island])
    starts = np.array([at(0, 0), at(5050, 5000)])
    few = nearest_few(network, starts, [school("a", Gate("gate", *at(300, 0)))])
    assert few.schools.tolist() == [[0, -1, -1], [-1, -1, -1]]
    assert few.length_mm[0, 0] == pytest.approx(300_000, abs=200)
