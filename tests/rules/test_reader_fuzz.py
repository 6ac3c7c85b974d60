"""Whatever stands in a policy text: it is read, or told as BadPolicy, soon, and nothing runs."""

from __future__ import annotations

import string
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.shelf import POLICY_FOLDER, Shelf
from rules.decide import decide
from rules.policy import PolicyVersion
from rules.problems import BadFacts, BadPolicy, NoPolicyInForce, UserFacingError
from rules.reader import read
from rules.vocabulary_text import read_vocabulary
from tests.rules.made_up import DEFINITIONS, PARAMETERS, VOCABULARY, provision, read_text, text_of

SHELF = Shelf((POLICY_FOLDER,))
ENGLAND = SHELF.text("england/1996-act")
LINES = ENGLAND.splitlines(keepends=True)
WORDS = st.sampled_from(
    "all: any: none: when: - [ ] { } > <= not is in , : & * ! | # yes on 1 £ 2 miles age".split()
)
SCRAPS = st.one_of(WORDS, st.text(max_size=8), st.text(string.printable, max_size=12))

pytestmark = pytest.mark.timeout(60)


def told(text: str, vocabulary: str = VOCABULARY) -> str:
    with pytest.raises(BadPolicy) as raised:
        read_text(text, vocabulary)
    return str(raised.value)


def read_or_told(text: str) -> PolicyVersion | None:
    """The version; or None when its problems were told, each with its place."""
    try:
        return read(text, SHELF.text, "fuzz.yaml")
    except BadPolicy as error:
        assert error.problems
        assert all(problem.place and problem.message for problem in error.problems)
        return None


@given(st.text())
def test_any_text_is_read_or_told(text: str) -> None:
    read_or_told(text)


@given(st.lists(SCRAPS, max_size=60).map(" ".join))
def test_any_heap_of_the_languages_own_words_is_read_or_told(text: str) -> None:
    read_or_told(text)
    read_or_told(ENGLAND[: ENGLAND.index("parameters:")] + "definitions:\n  a: " + text)


@given(SCRAPS)
def test_any_line_of_a_condition_is_read_or_told(line: str) -> None:
    quoted = "'" + line.replace("'", "''") + "'"
    try:
        read_text(text_of(provision("law", "entitles", quoted)))
    except BadPolicy as error:
        assert error.problems


@settings(max_examples=60)
@given(
    st.integers(0, len(LINES) - 1),
    st.sampled_from(["drop", "twice", "swap", "cut", "indent", "scrap"]),
    SCRAPS,
    st.integers(0, 80),
)
def test_a_real_policy_with_one_line_spoilt_is_read_and_decides_or_is_told(
    line: int, how: str, scrap: str, at: int
) -> None:
    lines, spoilt = list(LINES), LINES[line]
    other = lines[(line + 7) % len(lines)]
    lines[line] = {
        "drop": "",
        "twice": spoilt * 2,
        "swap": other,
        "cut": spoilt[:at] + "\n",
        "indent": "  " + spoilt,
        "scrap": spoilt[:at] + scrap + spoilt[at:],
    }[how]
    version = read_or_told("".join(lines))
    if version is None:
        return
    for facts in ({}, {"day_of_travel": date(2025, 10, 15), "date_of_birth": date(2014, 5, 1)}):
        try:
            decide(version, facts)
        except (BadFacts, NoPolicyInForce) as error:
            assert str(error)


@given(st.text())
def test_any_vocabulary_is_read_or_told(text: str) -> None:
    try:
        read_vocabulary(text)
    except BadPolicy as error:
        assert error.problems


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "a:\n ", "? ", "&a [", "!!map {a: "])
def test_ten_megabytes_of_nesting_are_told_at_once(opening: str) -> None:
    deep = opening * (10_000_000 // len(opening))
    assert "characters" in told(deep)
    assert told(deep[:900_000])


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 500_000,
        "a: [" + "1, " * 300_000 + "]",
        "a: '" + "x" * 900_000 + "'",
        "".join(f"k{n}: v\n" for n in range(80_000)),
        "a: |\n" + "  x\n" * 200_000,
        "#" * 900_000,
        " " * 900_000,
        "a: " + "\\" * 900_000,
        '"' + "\\x41" * 200_000,
    ],
)
def test_large_texts_of_every_shape_are_told(text: str) -> None:
    assert told(text)


def test_a_bomb_of_aliases_is_not_followed() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    assert "anchors (&name) are not allowed" in told("\n".join(lines))
    assert "aliases (*name) are not allowed" in told("a: *b")


@pytest.mark.parametrize(
    "tag",
    [
        "!!python/object/apply:os.system ['touch {mark}']",
        "!!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path ['{mark}']]",
        "!!python/object/new:subprocess.Popen [['touch', '{mark}']]",
        "!!python/name:os.system",
        "!!python/module:os",
        "!!binary aGVsbG8=",
        "!!set {a, b}",
        "!mine x",
    ],
)
def test_tags_build_nothing_and_run_nothing(tag: str, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    assert "tags are not allowed" in told("a: " + tag.replace("{mark}", str(mark)))
    assert not mark.exists()


def test_merge_keys_are_plain_names() -> None:
    assert "'<<' is not a key here" in told(text_of() + "<<: {format: 1}\n")


def test_a_line_a_mile_long_is_told() -> None:
    long = "not " + "x" * 300_000
    assert "characters on one line; 400 are allowed" in told(
        text_of(provision("l", "offers", long))
    )


def test_a_line_of_brackets_within_each_other_is_told_or_read() -> None:
    nested = f'"{"(" * 190}age{")" * 190} > several"'
    version = read_text(text_of(provision("law", "entitles", nested)))
    assert decide(version, {}).findings[0].missing == ("date_of_birth", "day_of_travel")


def test_a_bomb_of_definitions_is_told_before_anything_is_decided() -> None:
    bomb = "".join(f"  d{n}: {{all: [{', '.join([f'd{n + 1}'] * 9)}]}}\n" for n in range(20))
    parts = PARAMETERS + DEFINITIONS + bomb + "  d20: one\n"
    assert "tests; make it simpler" in told(
        text_of(provision("law", "entitles", "d0"), parts=parts)
    )


def test_a_tower_of_definitions_is_told() -> None:
    tower = "".join(f"  d{n}: {{all: [d{n + 1}]}}\n" for n in range(200))
    parts = PARAMETERS + DEFINITIONS + tower + "  d200: one\n"
    assert told(text_of(provision("law", "entitles", "d0"), parts=parts))


def test_a_tower_of_provisions_is_told() -> None:
    tower = [provision(f"p{n}", "extends", f"p{n + 1}") for n in range(300)]
    text = text_of(*tower, provision("p300", "extends", "one"))
    assert "groups and names on one another" in told(text)


def test_groups_deep_within_definitions_deep_are_told() -> None:
    def deep(inner: str) -> str:
        return "{all: [" * 16 + inner + "]}" * 16

    tower = "".join(f"  d{n}: {deep(f'd{n + 1}')}\n" for n in range(28))
    parts = PARAMETERS + DEFINITIONS + tower + "  d28: one\n"
    assert told(text_of(provision("law", "entitles", "d0"), parts=parts))


def test_a_resolver_that_has_nothing_is_told_as_a_missing_vocabulary() -> None:
    with pytest.raises(UserFacingError):
        read("format: 1", {}.__getitem__)
