"""``policy prove``, ``policy diff`` and ``compare``: exit codes, JSON, a caseload counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import commands
from casework.shelf import Shelf
from rules.decide import decide
from rules.facts import read_facts

Out = pytest.CaptureFixture[str]
REGION = {"old", "new", "old_grounds", "new_grounds", "when", "example", "count"}
BOTH = ["--old", "marlhaven/2025-26", "--new", "marlhaven/2026-27"]


def test_a_version_that_keeps_the_floor_is_told_with_what_the_proof_rests_on(capsys: Out) -> None:
    assert commands.main(["policy", "prove", "marlhaven/2026-27"]) == 0
    said = capsys.readouterr().out
    assert "no possible child falls below england/1996-act" in said
    assert "This rests on:" in said


def test_a_version_below_the_floor_names_the_child_and_ends_with_one(capsys: Out) -> None:
    words = ["policy", "prove", "southampton/option-permanent-exclusions", "--json"]
    assert commands.main(words) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["holds"] is False
    shelf = Shelf()
    statute, version = shelf.read(found["floor"]), shelf.read(found["policy"])
    for refusal in found["refusals"]:
        facts = read_facts(refusal["example"], statute.vocabulary)
        assert decide(statute, facts).eligibility.outcome == "entitled"
        assert decide(version, facts).eligibility.outcome == refusal["found"] != "entitled"


def test_compare_gives_regions_whose_examples_both_versions_decide_so(capsys: Out) -> None:
    assert commands.main(["compare", *BOTH, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["old"], found["new"]) == (BOTH[1], BOTH[3])
    assert set(found) == {"old", "new", "assumptions", "regions", "cannot_compare"}
    assert found["regions"] and found["assumptions"]
    old, new = Shelf().read(found["old"]), Shelf().read(found["new"])
    for region in found["regions"]:
        assert set(region) == REGION
        facts = read_facts(region["example"], new.vocabulary)
        assert decide(old, facts).eligibility.outcome == region["old"]
        assert decide(new, facts).eligibility.outcome == region["new"] != region["old"]
        assert region["when"] and region["count"] is None


def test_each_kind_is_printed_with_its_example_and_how_both_versions_decide_it(capsys: Out) -> None:
    assert commands.main(["compare", *BOTH]) == 0
    said = capsys.readouterr().out
    kinds = said.count("  When ")
    assert kinds == said.count("  For example: ") > 0
    for version, says in ((BOTH[1], "offered; met: "), (BOTH[3], "not entitled; not met: ")):
        assert f"    {version}: {says}" in said
        assert said.count(f"    {version}: ") == kinds
    assert "walking distance is 2.50 miles, more than 2 miles" in said


def test_the_difference_is_the_same_list_every_time(capsys: Out) -> None:
    shown = []
    for _ in range(2):
        assert commands.main(["policy", "diff", "southampton/2018-19", "southampton/2018-19"]) == 0
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1]
    assert "no child's outcome differs." in shown[0]
    assert "What is charged" not in shown[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("hampshire/2023-24", "hampshire/2024-25", "£1,736.07 becomes £1,791.62 otherwise"),
        ("southampton/2022-24", "southampton/option-contribution", "it was £0; now £495.00 where"),
    ],
)
def test_sums_that_change_are_told_where_no_outcome_does(
    old: str, new: str, said: str, capsys: Out
) -> None:
    for words in (["compare", "--old", old, "--new", new], ["policy", "diff", old, new]):
        assert commands.main(words) == 0
        shown = capsys.readouterr().out
        assert "no child's outcome differs, but what is charged does." in shown
        assert said in shown.partition("What is charged differs")[2]


def test_the_json_says_that_sums_are_not_compared_and_where_they_are(capsys: Out) -> None:
    assert commands.main(["compare", *BOTH, "--json"]) == 0
    assumptions = json.loads(capsys.readouterr().out)["assumptions"]
    assert any("not what a family is asked to pay" in each and "policy diff" in each
               for each in assumptions)  # fmt: skip


def test_a_caseload_is_counted_by_old_and_new_outcome(tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "children.csv"
    path.write_text(
        "reference,day_of_travel,date_of_birth,walking_distance\n"
        "A,2026-11-02,2019-06-01,1 mile\nB,2026-11-02,2019-06-01,5 miles\n",
        encoding="utf-8",
    )
    assert commands.main(["compare", *BOTH, "--caseload", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert all(set(each) == REGION and each["count"] is not None for each in found["regions"])
    matrix = found["matrix"]
    assert sum(count for row in matrix.values() for count in row.values()) == 2


def test_an_unknown_version_or_a_bad_caseload_is_told(tmp_path: Path, capsys: Out) -> None:
    assert commands.main(["compare", "--old", "marlhaven/2025", "--new", BOTH[3]]) == 2
    assert "did you mean" in capsys.readouterr().err
    missing = ["compare", *BOTH, "--caseload", str(tmp_path / "none.csv")]
    assert commands.main(missing) == 2
