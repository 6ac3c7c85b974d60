"""Facts that no child can have are a contradiction to every reading: engine, caseload and proof."""

from __future__ import annotations

import pytest

from rules.caseload.reading import read_columns
from rules.caseload.run import run
from rules.decide import decide
from rules.problems import BadFacts
from rules.prove.locate import located
from rules.prove.space import open_space
from rules.values import Facts
from tests.rules.prove.drafts import ENGLAND, GOOD

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
