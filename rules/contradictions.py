"""Checks facts against the domain truths: what can be so of no child is reported, not decided."""

from __future__ import annotations

from rules.evaluate import NOT_MET, Run, condition
from rules.inputs import facts_of
from rules.problems import BadFacts, Problem


def check_truths(run: Run) -> None:
    """Raise BadFacts naming the facts of every domain truth that the given facts break."""
    broken = [
        truth for truth in run.policy.truths if condition(run, truth.holds)[0].result is NOT_MET
    ]
    if broken:
        raise BadFacts([_problem(run, truth.says, _given(run, truth.holds)) for truth in broken])


def _given(run: Run, holds: object) -> list[str]:
    names = facts_of(run.policy, holds)  # type: ignore[arg-type]
    return [name for name in names if run.facts.get(name) is not None]


def _problem(run: Run, says: str, names: list[str]) -> Problem:
    stated = ", ".join(f"{name} = {run.facts[name]}" for name in names)
    return Problem("facts", f"these contradict each other: {stated}. {says} Nothing was decided.")
