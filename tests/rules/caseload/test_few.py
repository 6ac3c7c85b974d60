"""Few children at once are decided as many are: outcome by outcome, refused ones too."""

from __future__ import annotations

import numpy as np
import pytest

from casework.shelf import Shelf
from rules.caseload.columns import Children
from rules.caseload.few import outcomes_of_few
from rules.caseload.run import run
from tests.rules.caseload.made_up_policies import random_policy
from tests.rules.children import children

SHELF = Shelf()
COUNTS = (1, 7, 8, 300)


def cut(table: Children, count: int) -> Children:
    return table.rows(0, count)


@pytest.mark.parametrize("policy", SHELF.ids())
def test_few_children_of_every_version_have_the_outcomes_of_a_caseload(policy: str) -> None:
    version = SHELF.read(policy)
    table = children(version, max(COUNTS), 41)
    for count in COUNTS:
        few = cut(table, count)
        assert outcomes_of_few(version, few).tolist() == run(version, few).outcomes.tolist()


@pytest.mark.parametrize("seed", range(40))
def test_few_children_of_any_policy_have_the_outcomes_of_a_caseload(seed: int) -> None:
    policy = random_policy(seed)
    table = children(policy, 120, seed, unknown=0.3)
    assert outcomes_of_few(policy, table).tolist() == run(policy, table).outcomes.tolist()


def test_no_children_have_no_outcomes() -> None:
    version = SHELF.read("england/1996-act")
    assert len(outcomes_of_few(version, cut(children(version, 5, 1), 0))) == 0


def test_all_outcomes_and_refusals_are_among_those_compared() -> None:
    """Else the tests above would compare little."""
    version = SHELF.read("southampton/2025-26")
    found = np.unique(outcomes_of_few(version, children(version, 3_000, 41)))
    assert {-1, 0, 1, 2, 3, 4} <= set(found.tolist())
