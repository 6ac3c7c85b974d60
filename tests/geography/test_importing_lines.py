"""Lines with columns of their own: what the mapping says holds, and what is odd is counted."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
import shapely

from geography import Choices, Columns, Kind, UnreadableFile, import_network, measure, recognise
from geography.counted import counted
from records.measurement import Way
from tests.geography.files import town_columns, write_lines
from tests.geography.towns import at, gate

CORNER = [[(0, 0), (100, 0)], [(100, 0), (100, 100)]]
OWN = Columns(id="ref", name="street", kind="what", foot="walk", motor="car", oneway="way")


def corner(path: Path, **more: object) -> Path:
    columns = town_columns(
        2, what=["road", "bridleway"], walk=["yes", "yes"], car=["yes", "no"], way=["no", "no"]
    )
    return write_lines(path, CORNER, {**columns, **more})  # type: ignore[dict-item]


@pytest.mark.parametrize("ending", ["gpkg", "shp", "geojson"])
def test_each_format_gives_the_same_routes(tmp_path: Path, ending: str) -> None:
    came = import_network([corner(tmp_path / f"ways.{ending}")], Choices(columns=OWN))
    route = measure(came.network, at(0, 0), [gate(100, 100)])
    assert route.grid_mm == pytest.approx(200_000, abs=2)
    assert came.network.kinds == ("road", "bridleway")
    assert came.network.names == ("Street 1", "Street 2")


def test_the_mapping_says_what_may_be_driven_and_walked(tmp_path: Path) -> None:
    path = corner(tmp_path / "ways.gpkg", walk=["no", "yes"])
    network = import_network([path], Choices(columns=OWN)).network
    assert network.usable(Way.ROAD).tolist() == [True, False]
    assert network.usable(Way.WALKING).tolist() == [False, True]


def test_a_line_driven_against_its_drawing_is_turned_round(tmp_path: Path) -> None:
    path = corner(tmp_path / "ways.gpkg", car=["yes", "yes"], way=["-1", "no"])
    network = import_network([path], Choices(columns=OWN)).network
    there = measure(network, at(0, 0), [gate(100, 100)], Way.ROAD)
    back = measure(network, at(100, 100), [gate(0, 0)], Way.ROAD)
    assert (there.reachable, back.grid_mm) == (False, 200_000)
    assert measure(network, at(0, 0), [gate(100, 100)]).grid_mm == 200_000


def test_ends_that_meet_to_the_millimetre_are_joined_and_others_are_not(tmp_path: Path) -> None:
    lines = [[(0, 0), (100, 0)], [(100.0003, 0), (200, 0)], [(200.01, 0), (300, 0)]]
    path = write_lines(tmp_path / "ways.gpkg", lines, town_columns(3))
    came = import_network([path])
    assert measure(came.network, at(0, 0), [gate(200, 0)]).reachable
    assert not measure(came.network, at(0, 0), [gate(300, 0)]).reachable
    assert any("falls into 2 parts; the largest holds 66.7%" in line for line in came.report)


def test_the_same_file_gives_the_same_digest_and_another_mapping_another(tmp_path: Path) -> None:
    path = corner(tmp_path / "ways.gpkg")
    one = import_network([path], Choices(columns=OWN)).network.digest
    assert import_network([path], Choices("other name", columns=OWN)).network.digest == one
    assert import_network([path], Choices(columns=Columns(id="ref"))).network.digest != one


def test_columns_are_suggested_by_their_names(tmp_path: Path) -> None:
    columns = {"id": [1, 2], "name": ["a", "b"], "Foot": ["yes", "no"], "oneway": ["no", "no"]}
    found = recognise(write_lines(tmp_path / "ways.gpkg", CORNER, columns, layer="streets"))
    assert (found.kind, found.layers, found.features) == (Kind.LINES, ("streets",), 2)
    assert found.suggested == Columns(id="id", name="name", foot="Foot", oneway="oneway")


def report_of(path: Path) -> str:
    return "\n".join(import_network([path], Choices(columns=Columns(id="ref"))).report)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([[(0, 0, 9), (100, 0, 9)], [(100, 0, 9), (9, 9, 9)]], "2 lines carry heights"),
        ([*CORNER, [(5, 5), (5, 5)]], "1 link without length that leads from a node to itself"),
        ([*CORNER, None], "1 entry has no line and was left out: L3"),
        ([*CORNER, [(0, 0), (50, 50), (50, 0), (0, 50)]], "1 link crosses or touches itself"),
        ([*CORNER, [(100, 0), (0, 0)]], "1 link lies exactly on another link; both were kept"),
        ([*CORNER, shapely.Point(at(0, 0))], "1 entry has no line"),
        ([*CORNER, shapely.MultiLineString([[at(0, 9), at(5, 9)], [at(7, 9), at(9, 9)]])],
         "1 line has several parts; each part is a link of its own: L3"),
    ],
)  # fmt: skip
def test_what_is_odd_is_counted_and_named(tmp_path: Path, lines: list[object], told: str) -> None:
    kind = "LineString Z" if told.startswith("2 lines carry") else "Unknown"
    path = write_lines(
        tmp_path / "ways.gpkg", lines, town_columns(len(lines)), geometry=kind  # type: ignore[arg-type]
    )  # fmt: skip
    assert told in report_of(path)


@pytest.mark.parametrize(
    ("count", "written"), [(0, "0 links are"), (1, "1 link is"), (2_000, "2,000 links are")]
)
def test_a_count_is_written_with_the_words_of_one_or_of_many(count: int, written: str) -> None:
    assert counted(count, "{link is|links are} cut") == f"{written} cut"


def test_links_that_stand_twice_are_kept_once_and_shared_ids_are_told_apart(
    tmp_path: Path,
) -> None:
    columns = {"ref": ["a", "a", "a"]}
    lines = [CORNER[0], CORNER[0], CORNER[1]]
    came = import_network(
        [write_lines(tmp_path / "ways.gpkg", lines, columns)], Choices(columns=Columns(id="ref"))
    )
    assert came.network.edge_ids == ("a", "a#2")
    assert "1 link stands twice, the same in all; one of each was kept: a." in came.report


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
@pytest.mark.parametrize(
    ("lines", "crs", "told"),
    [
        (CORNER, None, "does not say its coordinate system"),
        (CORNER, "EPSG:3857", "is in WGS 84 / Pseudo-Mercator; expected the National Grid"),
        (CORNER, "EPSG:4326", "in degrees, but has coordinates that are none"),
        ([shapely.LineString([(112000, 440000), (112100, 440000)])], "EPSG:27700",
         "expected the easting first"),
        ([shapely.LineString([(-1.4, 50.9), (-1.41, 50.9)])], "EPSG:27700",
         "looks like latitude and longitude"),
        ([shapely.LineString([(50.9, -1.4), (50.91, -1.4)])], "EPSG:4326",
         "has latitude before longitude"),
        ([shapely.LineString([(-1.4, 50.9), (-1.41, 50.9)])] * 3
         + [shapely.LineString([(-1.4, 50.9), (50.91, -1.4)])], "EPSG:4326",
         r"gpkg, L4: longitude 50\.91, latitude -1\.4 is far from Great Britain; longitude"),
        ([shapely.LineString([(-1.4, 50.9), (-71.0, 50.9)])], "EPSG:4326",
         r"gpkg, L1: longitude -71\.0, latitude 50\.9 is far from Great Britain\."),
        ([shapely.LineString([(900000, 0), (900001, 0)])], "EPSG:27700",
         "lies outside the National Grid"),
    ],
)  # fmt: skip
def test_coordinates_that_cannot_be_trusted_are_refused_by_name(
    tmp_path: Path, lines: list[object], crs: str | None, told: str
) -> None:
    path = tmp_path / "ways.gpkg"
    write_lines(path, lines, town_columns(len(lines)), crs=crs)  # type: ignore[arg-type]
    with pytest.raises(UnreadableFile, match=told) as caught:
        import_network([path], Choices(columns=Columns(id="ref")))
    assert "ways.gpkg" in str(caught.value)
    assert "Nothing was loaded" in str(caught.value)


def test_a_value_that_is_neither_yes_nor_no_is_named_with_its_link(tmp_path: Path) -> None:
    path = corner(tmp_path / "ways.gpkg", car=["yes", "perhaps"])
    with pytest.raises(UnreadableFile, match="L2: car is 'perhaps'; expected yes or no"):
        import_network([path], Choices(columns=OWN))


def test_a_column_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "ways.gpkg", CORNER, town_columns(2))
    with pytest.raises(UnreadableFile, match="no column car; its columns are ref, street"):
        import_network([path], Choices(columns=Columns(motor="car")))


@pytest.mark.parametrize("ending", ["gpkg", "shp", "geojson"])
def test_a_file_cut_in_half_is_refused(tmp_path: Path, ending: str) -> None:
    lines = [[(x, 0), (x + 1, 0)] for x in range(3_000)]
    path = write_lines(tmp_path / f"ways.{ending}", lines, town_columns(3_000))
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(UnreadableFile, match=rf"ways\.{ending}.*(damaged|breaks off)"):
        import_network([path])


@pytest.mark.parametrize("content", [b"", b"rubbish"])
def test_a_file_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ways.gpkg"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"ways\.gpkg"):
        recognise(path)


def test_an_empty_layer_is_refused(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "ways.gpkg", [], town_columns(0), layer="ways")
    with pytest.raises(UnreadableFile, match="has no lines"):
        import_network([path])


def test_an_import_can_be_stopped_while_it_reads(tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int, words: str) -> None:
        if words == "Reading the lines":
            raise Stopped

    with pytest.raises(Stopped):
        import_network([corner(tmp_path / "ways.gpkg")], Choices(columns=OWN), stop)


def test_python_collects_its_rubbish_again_after_an_import(tmp_path: Path) -> None:
    assert gc.isenabled()
    import_network([corner(tmp_path / "ways.gpkg")], Choices(columns=OWN))
    assert gc.isenabled()
    with pytest.raises(UnreadableFile):
        import_network([corner(tmp_path / "bad.gpkg", car=["yes", "?"])], Choices(columns=OWN))
    assert gc.isenabled()
