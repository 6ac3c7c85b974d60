"""The caseload says of every child exactly what *decide* says, provision by provision."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest

from casework.shelf import Shelf
from rules.caseload.columns import Children
from rules.caseload.result import CONTRADICTORY, WITHOUT_VALUE, CaseloadResult
from rules.caseload.run import run
from rules.decide import decide
from rules.policy import PolicyVersion
from rules.problems import BadFacts, NoPolicyInForce
from rules.values import Facts, Result
from tests.rules.caseload.made_up_policies import random_policy
from tests.rules.children import children, every_child

SHELF = Shelf()
SHIPPED = SHELF.ids()
SEEDS = (20260901, 20270901)
ALL_CHILDREN = 100_000
CHILDREN = ALL_CHILDREN // len(SHIPPED) // len(SEEDS) + 1
RANDOM_POLICIES, THEIR_CHILDREN = 60, 150
CODES = {Result.MET: 1, Result.NOT_MET: 0, Result.UNKNOWN: -1}


def said_one_by_one(policy: PolicyVersion, facts: Facts) -> tuple[object, ...]:
    """What *decide* says of one child, in the caseload's terms."""
    try:
        found = decide(policy, facts)
    except BadFacts:
        return CONTRADICTORY, (), -1, None
    except NoPolicyInForce:
        return WITHOUT_VALUE, (), -1, None
    grounds = found.eligibility.grounds
    results = [CODES[each.result] for each in found.findings]
    first = _places(policy)[grounds[0]] if grounds else -1
    return found.eligibility.outcome, grounds, first, results


@lru_cache(maxsize=4)
def _places(policy: PolicyVersion) -> dict[str, int]:
    """Where each provision stands."""
    return {each.id: at for at, each in enumerate(policy.provisions)}


def said_at_once(found: CaseloadResult, results: np.ndarray, row: int) -> tuple[object, ...]:
    """What the caseload says of one child."""
    outcome = found.outcome(row)
    said = outcome if outcome is not None else int(found.outcomes[row])
    each = results[:, row].tolist() if outcome is not None else None
    return said, found.grounds_of(row), int(found.first[row]), each


def disagreements(policy: PolicyVersion, table: Children) -> list[str]:
    found = run(policy, table, results=True, chunk=4096)
    results = np.array([found.results(each.id) for each in policy.provisions])
    wrong = []
    for row, facts in enumerate(every_child(table)):
        one, other = said_one_by_one(policy, facts), said_at_once(found, results, row)
        if one != other:
            wrong.append(f"{facts}: decide {one}, caseload {other}")
    return wrong


def test_a_child_is_the_same_taken_by_row_or_with_all_others() -> None:
    table = children(SHELF.read("southampton/2025-26"), 300, 3)
    assert list(every_child(table)) == [table.facts(row) for row in range(table.count)]


def test_a_hundred_thousand_children_are_decided_both_ways() -> None:
    assert CHILDREN * len(SEEDS) * len(SHIPPED) >= ALL_CHILDREN


@pytest.mark.parametrize("policy", SHIPPED)
def test_every_shipped_version_is_decided_alike(policy: str) -> None:
    version = SHELF.read(policy)
    for seed in SEEDS:
        wrong = disagreements(version, children(version, CHILDREN, seed))
        assert not wrong, "\n".join(wrong[:3])


@pytest.mark.parametrize("seed", range(RANDOM_POLICIES))
def test_any_policy_is_decided_alike(seed: int) -> None:
    policy = random_policy(seed)
    table = children(policy, THEIR_CHILDREN, seed, unknown=0.2)
    lacking = np.random.default_rng(seed).random(len(table.columns)) < 0.15
    kept = {
        name: column
        for (name, column), gone in zip(table.columns.items(), lacking, strict=True)
        if not gone
    }
    wrong = disagreements(policy, Children(table.count, kept))
    assert not wrong, "\n".join(wrong[:3])
