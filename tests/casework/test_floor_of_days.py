"""A version is held against the Act as it was in force on the version's own days."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.policies.floor_of_days import floor_text
from casework.policies.proofs import prove
from casework.shelf import Shelf

SHELF = Shelf()
TEXT = """\
format: 1
policy: riverton/2019-20
title: Riverton, on the Act of later days
status: draft
travel: {from: 2019-09-01, until: 2020-08-31}
builds_on: england/1996-act
"""


@pytest.mark.parametrize(
    ("policy", "below"),
    [
        ("southampton/2011-12", "england/1996-act@2011-09-01"),
        ("southampton/2019-20", "england/1996-act@2014-09-01"),
        ("marlhaven/2025-26", "england/1996-act"),
        ("southampton/2026-27", "england/1996-act@2026-09-01"),
    ],
)
def test_each_year_is_held_against_the_act_of_its_days(policy: str, below: str) -> None:
    found = floor_text(SHELF, SHELF.read(policy))
    assert found.version.id == below
    assert below in found.says[0]


def test_a_text_of_2019_without_child_tax_credit_falls_below_the_act_of_its_days(
    tmp_path: Path,
) -> None:
    path = tmp_path / "riverton.yaml"
    path.write_text(TEXT, encoding="utf-8")
    found = prove(SHELF, str(path)).floor
    assert not found.holds
    assert found.floor == "england/1996-act@2014-09-01"
    assert any(each.example.get("child_tax_credit_alone") for each in found.refusals)
    assert prove(SHELF, str(path), "england/1996-act").floor.holds


def test_an_act_that_changes_within_the_year_is_said_and_proved_to_entitle_the_same() -> None:
    _, later = floor_text(SHELF, SHELF.read("southampton/2024-25")).says
    assert later == (
        "From 6 April 2025 england/1996-act is in force; on those days it entitles the same "
        "children."
    )


def test_a_change_within_the_days_that_may_entitle_others_is_said(tmp_path: Path) -> None:
    path = tmp_path / "long.yaml"
    path.write_text(TEXT.replace("2019-09-01", "2013-09-01"), encoding="utf-8")
    says = floor_text(SHELF, SHELF.read_file(path)).says
    assert says[0].endswith("as in force on 1 September 2013.")
    assert any("may entitle others on those days" in each for each in says)


def test_a_text_without_an_end_is_held_against_the_act_as_it_last_changed(tmp_path: Path) -> None:
    path = tmp_path / "open.yaml"
    path.write_text(TEXT.replace(", until: 2020-08-31", ""), encoding="utf-8")
    assert floor_text(SHELF, SHELF.read_file(path)).version.id == "england/1996-act@2026-09-01"


def test_the_act_itself_and_a_floor_that_is_named_are_taken_as_they_stand() -> None:
    for policy, named in (
        ("england/1996-act@2011-09-01", None),
        ("marlhaven/2026-27", "england/1996-act"),
    ):
        found = floor_text(SHELF, SHELF.read(policy), named)
        assert (found.version.id, found.says) == ("england/1996-act", ())
