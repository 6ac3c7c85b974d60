"""Thousands of seeded pairs against networkx, on generated towns and on the real Adur network."""

from __future__ import annotations

import csv
import itertools
import math
import random
from pathlib import Path

import pytest
import shapely

from geography import Basis, Line, Route, measure, network_of, read_network, read_schools
from records.measurement import Way
from records.school import Gate
from tests.geography.oracle import Oracle
from tests.geography.towns import Point, homes, town


def assert_same(route: Route, oracle_metres: float | None, mm: int | None) -> None:
    """Hold a measured length against the oracle's: rounded up, so never below and under 1 mm up."""
    assert route.reachable == (oracle_metres is not None)
    if oracle_metres is not None:
        assert mm is not None
        assert -0.001 < mm - oracle_metres * 1000 < 1.001


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("basis", list(Basis))
@pytest.mark.parametrize("seed", range(8))
def test_routes_in_generated_towns_are_the_oracles(seed: int, way: Way, basis: Basis) -> None:
    lines = town(seed)
    network, starts, gates = network_of("town", lines), homes(seed, 12), homes(seed + 100, 8)
    oracle = Oracle(lines, [*starts, *gates], way, ground=basis is Basis.GROUND)
    for home in starts:
        metres = oracle.metres_from(home)
        for goal in gates:
            route = measure(network, home, [Gate("gate", *goal)], way, basis)
            assert_same(route, metres.get(goal), route.length_mm)


@pytest.mark.parametrize("seed", range(8))
def test_the_nearest_of_several_gates_is_the_oracles(seed: int) -> None:
    lines, rng = town(seed), random.Random(seed)
    network, starts, gates = network_of("town", lines), homes(seed, 15), homes(seed + 200, 9)
    oracle = Oracle(lines, [*starts, *gates], Way.WALKING, ground=True)
    for home in starts:
        metres, chosen = oracle.metres_from(home), rng.sample(gates, 3)
        reached = [metres[goal] for goal in chosen if goal in metres]
        route = measure(network, home, [Gate(str(at), *goal) for at, goal in enumerate(chosen)])
        assert_same(route, min(reached, default=None), route.ground_mm)
        if reached:
            assert metres[chosen[int(route.gate.name)]] == pytest.approx(min(reached), abs=1e-6)


@pytest.fixture(scope="module")
def adur_lines(shared_data: Path) -> list[Line]:
    path = shared_data / "network" / "adur_osm_edges.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Line(
            row["edge"],
            row["u"],
            row["v"],
            tuple(shapely.from_wkt(row["wkt_bng"]).coords),
            motor=int(row["edge"]) % 5 != 0,
            oneway=int(row["edge"]) % 11 == 0,
        )
        for row in rows
    ]


@pytest.fixture(scope="module")
def adur_homes(shared_data: Path) -> list[Point]:
    path = shared_data / "postcodes" / "adur_postcodes_nspl_2025-05.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    picked = random.Random(20).sample(rows, 60)
    return sorted({(float(row["easting"]), float(row["northing"])) for row in picked})


@pytest.fixture(scope="module")
def adur_gates(shared_data: Path) -> list[Gate]:
    schools = read_schools(shared_data / "schools" / "adur_schools_edubase_2015.csv")
    return [school.gates[0] for school in schools]


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("basis", list(Basis))
def test_real_homes_and_schools_of_adur_are_the_oracles(
    adur_lines: list[Line], adur_homes: list[Point], adur_gates: list[Gate], way: Way, basis: Basis
) -> None:
    goals = [(gate.easting, gate.northing) for gate in adur_gates]
    oracle = Oracle(adur_lines, [*adur_homes, *goals], way, ground=basis is Basis.GROUND)
    network = network_of("Adur", adur_lines)
    for home in adur_homes:
        metres = oracle.metres_from(home)
        for gate, goal in zip(adur_gates, goals, strict=True):
            route = measure(network, home, [gate], way, basis)
            assert_same(route, metres.get(goal), route.length_mm)


def test_some_pairs_of_adur_are_not_connected_and_say_why(
    shared_data: Path, adur_homes: list[Point], adur_gates: list[Gate]
) -> None:
    network = read_network(shared_data / "network" / "adur_osm_edges.csv")
    routes = [measure(network, home, [gate]) for home in adur_homes for gate in adur_gates]
    none = [route for route in routes if not route.reachable]
    assert 0 < len(none) < len(routes) / 5
    assert all(route.grid_mm is None and not route.line for route in none)
    assert all("not joined" in (route.why_none or "") for route in none)


def test_a_measured_line_is_as_long_as_the_figure_beside_it(
    shared_data: Path, adur_homes: list[Point], adur_gates: list[Gate]
) -> None:
    network = read_network(shared_data / "network" / "adur_osm_edges.csv")
    for home in adur_homes[:20]:
        for gate in adur_gates:
            route = measure(network, home, [gate])
            if route.grid_mm is not None:
                drawn = math.fsum(math.dist(*ends) for ends in itertools.pairwise(route.line))
                assert -0.001 < route.grid_mm - drawn * 1000 < 1.001
