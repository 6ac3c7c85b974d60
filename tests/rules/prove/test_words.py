"""The words of regions: true of every child of a region, short, and exact with the outcomes."""

from __future__ import annotations

from rules.prove.cubes import whole
from rules.prove.difference import Change, difference, differing
from rules.prove.examples import in_words
from rules.prove.floor import floor
from rules.prove.hull import in_common
from rules.prove.literals import literals_of
from rules.prove.locate import located
from rules.prove.space import open_space
from rules.values import Outcome
from tests.rules.prove.drafts import ENGLAND, GOOD, SHELF
from tests.rules.prove.random_children import children

FAR_APART = ("southampton/2018-19", "southampton/2019-20")


def test_what_a_region_has_in_common_holds_of_every_random_child_in_it() -> None:
    old, new = (SHELF.read(policy) for policy in FAR_APART)
    space = open_space((old, new))
    plain = literals_of(space)
    common = [(whole(cube), in_common(space, whole(cube), plain)) for cube in differing(space)]
    found = 0
    for facts in children(space, 300, seed=8):
        pins = located(space, facts)
        for inside, signs in common:
            if space.logic.possible(*pins, *inside):
                found += 1
                tests = [literal.sign(holds) for literal, holds in signs]
                assert space.logic.possible(*pins, *tests), facts
    assert found > 20


def test_a_region_with_tests_is_told_exactly_by_them_and_another_is_all_of_its_kind() -> None:
    old, new = (SHELF.read(policy) for policy in FAR_APART)
    regions = difference(old, new).regions
    wide = [each for each in regions if not each.exactly]
    assert wide
    kinds = [Change(each.old, each.new, each.old_grounds[:1], each.new_grounds[:1])  # type: ignore[arg-type]
             for each in wide if each.new is not Outcome.FOR_AN_OFFICER
             and each.old is not Outcome.FOR_AN_OFFICER]  # fmt: skip
    assert len(set(kinds)) == len(kinds)


def test_a_region_of_far_texts_is_a_sentence_that_can_be_read_aloud() -> None:
    old, new = (SHELF.read(policy) for policy in FAR_APART)
    lengths = sorted(len(each.when) for each in difference(old, new).regions)
    assert lengths[len(lengths) // 2] < 1_000
    assert lengths[-1] < 2_000


def test_a_ground_for_an_officer_is_told_as_raised_or_as_not_raised() -> None:
    old, new = SHELF.read("marlhaven/2025-26"), SHELF.read("marlhaven/2026-27")
    for each in difference(old, new).regions:
        raised = each.new is Outcome.FOR_AN_OFFICER
        words = "an exceptional ground" if raised else "no exceptional ground"
        assert f"{words} is raised" in each.when


def test_a_definition_is_opened_where_the_region_settles_the_rest_of_it() -> None:
    old, new = SHELF.read("southampton/2024-25"), SHELF.read("southampton/2024-25-birthday")
    primary = [each for each in difference(old, new).regions
               if each.old_grounds[:1] == ("southampton/2024-25#primary",)]  # fmt: skip
    assert primary
    for each in primary:
        assert each.when.startswith(
            "in Reception to Year 3, aged 8 or over, walking distance over 2 miles and not more "
            "than 3 miles, "
        )
        assert "not so: a low income as the Act means it" in each.when


def test_the_child_placed_ahead_and_still_seven_is_told_by_year_age_and_distance() -> None:
    refusals = floor(SHELF.read("southampton/2024-25"), ENGLAND, alone=True).refusals
    beyond = [each for each in refusals if each.loses.endswith("#para-6")]
    for place in ("kind of place: mainstream school", "kind of place: place during an exclusion"):
        (found,) = [each for each in beyond if place in each.when and "Year 4" in each.when]
        assert found.when.startswith(
            "in Year 4 or above, under 8, walking distance over 2 miles and not more than 3 miles"
        )


def test_a_region_of_a_special_school_speaks_of_no_other_place() -> None:
    refusals = floor(SHELF.read("southampton/2024-25"), ENGLAND, alone=True).refusals
    special = [each for each in refusals if "Special primary" in each.refused_by]
    assert special
    for each in special:
        _, _, place = each.when.partition("kind of place: ")
        assert place.startswith(("special school, of compulsory", "special school, living in"))


def test_no_place_is_named_that_the_same_sentence_rules_out() -> None:
    old, new = (SHELF.read(policy) for policy in FAR_APART)
    denied = "not so: a special school, a resourced unit or a pupil referral unit"
    found = [each.when for each in difference(old, new).regions if f", {denied}" in each.when]
    assert found
    assert all("kind of place: special school" not in each for each in found)


def test_an_example_in_words_tells_figures_and_what_is_yes() -> None:
    said = in_words(GOOD, ENGLAND.vocabulary)
    assert "born 15 January 2019" in said
    assert "walking distance 2.00 miles" in said
    assert "kind of place: mainstream school" in said
    assert said.endswith("; yes to: lives in the council's area, registered there; no to all else")
