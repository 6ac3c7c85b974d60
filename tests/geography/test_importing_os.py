"""OS MasterMap Highways with paths, and OS Open Roads: joined, one-way kept, lacks told."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from geography import Choices, Imported, Kind, UnreadableFile, import_network, measure, recognise
from records.measurement import Way
from tests.geography.files import (
    gml_link,
    town_columns,
    write_gml,
    write_highways,
    write_lines,
    write_open_roads,
    write_osm,
)
from tests.geography.towns import at, gate

STREET = {"startNode": "rn1", "endNode": "rn2", "roadClassification": "Unclassified"}
ROAD = gml_link("RoadLink", "osgb1", [(0, 0), (100, 0)], **STREET, directionality="bothDirections")
BACK = gml_link(
    "RoadLink", "osgb2", [(100, 0), (100, 100)], startNode="rn2", endNode="rn3",
    roadClassification="A Road", directionality="inOppositeDirection", roadName="High Street",
)  # fmt: skip
PATH = gml_link("PathLink", "osgb5", [(101, 1), (101, 60)], startNode="pn1", endNode="pn2")
JOIN = gml_link(
    "ConnectingLink", "osgb6", [(100, 0), (101, 1)], pathNode="pn1", connectingNode="cn9"
)


def joined(came: Imported) -> tuple[str, ...]:
    return measure(came.network, at(0, 0), [gate(101, 60)]).edges


def test_a_geopackage_of_highways_joins_its_paths_to_its_roads(tmp_path: Path) -> None:
    path = write_highways(tmp_path / "highways.gpkg")
    assert recognise(path).kind is Kind.HIGHWAYS
    came = import_network([path])
    assert joined(came) == ("osgb1", "osgb6", "osgb5")
    assert came.network.names[came.network.edge_ids.index("osgb5")] == "Mill Steps"
    assert came.network.kinds[came.network.edge_ids.index("osgb5")] == "path with steps"


def test_highways_say_what_is_walked_driven_one_way_and_closed(tmp_path: Path) -> None:
    came = import_network([write_highways(tmp_path / "highways.gpkg")])
    network = came.network
    driven = dict(zip(network.edge_ids, network.usable(Way.ROAD).tolist(), strict=True))
    walked = dict(zip(network.edge_ids, network.usable(Way.WALKING).tolist(), strict=True))
    assert driven == {"osgb1": True, "osgb2": True, "osgb3": True, "osgb5": False, "osgb6": False}
    assert walked == {"osgb1": True, "osgb2": True, "osgb3": False, "osgb5": True, "osgb6": True}
    assert not measure(network, at(0, 0), [gate(100, 100)], Way.ROAD).reachable
    assert measure(network, at(100, 100), [gate(0, 0)], Way.ROAD).grid_mm == 200_000
    told = "\n".join(came.report)
    assert "1 road link is not open (planned, being built or closed) and was left out: osgb4" in (
        told
    )
    assert "1 road link has restricted access" in told
    assert "6 lines carry heights" in told


def test_roads_and_paths_in_two_files_of_gml_become_one_network(tmp_path: Path) -> None:
    roads = write_gml(tmp_path / "roads.gml", ROAD, BACK)
    paths = tmp_path / "paths.gml.gz"
    content = write_gml(tmp_path / "paths.gml", PATH, JOIN).read_bytes()
    paths.write_bytes(gzip.compress(content))
    assert recognise(roads).kind is Kind.HIGHWAYS
    came = import_network([roads, paths])
    assert joined(came) == ("osgb1", "osgb6", "osgb5")
    assert "High Street" in came.network.names
    assert not measure(came.network, at(0, 0), [gate(100, 100)], Way.ROAD).reachable


def test_gml_and_geopackage_of_the_same_roads_measure_alike(tmp_path: Path) -> None:
    gml = import_network([write_gml(tmp_path / "roads.gml", ROAD, BACK, PATH, JOIN)])
    gpkg = import_network([write_highways(tmp_path / "highways.gpkg")])
    for came in (gml, gpkg):
        assert measure(came.network, at(0, 0), [gate(101, 60)]).grid_mm == 160_415


def test_roads_without_paths_say_that_paths_are_missing(tmp_path: Path) -> None:
    came = import_network([write_gml(tmp_path / "roads.gml", ROAD)])
    assert any("No path links came with the roads" in note for note in came.network.notes)


def test_a_connecting_link_that_reaches_no_road_is_counted(tmp_path: Path) -> None:
    adrift = gml_link("ConnectingLink", "osgb7", [(99, 3), (101, 1)], pathNode="pn1",
                      connectingNode="cn8")  # fmt: skip
    came = import_network([write_gml(tmp_path / "roads.gml", ROAD, PATH, adrift)])
    assert any("1 connecting link does not reach a road's end" in line for line in came.report)
    assert not measure(came.network, at(0, 0), [gate(101, 60)]).reachable


@pytest.mark.parametrize("ending", ["gpkg", "shp"])
def test_open_roads_are_known_and_say_that_they_have_no_paths(tmp_path: Path, ending: str) -> None:
    path = write_open_roads(tmp_path / "oproad.gpkg")
    if ending == "shp":
        columns = {"identifier": ["A1", "B2"], "class": ["Unclassified", "Motorway"],
                   "formOfWay": ["Single Carriageway", "Slip Road"], "name1": ["Brook Road", None],
                   "function": ["Local Road", "Motorway"],
                   "startNode": ["N1", "N2"], "endNode": ["N2", "N3"]}  # fmt: skip
        lines = [[(0, 0), (100, 0)], [(100, 0), (100, 100)]]
        path = write_lines(tmp_path / "SU_RoadLink.shp", lines, columns)
    assert recognise(path).kind is Kind.OPEN_ROADS
    came = import_network([path])
    notes = " ".join(came.network.notes)
    assert "OS Open Roads has no footpaths" in notes
    assert "does not say which streets are one-way" in notes
    assert came.network.edge_ids == ("A1", "B2")
    assert came.network.usable(Way.WALKING).tolist() == [True, False]
    assert came.network.usable(Way.ROAD).tolist() == [True, True]


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ([ROAD[: len(ROAD) // 2]], "breaks off or is no GML here"),
        ([gml_link("RoadLink", "r", [(0, 0), (1, 0)], "urn:ogc:def:crs:EPSG::4326", **STREET)],
         "is in urn:ogc:def:crs:EPSG::4326; expected the National Grid"),
        ([PATH], "has no road links; expected a layer RoadLink"),
        ([ROAD.replace("12.5", "high")], "positions that cannot be read"),
        ([ROAD.replace('srsDimension="3"', 'srsDimension="x"')], "srsDimension 'x' where .* 3"),
        ([ROAD.replace('srsDimension="3"', 'srsDimension="2"')], "srsDimension '2' where .* 3"),
        ([ROAD.replace(' srsDimension="3"', "").replace("7405", "27700")],
         "positions with heights, but no srsDimension of 3"),
        ([ROAD.replace("bothDirections", "sideways")],
         "roads.gml, osgb1: directionality is 'sideways'; expected both directions, in direction"),
    ],
)  # fmt: skip
def test_gml_that_cannot_be_trusted_is_refused(
    tmp_path: Path, members: list[str], told: str
) -> None:
    with pytest.raises(UnreadableFile, match=told):
        import_network([write_gml(tmp_path / "roads.gml", *members)])


def test_a_line_in_the_grid_with_heights_has_three_numbers_though_none_says_so(
    tmp_path: Path,
) -> None:
    bare = ROAD.replace(' srsDimension="3"', "")
    flat = bare.replace("7405", "27700").replace(" 12.5", "").replace('"osgb1', '"osgb9')
    came = import_network([write_gml(tmp_path / "roads.gml", bare, flat)])
    assert came.network.grid_nm.tolist() == [100 * 10**9] * 2
    assert came.network.extent() == (*at(0, 0), *at(100, 0))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("own.gpkg", "has no road, path or connecting links; expected the files of one delivery"),
        ("own.shp", "has no road, path or connecting links"),
        ("town.osm", "is OpenStreetMap; expected OS MasterMap Highways, as the first file is"),
        ("open.gpkg", "is OS Open Roads; expected OS MasterMap Highways"),
        ("nodes.gml", "has no road, path or connecting links, so it adds nothing; leave it out"),
        ("bare.gpkg", "has no id in its layer PathLink; expected toid. Its columns are form"),
    ],
)
def test_a_second_file_that_is_not_of_the_delivery_is_refused_by_name(
    tmp_path: Path, name: str, told: str
) -> None:
    path, line = tmp_path / name, [[(0, 0), (100, 0)]]
    match name:
        case "own.gpkg" | "own.shp":
            write_lines(path, line, town_columns(1))
        case "town.osm":
            write_osm(path, {1: (0, 0), 2: (90, 0)}, {1: ([1, 2], {"highway": "path"})})
        case "open.gpkg":
            write_open_roads(path)
        case "nodes.gml":
            write_gml(path)
        case "bare.gpkg":
            write_lines(path, line, {"form": ["Path"]}, layer="PathLink")
    with pytest.raises(UnreadableFile) as error:
        import_network([write_highways(tmp_path / "highways.gpkg"), path])
    assert f"{path}: {told}" in str(error.value)


@pytest.mark.parametrize("kind", [Kind.HIGHWAYS, Kind.OPEN_ROADS])
def test_lines_of_another_source_called_ordnance_surveys_are_refused(
    tmp_path: Path, kind: Kind
) -> None:
    path = write_lines(tmp_path / "own.gpkg", [[(0, 0), (100, 0)]], town_columns(1))
    with pytest.raises(UnreadableFile, match=r"own\.gpkg: has no road, path or connecting links"):
        import_network([path], Choices(kind=kind))


def test_a_direction_that_nobody_understands_is_refused_in_a_geopackage_too(
    tmp_path: Path,
) -> None:
    columns = {"toid": ["osgb1"], "directionality": ["sideways"], "start_node": ["rn1"],
               "end_node": ["rn2"]}  # fmt: skip
    path = write_lines(tmp_path / "h.gpkg", [[(0, 0), (9, 0)]], columns, layer="RoadLink")
    with pytest.raises(UnreadableFile, match=r"h\.gpkg, osgb1: directionality is 'sideways'"):
        import_network([path])


def test_a_packed_file_cut_in_half_is_refused(tmp_path: Path) -> None:
    content = gzip.compress(write_gml(tmp_path / "roads.gml", *[ROAD] * 50).read_bytes())
    path = tmp_path / "half.gml.gz"
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(UnreadableFile, match="breaks off"):
        import_network([path], Choices(kind=Kind.HIGHWAYS))


def test_the_same_link_in_two_tiles_is_kept_once(tmp_path: Path) -> None:
    one = write_gml(tmp_path / "a.gml", ROAD, BACK)
    two = write_gml(tmp_path / "b.gml", BACK, PATH, JOIN)
    came = import_network([one, two])
    assert came.network.edge_ids.count("osgb2") == 1
    assert any("1 link stands twice" in line for line in came.report)
