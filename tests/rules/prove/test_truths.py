"""Facts that no child can have are a contradiction to every reading: engine, caseload and proof."""

from __future__ import annotations

from datetime import date

import pytest

from rules.caseload.reading import read_columns
from rules.caseload.run import run
from rules.decide import decide
from rules.problems import BadFacts
from rules.prove.difference import difference
from rules.prove.floor import floor
from rules.prove.locate import located
from rules.prove.space import open_space
from rules.values import Facts
from tests.rules.prove.drafts import ENGLAND, GOOD, SHELF

NEITHER: Facts = {"can_walk_alone": False, "can_walk_accompanied": False}
BROKEN: list[Facts] = [
    {"cannot_walk": True, "can_walk_alone": True},
    {"cannot_walk": True, "can_walk_accompanied": True, "accompaniment_reasonable": True},
    {"cannot_walk": False, **NEITHER},
    {"cannot_walk": False, "can_walk_alone": False, "accompaniment_reasonable": False},
    {"route_unsafe": True, "route_safe_alone": True},
    {"route_unsafe": True, "route_safe_accompanied": True, "accompaniment_reasonable": True},
    {"route_unsafe": False, "route_safe_alone": False, "route_safe_accompanied": False},
    {"has_ehcp": False, "schools_named_in_plan": 1},
]
SOUND: list[Facts] = [
    {"cannot_walk": True, **NEITHER},
    {"cannot_walk": True, "can_walk_alone": False, "can_walk_accompanied": True},
    {"cannot_walk": False, "can_walk_alone": False, "can_walk_accompanied": True},
    {"cannot_walk": None, **NEITHER},
    {"route_unsafe": None, "route_safe_alone": True},
    {"has_ehcp": False, "schools_named_in_plan": 0},
    {"has_ehcp": None, "schools_named_in_plan": 2},
]


def contradicts(facts: Facts) -> bool:
    try:
        decide(ENGLAND, facts)
    except BadFacts:
        return True
    return False


def is_left_out_of_a_caseload(facts: Facts) -> bool:
    columns = {name: [value] for name, value in facts.items() if value is not None}
    lengths = ("walking_distance", "road_distance")
    columns |= {name: [f"{facts[name] / 1000} m"] for name in lengths}  # type: ignore[operator]
    return run(ENGLAND, read_columns(columns, ENGLAND.vocabulary)).outcome(0) is None


@pytest.mark.parametrize("changed", BROKEN)
def test_a_value_given_against_its_own_parts_is_reported_and_never_decided(changed: Facts) -> None:
    facts = {**GOOD, **changed}
    assert contradicts(facts)
    assert is_left_out_of_a_caseload(facts)
    space = open_space((ENGLAND,))
    assert not space.logic.possible(*located(space, facts))


@pytest.mark.parametrize("changed", SOUND)
def test_a_value_that_its_parts_bear_out_or_leave_open_is_decided(changed: Facts) -> None:
    facts = {**GOOD, **changed}
    assert not contradicts(facts)
    assert not is_left_out_of_a_caseload(facts)
    space = open_space((ENGLAND,))
    assert space.logic.possible(*located(space, facts))


def test_the_report_names_the_facts_that_contradict_each_other_and_says_why() -> None:
    with pytest.raises(BadFacts) as caught:
        decide(ENGLAND, {**GOOD, "has_ehcp": False, "schools_named_in_plan": 1})
    said = str(caught.value)
    assert "has_ehcp = False" in said and "schools_named_in_plan = 1" in said
    assert "Only a plan in force names schools." in said


def test_an_example_of_a_proof_names_no_fact_that_only_a_truth_looks_at() -> None:
    space = open_space((ENGLAND,))
    assert "can_walk_alone" in space.beside
    assert {"cannot_walk", "schools_named_in_plan"} <= {each.name for each in space.facts}


ODD: list[Facts] = [
    {"date_of_birth": date(2024, 8, 31), "year_group": 4},
    {"date_of_birth": date(2005, 1, 1), "year_group": 0},
    {"date_of_birth": date(2008, 1, 1), "year_group": 20},
]
USUAL: list[Facts] = [
    {"date_of_birth": date(2023, 10, 1), "year_group": -1},
    {"date_of_birth": date(2022, 10, 1), "year_group": 0},
    {"date_of_birth": date(2010, 1, 1), "year_group": 12},
    {"date_of_birth": date(2008, 9, 1), "year_group": 12},
    {"date_of_birth": date(2005, 1, 1), "year_group": 16},
]


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_year_group_is_decided_and_never_shown_as_an_example(odd: Facts) -> None:
    facts = {**GOOD, **odd}
    assert not contradicts(facts)
    assert not is_left_out_of_a_caseload(facts)
    assert open_to(facts, usual=False)
    assert not open_to(facts, usual=True)


@pytest.mark.parametrize("usual", USUAL)
def test_a_year_group_that_fits_the_age_is_within_what_a_proof_asks_about(usual: Facts) -> None:
    assert open_to({**GOOD, **usual}, usual=True)


def test_a_proof_says_that_year_groups_fit_ages() -> None:
    said = floor(ENGLAND, ENGLAND).assumptions
    assert ENGLAND.usual
    assert {truth.says for truth in ENGLAND.usual} <= set(said)


def test_the_children_shown_are_in_a_year_group_that_fits_their_age() -> None:
    old, new = SHELF.read("southampton/2024-25"), SHELF.read("southampton/2024-25-birthday")
    for region in difference(old, new).regions:
        known = {one.name: one.value for one in decide(ENGLAND, region.example).derived}
        assert known["compulsory_school_age"] is True
        assert region.example["year_group"] - (known["age"] - 4) in (-2, -1, 0, 1)  # type: ignore[operator]


def open_to(facts: Facts, *, usual: bool) -> bool:
    """Whether a proof over the usual children, or over all, has this child."""
    space = open_space((ENGLAND,), usual=usual)
    return bool(space.logic.possible(*located(space, facts)))
