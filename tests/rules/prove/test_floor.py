"""The statutory floor: which versions fall below it, and for which child."""

from __future__ import annotations

import pytest

from rules.decide import decide
from rules.policy import PolicyVersion
from rules.prove.floor import floor
from rules.prove.results import Floor, Refusal
from rules.values import Facts, Outcome
from tests.rules.prove.drafts import (
    ENGLAND,
    GOOD,
    MILE,
    SHELF,
    beyond_walking,
    by_road,
    by_year_group,
    draft,
    permanent_only,
    provision,
)


def within(refusal: Refusal, facts: Facts, *names: str) -> bool:
    """Whether a child's figures lie in those of a kind."""
    return all(
        (each.above is None or each.above < facts[each.fact])  # type: ignore[operator]
        and (each.upto is None or facts[each.fact] <= each.upto)  # type: ignore[operator]
        for each in refusal.intervals
        if each.fact in names
    )


def test_the_act_does_not_fall_below_itself() -> None:
    assert floor(ENGLAND, ENGLAND).holds


@pytest.mark.parametrize("policy", ["marlhaven/2025-26", "marlhaven/2026-27"])
def test_a_version_that_only_adds_offers_keeps_the_floor(policy: str) -> None:
    assert floor(SHELF.read(policy), ENGLAND).holds


def test_bands_measured_by_road_fail_a_child_who_walks_further_than_the_road() -> None:
    version = by_road()
    child: Facts = {**GOOD, "walking_distance": 21 * MILE // 10, "road_distance": 19 * MILE // 10}
    assert outcomes(version, child) == (Outcome.ENTITLED, Outcome.NOT_ENTITLED)
    found = floor(version, ENGLAND)
    assert {each.loses for each in found.refusals} == {"england/1996-act#para-6"}
    assert any(within(each, child, "walking_distance", "road_distance") for each in found.refusals)
    assert all_examples_fall_below(version, found)


def test_three_miles_from_year_4_fail_a_child_placed_ahead_who_is_still_seven() -> None:
    version = by_year_group()
    child: Facts = {**GOOD, "year_group": 4, "walking_distance": 25 * MILE // 10}
    assert outcomes(version, child) == (Outcome.ENTITLED, Outcome.NOT_ENTITLED)
    found = floor(version, ENGLAND)
    assert not found.holds
    assert any("under 8" in each.when and "Year 4" in each.when for each in found.refusals)
    for each in found.refusals:
        derived = {one.name: one.value for one in decide(ENGLAND, each.example).derived}
        assert (derived["age"], each.example["year_group"]) == (7, 4)


def test_help_for_permanent_exclusions_alone_fails_a_suspended_child() -> None:
    version = permanent_only()
    found = floor(version, ENGLAND)
    assert {each.example["exclusion"] for each in found.refusals} == {"suspended"}
    assert "exclusion: suspended" in found.refusals[0].when
    assert all_examples_fall_below(version, found)


def test_an_offer_does_not_stand_in_for_an_entitlement_that_was_dropped() -> None:
    lower = "age < age_the_walking_limit_rises"
    offer = beyond_walking("offer", "offers", lower, "walking_distance", None)
    version = draft("drops: [england/1996-act#para-6]", "provisions:", offer)
    found = floor(version, ENGLAND)
    assert {each.found for each in found.refusals} == {Outcome.OFFERED}
    alone = floor(version, ENGLAND, alone=True)
    assert "england/1996-act#para-6" not in alone.by_provision


def test_read_alone_a_version_refuses_every_kind_that_only_the_act_helps() -> None:
    found = floor(SHELF.read("marlhaven/2026-27"), ENGLAND, alone=True)
    assert floor(SHELF.read("marlhaven/2026-27"), ENGLAND).holds
    assert not found.holds
    lost = [each.partition("#")[2] for each in found.by_provision]
    assert lost == [
        "para-2", "para-3", "para-4", "para-5", "para-6", "para-7", "para-9", "para-10", "para-11",
        "para-12", "para-13", "s-508F-a", "s-508F-b",
    ]  # fmt: skip


def test_each_child_shown_is_entitled_under_the_act_by_the_provision_it_loses() -> None:
    found = floor(SHELF.read("southampton/2019-20"), ENGLAND, alone=True)
    for each in found.refusals:
        decided = decide(ENGLAND, each.example).eligibility
        assert decided.outcome is Outcome.ENTITLED
        assert each.loses == decided.grounds[0]


def test_read_alone_what_the_council_has_not_read_is_not_called_a_refusal() -> None:
    found = floor(SHELF.read("southampton/2019-20"), ENGLAND, alone=True)
    assert "southampton/2019-20#looked-after" in found.cannot_compare
    assert all(each.example["looked_after"] is False for each in found.refusals)


@pytest.mark.parametrize("policy", ["southampton/2018-19", "southampton/2024-25"])
def test_read_alone_a_child_placed_ahead_and_still_seven_is_named_apart(policy: str) -> None:
    found = floor(SHELF.read(policy), ENGLAND, alone=True)
    beyond = found.by_provision["england/1996-act#para-6"]
    assert len({each.refused_by for each in beyond}) == len(beyond) > 1
    ages = {
        each.refused_by: next(
            one.value for one in decide(ENGLAND, each.example).derived if one.name == "age"
        )
        for each in beyond
        if each.example["year_group"] == 4
    }
    assert any(age == 7 and "on a low income" in rule for rule, age in ages.items())


def test_a_rule_that_asks_for_a_belief_refuses_nobody_who_claims_none() -> None:
    found = floor(SHELF.read("southampton/2018-19"), ENGLAND, alone=True).refusals
    units = [each for each in found if each.example.get("school_kind") == "resourced_unit"
             and each.loses.endswith("#para-2")]  # fmt: skip
    assert {each.refused_by.partition(":")[0] for each in units} == {
        "‘Special provision, beyond two miles’"
    }
    by_faith = [each for each in found if "school of the faith" in each.refused_by]
    assert all(each.example.get("chosen_for_belief") for each in by_faith)


def test_read_alone_each_kind_is_told_exactly_and_its_child_is_of_school_age_where_one_is() -> None:
    found = floor(SHELF.read("southampton/2018-19"), ENGLAND, alone=True)
    sentences = [each.when for each in found.refusals]
    assert len(set(sentences)) == len(sentences)
    assert not any("nothing else" in each for each in sentences)
    for each in found.refusals:
        derived = {one.name: one.value for one in decide(ENGLAND, each.example).derived}
        assert derived["compulsory_school_age"] is ("s-508F" not in each.loses)


def test_a_version_without_a_word_of_its_own_refuses_everybody_when_read_alone() -> None:
    nothing = draft("provisions:", provision("help", "offers", "in_area", "not in_area"))
    assert len(floor(nothing, ENGLAND, alone=True).by_provision) == 13


def test_a_floor_states_what_it_rests_on() -> None:
    said = floor(by_road(), ENGLAND).assumptions
    assert "The day of travel is any day from 1 September 2026 to 31 August 2027." in said
    assert any("not tied to each other: walking distance, road distance" in one for one in said)
    truths = [truth.says for truth in ENGLAND.truths]
    assert set(truths) <= set(said)


def outcomes(version: PolicyVersion, facts: Facts) -> tuple[Outcome, Outcome]:
    """What the Act and a version say of a child."""
    return (
        decide(ENGLAND, facts).eligibility.outcome,
        decide(version, facts).eligibility.outcome,
    )


def all_examples_fall_below(version: PolicyVersion, found: Floor) -> bool:
    shown = [outcomes(version, each.example) for each in found.refusals]
    return all(first is Outcome.ENTITLED is not second for first, second in shown)
