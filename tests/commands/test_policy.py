"""``policy check``, ``policy new``, ``policy say``, and the further readings of ``assess``."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import commands
from casework.policies.authoring import check_policy
from casework.policies.new import CannotStart, school_year_days, start_policy
from casework.shelf import Shelf
from rules.quantities import day_in_words
from tests.commands.test_assess import GOOD

Out = pytest.CaptureFixture[str]

DRAFT = """\
format: 1
policy: marlhaven/2030-31
title: A draft
status: draft
builds_on: marlhaven/2026-27
parameters:
  sixth_limit: {value: 4 miles, source: {document: marlhaven-policy, standing: to_confirm}}
provisions:
  - provision: further
    title: Further than four miles
    effect: offers
    when: {all: [in_area, walking_distance > sixth_limit]}
    source: {document: marlhaven-policy, standing: to_confirm}
"""


@pytest.mark.parametrize(
    "policy", ["england/1996-act", "southampton/2018-19", "southampton/2019-20"]
)
def test_every_shipped_text_is_free_of_problems_and_agrees_with_its_examples(policy: str) -> None:
    checked = check_policy(Shelf(), policy)
    assert checked.problems == ()
    assert checked.examples > 20


def test_a_sound_draft_is_said_to_be_so(tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(DRAFT, encoding="utf-8")
    assert commands.main(["policy", "check", str(path)]) == 0
    assert "no problems" in capsys.readouterr().out


def test_every_problem_is_reported_with_line_and_column(tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "draft.yaml"
    broken = DRAFT.replace("walking_distance > sixth_limit", "walking_distanse >= sixth_limit")
    path.write_text(broken.replace("effect: offers", "effect: ofers"), encoding="utf-8")
    assert commands.main(["policy", "check", str(path)]) == 2
    said = capsys.readouterr().err
    assert "did you mean 'walking_distance'" in said
    assert "did you mean 'offers'" in said
    assert f"{path}, line 11, column" in said and f"{path}, line 12, column" in said


def test_a_worked_example_that_no_longer_agrees_is_a_problem(tmp_path: Path) -> None:
    folder = tmp_path / "policy"
    (folder / "marlhaven" / "examples").mkdir(parents=True)
    (folder / "marlhaven" / "2030-31.yaml").write_text(DRAFT, encoding="utf-8")
    example = (
        "format: 1\npolicy: marlhaven/2030-31\nexamples:\n"
        "  - example: Nobody is offered anything\n"
        "    change: {in_area: yes, walking_distance: 5 miles}\n"
        "    expect: {provisions: {further: not_met}}\n"
    )
    (folder / "marlhaven" / "examples" / "a.yaml").write_text(example, encoding="utf-8")
    shelf = Shelf(folders=(folder, *Shelf().folders))
    (problem,) = check_policy(shelf, "marlhaven/2030-31").problems
    assert "Nobody is offered anything" in problem.message
    assert problem.line == 4


def test_a_new_year_starts_in_one_file_that_reads_and_inherits_everything(tmp_path: Path) -> None:
    shelf = Shelf()
    path = start_policy(shelf, "southampton/2031-32", "southampton/2019-20", tmp_path)
    found = shelf.read_file(path)
    base = shelf.read("southampton/2019-20")
    assert (found.status, found.builds_on) == ("draft", "southampton/2019-20")
    assert [each.id for each in found.provisions] == [each.id for each in base.provisions]
    assert str(found.travel_from) == "2031-09-01" and str(found.travel_until) == "2032-08-31"


def test_a_new_year_never_overwrites_and_wants_a_proper_name(
    capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["policy", "new", "southampton/2019-20", "--from", "southampton/2018-19"]
    assert commands.main(words) == 2
    assert "is there already" in capsys.readouterr().err
    assert commands.main(["policy", "new", "../x", "--from", "southampton/2018-19"]) == 2
    assert "no name for a version" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "days"), [("a/2027-28", ("2027-09-01", "2028-08-31")), ("a/2027-29", None),
                       ("a/1999-00", ("1999-09-01", "2000-08-31")), ("a/act", None)]
)  # fmt: skip
def test_the_days_of_a_school_year_follow_from_its_name(
    name: str, days: tuple[str, str] | None
) -> None:
    found = school_year_days(name)
    assert (found and tuple(day.isoformat() for day in found)) == days


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("southampton/2025-26", "Policy Statement, 2027-2028 (draft)"),
        ("southampton/2019-20", "Travel Arrangements Policy 2027-28 (draft)"),
        ("southampton/2026-27", "Southampton 2027-28 (draft)"),
        ("southampton/2011-12", "Home to School and Post-16 Transport Policy 2027-28 (draft)"),
        ("southampton/2018-19", "Transport Policy 2027-28 Academic Year (draft)"),
        ("england/1996-act", "Southampton 2027-28 (draft)"),
        ("marlhaven/2025-26", "Southampton 2027-28 (draft)"),
    ],
)
def test_a_new_year_stands_in_the_title_in_the_place_of_the_old(
    source: str, title: str, tmp_path: Path
) -> None:
    path = start_policy(Shelf(), "southampton/2027-28", source, tmp_path)
    assert Shelf().read_file(path).title.endswith(title)


def test_a_draft_for_another_council_does_not_take_the_title_of_the_first(tmp_path: Path) -> None:
    path = start_policy(Shelf(), "isle-of-kent/2027-28", "southampton/2025-26", tmp_path)
    assert Shelf().read_file(path).title == "Isle Of Kent 2027-28 (draft)"


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("southampton/2026-27@2027-01-01", ("2027-01-01", "2027-08-31")),
        ("southampton/2026-27@2026-07-13", ("2026-09-01", "2027-08-31")),
        ("southampton/2020-22@2021-01-04", ("2021-01-04", "2022-08-31")),
        ("southampton/2031-32@2032-01-05", ("2032-01-05", "2032-08-31")),
    ],
)
def test_a_revision_starts_on_its_day_and_ends_with_what_it_revises(
    name: str, days: tuple[str, str], tmp_path: Path
) -> None:
    found = Shelf().read_file(start_policy(Shelf(), name, "southampton/2020-22", tmp_path))
    assert (str(found.travel_from), str(found.travel_until)) == days
    day = day_in_words(date.fromisoformat(name.partition("@")[2]))
    assert found.title.endswith(f", from {day} (draft)")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("southampton/2026-27@2027-09-01", "lies after the days of travel"),
        ("southampton/2026-27@2027-13-01", "Nothing was written"),
        ("con/2027-28", "Windows keeps the name 'con'"),
        ("southampton/nul", "Windows keeps the name 'nul'"),
        ("southampton/lpt1@2027-01-01", "Windows keeps the name 'lpt1'"),
    ],
)
def test_a_name_that_cannot_be_says_why_and_starts_nothing(
    name: str, why: str, tmp_path: Path
) -> None:
    with pytest.raises(CannotStart, match=why):
        start_policy(Shelf(), name, "southampton/2025-26", tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_version_without_a_school_year_in_its_name_wants_its_days(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="add --travel 2027-09-01 2028-08-31"):
        start_policy(Shelf(), "southampton/foo", "southampton/2025-26", tmp_path)
    assert not list(tmp_path.iterdir())
    days = ("2027-01-01", "2027-03-31")
    path = start_policy(Shelf(), "southampton/foo", "southampton/2025-26", tmp_path, days)
    found = Shelf().read_file(path)
    assert (str(found.travel_from), str(found.travel_until)) == days
    assert found.title.endswith("Policy Statement, foo (draft)")


@pytest.mark.parametrize("days", [("2027-13-01", "2028-08-31"), ("2028-09-01", "2028-08-31")])
def test_days_that_are_none_start_nothing(days: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="Nothing was written"):
        start_policy(Shelf(), "southampton/foo", "southampton/2025-26", tmp_path, days)


def test_a_version_is_said_in_plain_english_with_its_sources(capsys: Out) -> None:
    assert commands.main(["policy", "say", "southampton/2019-20"]) == 0
    said = capsys.readouterr().out
    assert "Walking distance is more than 2 miles" in said
    assert "read on a council page; year inferred" in said
    assert "not read: its text is not held" in said
    assert "post 16 contribution: £0 (" in said.lower()


def test_what_a_rule_means_is_said_with_its_own_source_where_that_is_another(capsys: Out) -> None:
    assert commands.main(["policy", "say", "england/1996-act"]) == 0
    said = capsys.readouterr().out
    part = said[said.index("What is meant") : said.index("Figures")]
    (road,) = [line for line in part.splitlines() if "six miles by a route" in line]
    assert "(DfE); to be confirmed by the policy lead; the six miles are the Act's" in road


def test_a_version_with_nothing_of_its_own_says_so_and_shows_what_it_inherits_if_asked(
    capsys: Out,
) -> None:
    count = len(Shelf().read("southampton/2026-27").provisions)
    assert commands.main(["policy", "say", "southampton/2026-27"]) == 0
    said = capsys.readouterr().out
    assert f"(none of its own; {count} provisions inherited, not shown; --all shows them)." in said
    assert "Beyond walking distance" not in said
    assert commands.main(["policy", "say", "southampton/2026-27", "--all"]) == 0
    said = capsys.readouterr().out
    assert f"(none of its own; {count} provisions inherited)." in said
    assert "Beyond walking distance" in said


def test_the_timeline_of_a_case_is_printed_and_given_as_json(tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps({"facts": GOOD}), encoding="utf-8")
    words = ["assess", str(path), "--policy", "england/1996-act", "--timeline", "2025-26"]
    assert commands.main(words) == 0
    shown = capsys.readouterr().out
    assert "1 September 2025 to 15 October 2025: entitled" in shown
    assert "16 October 2025 to 31 August 2026: not entitled (8th birthday)" in shown
    assert commands.main([*words, "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)["timeline"]
    assert (first["begins"], first["ends"], second["ends"]) == (None, "8th birthday", None)
    assert (first["until"], first["outcome"]) == ("2025-10-15", "entitled")
    assert (second["from"], second["begins"]) == ("2025-10-16", "8th birthday")
    assert commands.main([*words[:-1], "next year"]) == 2
    assert "expected one such as 2026-27" in capsys.readouterr().err


def test_what_would_change_a_refusal_is_printed_with_figures(tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "case.json"
    facts = {**GOOD, "walking_distance": "1.31 miles"}
    path.write_text(json.dumps({"facts": facts}), encoding="utf-8")
    words = ["assess", str(path), "--policy", "england/1996-act", "--what-if"]
    assert commands.main(words) == 0
    shown = capsys.readouterr().out
    assert "Walking distance were more than 2 miles (now 1.31 miles): entitled" in shown
    assert commands.main([*words, "--json"]) == 0
    changes = json.loads(capsys.readouterr().out)["what_if"]
    assert {"route_unsafe": True} in [each["facts"] for each in changes]
    assert changes[-1] == {
        "facts": {"walking_distance": "3218.689 m"},
        "outcome": "entitled",
        "grounds": ["england/1996-act#para-6"],
        "in_reach": False,
    }
