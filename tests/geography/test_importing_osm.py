"""OpenStreetMap: cut where ways meet, walked and driven by one table, told of what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from geography import Imported, Network, UnreadableFile, import_network, measure, recognise
from geography.imports.osm_rules import WAYS, direction, may
from geography.imports.pbf_blocks import note_if_cut, places
from records.measurement import Way
from records.school import Gate
from tests.geography.files import write_osm

STREET = {"highway": "residential", "name": "Brook Road"}
NODES = {1: (0.0, 0.0), 2: (100.0, 0.0), 3: (200.0, 0.0), 4: (100.0, 100.0)}


def town(path: Path, extra: Mapping[str, str] | None = None, **more: object) -> Path:
    ways = {10: ([1, 2, 3], {**STREET, **(extra or {})}), 11: ([4, 2], {"highway": "footway"})}
    return write_osm(path, NODES, ways, **more)  # type: ignore[arg-type]


def ends(network: Network, first: str, last: str) -> tuple[tuple[float, float], list[Gate]]:
    """Return the places of two nodes, as a home and a gate."""
    places = {}
    for edge in range(len(network.edge_ids)):
        line = network.line(edge).tolist()
        places[network.node_ids[network.u[edge]]] = tuple(line[0])
        places[network.node_ids[network.v[edge]]] = tuple(line[-1])
    return places[first], [Gate("gate", *places[last])]


@pytest.mark.parametrize("ending", ["osm.pbf", "osm"])
def test_ways_are_cut_where_they_meet_and_routes_turn_there(tmp_path: Path, ending: str) -> None:
    came = import_network([town(tmp_path / f"town.{ending}")])
    assert came.network.edge_ids == ("11", "10-1", "10-2")
    assert came.network.names == ("", "Brook Road", "Brook Road")
    assert came.network.kinds == ("footway", "residential", "residential")
    route = measure(came.network, *ends(came.network, "1", "4"))
    assert route.edges == ("10-1", "11")
    assert route.ground_mm == pytest.approx(200_000, rel=0.005)


def test_footways_are_walked_and_not_driven(tmp_path: Path) -> None:
    network = import_network([town(tmp_path / "town.osm.pbf")]).network
    assert not measure(network, *ends(network, "1", "3"), Way.WALKING).why_none
    assert network.usable(Way.ROAD).tolist() == [False, True, True]


def test_one_way_streets_are_walked_both_ways_and_driven_one(tmp_path: Path) -> None:
    network = import_network([town(tmp_path / "town.osm.pbf", {"oneway": "-1"})]).network
    assert measure(network, *ends(network, "3", "1"), Way.ROAD).reachable
    assert not measure(network, *ends(network, "1", "3"), Way.ROAD).reachable
    assert measure(network, *ends(network, "1", "3"), Way.WALKING).reachable


def test_a_bollard_on_a_street_ends_driving_along_it(tmp_path: Path) -> None:
    nodes = {**NODES, 5: (50.0, 1.0)}
    ways = {10: ([1, 5, 2, 3], STREET), 11: ([4, 2], {"highway": "footway"})}
    came = import_network([write_osm(tmp_path / "t.osm.pbf", nodes, ways, {5: "bollard"})])
    assert came.network.usable(Way.ROAD).tolist() == [False, False, True]
    assert "1 link may not be driven for a bollard or the like upon it." in came.report


LANE = {1: (0.0, 0.0), 2: (100.0, 0.0), 3: (200.0, 0.0), 8: (0.0, 90.0), 9: (200.0, 90.0)}


def lane(path: Path, barrier: Mapping[str, str], *ways: Sequence[int]) -> Imported:
    """Import a street of three nodes, in one way or several, with a barrier on the middle one.

    At both ends it meets a street on which all may go.
    """
    whole = [*(ways or ([1, 2, 3],)), [8, 1], [9, 3]]
    cut = dict(enumerate(((way, STREET) for way in whole), start=10))
    return import_network([write_osm(path / "lane.osm", LANE, cut, {2: barrier})])


@pytest.mark.parametrize(
    ("barrier", "walked", "driven"),
    [
        ({"barrier": "gate"}, True, True),
        ({"barrier": "gate", "access": "private"}, False, False),
        ({"barrier": "lift_gate", "access": "no"}, False, False),
        ({"barrier": "gate", "access": "private", "foot": "yes"}, True, False),
        ({"barrier": "gate", "motor_vehicle": "private"}, True, False),
        ({"barrier": "gate", "foot": "no"}, False, True),
        ({"barrier": "gate", "access": "customers;destination"}, True, True),
        ({"barrier": "bollard"}, True, False),
        ({"barrier": "bollard", "motor_vehicle": "yes"}, True, True),
        ({"barrier": "bollard", "access": "yes"}, True, True),
        ({"barrier": "bollard", "access": "no"}, False, False),
    ],
)
def test_a_barriers_own_tags_come_before_what_such_a_barrier_does(
    tmp_path: Path, barrier: dict[str, str], walked: bool, driven: bool
) -> None:
    network = lane(tmp_path, barrier).network
    home, goal = ends(network, "8", "9")
    assert measure(network, home, goal, Way.WALKING).reachable is walked
    assert measure(network, home, goal, Way.ROAD).reachable is driven


@pytest.mark.parametrize("ways", [[[1, 2, 3]], [[1, 2], [2, 3]], [[1, 2], [3, 2]]])
def test_a_gate_shut_to_all_parts_the_street_and_both_sides_stay(
    tmp_path: Path, ways: list[list[int]]
) -> None:
    came = lane(tmp_path, {"barrier": "gate", "access": "private"}, *ways)
    assert len(came.network.edge_ids) == 4
    assert "joined to the part the school meets" in str(
        measure(came.network, *ends(came.network, "8", "9")).why_none
    )
    for way in Way:
        assert came.network.usable(way).all()
    assert any("nobody past; routes end there: 2." in line for line in came.report)
    assert not any("is not prevented" in line for line in came.report)


def test_a_gate_where_three_links_meet_bars_none_of_them_and_is_counted(tmp_path: Path) -> None:
    nodes = {**LANE, 4: (100.0, 90.0)}
    ways = {10: ([1, 2, 3], STREET), 11: ([4, 2], STREET)}
    shut = {2: {"barrier": "gate", "access": "private"}}
    came = import_network([write_osm(tmp_path / "t.osm", nodes, ways, shut)])
    assert measure(came.network, *ends(came.network, "1", "3")).reachable
    told = [line for line in came.report if "is not prevented: 2." in line]
    assert ["walking" in line for line in told] == [True, False]


def test_ways_beyond_the_edge_of_an_extract_are_clipped_and_counted(tmp_path: Path) -> None:
    nodes = {key: NODES[key] for key in (1, 2, 4)}
    ways = {10: ([1, 2, 3], STREET), 11: ([4, 2], {"highway": "footway"})}
    came = import_network([write_osm(tmp_path / "t.osm.pbf", nodes, ways)])
    assert came.network.edge_ids == ("10", "11")
    assert "1 way is cut where the file's area ends; what lies beyond is not there: 10." in (
        came.report
    )


def test_a_way_that_meets_itself_is_cut_there(tmp_path: Path) -> None:
    ways = {10: ([1, 2, 3, 4, 2], STREET)}
    network = import_network([write_osm(tmp_path / "t.osm.pbf", NODES, ways)]).network
    assert network.edge_ids == ("10-1", "10-2")
    assert measure(network, *ends(network, "1", "2")).edges == ("10-1",)


def test_accuracy_and_credit_are_among_the_notes(tmp_path: Path) -> None:
    notes = " ".join(import_network([town(tmp_path / "town.osm.pbf")]).network.notes)
    assert "about 1 m off" in notes
    assert "© OpenStreetMap contributors" in notes


@pytest.mark.parametrize(
    ("tags", "allowed"),
    [
        ({"highway": "residential"}, (True, True)),
        ({"highway": "motorway"}, (False, True)),
        ({"highway": "bridleway"}, (True, False)),
        ({"highway": "construction"}, None),
        ({"highway": "residential", "access": "private"}, (False, False)),
        ({"highway": "service", "access": "private", "foot": "yes"}, (True, False)),
        ({"highway": "track", "motor_vehicle": "yes"}, (True, True)),
        ({"highway": "path", "access": "yes"}, (True, False)),
        ({"highway": "primary", "foot": "no"}, (False, True)),
        ({"highway": "residential", "vehicle": "no", "motorcar": "yes"}, (True, True)),
        ({"highway": "unclassified", "motor_vehicle": "agricultural;forestry"}, (True, False)),
        ({"highway": "unclassified", "motor_vehicle": "agricultural; permissive"}, (True, True)),
        ({"highway": "path", "access": "no", "foot": "yes;permissive"}, (True, False)),
        ({"highway": "residential", "motor_vehicle": "sometimes"}, (True, True)),
        ({"highway": "trunk", "motorroad": "yes"}, (False, True)),
        ({"highway": "trunk", "motorroad": "yes", "access": "yes"}, (False, True)),
        ({"highway": "trunk", "motorroad": "yes", "foot": "yes"}, (True, True)),
    ],
)
def test_what_may_be_walked_and_driven(
    tags: dict[str, str], allowed: tuple[bool, bool] | None
) -> None:
    assert may(tags) == allowed


@pytest.mark.parametrize(
    ("tags", "way"),
    [
        ({"oneway": "yes"}, 1),
        ({"oneway": "-1"}, -1),
        ({}, 0),
        ({"junction": "roundabout"}, 1),
        ({"highway": "motorway"}, 1),
        ({"highway": "motorway", "oneway": "no"}, 0),
    ],
)
def test_which_ways_are_one_way(tags: dict[str, str], way: int) -> None:
    assert direction(tags) == way


def test_every_kind_of_way_stands_in_the_table_once() -> None:
    values = [value for rule in WAYS for value in rule.highway]
    assert len(values) == len(set(values))


@pytest.mark.parametrize("ending", ["osm.pbf", "osm"])
def test_a_file_cut_in_half_is_refused(tmp_path: Path, ending: str) -> None:
    path = town(tmp_path / f"town.{ending}")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(UnreadableFile, match=r"town\.osm.*(damaged|no ways)"):
        import_network([path])


BLOCK = 8_000
"""How many ways Osmium writes into one block."""


def many_ways(path: Path, count: int) -> Path:
    """Write a row of short streets, in blocks of ways as Osmium fills them."""
    nodes = {number: (number / 10, 0.0) for number in range(1, count + 2)}
    return write_osm(path, nodes, {at: ([at, at + 1], STREET) for at in range(1, count + 1)})


def without_last_block(path: Path) -> Path:
    """Cut a file where its last block begins."""
    with path.open("rb") as file:
        *_, (begin, _) = places(file)
    blocks = path.read_bytes()
    header = blocks.rindex(b"OSMData", 0, begin)
    path.write_bytes(blocks[: header - 6])
    return path


def test_a_file_cut_between_two_blocks_of_ways_is_said_to_break_off_perhaps(
    tmp_path: Path,
) -> None:
    whole = many_ways(tmp_path / "whole.osm.pbf", BLOCK + 1)
    assert note_if_cut(whole) is None
    came = import_network([without_last_block(whole)])
    assert len(came.network.edge_ids) == BLOCK
    assert any("may break off: its last block is full (8,000 ways)" in line for line in came.report)
    assert any("may break off" in note for note in came.network.notes)


@pytest.mark.parametrize("ending", ["osm.pbf", "osm"])
def test_a_whole_file_of_a_few_ways_is_not_said_to_break_off(tmp_path: Path, ending: str) -> None:
    assert note_if_cut(town(tmp_path / f"town.{ending}")) is None


def test_what_is_no_row_of_blocks_is_not_said_to_break_off(tmp_path: Path) -> None:
    path = town(tmp_path / "town.osm.pbf")
    for content in (
        path.read_bytes()[:-9],
        b"not a block of anything",
        b"\x00\x00\x00\x02\x08\x80",
    ):
        path.write_bytes(content)
        assert note_if_cut(path) is None


def test_a_node_far_from_all_others_is_named_with_its_way_in_degrees(tmp_path: Path) -> None:
    far = {**NODES, 3: (52.4 * 70_300, -52.3 * 111_260)}
    ways = {10: ([1, 2, 4], STREET), 11: ([1, 3], STREET)}
    with pytest.raises(UnreadableFile, match=r"osm, 11: longitude 51\.0, latitude -1\.39.*places"):
        import_network([write_osm(tmp_path / "t.osm", far, ways)])


def test_a_file_without_ways_is_refused(tmp_path: Path) -> None:
    path = write_osm(tmp_path / "t.osm.pbf", NODES, {9: ([1, 2], {"building": "yes"})})
    assert recognise(path).words == "OpenStreetMap"
    with pytest.raises(UnreadableFile, match="no ways for walking or driving"):
        import_network([path])
