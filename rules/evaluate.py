"""Evaluates parts of a version for one child, three-valued, with trace and the facts wanted."""

from __future__ import annotations

from functools import lru_cache

from rules import tree
from rules.finding import FINDS
from rules.judging import JUDGES
from rules.policy import PolicyVersion
from rules.program import Program
from rules.run import MET, NOT_MET, UNKNOWN, Found, Judged, Missing, Possible, Run

__all__ = [
    "MET", "NOT_MET", "UNKNOWN", "Found", "Judged", "Missing", "Possible", "Run",
    "condition", "definition_judged", "program_of", "provision_judged", "value",
]  # fmt: skip


@lru_cache(maxsize=64)
def program_of(policy: PolicyVersion) -> Program:
    """The program of a version, made once."""
    return Program(policy, JUDGES, FINDS)


def provision_judged(run: Run, provision: str) -> Judged:
    """A provision's condition, evaluated once for each child."""
    return program_of(run.policy).provision(provision)(run)


def definition_judged(run: Run, name: str) -> Judged:
    """A definition that is a condition, evaluated once for each child."""
    return program_of(run.policy).definition(name)(run)


def condition(run: Run, node: tree.Condition) -> Judged:
    """Evaluate any condition."""
    return program_of(run.policy).judge(node)(run)


def value(run: Run, node: tree.Value) -> Found:
    """Find a value."""
    return program_of(run.policy).find(node)(run)
