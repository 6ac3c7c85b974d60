"""network check: what an import would bring, as words and as JSON; refusals are plain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import commands
from tests.geography.files import town_columns, write_highways, write_lines

LINES = [[(0, 0), (1000, 0)], [(1000, 0), (1000, 500)], [(5000, 0), (5100, 0)]]


@pytest.fixture
def ways(tmp_path: Path) -> str:
    columns = town_columns(3, car=["yes", "no", "no"])
    return str(write_lines(tmp_path / "ways.gpkg", LINES, columns))


def test_the_report_tells_lengths_parts_and_the_digest(
    ways: str, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping = "id=ref,name=street,motor=car"
    assert commands.main(["network", "check", ways, "--columns", mapping]) == 0
    said = capsys.readouterr().out
    assert said.startswith(
        "ways: lines with columns of their own.\n3 links came in, 1.6 km in all."
    )
    assert "By road: 1.0 km, of which 0.0 km one way only." in said
    assert "The walking network falls into 2 parts; the largest holds 93.8% of its length." in said
    assert "Digest as it would be kept: " in said


def test_json_says_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_highways(tmp_path / "roads.gpkg")
    assert commands.main(["network", "check", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["kind"], found["links"]) == ("highways", 5)
    assert len(found["digest"]) == 64


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["--columns", "speed=limit"], "'speed=limit' is not understood"),
        (["--columns", "motor=lorry"], "has no column lorry; its columns are ref, street, car"),
        (["--layer", "paths"], "has no layer paths; its layers of lines are ways"),
        (["--ostn15", "nowhere.gsb"], "nowhere.gsb: cannot be opened"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_read(
    ways: str, capsys: pytest.CaptureFixture[str], argv: list[str], told: str
) -> None:
    assert commands.main(["network", "check", ways, *argv]) == 2
    assert told in capsys.readouterr().err
