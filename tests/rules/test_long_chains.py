"""Definitions that stand on one another: long chains and loops are told once, and at once."""

from __future__ import annotations

import pytest

from rules.linking import DEEPEST_CHAIN
from rules.problems import BadPolicy
from rules.reader import read
from rules.reading_order import loop_from, reading_order
from rules.yaml_text import Text
from tests.rules.made_up import HEAD, VOCABULARY

PROVISION = """
provisions:
  - provision: law
    title: Law
    effect: entitles
    when: d0
    source: {document: paper, standing: adopted}
"""


def problems(*definitions: str) -> list[str]:
    """The problems of a text with these definitions and one provision that stands on the first."""
    lines = "\n".join(f"  {each}" for each in definitions)
    text = f"{HEAD.format(id='made/up')}\ndefinitions:\n{lines}\n{PROVISION}"
    try:
        read(text, {"vocabulary": VOCABULARY}.__getitem__, "text")
    except BadPolicy as error:
        return [each.message for each in error.problems]
    return []


def chain(length: int, end: str) -> list[str]:
    return [*(f"d{at}: {{all: [d{at + 1}]}}" for at in range(length - 1)), f"d{length - 1}: {end}"]


def test_a_chain_as_long_as_is_allowed_is_read() -> None:
    bare = [f"d{at}: d{at + 1}" for at in range(DEEPEST_CHAIN - 1)]
    assert problems(*bare, f"d{DEEPEST_CHAIN - 1}: one") == []


@pytest.mark.parametrize("length", [DEEPEST_CHAIN + 1, 5_000])
def test_a_longer_chain_is_told_once_as_a_limit_and_not_as_a_loop(length: int) -> None:
    (told,) = problems(*chain(length, "one"))
    assert told.startswith("31 definitions stand on one another; 30 are allowed: d")
    assert "loop" not in told


def test_bare_names_that_follow_one_another_are_no_slower_than_groups() -> None:
    bare = [f"d{at}: d{at + 1}" for at in range(4_999)]
    (told,) = problems(*bare, "d4999: one")
    assert told.startswith("31 definitions stand on one another")


@pytest.mark.parametrize("length", [1, 2, 31, 3_000])
def test_a_loop_of_any_length_is_told_once_as_a_loop(length: int) -> None:
    (told,) = problems(*chain(length, "{all: [d0]}"))
    assert told.startswith("these definitions stand on one another in a loop: d")
    assert "did you mean" not in told


def test_what_stands_on_a_definition_that_cannot_be_read_is_not_told_again() -> None:
    (told,) = problems("d0: {all: [d1]}", "d1: {all: [d2]}", "d2: {all: [onne]}")
    assert told.startswith("'onne' is not a fact, parameter, definition or provision")


def test_thousands_of_unknown_names_are_told_without_a_wait() -> None:
    told = problems(*(f"d{at}: {{all: [unknown_{at}]}}" for at in range(3_000)))
    assert len(told) == 3_000
    assert "did you mean" not in told[-1]


def test_definitions_are_read_after_what_they_stand_on() -> None:
    nodes = {name: Text(line, 1, 1) for name, line in [("a", "b > c"), ("b", "c"), ("c", "x")]}
    assert reading_order(nodes) == ["c", "b", "a"]
    assert loop_from(nodes, "a") == []
    assert loop_from({**nodes, "c": Text("a", 1, 1)}, "a") == ["a", "c", "a"]
