"""Two versions for one day are told wherever a version is checked, listed or used."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import commands
from casework.assess import assess
from casework.cases import list_cases
from casework.policies.authoring import check_policy
from casework.policies.councils import read_council
from casework.policies.overlaps import OverlappingVersions, overlaps
from casework.shelf import POLICY_FOLDER, Shelf
from commands import policies
from tests.casework.town import Town

TEXT = """\
format: 1
policy: {id}
title: A text of days only
status: {status}
travel: {{from: {start}, until: {until}}}
known: {{from: {known}}}
builds_on: england/1996-act
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf((POLICY_FOLDER, tmp_path))


def put(
    shelf: Shelf,
    name: str,
    days: tuple[str, str] = ("2030-09-01", "2031-08-31"),
    status: str = "adopted",
    known: str = "2030-01-01",
) -> Path:
    path = shelf.folders[-1] / "riverton" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    words = {"start": days[0], "until": days[1], "status": status, "known": known}
    path.write_text(TEXT.format(id=f"riverton/{name}", **words), encoding="utf-8")
    return path


def test_two_versions_of_one_day_are_an_error_that_names_both(shelf: Shelf) -> None:
    put(shelf, "2030-31")
    put(shelf, "the-other", ("2031-08-31", "2032-08-31"))
    assert shelf.in_force("riverton", date(2031, 8, 30), date(2032, 1, 1)).id == "riverton/2030-31"
    with pytest.raises(OverlappingVersions) as raised:
        shelf.in_force("riverton", date(2031, 8, 31), date(2032, 1, 1))
    said = str(raised.value)
    assert "riverton/2030-31 and riverton/the-other both govern travel in riverton" in said
    assert "31 August 2031" in said and "Nothing was decided" in said


def test_a_version_not_yet_known_stands_in_nobodys_way(shelf: Shelf) -> None:
    put(shelf, "2030-31")
    put(shelf, "the-other", known="2031-01-01")
    found = shelf.in_force("riverton", date(2031, 3, 1), date(2030, 12, 31))
    assert found.id == "riverton/2030-31"
    with pytest.raises(OverlappingVersions):
        shelf.in_force("riverton", date(2031, 3, 1), date(2031, 1, 1))


def test_a_revision_takes_the_place_of_its_version_on_its_own_days(shelf: Shelf) -> None:
    put(shelf, "2030-31")
    put(shelf, "2030-31@2031-01-01", ("2031-01-01", "2031-08-31"), known="2030-12-01")
    assert shelf.overlaps("riverton") == ()
    days = {date(2030, 12, 31): "riverton/2030-31", date(2031, 1, 1): "riverton/2030-31@2031-01-01"}
    for day, expected in days.items():
        assert shelf.in_force("riverton", day, date(2031, 6, 1)).id == expected


@pytest.mark.parametrize("status", ["draft", "consultation", "withdrawn"])
def test_what_is_not_in_force_overlaps_nothing(shelf: Shelf, status: str) -> None:
    put(shelf, "2030-31")
    path = put(shelf, "the-other", status=status)
    assert shelf.overlaps("riverton") == ()
    assert check_policy(shelf, str(path)).problems == ()


def test_a_check_tells_the_overlap_where_the_days_stand(shelf: Shelf) -> None:
    put(shelf, "2030-31")
    path = put(shelf, "the-other", ("2031-08-31", "2032-08-31"))
    (problem,) = check_policy(shelf, str(path)).problems
    assert str(problem).startswith(f"{path}, line 5, column 1: riverton/2030-31 governs travel")
    assert "31 August 2031 to 31 August 2031" in problem.message
    assert [each.place for each in check_policy(shelf, "riverton/2030-31").problems] == [
        "policy/riverton/2030-31.yaml"
    ]


def test_the_list_of_versions_tells_each_overlap(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(shelf, "2030-31")
    put(shelf, "the-other")
    monkeypatch.setattr(policies, "Shelf", lambda: shelf)
    assert commands.main(["policies"]) == 0
    said = capsys.readouterr().out
    assert "overlaps with riverton/the-other: both govern travel 1 September 2030 to" in said
    assert said.count("overlaps with") == 2
    assert commands.main(["policies", "--json"]) == 0
    found = {each["id"]: each["overlaps"] for each in json.loads(capsys.readouterr().out)}
    assert found["riverton/2030-31"] == ["riverton/the-other"]
    assert found["england/1996-act"] == []


def test_nothing_that_ships_overlaps() -> None:
    assert overlaps(each.version for each in Shelf().lines() if each.version) == ()


def test_a_case_of_such_a_day_says_why_it_is_not_decided_and_the_lists_still_open(
    town: Town, tmp_path: Path
) -> None:
    case = town.child_at(2.5)
    rival = tmp_path / "marlhaven" / "rival.yaml"
    rival.parent.mkdir()
    words = {"start": "2026-10-01", "until": "2027-08-31", "status": "adopted"}
    text = TEXT.format(id="marlhaven/rival", known="2026-01-01", **words)
    rival.write_text(text, encoding="utf-8")
    desk = replace(town.desk, shelf=Shelf((*town.desk.shelf.folders, tmp_path)))
    with pytest.raises(OverlappingVersions, match="marlhaven/2026-27 and marlhaven/rival"):
        assess(desk, case)
    (row,) = list_cases(desk)
    assert row.trouble is not None and "marlhaven/rival" in row.trouble
    council = read_council(desk, "marlhaven")
    assert council.in_force is None
    assert council.trouble is not None and "marlhaven/rival" in council.trouble
