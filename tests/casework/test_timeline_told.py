"""What a timeline tells of a case in a file: year groups, ends, what is taken for granted."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import commands
from casework.files.assess import assess_file, parts_of_file, timeline_of_file
from casework.files.case import read_case_file
from casework.moved_up import moved_up
from casework.shelf import Shelf
from commands.timeline_words import spans_json
from rules.timeline import Stretch
from rules.timeline_ends import Ended
from tests.casework.test_year_timeline import EIGHT
from tests.rules.test_timeline import SEVEN


def test_where_no_adopted_version_governs_any_of_the_year_the_named_one_is_followed_with_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(tmp_path, capsys, EIGHT, "southampton/2025-26", "2026-27")
    assert "no adopted version of southampton governs travel in this school year" in said.err
    assert "(southampton/2026-27 is a draft for these days)" in said.err
    assert "southampton/2025-26 was followed as if it did" in said.err
    assert "1 September 2026 to 31 August 2027" in said.out


def test_the_version_that_is_followed_in_place_of_the_named_one_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    three = {**EIGHT, "day_of_travel": "2019-03-04", "date_of_birth": "2010-10-15"}
    said = told(tmp_path, capsys, three, "southampton/2018-19", "2019-20")
    assert (
        "southampton/2018-19 governs no day of this school year; southampton/2019-20 is followed."
    ) in said.err


def told(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    facts: dict[str, object],
    policy: str,
    school_year: str,
) -> Any:
    """What the command prints of a timeline."""
    path = folder / "case.json"
    path.write_text(json.dumps({"facts": facts}), encoding="utf-8")
    words = ["assess", str(path), "--policy", policy, "--timeline", school_year]
    assert commands.main(words) == 0
    return capsys.readouterr()


THREE = {
    **SEVEN,
    "day_of_travel": "2026-03-02",
    "date_of_birth": "2017-10-15",
    "walking_distance": "2.5 miles",
    "looked_after": False,
    "chosen_for_belief": False,
}


def test_in_the_next_school_year_the_child_is_in_the_next_year_group(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now = told(tmp_path, capsys, THREE, "southampton/2025-26", "2025-26")
    assert "offered" in now.out.partition("Through the school year:")[2] and not now.err
    then = told(tmp_path, capsys, THREE, "southampton/2025-26", "2026-27")
    spans = then.out.partition("Through the school year:")[2].strip()
    assert spans == "1 September 2026 to 31 August 2027: not entitled"
    assert "given for another school year as 3; in this one it is taken to be 4" in then.err


@pytest.mark.parametrize(
    ("day", "changes", "taken"),
    [
        (date(2026, 9, 1), [], 4),
        (date(2026, 8, 31), [], 3),
        (date(2027, 9, 1), [("2026-09-10", 3)], 4),
        (date(2026, 9, 9), [("2026-09-10", 3)], 4),
        (date(2026, 9, 10), [("2026-09-10", 3)], 3),
        (date(2046, 9, 10), [], None),
    ],
)
def test_a_year_group_counts_from_the_school_year_for_which_it_was_given_last(
    tmp_path: Path, day: date, changes: list[tuple[str, int]], taken: int | None
) -> None:
    path = tmp_path / "case.json"
    listed = [{"from": since, "facts": {"year_group": group}} for since, group in changes]
    path.write_text(json.dumps({"facts": THREE, "changes": listed}), encoding="utf-8")
    vocabulary = Shelf().read("england/1996-act").vocabulary
    case = read_case_file(path, vocabulary)
    assert moved_up(case, vocabulary)(day)["year_group"] == taken


SUSPENDED = {
    **SEVEN,
    "date_of_birth": "2018-11-20",
    "walking_distance": "2.81 miles",
    "school_kind": "place_during_exclusion",
    "exclusion": "suspended",
    "education_during_exclusion": True,
    "suspension_ends_on": "2026-10-02",
    "day_of_travel": "2026-09-08",
}


def test_help_that_a_provision_ends_is_told_so_long_and_what_ended_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(tmp_path, capsys, SUSPENDED, "southampton/2026-27", "2026-27").out
    assert said.partition("Through the school year:\n")[2].splitlines()[:2] == [
        "  1 September 2026 to 2 October 2026: entitled",
        "  3 October 2026 to 31 August 2027: help has ended "
        "(Help during a suspension goes on for its length)",
    ]


def test_help_goes_on_after_an_end_once_other_facts_are_given(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    back = {"exclusion": "none", "school_kind": "mainstream", "suspension_ends_on": None}
    moves = [{"from": "2026-10-12", "facts": back}]
    path.write_text(json.dumps({"facts": SUSPENDED, "changes": moves}), encoding="utf-8")
    assessed = assess_file(Shelf(), "southampton/2026-27", path)
    suspended, ended, again, *_ = timeline_of_file(Shelf(), assessed, "2026-27")
    assert suspended.last == date(2026, 10, 2)
    assert isinstance(ended, Ended) and ended.last == date(2026, 10, 11)
    assert isinstance(again, Stretch) and again.begins
    assert spans_json([suspended, ended, again])[1] == {
        "from": "2026-10-03", "until": "2026-10-11", "policy": "southampton/2026-27",
        "outcome": None, "grounds": [], "missing": [],
        "begins": "Help during a suspension goes on for its length", "ends": again.begins,
    }  # fmt: skip


def test_the_timeline_and_the_period_end_on_the_same_day(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    for until in ("2026-09-08", "2026-10-02", "2026-11-06"):
        path.write_text(json.dumps({"facts": {**SUSPENDED, "suspension_ends_on": until}}), "utf-8")
        assessed = assess_file(Shelf(), "southampton/2026-27", path)
        spans = timeline_of_file(Shelf(), assessed, "2026-27")
        ended = next(each for each in spans if isinstance(each, Ended))
        assert parts_of_file(assessed).period.until == ended.first - timedelta(days=1)
        assert ended.first - timedelta(days=1) == date.fromisoformat(until)


def test_an_end_that_is_not_known_is_asked_for_under_its_stretch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = {**SUSPENDED, "suspension_ends_on": None}
    said = told(tmp_path, capsys, facts, "southampton/2026-27", "2026-27").out
    question = Shelf().read("southampton/2026-27").vocabulary["suspension_ends_on"].question
    assert f"      to find out: {question}" in said


def test_what_the_first_stretch_waits_for_is_asked_under_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sixteen = {
        **SEVEN, "date_of_birth": "2010-09-05", "year_group": 11, "walking_distance": "4 miles"
    }  # fmt: skip
    said = told(tmp_path, capsys, sixteen, "england/1996-act", "2026-27").out
    first, asked = said.partition("Through the school year:\n")[2].splitlines()[:2]
    assert first == "  1 September 2026 to 25 June 2027: cannot tell yet"
    assert asked == "      to find out: What is the first day of term after July at the school?"
