"""Which facts can still change the outcome: exact, where the engine's list is only pruned."""

from __future__ import annotations

from datetime import date

import pytest

from casework.shelf import Shelf
from rules.decide import decide
from rules.prove.matters import matters
from rules.values import Facts, Outcome
from tests.rules.prove.drafts import ENGLAND, GOOD, MILE, draft, provision


def without(*names: str, **changed: object) -> Facts:
    """The good child without some facts, others changed."""
    return {**{k: v for k, v in GOOD.items() if k not in names}, **changed}  # type: ignore[dict-item]


def test_nothing_matters_any_more_to_a_child_fully_known() -> None:
    assert matters(ENGLAND, GOOD) == ()


def test_a_safe_route_still_matters_within_walking_distance() -> None:
    assert matters(ENGLAND, without("route_unsafe")) == ("route_unsafe",)


def test_a_route_does_not_matter_to_a_child_entitled_by_distance() -> None:
    assert matters(ENGLAND, without("route_unsafe", walking_distance=3 * MILE + 1)) == ()


def test_the_length_matters_and_the_road_does_not_to_a_child_of_seven() -> None:
    assert matters(ENGLAND, without("walking_distance", "road_distance")) == ("walking_distance",)


def test_need_and_walking_matter_together() -> None:
    found = matters(ENGLAND, without("has_send", "cannot_walk"))
    assert found == ("has_send", "cannot_walk")


def test_a_place_and_a_count_that_a_truth_ties_both_matter() -> None:
    facts = without("nearer_suitable_place", "nearer_suitable_schools", walking_distance=4 * MILE)
    assert "nearer_suitable_place" in matters(ENGLAND, facts)


def test_a_derived_fact_settled_by_its_parts_is_not_asked_for() -> None:
    facts = without("cannot_walk", has_send=True, can_walk_alone=True)
    assert "cannot_walk" in matters(ENGLAND, without("cannot_walk", has_send=True))
    assert "cannot_walk" not in matters(ENGLAND, facts)


def test_a_day_of_birth_matters_where_the_limit_rises() -> None:
    facts = without("date_of_birth", "year_group", walking_distance=5 * MILE // 2)
    assert "date_of_birth" in matters(ENGLAND, facts)


def test_a_day_of_travel_matters_to_a_child_of_two_miles_and_a_half_whichever_days_are_known() -> (
    None
):
    """The Act governs years before this child was born, and has no last day."""
    facts = without("day_of_travel", "year_group", walking_distance=5 * MILE // 2)
    for more in ({}, {"autumn_term_start": date(2024, 9, 3)}):
        assert "day_of_travel" in matters(ENGLAND, {**facts, **more})


def test_a_day_in_the_life_of_a_child_far_off_at_any_age_matters() -> None:
    facts = without("day_of_travel", "year_group", walking_distance=4 * MILE)
    assert "day_of_travel" in matters(ENGLAND, facts)


def test_nothing_matters_to_a_child_not_yet_born_when_the_version_ends() -> None:
    version = Shelf().read("southampton/2024-25")
    facts = without("day_of_travel", "cannot_walk", date_of_birth=date(2026, 1, 5))
    assert matters(version, facts) == ()


def test_days_alone_that_are_known_without_a_birthday_leave_the_others_open() -> None:
    facts = without(
        "day_of_travel", "date_of_birth", "year_group",
        walking_distance=5 * MILE // 2, autumn_term_start=date(2024, 9, 3),
    )  # fmt: skip
    assert {"day_of_travel", "date_of_birth"} <= set(matters(ENGLAND, facts))


def test_only_the_facts_asked_about_are_looked_at() -> None:
    facts = without("has_send", "cannot_walk", "route_unsafe")
    assert matters(ENGLAND, facts, among=("route_unsafe",)) == ("route_unsafe",)


def test_a_fact_that_cancels_out_does_not_matter_though_the_engine_still_lists_it() -> None:
    either = draft(
        "provisions:",
        provision("with", "offers", "looked_after"),
        provision("without", "offers", "not looked_after"),
    )
    found = decide(either, GOOD).eligibility
    assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL_YET, ("looked_after",))
    assert matters(either, GOOD) == ()


@pytest.mark.parametrize("name", sorted(set(GOOD) - {"day_of_travel", "date_of_birth"}))
def test_one_fact_taken_away_matters_exactly_where_the_engine_is_undecided(name: str) -> None:
    facts = without(name)
    found = decide(ENGLAND, facts).eligibility
    expected = (name,) if found.missing else ()
    assert matters(ENGLAND, facts) == expected
