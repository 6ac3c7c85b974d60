"""The sentence of a region: true of every child in it, and false of every child outside."""

from __future__ import annotations

from functools import cache

import pytest

from rules.prove.cubes import Cube, whole
from rules.prove.difference import differing
from rules.prove.space import Space, open_space
from rules.prove.words import Words, described
from tests.rules.prove.drafts import SHELF

PAIRS = [
    ("southampton/2018-19", "southampton/2019-20"),
    ("southampton/2024-25", "southampton/2024-25-birthday"),
    ("southampton/2019-20", "southampton/2024-25"),
    ("hampshire/2017-18", "hampshire/2019-20"),
    ("marlhaven/2025-26", "marlhaven/2026-27"),
]
LAST_RESORT = " says '"
"""What a sentence would hold were a region not told by rules and tests."""


@cache
def told(pair: tuple[str, str]) -> tuple[Space, list[tuple[Cube, Words]]]:
    """The regions of two versions with their words."""
    space = open_space(tuple(SHELF.read(each) for each in pair), usual=True)
    return space, [(cube, described(space, cube, ())) for cube in differing(space)]


@pytest.mark.parametrize("pair", PAIRS)
def test_no_child_fits_the_words_and_not_the_region_nor_the_other_way(
    pair: tuple[str, str],
) -> None:
    space, regions = told(pair)
    assert regions
    logic = space.logic
    for cube, words in regions:
        says = space.name_of(space.of(words.formula))
        inside = logic.named(logic.all_of(whole(cube)))
        assert not logic.possible(says, logic.no(inside)), words.when
        assert not logic.possible(inside, logic.no(says)), words.when


@pytest.mark.parametrize("pair", PAIRS)
def test_no_two_regions_share_a_sentence_and_none_leaves_its_tests_to_the_outcomes(
    pair: tuple[str, str],
) -> None:
    sentences = [words.when for _, words in told(pair)[1]]
    assert len(set(sentences)) == len(sentences)
    assert all(sentences)
    assert not any("nothing else" in each or LAST_RESORT in each for each in sentences)


def test_the_income_test_of_a_lost_offer_is_told() -> None:
    sentences = [words.when for _, words in told(PAIRS[0])[1]]
    years = [each for each in sentences if "in Year 4 to Year 6" in each]
    assert years
    assert all("on a low income" in each for each in years)


def test_that_a_ground_for_an_officer_is_met_is_told() -> None:
    for cube, words in told(PAIRS[0])[1]:
        if cube.tag.new == "for_an_officer":  # type: ignore[attr-defined]
            named = "leaves to an officer" in words.when or "medical" in words.when
            assert named or "exceptional ground" in words.when
