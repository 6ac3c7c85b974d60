"""A case through a school year: versions that begin and end in it, moves, judgements for a time."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import commands
from casework.files.assess import assess_file, timeline_of_file
from casework.files.case import BadCaseFile
from casework.shelf import POLICY_FOLDER, Shelf
from casework.year_timeline import Span, Ungoverned, policy_of
from rules.values import Outcome
from tests.rules.test_timeline import SEVEN

EIGHT = {**SEVEN, "date_of_birth": "2018-01-12", "walking_distance": "2.5 miles"}
TEXT = """format: 1
policy: quayside/{name}
title: Quayside
status: {status}
travel: {{from: {first}, until: {last}}}
builds_on: england/1996-act
documents:
  paper: {{title: Paper, where: nowhere}}
provisions:
  - provision: near
    title: In the area
    effect: offers
    when: {when}
    source: {{document: paper, standing: adopted}}
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A council with two adopted versions, the first ending inside a school year, and a draft."""
    folder = tmp_path / "policy" / "quayside"
    folder.mkdir(parents=True)
    for name, status, first, last, when in [
        ("2026", "adopted", "2026-09-01", "2026-12-31", "in_area"),
        ("2027", "adopted", "2027-01-01", "2027-03-31", "has_ehcp"),
        ("draft", "draft", "2027-04-01", "2027-08-31", "in_area"),
    ]:
        text = TEXT.format(name=name, status=status, first=first, last=last, when=when)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Shelf((tmp_path / "policy", POLICY_FOLDER))


def year(shelf: Shelf, folder: Path, policy: str, *changes: object) -> tuple[Span, ...]:
    path = folder / "case.json"
    path.write_text(json.dumps({"facts": EIGHT, "changes": list(changes)}), encoding="utf-8")
    return timeline_of_file(shelf, assess_file(shelf, policy, path), "2026-27")


def test_where_a_version_ends_the_next_adopted_one_is_followed(
    shelf: Shelf, tmp_path: Path
) -> None:
    first, second, _ = year(shelf, tmp_path, "quayside/2026")
    assert not isinstance(first, Ungoverned) and not isinstance(second, Ungoverned)
    assert (first.outcome, first.last) == (Outcome.OFFERED, date(2026, 12, 31))
    assert (second.outcome, second.begins) == (
        Outcome.NOT_ENTITLED, "quayside/2027 takes effect",
    )  # fmt: skip


def test_days_that_no_adopted_version_governs_are_told_with_the_draft_for_them(
    shelf: Shelf, tmp_path: Path
) -> None:
    last = year(shelf, tmp_path, "quayside/2026")[-1]
    assert last == Ungoverned(
        date(2027, 4, 1), date(2027, 8, 31), "quayside", "quayside/2027 ends", "quayside/draft"
    )


def test_a_version_that_governs_none_of_the_year_gives_way_to_the_adopted_one_that_does(
    shelf: Shelf, tmp_path: Path
) -> None:
    old = TEXT.format(
        name="2020", status="adopted", first="2020-09-01", last="2021-08-31", when="has_ehcp"
    )
    (tmp_path / "policy" / "quayside" / "2020.yaml").write_text(old, encoding="utf-8")
    first, second, _ = year(shelf, tmp_path, "quayside/2020")
    assert not isinstance(first, Ungoverned) and not isinstance(second, Ungoverned)
    assert [policy_of(first), policy_of(second)] == ["quayside/2026", "quayside/2027"]


def test_a_later_revision_takes_the_place_of_its_version(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    facts = {**EIGHT, "day_of_travel": "2025-03-01", "year_group": None}
    path.write_text(json.dumps({"facts": facts}), encoding="utf-8")
    found = timeline_of_file(
        Shelf(), assess_file(Shelf(), "england/1996-act@2014-09-01", path), "2024-25"
    )
    assert [(each.first, each.begins) for each in found][1:] == [
        (date(2025, 4, 6), "england/1996-act takes effect")
    ]


def test_a_move_begins_a_stretch(shelf: Shelf, tmp_path: Path) -> None:
    move = {"from": "2026-11-02", "facts": {"in_area": False}}
    first, second, *_ = year(shelf, tmp_path, "quayside/2026", move)
    assert first.last == date(2026, 11, 1)
    assert second.begins and second.begins.endswith("becomes no")


def test_a_judgement_for_a_time_ends_a_stretch(shelf: Shelf, tmp_path: Path) -> None:
    unsafe = {"from": "2026-09-01", "facts": {"route_unsafe": True}}
    over = {"from": "2027-02-13", "facts": {"route_unsafe": None}}
    found = year(shelf, tmp_path, "england/1996-act@2026-09-01", unsafe, over)
    assert [(each.last, each.begins) for each in found][0] == (date(2027, 2, 12), None)
    assert found[1].begins == (
        "“Route too unsafe to be expected to walk” held until then, and has to be looked at again"
    )


@pytest.mark.parametrize(
    "change", [7, {"from": "2027-01-01"}, {"from": "soon", "facts": {}}, {"from": 3, "facts": {}}]
)
def test_a_change_of_another_form_is_told(shelf: Shelf, tmp_path: Path, change: object) -> None:
    with pytest.raises(BadCaseFile, match="changes"):
        year(shelf, tmp_path, "quayside/2026", change)


def test_low_income_that_must_have_been_found_is_asked_for_in_plain_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.json"
    limbs = dict.fromkeys(
        ["universal_credit", "asylum_support", "guarantee_pension_credit", "income_based_benefit",
         "child_tax_credit_alone"], False,
    )  # fmt: skip
    facts = {
        **EIGHT, **limbs, "maximum_working_tax_credit": True, "low_income": None,
        "day_of_travel": "2024-10-01", "date_of_birth": "2015-01-10", "year_group": None,
    }  # fmt: skip
    path.write_text(json.dumps({"facts": facts}), encoding="utf-8")
    words = ["assess", str(path), "--policy", "england/1996-act@2014-09-01"]
    assert commands.main([*words, "--timeline", "2024-25"]) == 0
    told = capsys.readouterr().out
    assert "tax credits end on 5 April 2025" in told
    assert "to find out: On which day was low income last found?" in told
    assert commands.main([*words, "--timeline", "2024-25", "--json"]) == 0
    last = json.loads(capsys.readouterr().out)["timeline"][-1]
    assert (last["policy"], last["missing"]) == ("england/1996-act", ["low_income_found_on"])
