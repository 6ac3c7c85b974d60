"""measure: figures in file order, null without a route, routes as files, and plain refusals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

import commands
from casework.bring_in import bring_in_network
from commands.network import columns_in
from geography import Choices, edges_csv
from store import networks
from tests.casework.desks import desk_in
from tests.geography.test_reading_gias import HEADER, row
from tests.geography.towns import at, line

LINES = [
    line("1", "a", "b", (0, 0), (1000, 0), name="High Street"),
    line("2", "b", "c", (1000, 0), (1000, 800), motor=None),
    line("3", "x", "y", (0, 3000), (500, 3000)),
]
SCHOOLS = """urn,name,easting,northing
0300,"Far, Upper",441000,112750
100,Island,440100,115040
200,Near,440100,112030
200,Near,440450,112000
"""


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Write a small network and its schools, and give the arguments that name them."""
    network, schools = tmp_path / "ways.csv", tmp_path / "schools.csv"
    network.write_text(edges_csv(LINES), encoding="utf-8")
    schools.write_text(SCHOOLS, encoding="utf-8-sig")
    return ["measure", "--network", str(network), "--schools", str(schools)]


def measured(capsys: pytest.CaptureFixture[str], *argv: str) -> list[dict[str, Any]]:
    assert commands.main([*argv, "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def home(x: float, y: float) -> list[str]:
    east, north = at(x, y)
    return ["--home", f"{east},{north}"]


def test_json_gives_each_school_once_in_the_order_of_the_file(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    far, island, near = measured(capsys, *files, *home(400, 6))
    assert far == {
        "school": "0300",
        "name": "Far, Upper",
        "reachable": True,
        "grid_mm": 1_350_000,
        "ground_mm": far["ground_mm"],
        "home_snap_mm": 6000,
        "gate_snap_mm": 0,
    }
    assert 1_350_400 < far["ground_mm"] < 1_350_600
    assert island == {
        "school": "100",
        "name": "Island",
        "reachable": False,
        "grid_mm": None,
        "ground_mm": None,
        "home_snap_mm": 6000,
        "gate_snap_mm": 40_000,
    }
    assert (near["grid_mm"], near["gate_snap_mm"]) == (50_000, 0)


def test_ends_far_from_the_network_are_warned_of_and_never_added(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.main([*files, *home(100, 25.001), "--json"]) == 0
    told = capsys.readouterr()
    assert "the home lies 25.001 m from" in told.err
    assert "200 (30.000 m)" in told.err
    assert "100 (40.000 m)" in told.err
    assert json.loads(told.out)[2]["grid_mm"] == 0
    assert commands.main([*files, *home(100, 25), "--json"]) == 0
    assert "the home lies" not in capsys.readouterr().err


def test_the_table_reads_in_miles_and_metres_and_says_why_there_is_no_route(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.main([*files, *home(400, 0)]) == 0
    told = capsys.readouterr().out
    assert "0.84 miles (1,350." in told
    assert "1,350.000 m" in told
    assert "No route to 100: The home meets a part of the network (2 lines)" in told
    assert "digest" in told


def test_each_route_that_exists_is_a_file_named_after_the_urn(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new" / "routes"
    far, *_ = measured(capsys, *files, *home(400, 6), "--routes", str(folder))
    assert sorted(file.name for file in folder.iterdir()) == ["0300.geojson", "200.geojson"]
    (feature,) = json.loads((folder / "0300.geojson").read_text(encoding="utf-8"))["features"]
    assert feature["properties"]["ground_mm"] == far["ground_mm"]
    assert feature["geometry"]["coordinates"] == [
        [440400, 112000],
        [441000, 112000],
        [441000, 112750],
    ]


def test_a_urn_that_looks_like_a_path_stays_inside_the_folder(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schools = tmp_path / "schools.csv"
    schools.write_text("urn,name,easting,northing\n../../x,A,440100,112000\n", encoding="utf-8")
    folder = tmp_path / "routes"
    measured(capsys, *files, *home(400, 6), "--routes", str(folder))
    assert [file.name for file in folder.iterdir()] == ["..%2F..%2Fx.geojson"]


def test_both_bases_are_offered_and_agree_where_one_way_leads(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    ground = measured(capsys, *files, *home(400, 6), "--basis", "ground")
    assert measured(capsys, *files, *home(400, 6), "--basis", "grid") == ground


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (["--home", "440400"], "'440400' is no position"),
        (["--home", "440400,112000,5"], "is no position"),
        (["--home", "nan,112000"], "is no position"),
        (["--home", "50.9,-1.4"], "looks like latitude and longitude"),
        (["--home", "112000,440400"], "easting first"),
        (["--home", "440400,112000", "--way", "road"], "motor column"),
        (["--home", "440400,112000", "--network", "none.csv"], "none.csv: cannot be opened"),
        (["--home", "440400,112000", "--schools", "none.csv"], "none.csv: cannot be opened"),
    ],
)
def test_input_that_cannot_be_used_is_one_line_and_exit_code_two(
    files: list[str], capsys: pytest.CaptureFixture[str], argv: list[str], expected: str
) -> None:
    assert commands.main([*files, *argv, "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert expected in told.err
    assert told.err.count("\n") == 1


def test_nothing_is_written_when_a_file_is_broken(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    network = tmp_path / "ways.csv"
    network.write_bytes(network.read_bytes()[:-20])
    folder = tmp_path / "routes"
    assert commands.main([*files, *home(400, 6), "--routes", str(folder)]) == 2
    assert f"{network}, line 4: " in capsys.readouterr().err
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_to_is_a_sentence(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "routes"
    in_the_way.write_text("", encoding="utf-8")
    assert commands.main([*files, *home(400, 6), "--routes", str(in_the_way)]) == 2
    assert "routes cannot be written there" in capsys.readouterr().err


def test_the_real_files_are_read_as_they_are(
    shared_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = measured(
        capsys,
        "measure",
        "--network",
        str(shared_data / "network" / "adur_osm_edges.csv"),
        "--schools",
        str(shared_data / "schools" / "adur_schools_edubase_2015.csv"),
        "--home",
        "521430.59,105381.19",
    )
    assert len(found) == 14
    assert found[0]["school"] == "114411"
    assert found[0]["ground_mm"] is None
    reached = [one for one in found if one["reachable"]]
    assert len(reached) == 13
    assert all(one["ground_mm"] > one["grid_mm"] for one in reached)


def test_certificates_are_written_as_a_pdf_a_school_named_after_its_urn(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "certificates"
    far, *_ = measured(capsys, *files, *home(400, 6), "--certificates", str(folder))
    assert sorted(file.name for file in folder.iterdir()) == ["0300.pdf", "100.pdf", "200.pdf"]
    pages = [page_texts(folder / f"{urn}.pdf") for urn in ("0300", "100", "200")]
    assert f"({far['ground_mm'] / 1000:,.3f} m) on the ground" in pages[0]
    assert "High Street" in pages[0]
    assert "There is no walking route from home to Island" in pages[1]
    assert "There is none." in pages[1]
    assert "Other ways measured" in pages[2]  # its other gate


def page_texts(file: Path) -> str:
    pages = pypdfium2.PdfDocument(file.read_bytes())
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(text.split())


def test_certificates_that_cannot_be_written_are_told(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "certificates"
    in_the_way.write_text("a file")
    assert commands.main([*files, *home(400, 6), "--certificates", str(in_the_way)]) == 2
    assert "certificates cannot be written there" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "name"), [("--certificates", "200.pdf"), ("--routes", "200.geojson")]
)
def test_a_read_only_file_among_those_to_be_written_stays_as_it_was(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, name: str
) -> None:
    locked = tmp_path / "out" / name
    locked.parent.mkdir()
    locked.write_text("as it was")
    locked.chmod(0o444)
    assert commands.main([*files, *home(400, 6), option, str(locked.parent)]) == 2
    assert "cannot be written there (the file that is there is read-only)" in (
        capsys.readouterr().err
    )
    assert locked.read_text() == "as it was"


def test_a_school_of_gias_without_a_position_is_named_and_the_others_are_measured(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    east, north = at(1000, 750)
    rows = [row("900001", east=str(east), north=str(north)), row("900002", "Lost", east="")]
    listed = tmp_path / "gias.csv"
    listed.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
    assert commands.main([*files[:4], str(listed), *home(400, 6), "--json"]) == 0
    came = capsys.readouterr()
    assert [one["school"] for one in json.loads(came.out)] == ["900001"]
    assert "not measured, since they have no position: 900002 (Lost)" in came.err
    assert "GIAS gives each site's own point" in came.err


def test_a_figure_to_a_gate_far_off_the_network_says_so_in_its_own_line(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    east, north = at(17_500, 0)
    listed = tmp_path / "far.csv"
    listed.write_text(f"urn,name,easting,northing\n1,Far,{east},{north}\n", encoding="utf-8")
    assert commands.main([*files[:4], str(listed), *home(400, 6)]) == 0
    line = next(one for one in capsys.readouterr().out.splitlines() if one.startswith("1 "))
    assert "16,500.000 m; not to be relied on: the network does not reach there" in line
    (entry,) = measured(capsys, *files[:4], str(listed), *home(400, 6))
    assert "the gate lies 16,500.000 m from it" in entry["warning"]


def feature(ref: str, street: str, *points: tuple[float, float]) -> dict[str, Any]:
    """A line of a GeoJSON file whose id stands under a name that nobody expects."""
    shape = {"type": "LineString", "coordinates": [at(*point) for point in points]}
    return {"type": "Feature", "properties": {"ref": ref, "street": street}, "geometry": shape}


@pytest.mark.parametrize("choices", [[], ["--columns", "id=ref,name=street"]])
@pytest.mark.parametrize("kind", ["geojson", "csv"])
def test_a_network_is_read_as_it_is_checked_and_brought_in_and_tells_the_same_digest(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str,
    choices: list[str],
) -> None:  # fmt: skip
    path = tmp_path / f"ways.{kind}"
    if kind == "geojson":
        named = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}
        lines = [feature("L1", "High Street", (0, 0), (1000, 0)),
                 feature("L2", "Mill Path", (1000, 0), (1000, 800))]  # fmt: skip
        whole = {"type": "FeatureCollection", "crs": named, "features": lines}
        path.write_text(json.dumps(whole), encoding="utf-8")
    assert commands.main(["network", "check", str(path), *choices, "--json"]) == 0
    checked = json.loads(capsys.readouterr().out)
    schools = files[files.index("--schools") + 1]
    argv = ["measure", "--network", str(path), "--schools", schools, *home(0, 0), *choices]
    assert commands.main(argv) == 0
    assert f"digest {checked['digest']}" in capsys.readouterr().out
    desk = desk_in(tmp_path)
    columns = columns_in(choices[1]) if choices else None
    bring_in_network(desk, path, choices=Choices(columns=columns))
    assert networks.list_networks(desk.store)[-1][0] == checked["digest"]
