"""The digest of a version and its replay from the texts kept with a decision."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from casework.shelf import Shelf
from rules.decide import decide
from rules.policy import digest_of
from rules.reader import read_closure
from rules.values import Facts
from tests.rules.made_up import VOCABULARY, policy, provision, read_text, text_of

BASE = text_of(provision("law", "entitles", "one"))
CHILD = text_of(id="made-up/two", parts="builds_on: made-up/one\n")
FACTS: Facts = {
    "day_of_travel": date(2019, 10, 15),
    "date_of_birth": date(2011, 10, 16),
    "in_area": True,
    "walking_distance": 4_000_000,
}


def test_the_digest_is_over_the_sorted_ids_and_digests_of_the_normal_texts() -> None:
    texts = {"b": "two\r\n", "a": "one\rmore\n"}
    pairs = [("a", "one\nmore\n"), ("b", "two\n")]
    lines = [f"{name} {hashlib.sha256(text.encode()).hexdigest()}\n" for name, text in pairs]
    assert digest_of(texts) == hashlib.sha256("".join(lines).encode()).hexdigest()


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_change_neither_digest_nor_answer(ending: str) -> None:
    normal = read_text(CHILD, one=BASE)
    other = read_text(
        CHILD.replace("\n", ending),
        VOCABULARY.replace("\n", ending),
        one=BASE.replace("\n", ending),
    )
    assert other.digest == normal.digest
    assert decide(other, {"one": True}) == decide(normal, {"one": True})


@pytest.mark.parametrize("which", ["own", "base", "vocabulary"])
def test_a_change_in_any_text_changes_the_digest(which: str) -> None:
    texts = {"own": CHILD, "base": BASE, "vocabulary": VOCABULARY}
    texts[which] += "# a remark\n"
    changed = read_text(texts["own"], texts["vocabulary"], one=texts["base"])
    assert changed.digest != read_text(CHILD, one=BASE).digest


def test_where_a_text_was_read_from_does_not_enter_the_digest() -> None:
    assert policy(provision("law", "entitles", "one")).digest == read_text(BASE).digest


@pytest.mark.parametrize("version", Shelf().ids())
def test_a_closure_replays_to_an_equal_recommendation(version: str) -> None:
    kept = Shelf().read(version)
    again = read_closure(version, dict(kept.texts))
    assert again.digest == kept.digest
    facts = {name: value for name, value in FACTS.items() if name in kept.vocabulary}
    assert decide(again, facts) == decide(kept, facts)


@pytest.mark.parametrize("version", Shelf().ids())
def test_every_text_on_the_shelf_can_be_read_and_says_its_own_name(version: str) -> None:
    assert Shelf().read(version).id == version
