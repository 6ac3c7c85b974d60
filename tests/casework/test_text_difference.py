"""Two texts are held side by side in words: what came, what went, what changed, every figure."""

from __future__ import annotations

from pathlib import Path

import pytest

import commands
from casework.policies.text_difference import TextDifference, text_difference
from casework.shelf import POLICY_FOLDER, Shelf
from rules.policy import PolicyVersion

SHELF = Shelf((POLICY_FOLDER,))
OLD = """\
format: 1
policy: riverton/2030-31
title: Riverton
status: draft
builds_on: england/1996-act
documents: {paper: {title: The paper}, page: {title: The page}}
parameters:
  school_distance: {value: 2 miles, source: {document: paper, at: part 1, standing: adopted}}
  college_distance: {value: 3 miles, source: {document: paper, at: part 2, standing: adopted}}
definitions:
  long_way: {says: A long way., when: walking_distance > school_distance}
provisions:
  - provision: school
    title: Help to school
    effect: offers
    when: {all: [in_area, long_way, has_send]}
    source: {document: paper, at: part 1, standing: adopted}
  - provision: college
    title: Help to college
    effect: offers
    when: {all: [in_area, walking_distance > college_distance]}
    source: {document: paper, at: part 2, standing: adopted}
"""


def read(tmp_path: Path, text: str) -> PolicyVersion:
    path = tmp_path / "text.yaml"
    path.write_text(text, encoding="utf-8")
    return SHELF.read_file(path)


def against(tmp_path: Path, *changes: tuple[str, str]) -> TextDifference:
    new = OLD.replace("riverton/2030-31", "riverton/2031-32")
    for old, other in changes:
        assert old in new
        new = new.replace(old, other, 1)
    return text_difference(read(tmp_path, OLD), read(tmp_path, new))


def test_the_same_text_under_another_name_says_the_same(tmp_path: Path) -> None:
    assert against(tmp_path).is_empty


def test_what_differs_of_the_text_as_a_whole_is_told_first(tmp_path: Path) -> None:
    found = against(
        tmp_path,
        (
            "status: draft\n",
            "status: draft\ntravel: {from: 2031-09-01}\nmeasuring: {length: grid}\n",
        ),
    )
    assert found.head == (
        "The days of travel were “any day”; now “from 1 September 2031”.",
        "Lengths: it was “on the ground”; now “on the National Grid”.",
    )


def test_a_year_that_is_inferred_is_told_with_the_source(tmp_path: Path) -> None:
    found = against(
        tmp_path,
        ("{value: 2 miles, source: {document: paper, at: part 1, standing: adopted}}",
         "{value: 3 miles, source: {document: page, standing: published, year: inferred}}"),
    )  # fmt: skip
    assert "(The page, read on a council page; year inferred)" in found.figures[0].changes[0]


def test_a_figure_is_told_from_what_to_what_with_both_sources(tmp_path: Path) -> None:
    found = against(
        tmp_path,
        ("{value: 2 miles, source: {document: paper, at: part 1, standing: adopted}}",
         "{value: 3 miles, source: {document: page, standing: published}}"),
    )  # fmt: skip
    (figure,) = found.figures
    assert figure.name == "school distance"
    assert figure.changes == (
        "From 2 miles (The paper, part 1, read in the policy or in the papers on its decision) "
        "to 3 miles (The page, read on a council page).",
    )
    (definition,) = found.definitions
    assert definition.changes == (
        "“Walking distance is more than 2 miles” becomes “Walking distance is more than 3 miles”.",
    )
    assert not found.reworded


def test_a_figure_of_another_source_alone_is_told_as_the_same(tmp_path: Path) -> None:
    found = against(
        tmp_path, ("at: part 2, standing: adopted}}", "at: part 9, standing: adopted}}")
    )
    assert found.figures[0].changes[0].startswith("The same, from another source: 3 miles")


def test_what_came_and_what_went_are_told(tmp_path: Path) -> None:
    found = against(
        tmp_path,
        ("provision: college", "provision: further-education"),
        ("  college_distance: {value", "  further_distance: {value"),
        ("walking_distance > college_distance", "walking_distance > further_distance"),
    )
    assert [each.id for each in found.added] == ["riverton/2031-32#further-education"]
    assert [each.id for each in found.dropped] == ["riverton/2030-31#college"]
    assert {each.name: each.changes[0][:8] for each in found.figures} == {
        "college distance": "Dropped;", "further distance": "New: 3 m",
    }  # fmt: skip


def test_a_provision_is_told_line_by_line(tmp_path: Path) -> None:
    found = against(
        tmp_path,
        ("title: Help to school", "title: Help to a school"),
        ("[in_area, long_way, has_send]", "[in_area, long_way]"),
        ("[in_area, walking_distance", "[in_area, has_ehcp, walking_distance"),
    )
    school, college = found.reworded
    assert school.changes[0] == "The title was “Help to school”; now “Help to a school”."
    assert any(each.startswith("No longer: “") for each in school.changes)
    assert any(each.startswith("New: “") for each in college.changes)


def test_a_provision_that_replaces_another_stands_beside_it(tmp_path: Path) -> None:
    text = OLD + (
        "  - provision: unsafe\n    replaces: england/1996-act#para-4\n"
        "    title: Unsafe routes, as the council reads it\n    effect: entitles\n"
        "    when: {all: [in_area, route_unsafe]}\n"
        "    source: {document: paper, at: part 3, standing: adopted}\n"
        "drops: [england/1996-act#para-10]\n"
    )
    found = text_difference(SHELF.read("england/1996-act"), read(tmp_path, text))
    ((old, new, reworded),) = found.replaced
    assert (old.id, new.id) == ("england/1996-act#para-4", "riverton/2030-31#unsafe")
    assert reworded.changes
    assert [each.id for each in found.dropped] == ["england/1996-act#para-10"]


def test_the_paragraphs_of_two_dated_texts_of_the_act_are_the_same_paragraphs() -> None:
    found = text_difference(
        SHELF.read("england/1996-act@2014-09-01"), SHELF.read("england/1996-act")
    )
    assert "para-6" not in {each.id.split("#")[1] for each in (*found.added, *found.dropped)}


@pytest.mark.parametrize("policy", SHELF.ids())
def test_every_version_can_be_held_against_what_it_builds_on(policy: str) -> None:
    version = SHELF.read(policy)
    assert text_difference(version, version).is_empty
    if version.builds_on:
        found = text_difference(SHELF.read(version.builds_on), version)
        words = [change for each in (*found.reworded, *found.figures) for change in each.changes]
        assert all(each.strip().endswith(".") for each in words)


def test_a_difference_is_printed_in_words_before_the_children_it_parts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert commands.main(["policy", "diff", "hampshire/2023-24", "hampshire/2024-25"]) == 0
    said = capsys.readouterr().out
    assert "What hampshire/2024-25 says otherwise than hampshire/2023-24:" in said
    assert "From £783.19 (" in said and "to £808.25 (" in said
    assert said.index("Figures") < said.index("hampshire/2023-24 against hampshire/2024-25")


@pytest.mark.parametrize("policy", SHELF.ids())
def test_what_said_nothing_is_not_quoted(policy: str) -> None:
    version = SHELF.read(policy)
    if version.builds_on:
        found = text_difference(SHELF.read(version.builds_on), version)
        parts = (*found.reworded, *found.figures, *found.definitions)
        assert not any("“”" in change for each in parts for change in each.changes)
