"""A child shown comes with what its region and its decisions need; its days make sense."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from rules.decide import decide
from rules.prove.difference import difference
from rules.prove.floor import floor
from rules.prove.results import Region
from rules.prove.sanity import sanity
from rules.prove.space import open_space
from rules.prove.variables import Kind
from rules.values import Facts
from tests.rules.prove.drafts import ENGLAND, SHELF

PAIRS = (
    ("southampton/2018-19", "southampton/2019-20"),
    ("southampton/2024-25", "southampton/2025-26"),
    ("marlhaven/2025-26", "marlhaven/2026-27"),
)


@cache
def regions(old: str, new: str) -> tuple[Region, ...]:
    return difference(SHELF.read(old), SHELF.read(new)).regions


def examples(old: str, new: str) -> list[Facts]:
    return [each.example for each in regions(old, new)]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_nothing_is_found_or_begun_after_the_day_of_travel_or_before_birth(
    old: str, new: str
) -> None:
    for facts in examples(old, new):
        days = [value for value in facts.values() if isinstance(value, date)]
        assert max(days) == facts["day_of_travel"]
        assert min(days) == facts["date_of_birth"]


def test_a_day_on_which_income_was_found_is_shown_only_where_income_counts() -> None:
    low = floor(SHELF.read("southampton/2024-25"), ENGLAND, alone=True).refusals
    unsafe = [each.example for each in low if each.loses.endswith(("#para-2", "#para-4"))]
    assert unsafe
    assert all("low_income_found_on" not in each for each in unsafe)


def test_what_only_older_learners_are_asked_is_not_said_of_a_child_in_reception() -> None:
    young = [each for each in examples(*PAIRS[0]) if each["year_group"] == 0]
    assert young
    assert all("nearest_course" not in each for each in young)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_facts_shown_put_each_child_surely_into_its_own_region(old: str, new: str) -> None:
    before, after = SHELF.read(old), SHELF.read(new)
    found = regions(old, new)
    counted = difference(before, after, caseload=[each.example for each in found])
    assert counted.not_counted == 0
    assert [each.count for each in counted.regions] == [1] * len(found)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_what_is_left_out_may_be_no_as_the_words_have_it(old: str, new: str) -> None:
    before, after = SHELF.read(old), SHELF.read(new)
    asked = [each.name for each in open_space((before, after)).facts if each.kind is Kind.YES_NO]
    for region in regions(old, new):
        denied: Facts = {**dict.fromkeys(asked, False), **region.example}
        outcomes = tuple(decide(each, denied).eligibility.outcome for each in (before, after))
        assert outcomes == (region.old, region.new)


def test_both_children_of_a_loss_are_shown_with_the_same_facts_but_those_that_change() -> None:
    (loss,) = sanity(SHELF.read("marlhaven/2026-27")).further_away[:1]
    changed = {name for name in loss.example if loss.example[name] != loss.example_after[name]}
    assert set(loss.example) == set(loss.example_after)
    assert changed <= {"walking_distance", "road_distance"}
    assert changed
