"""Ranking schools from one home, whole caseloads, and the trees that are kept between them."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import numpy as np
import pytest

from geography import (
    NO_ROUTE_MM,
    Basis,
    NotMeasurable,
    lengths_mm,
    measure_case,
    measurement_of,
    nearest_schools,
    network_of,
)
from geography.trees import KEPT, TreeCache, fresh_tree
from records.measurement import Way
from records.school import Gate
from tests.geography.towns import at, gate, homes, line, school, town

STREET = [
    line("1", "a", "b", (0, 0), (1000, 0)),
    line("2", "x", "y", (0, 500), (1000, 500)),
]


def test_schools_are_ranked_by_their_way_and_those_without_one_come_last() -> None:
    schools = [
        school("far", gate(900, 0)),
        school("island", gate(0, 500)),
        school("near", gate(100, 0)),
        school("twin", gate(100, 5)),
    ]
    ranked = nearest_schools(network_of("street", STREET), at(0, 0), schools)
    assert [(one.rank, one.school.urn) for one in ranked] == [
        (1, "near"),
        (1, "twin"),
        (3, "far"),
        (None, "island"),
    ]
    assert ranked[2].route.grid_mm == 900_000
    assert ranked[2].route.ground_mm is not None
    assert ranked[3].route.why_none is not None


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("basis", list(Basis))
@pytest.mark.parametrize("seed", range(4))
def test_a_caseload_is_measured_as_each_case_alone(seed: int, basis: Basis, way: Way) -> None:
    network, rng = network_of("town", town(seed)), random.Random(seed)
    starts = homes(seed, 40)
    starts += [(east, north) for east, north in rng.sample(network.points.tolist(), 10)]
    goals = homes(seed + 50, 12)
    schools = [
        school(str(number), *(Gate(str(k), *goals[number + k]) for k in range(1 + number % 3)))
        for number in range(9)
    ]
    table = lengths_mm(network, np.array(starts), schools, way, basis)
    for row, home in enumerate(starts):
        alone = [one.length_mm for _, one in measure_case(network, home, schools, way, basis)]
        assert table[row].tolist() == [NO_ROUTE_MM if mm is None else mm for mm in alone]


def test_a_school_without_gates_is_named() -> None:
    with pytest.raises(NotMeasurable, match="School 7 has no gate"):
        measure_case(network_of("street", STREET), at(0, 0), [school("7")])


def test_a_route_becomes_the_record_of_a_case() -> None:
    network = network_of("street", STREET)
    ((_, route),) = measure_case(network, at(0, 3), [school("s", gate(100, 4, "East"))])
    record = measurement_of(
        route,
        id="m1",
        application="a1",
        school="s1",
        by="o1",
        at=datetime(2026, 6, 1, 9, tzinfo=UTC),
        home_is_approximate=True,
    )
    assert (record.grid_mm, record.home_snap_mm, record.gate_snap_mm) == (100_000, 3000, 4000)
    assert (record.school, record.gate, record.way) == ("s1", "East", Way.WALKING)
    assert (record.network, record.digest) == ("street", network.digest)
    assert record.line == (at(0, 0), at(100, 0))
    assert record.reachable
    assert record.home_is_approximate


def test_a_changed_network_never_meets_the_old_ones_tree() -> None:
    home, goal = at(0, 0), school("s", gate(1000, 0))
    before = measure_case(network_of("street", STREET), home, [goal])[0][1]
    longer = [line("1", "a", "b", (0, 0), (500, 200), (1000, 0)), STREET[1]]
    after = measure_case(network_of("street", longer), home, [goal])[0][1]
    again = measure_case(network_of("street", STREET), home, [goal])[0][1]
    assert before.grid_mm == again.grid_mm == 1_000_000
    assert after.grid_mm is not None
    assert after.grid_mm > 1_070_000


def test_a_tree_is_grown_once_for_one_gate() -> None:
    network, goal = network_of("street", STREET), school("s", gate(1000, 0))
    KEPT.clear()
    measure_case(network, at(0, 0), [goal])
    kept = list(KEPT.trees.values())
    measure_case(network, at(50, 0), [goal])
    measure_case(network_of("same file, other name", STREET), at(70, 0), [goal])
    assert [id(tree) for tree in KEPT.trees.values()] == [id(tree) for tree in kept]


def test_the_least_used_trees_go_when_memory_is_spent() -> None:
    network = network_of("town", town(1))
    tree = fresh_tree(network, (), Way.WALKING, Basis.GROUND, "made from nothing")
    size = tree.nm.nbytes + tree.next_node.nbytes
    cache = TreeCache(limit=2 * size)
    for key in ("a", "b"):
        cache.put(key, tree)
    assert cache.get("a") is tree
    cache.put("c", tree)
    assert (cache.get("b"), cache.get("a"), cache.get("c")) == (None, tree, tree)
    assert cache.spent == 2 * size
