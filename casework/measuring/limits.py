"""The limits on which something turns for a child: on their other side a provision says otherwise.

Read from what was decided and the facts it rests on, of a case as it stands or of a stored record.
"""

from __future__ import annotations

from collections.abc import Iterator

from rules.decide import decide
from rules.policy import PolicyVersion
from rules.problems import BadFacts
from rules.recommendation import Recommendation, Step
from rules.values import Facts, FactType, Result


def limits_turned_on(
    policy: PolicyVersion, found: Recommendation | None, values: Facts, fact: str
) -> tuple[int, ...]:
    """Give the limits in millimetres, shortest first, on which something turns for a length."""
    held = sorted(limits_looked_at(found, fact))
    return tuple(limit for limit in held if is_turned_on(policy, values, fact, limit))


def limits_looked_at(found: Recommendation | None, fact: str) -> set[int]:
    """Give every limit in millimetres that a length was held against; none without findings."""
    if found is None:
        return set()
    steps = (step for each in found.findings for step in _steps(each.because))
    return {
        step.limit
        for step in steps
        if step.name == fact and step.type is FactType.LENGTH and type(step.limit) is int
    }


def is_turned_on(policy: PolicyVersion, values: Facts, fact: str, limit: int) -> bool:
    """Say whether any provision says something else on the other side of the limit."""
    sides = [_results(policy, {**values, fact: side}) for side in (limit, limit + 1)]
    return sides[0] != sides[1]


def _steps(step: Step) -> Iterator[Step]:
    yield step
    for part in step.parts:
        yield from _steps(part)


def _results(policy: PolicyVersion, values: Facts) -> dict[str, Result]:
    try:
        found = decide(policy, values)
    except BadFacts:
        return {}
    return {each.provision: each.result for each in found.findings}
