"""The format's JSON Schema: made from the keys the reader goes by, and of one mind with it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

import commands
from casework.policies.authoring import schema_text
from casework.shelf import Shelf
from rules.keys import PARTS, names, needed
from rules.policy_schema import policy_schema
from rules.problems import BadPolicy
from rules.yaml_text import Listing, Mapping, Node, read_yaml
from tests.rules.made_up import provision, read_text, text_of
from tests.rules.test_reader_fuzz import read_or_told

COMMITTED = Path(__file__).resolve().parents[2] / "docs" / "policy.schema.json"
SCHEMA = policy_schema()
CHECKER = Draft7Validator(SCHEMA)
SHELF = Shelf()
SOUND = text_of(provision("law", "entitles", "one"))
LINES = SHELF.text("hampshire/2024-25").splitlines(keepends=True)


def plain(node: Node) -> object:
    """A node as an editor reads it, by YAML 1.2: whole numbers, true, false, nothing, or text."""
    if isinstance(node, Mapping):
        return {name: plain(each) for name, each in node.entries.items()}
    if isinstance(node, Listing):
        return [plain(each) for each in node.items]
    number = re.fullmatch(r"-?\d+", node.value)
    words: dict[str, object] = {"true": True, "false": False, "": None}
    return int(node.value) if number else words.get(node.value, node.value)


def wrong_in(text: str) -> list[str]:
    return [error.message for error in CHECKER.iter_errors(plain(read_yaml(text, "text")))]


def test_the_schema_in_the_papers_is_the_one_the_program_makes() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == schema_text()


def test_it_is_a_schema_and_every_key_of_every_part_stands_in_it_with_its_words() -> None:
    Draft7Validator.check_schema(SCHEMA)
    for part, keys in PARTS.items():
        found = SCHEMA["definitions"][part.replace(" ", "_")]
        whole = next(iter(each for each in found.get("anyOf", [found]) if "properties" in each))
        assert tuple(whole["properties"]) == names(part)
        assert tuple(whole.get("required", ())) == needed(part)
        for key in keys:
            assert whole["properties"][key.name]["description"] == key.says


@pytest.mark.parametrize("policy", SHELF.ids())
def test_every_text_that_ships_is_as_the_schema_says(policy: str) -> None:
    assert wrong_in(SHELF.text(policy)) == []


def test_a_sound_text_is_as_the_schema_says() -> None:
    read_text(SOUND)
    assert wrong_in(SOUND) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format: 1", "format: 2"),
        ("status: draft", "status: adoptde"),
        ("status: draft", "statsu: draft"),
        ("policy: made-up/one", "policy: Made Up"),
        ("title: Made up", "title: [Made, up]"),
        ("title: Made up", "title: Made up\ntravel: {from: 1 September 2026}"),
        ("title: Made up", "title: Made up\ntravel: {form: 2026-09-01}"),
        ("title: Made up", "title: Made up\ndrops: one"),
        ("title: Made up", "title: Made up\nbuilds_on: somewhere"),
        ("title: Made up", "title: Made up\nmeasuring: {length: road}"),
        (", standing: adopted}", ", standing: adoptd}"),
        (", standing: adopted}", "}"),
        ("{document: paper, ", "{"),
        ("effect: entitles", "effect: entitels"),
        ("    when: one\n", ""),
        ("    when: one\n", "    when: {some: [one]}\n"),
        ("    when: one\n", "    when: {all: []}\n"),
        ("    when: one\n", "    when: {all: [one], any: [two]}\n"),
        ("    when: one\n", "    when: [one, two]\n"),
        ("    when: one\n", "    when: one\n    charge: {amount: sum}\n"),
        ("limit: {value: 2 miles, ", "limit: {value: two miles, "),
        ("limit: {value: 2 miles, ", "limit: {value: -2 miles, "),
        ("limit: {value: 2 miles, ", "limit: {"),
        ("limit: {value: 2 miles, ", "limit: {value: 2 miles, values: [{value: 3 miles}], "),
        ("  worked_out: {all: [one, two]}", "  worked_out: {all: [one, two], when: one}"),
        ("  worked_out: {all: [one, two]}", "  worked_out: {says: Nothing.}"),
        ("      - {otherwise: large}", "      - {otherwise: large, value: small}"),
    ],
)
def test_a_text_of_the_wrong_shape_is_refused_by_schema_and_reader(old: str, new: str) -> None:
    assert old in SOUND
    broken = SOUND.replace(old, new, 1)
    assert wrong_in(broken)
    with pytest.raises(BadPolicy):
        read_text(broken)


@settings(max_examples=60)
@given(
    st.integers(0, len(LINES) - 1),
    st.sampled_from(["drop", "swap", "cut"]),
    st.integers(1, 12),
    st.integers(4, 60),
)
def test_whatever_the_reader_takes_of_a_spoilt_text_the_schema_takes_too(
    line: int, how: str, off: int, at: int
) -> None:
    lines = list(LINES)
    other = (line + off) % len(lines)
    lines[line], lines[other] = {
        "drop": ("", lines[other]),
        "swap": (lines[other], lines[line]),
        "cut": (lines[line][:at].rstrip("\n") + "\n", lines[other]),
    }[how]
    spoilt = "".join(lines)
    if read_or_told(spoilt) is not None:
        assert wrong_in(spoilt) == []


def test_the_schema_is_printed_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(["policy", "schema"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMA
    out = tmp_path / "policy.schema.json"
    assert commands.main(["policy", "schema", "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == schema_text()
    assert str(out) in capsys.readouterr().out
