"""The caseload says of every child exactly what *decide* says, provision by provision."""

from __future__ import annotations

import numpy as np
import pytest

from casework.shelf import Shelf
from rules.caseload.columns import Children
from rules.caseload.result import CONTRADICTORY, WITHOUT_VALUE, CaseloadResult
from rules.caseload.run import run
from rules.decide import decide
from rules.policy import PolicyVersion
from rules.problems import BadFacts, NoPolicyInForce
from rules.values import Result
from tests.rules.caseload.made_up_policies import random_policy
from tests.rules.children import children

SHIPPED = Shelf().ids()
SEEDS = (20260901, 20270901)
CHILDREN = 40_000 // len(SHIPPED) // len(SEEDS) + 1
RANDOM_POLICIES, THEIR_CHILDREN = 60, 150
CODES = {Result.MET: 1, Result.NOT_MET: 0, Result.UNKNOWN: -1}


def said_one_by_one(policy: PolicyVersion, table: Children, row: int) -> tuple[object, ...]:
    """What *decide* says of one child, in the caseload's terms."""
    try:
        found = decide(policy, table.facts(row))
    except BadFacts:
        return CONTRADICTORY, (), -1, None
    except NoPolicyInForce:
        return WITHOUT_VALUE, (), -1, None
    places = {each.id: at for at, each in enumerate(policy.provisions)}
    grounds = found.eligibility.grounds
    results = [CODES[each.result] for each in found.findings]
    first = places[grounds[0]] if grounds else -1
    return found.eligibility.outcome, grounds, first, results


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
    for row in range(table.count):
        one, other = said_one_by_one(policy, table, row), said_at_once(found, results, row)
        if one != other:
            wrong.append(f"{table.facts(row)}: decide {one}, caseload {other}")
    return wrong


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("policy", SHIPPED)
def test_every_shipped_version_is_decided_alike(policy: str, seed: int) -> None:
    version = Shelf().read(policy)
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
