"""The command line tells what is paid, arranged, kept, ended and determined, where it is asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from main import main

SIXTH_FORM: dict[str, Any] = {
    "day_of_travel": "2026-09-08", "date_of_birth": "2009-11-03", "in_area": True,
    "school_kind": "further_education", "has_ehcp": True, "has_send": True, "nearest_course": True,
    "walking_distance": "4 miles", "free_travel_by_others": False,
    "exceptional_ground_claimed": False, "contribution_low_income": False, "low_income": False,
    "can_use_public_transport": False, "attends_from": "2026-09-08",
}  # fmt: skip
POLICY = "marlhaven/2026-27"


def assessed(
    folder: Path, capsys: pytest.CaptureFixture[str], *flags: str, **changed: object
) -> str:
    case = folder / "case.json"
    facts = {**SIXTH_FORM, **changed}
    case.write_text(json.dumps({"facts": {k: v for k, v in facts.items() if v is not None}}))
    assert main(["assess", str(case), "--policy", POLICY, *flags]) == 0
    return capsys.readouterr().out


def test_the_contribution_is_told_in_pence_with_its_instalments(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(assessed(tmp_path, capsys, "--json", "--contribution"))["contribution"]
    assert (found["outcome"], found["annual_pence"]) == ("due", 60_000)
    assert found["instalments_pence"] == [20_000, 20_000, 20_000]
    low = assessed(tmp_path, capsys, "--json", "--contribution", contribution_low_income=True)
    assert json.loads(low)["contribution"]["annual_pence"] == 30_000


def test_what_is_paid_and_how_the_child_travels_is_always_there_the_rest_where_it_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = json.loads(assessed(tmp_path, capsys, "--json"))
    one = json.loads(assessed(tmp_path, capsys, "--json", "--period"))
    every = json.loads(assessed(tmp_path, capsys, "--json", "--parts"))
    names = {"contribution", "arrangement", "period", "protection", "determinations"}
    always = {"contribution", "arrangement"}
    assert names & plain.keys() == always
    assert names & one.keys() == {*always, "period"}
    assert names <= every.keys()
    assert {**every, **plain} == every, "the parts add to what was printed before"


@pytest.mark.parametrize(
    ("flag", "says"),
    [
        ("--contribution", "£600.00 for the year, as £200.00 + £200.00 + £200.00."),
        ("--arrangement", "not enough: A pass for public transport"),
        ("--period", "From when to when: 8 September 2026 to"),
        ("--determinations", "Travelling alone: cannot tell yet."),
        ("--protection", "Kept on an older version: no."),
    ],
)
def test_each_part_reads_as_plain_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], flag: str, says: str
) -> None:
    assert says in assessed(tmp_path, capsys, flag)


def test_what_is_open_names_its_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = assessed(tmp_path, capsys, "--arrangement", can_use_public_transport=None)
    assert "Kind of travel: cannot tell yet." in told
    assert "still to be found out: Can the child use public transport" in told


def test_a_child_who_is_refused_pays_nothing_and_travels_by_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = assessed(tmp_path, capsys, "--parts", walking_distance="1 mile", road_distance="1 mile")
    assert "Contribution: none is asked for." in told
    assert "Kind of travel: none, since no help is due." in told
