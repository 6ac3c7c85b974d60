"""The city: a network geography can read, in the sea, with a river that stops people."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

import networkx
import pytest

from geography.network import Network
from sample.city import Kind, city, network_csv
from sample.city.ground import SEA, in_park, point
from sample.city.paths import ISLANDS
from sample.distances import network
from sample.schools import schools

BRIDGES = {"Wherry Bridge", "Saltern Bridge", "Capstan Bridge", "Heron Bridge"}


@pytest.fixture(scope="module")
def read() -> Network:
    return network()


def test_the_network_has_the_same_bytes_every_time() -> None:
    again = network_csv(city.__wrapped__())
    assert again == network_csv(city())
    assert again.isascii()
    assert sha256(again.encode()).hexdigest() == (
        "92e03018179e66f4b2ddd93462b84d2d90cfa87df9be9f47dcde3f2146cea794"
    )


def test_geography_reads_three_to_five_thousand_streets_and_paths(read: Network) -> None:
    assert 3_000 <= len(read.edge_ids) <= 5_000
    kinds = Counter(edge.kind for edge in city().edges)
    assert kinds[Kind.FOOTPATH] > 200
    assert read.motor is not None and read.motor.sum() == kinds[Kind.STREET]
    assert all(edge.name for edge in city().edges)


def test_everything_lies_in_mid_channel() -> None:
    """North of 40 km and south of 60 km there is no land between these eastings."""
    west, south, east, north = SEA
    assert (west, south, east, north) == (450_000, 40_000, 470_000, 60_000)
    gates = [(gate.easting, gate.northing) for school in schools() for gate in school.gates]
    everything = [*gates, *(each for edge in city().edges for each in edge.points)]
    assert all(west < x < east and south < y < north for x, y in everything)


def test_only_the_islands_are_cut_off(read: Network) -> None:
    assert len(set(read.component.tolist())) == 1 + len(ISLANDS)
    largest = Counter(read.component.tolist()).most_common(1)[0][0]
    apart = {
        name
        for name, u in zip(read.names, read.u.tolist(), strict=True)
        if read.component[u] != largest
    }
    assert {name.rsplit(" ", 1)[0] for name in apart} == set(ISLANDS)


def test_without_its_bridges_the_city_falls_apart_for_vehicles() -> None:
    roads = [edge for edge in city().edges if edge.kind is Kind.STREET]
    assert {edge.name for edge in roads if edge.name.endswith("Bridge")} == BRIDGES
    ways = networkx.Graph((edge.u, edge.v) for edge in roads if edge.name not in BRIDGES)
    in_city = [part for part in networkx.connected_components(ways) if len(part) > 100]
    joined = networkx.Graph((edge.u, edge.v) for edge in roads)
    assert networkx.is_connected(joined)
    assert len(in_city) >= 1
    bank = nodes_of_bridges()
    assert any(not networkx.has_path(city_only(), west, east) for west, east in bank), (
        "the villages' lanes go round the river; within the city only bridges cross it"
    )


def nodes_of_bridges() -> list[tuple[int, int]]:
    return [(edge.u, edge.v) for edge in city().edges if edge.name in BRIDGES]


def city_only() -> networkx.Graph:
    """The streets and paths without bridges and without the lanes between villages."""
    return networkx.Graph(
        (edge.u, edge.v)
        for edge in city().edges
        if not edge.name.endswith(("Bridge", "Footbridge")) and len(edge.points) != 7
    )


def test_footpaths_cut_through_where_streets_do_not() -> None:
    through = [edge for edge in city().edges if edge.name.endswith("Close Path")]
    assert through and all(edge.kind is Kind.FOOTPATH for edge in through)


def test_no_street_runs_through_the_park() -> None:
    middle = point((25.5, 18.5))
    assert in_park((25.5, 18.5))
    near = [
        edge
        for edge in city().edges
        for x, y in edge.points
        if abs(x - middle[0]) < 150 and abs(y - middle[1]) < 150
    ]
    assert near and all(edge.kind is Kind.FOOTPATH for edge in near)
