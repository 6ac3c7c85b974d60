"""Files of every kind come into a store whole or not at all, and are measured along afterwards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from casework.bring_in import bring_in_network, bring_in_postcodes, bring_in_schools
from casework.desk import Desk
from casework.files.network import Choices, Columns, check_network, look_at
from casework.files.postcodes import UnreadablePostcodes
from casework.holdings import holdings
from casework.measuring.held_network import by_digest, latest
from casework.schools.places import list_schools
from geography import UnreadableFile, measure
from records.school import Gate
from store.schools import correct_school
from tests.casework.desks import desk_in
from tests.geography.files import town_columns, write_highways, write_lines, write_osm
from tests.geography.test_reading_gias import HEADER, row
from tests.geography.test_reading_points import CODE_POINT, OPEN_UPRN
from tests.geography.towns import at, gate

MAPPING = Choices(columns=Columns(id="ref", name="street"))
SINCE = "since the file gives only the site's point"
LINES = [[(0, 0), (100, 0)], [(100, 0), (100, 100)]]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_in(tmp_path)


def lines(folder: Path) -> Path:
    return write_lines(folder / "ways.gpkg", LINES, town_columns(2))


def test_a_network_brought_in_is_the_one_that_was_checked_and_is_measured_on(
    desk: Desk, tmp_path: Path
) -> None:
    path = lines(tmp_path)
    checked = check_network([path], MAPPING)
    came = bring_in_network(desk, path, "Marlhaven 2026", choices=MAPPING)
    assert (came.name, came.count, came.new) == ("Marlhaven 2026", 2, 1)
    assert came.notes == checked.report
    network = latest(desk)
    assert network is not None
    assert network.digest == checked.digest == holdings(desk).networks[0].digest
    assert measure(network, at(0, 0), [gate(100, 100)]).digest == checked.digest
    assert by_digest(desk, checked.digest) is network


def test_each_kind_of_file_comes_in(desk: Desk, tmp_path: Path) -> None:
    street = {"highway": "residential"}
    osm = write_osm(tmp_path / "t.osm.pbf", {1: (0, 0), 2: (50, 0)}, {1: ([1, 2], street)})
    for path in (osm, write_highways(tmp_path / "highways.gpkg")):
        bring_in_network(desk, path)
    assert [each.name for each in holdings(desk).networks] == ["highways", "t.osm"]


def test_the_same_file_comes_in_once(desk: Desk, tmp_path: Path) -> None:
    path = lines(tmp_path)
    assert [bring_in_network(desk, path).new for _ in range(2)] == [1, 0]


@pytest.mark.parametrize("at_words", ["Reading the lines", "Packing the links", "Keeping it"])
def test_an_import_that_is_stopped_keeps_nothing(desk: Desk, tmp_path: Path, at_words: str) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int, words: str) -> None:
        if words == at_words:
            raise Stopped

    before = holdings(desk).trail
    with pytest.raises(Stopped):
        bring_in_network(desk, lines(tmp_path), progress=stop)
    assert (holdings(desk).networks, holdings(desk).trail) == ((), before)


def test_a_file_that_breaks_off_keeps_nothing(desk: Desk, tmp_path: Path) -> None:
    path = lines(tmp_path)
    path.write_bytes(path.read_bytes()[:60_000])
    with pytest.raises(UnreadableFile):
        bring_in_network(desk, path)
    assert holdings(desk).networks == ()


def test_what_a_file_is_can_be_asked_before(tmp_path: Path) -> None:
    found = look_at(lines(tmp_path))
    assert (found.words, found.columns) == ("lines with columns of their own", ("ref", "street"))


def gias(folder: Path, *rows: str) -> Path:
    path = folder / "edubase.csv"
    path.write_text("\n".join([HEADER, *rows, ""]), encoding="cp1252")
    return path


def test_a_gias_file_brings_what_schools_are(desk: Desk, tmp_path: Path) -> None:
    came = bring_in_schools(desk, gias(tmp_path, row(), row("900002", status="Closed")))
    (school,) = holdings(desk).schools
    assert (school.kind, school.governance) == ("mainstream", "maintained")
    assert "1 place that is not open was left out." in came.notes


def test_a_school_in_the_sea_is_named(desk: Desk, tmp_path: Path) -> None:
    bring_in_network(desk, lines(tmp_path))
    near, (sea_east, sea_north) = at(50, 3), at(9_000, -30_000)
    file = gias(
        tmp_path,
        row(east=str(near[0]), north=str(near[1])),
        row("900002", "Pier Head School", east=str(sea_east), north=str(sea_north)),
    )
    came = bring_in_schools(desk, file)
    assert any("1 lie over 1 km from every street and path, in the sea" in note
               and "Pier Head School" in note for note in came.notes)  # fmt: skip
    assert came.count == 2


def test_of_a_national_list_only_schools_in_reach_are_kept(desk: Desk, tmp_path: Path) -> None:
    bring_in_network(desk, lines(tmp_path))
    far = [row(str(800_000 + n), f"Far {n}", east="530000", north="380000") for n in range(1_000)]
    near = at(50, 3)
    came = bring_in_schools(desk, gias(tmp_path, row(east=str(near[0]), north=str(near[1])), *far))
    assert came.count == 1
    assert "1,000 lie more than 20 km from the network and were left out." in came.notes


def test_code_point_open_gives_the_middles_of_postcodes(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    path.write_text(CODE_POINT, encoding="utf-8")
    came = bring_in_postcodes(desk, path)
    assert (came.count, holdings(desk).postcodes) == (1, 1)
    assert "The file is Code-Point Open." in came.notes


def test_a_file_of_addresses_is_not_taken_for_postcodes(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "uprn.csv"
    path.write_text(OPEN_UPRN, encoding="utf-8")
    with pytest.raises(UnreadablePostcodes, match="OS Open UPRN, which has many places"):
        bring_in_postcodes(desk, path)


def gias_at(folder: Path, easting: int) -> Path:
    path = folder / "gias.csv"
    path.write_text(f"{HEADER}\n{row(east=str(easting))}\n", encoding="utf-8")
    return path


def test_a_sites_point_replaces_no_gates_that_are_known(desk: Desk, tmp_path: Path) -> None:
    bring_in_schools(desk, gias_at(tmp_path, 442590))
    school = list_schools(desk)[0]
    moved = bring_in_schools(desk, gias_at(tmp_path, 442600))
    assert not any("keep the gates" in note for note in moved.notes)
    assert list_schools(desk)[0].gates == (Gate("site point", 442600.0, 114900.0),)
    gates = (Gate("main", 442500.0, 114850.0), Gate("back", 442700.0, 114950.0))
    correct_school(desk.store, replace(school, gates=gates), desk.person)
    again = bring_in_schools(desk, gias_at(tmp_path, 443000))
    assert list_schools(desk)[0].gates == gates
    assert any(f"1 of them keep the gates that were known, {SINCE}: {school.name}." in note
               for note in again.notes)  # fmt: skip


def test_a_list_that_names_gates_moves_them_and_leaves_their_hours(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "schools.csv"
    path.write_text("urn,name,gate,easting,northing\n1,Brook,main,442500,114850\n", "utf-8")
    bring_in_schools(desk, path)
    school = list_schools(desk)[0]
    hours = replace(school.gates[0], opens="08:15", closes="09:00")
    correct_school(desk.store, replace(school, gates=(hours,)), desk.person)
    path.write_text(path.read_text("utf-8").replace("442500", "442510"), "utf-8")
    bring_in_schools(desk, path)
    assert list_schools(desk)[0].gates == (replace(hours, easting=442510.0),)
