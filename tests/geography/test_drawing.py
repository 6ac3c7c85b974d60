"""What leaves the room for a map: lines in a box, and routes as GeoJSON."""

from __future__ import annotations

import json

import pytest

from geography import as_geojson, measure, network_of
from geography.drawing import edges_in, named_edges_in
from tests.geography.towns import at, gate, line

LINES = [
    line("10", "a", "b", (0, 0), (100, 0), name="Low Street"),
    line("9", "b", "c", (100, 0), (100, 100), (150, 100)),
    line("3", "c", "d", (150, 100), (900, 900)),
]


def box(west: float, south: float, east: float, north: float) -> tuple[float, ...]:
    return (*at(west, south), *at(east, north))


def test_a_map_gets_the_lines_in_its_box_whole_and_in_order_of_id() -> None:
    network = network_of("map", LINES)
    found = edges_in(network, box(50, -10, 120, 50))
    assert found == [(at(100, 0), at(100, 100), at(150, 100)), (at(0, 0), at(100, 0))]
    assert edges_in(network, box(-500, -500, -400, -400)) == []
    assert network.extent() == (*at(0, 0), *at(900, 900))


def test_a_map_can_have_the_names_of_streets() -> None:
    named = named_edges_in(network_of("map", LINES), box(0, -1, 10, 1))
    assert named == [("10", "Low Street", (at(0, 0), at(100, 0)))]


def test_a_route_is_written_in_grid_metres_with_both_lengths() -> None:
    network = network_of("map", LINES)
    route = measure(network, at(20, 5), [gate(100, 40.12345, "Side gate")])
    document = json.loads(as_geojson(route, "123", "St Ælfric's"))
    (feature,) = document["features"]
    assert document["crs"]["properties"]["name"] == "urn:ogc:def:crs:EPSG::27700"
    assert feature["geometry"] == {
        "type": "LineString",
        "coordinates": [[440020, 112000], [440100, 112000], [440100, 112040.123]],
    }
    said = feature["properties"]
    assert (said["school"], said["name"], said["gate"]) == ("123", "St Ælfric's", "Side gate")
    assert (said["grid_mm"], said["ground_mm"]) == (route.grid_mm, route.ground_mm)
    assert (said["home_snap_mm"], said["edges"]) == (5000, ["10", "9"])
    assert said["digest"] == network.digest


def test_a_route_of_no_length_is_still_a_line_of_two_points() -> None:
    route = measure(network_of("map", LINES), at(20, 5), [gate(20, -5)])
    (feature,) = json.loads(as_geojson(route, "1", "A"))["features"]
    assert feature["geometry"]["coordinates"] == [[440020, 112000], [440020, 112000]]


def test_a_route_that_does_not_exist_has_no_file() -> None:
    apart = [*LINES, line("4", "x", "y", (0, 2000), (10, 2000))]
    route = measure(network_of("map", apart), at(0, 0), [gate(0, 2000)])
    with pytest.raises(ValueError, match="does not exist"):
        as_geojson(route, "1", "A")
