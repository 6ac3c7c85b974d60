"""A version written out says exactly what the plain reading of its tree says, trace and all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
import pytest

from casework.shelf import Shelf
from rules.caseload.columns import Children
from rules.decide import decide, outcome_only
from rules.plainly import decide_plainly
from rules.policy import PolicyVersion
from rules.problems import BadFacts, NoPolicyInForce, UserFacingError
from rules.recommendation import Recommendation
from rules.values import Facts
from rules.written.deciding import FIRST_PLAINLY, written_out
from store.encoding import encode
from tests.rules.caseload.made_up_policies import random_policy
from tests.rules.children import children

SHELF = Shelf()
SHIPPED = SHELF.ids()
CHILDREN, RANDOM_POLICIES, THEIR_CHILDREN = 120, 50, 40
TO_THE_BYTE = 2
"""Of how many children a version the canonical bytes are compared too, which takes longer."""


def asked_often(policy: PolicyVersion) -> PolicyVersion:
    """A version that is written out by now."""
    for _ in range(FIRST_PLAINLY + 1):
        written_out(policy).decide({})
        written_out(policy).outcome({})
    return policy


def plainly(policy: PolicyVersion, facts: Facts) -> Recommendation | None:
    """What the plain reading says; None where it refuses."""
    try:
        return decide_plainly(policy, facts)
    except (BadFacts, NoPolicyInForce):
        return None


def differences(policy: PolicyVersion, cases: Iterator[Facts]) -> Iterator[str]:
    quick = written_out(asked_often(policy))
    compared = 0
    for facts in cases:
        said, expected = quick.decide(facts), plainly(policy, facts)
        if said is None:
            continue
        compared += 1
        alike = encode(said) == encode(expected) if compared <= TO_THE_BYTE else said == expected
        if not alike:
            yield f"{facts}: {said} is not {expected}"
        if quick.outcome(facts) != said.eligibility:
            yield f"{facts}: the outcome alone is {quick.outcome(facts)}"


def rows(table: Children) -> Iterator[Facts]:
    return (table.facts(row) for row in range(table.count))


@pytest.mark.parametrize("policy", SHIPPED)
def test_every_shipped_version_is_decided_to_the_byte(policy: str) -> None:
    version = SHELF.read(policy)
    wrong = list(differences(version, rows(children(version, CHILDREN, 20260902))))
    assert not wrong, wrong[0]


@pytest.mark.parametrize("seed", range(RANDOM_POLICIES))
def test_any_policy_is_decided_to_the_byte(seed: int) -> None:
    policy = random_policy(seed)
    table = children(policy, THEIR_CHILDREN, seed, unknown=0.2)
    lacking = np.random.default_rng(seed).random(len(table.columns)) < 0.15
    kept = {
        name: column
        for (name, column), gone in zip(table.columns.items(), lacking, strict=True)
        if not gone
    }
    wrong = list(differences(policy, rows(Children(table.count, kept))))
    assert not wrong, wrong[0]


def test_most_children_are_decided_the_quick_way() -> None:
    """Else the tests above would compare nothing."""
    policy = asked_often(SHELF.read("southampton/2025-26"))
    found = [written_out(policy).decide(each) for each in rows(children(policy, 200, 7))]
    assert sum(each is not None for each in found) > 150


def test_only_what_is_refused_goes_the_plain_way() -> None:
    policy = asked_often(SHELF.read("england/1996-act"))
    for facts in rows(children(policy, 300, 8)):
        assert (written_out(policy).decide(facts) is None) == (plainly(policy, facts) is None)


def test_contradicting_facts_are_told_in_the_same_words() -> None:
    policy = asked_often(SHELF.read("england/1996-act"))
    facts: Facts = {"nearer_suitable_schools": 2, "nearer_suitable_place": False}
    messages = [_message(way, policy, facts) for way in (decide, outcome_only, decide_plainly)]
    assert "nearer_suitable_schools = 2" in messages[0]
    assert len(set(messages)) == 1


def _message(way: object, policy: PolicyVersion, facts: Facts) -> str:
    with pytest.raises(UserFacingError) as caught:
        way(policy, facts)  # type: ignore[operator]
    return str(caught.value)


def test_the_outcome_alone_is_that_of_the_recommendation_from_the_first_child_on() -> None:
    policy = SHELF.read("southampton/2025-26")
    for facts in rows(children(policy, 60, 9)):
        if plainly(policy, facts) is not None:
            assert outcome_only(policy, facts) == decide(policy, facts).eligibility


def test_a_fact_given_outright_is_not_worked_out() -> None:
    policy = asked_often(SHELF.read("england/1996-act"))
    facts: Facts = {
        "low_income": True, "universal_credit": False, "day_of_travel": date(2026, 9, 7),
    }  # fmt: skip
    said = decide(policy, facts)
    assert said == decide_plainly(policy, facts)
    working = {each.name: each.working for each in said.derived}
    assert working["low_income"] == "given outright"
