"""GeoJSON files of lines, in degrees or grid metres."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geography import (
    Network,
    UnreadableFile,
    measure,
    network_from_geojson,
    read_network,
    read_schools,
)
from tests.geography.towns import at, gate

GRID = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}


def feature(id: int, *points: list[float], **more: Any) -> dict[str, Any]:
    line = {"type": "LineString", "coordinates": list(points)}
    return {"type": "Feature", "properties": {"id": id, **more}, "geometry": line}


def read(*features: Any, crs: Any = GRID) -> Network:
    document = {"type": "FeatureCollection", "features": list(features)}
    if crs is not None:
        document["crs"] = crs
    return network_from_geojson(json.dumps(document).encode(), "ways.geojson", "ways")


FIRST = feature(1, [440000, 112000], [440100, 112000])


def test_lines_that_say_nothing_of_nodes_join_where_their_ends_are_the_same_point() -> None:
    network = read(FIRST, feature(2, [440100, 112000], [440100, 112050]))
    assert measure(network, at(0, 0), [gate(100, 50)]).grid_mm == 150_000


def test_the_files_own_nodes_are_believed_above_its_points() -> None:
    first = feature(1, [440000, 112000], [440100, 112000], u=1, v=2)
    second = feature(2, [440100.4, 112000], [440200.4, 112000], u=2, v=3)
    assert measure(read(first, second), at(0, 0), [gate(200.4, 0)]).grid_mm == 200_000


@pytest.mark.parametrize(
    ("features", "crs", "expected"),
    [
        ([], GRID, "has no features"),
        ([FIRST, feature(1, [440000, 112000], [440000, 112001])], GRID, "edge 1 stands twice"),
        ([feature(1, [440000, 112000])], GRID, "feature 1: has fewer than two points"),
        ([feature(1, [440000, 112000, 5], [440000, 112001, 5])], GRID, "without heights"),
        ([feature(1, [440000, "x"], [440000, 112001])], GRID, "are no numbers"),
        ([feature(1, [440000, float("nan")], [440000, 112001])], GRID, "are no numbers"),
        ([FIRST], None, "expected a crs of EPSG:27700"),
        ([FIRST], {"properties": {"name": "EPSG:3857"}}, "expected EPSG:27700 or WGS84"),
        ([feature(1, [50.9, -1.4], [50.91, -1.4])], None, "latitude before longitude"),
        (
            [feature(1, [-1.4, 50.9], [-1.41, 50.9]), feature(2, [-1.4, 50.9], [50.91, -1.4])],
            None,
            "feature 2: longitude 50.91, latitude -1.4 is far from Great Britain; longitude and",
        ),
        ([feature(1, [-1.4, 50.9], [-1.4, 50.91])], GRID, "looks like latitude"),
        ([feature(1, [112000, 442000], [112001, 442000])], GRID, "easting first"),
        ([feature(1, [440000, 112000], [440000, 112001], u="a")], GRID, "only one of u and v"),
        ([feature(1, [440000, 112000], [440000, 112001], motor="?")], GRID, "neither yes nor no"),
        ([FIRST, feature(2, [440000, 112000], [440000, 112001], u=1, v=2)], GRID, "some lines"),
        ([{"type": "Feature"}], GRID, "has no properties"),
        ([{"properties": {"id": 1}, "geometry": {"type": "Point"}}], GRID, "is no line"),
    ],
)
def test_a_bad_file_is_refused(features: list[Any], crs: Any, expected: str) -> None:
    with pytest.raises(UnreadableFile, match="ways.geojson") as caught:
        read(*features, crs=crs)
    assert expected in str(caught.value)


def test_a_file_cut_in_half_is_refused_with_the_line_where_it_breaks_off() -> None:
    content = json.dumps({"features": [FIRST]}, indent=1).encode()
    for end in range(1, len(content) - 1):
        with pytest.raises(UnreadableFile):
            network_from_geojson(content[:end], "ways.geojson", "ways")


def test_the_real_adur_lines_in_degrees_measure_as_in_metres_within_their_accuracy(
    shared_data: Path,
) -> None:
    in_metres = read_network(shared_data / "network" / "adur_osm_edges.csv")
    in_degrees = read_network(shared_data / "network" / "adur_osm.geojson")
    assert any("1 m off" in note for note in in_degrees.notes)
    for school in read_schools(shared_data / "schools" / "adur_schools_edubase_2015.csv"):
        one = measure(in_metres, (521430.59, 105381.19), school.gates)
        other = measure(in_degrees, (521430.59, 105381.19), school.gates)
        assert one.reachable == other.reachable
        if one.ground_mm is not None:
            assert one.ground_mm == pytest.approx(other.ground_mm, rel=2e-4, abs=1000)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["type", "features", "properties", "geometry", "coordinates", "id", "u"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(json_values)
def test_garbage_gives_a_sentence(document: Any) -> None:
    for content in (document, {"features": [document]}, {"features": [FIRST, document]}):
        with pytest.raises(UnreadableFile):
            network_from_geojson(json.dumps(content).encode(), "ways.geojson", "ways")
