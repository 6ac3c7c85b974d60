"""The *arrangement*: the least kind of travel that is suitable, and why each lesser one is not."""

from __future__ import annotations

from rules.part_values import Arrangement
from rules.policy import PolicyVersion
from rules.recommendation import Finding, Recommendation
from rules.values import Effect, Facts, Outcome, Result

__all__ = ["Arrangement", "arrangement"]

DUE = (Outcome.ENTITLED, Outcome.OFFERED)
"""Outcomes by which help is due."""


def is_due(recommendation: Recommendation, granted: bool) -> bool:
    """Whether there is help to arrange: due by its outcome, or granted by an officer."""
    return granted or recommendation.eligibility.outcome in DUE


def arrangement(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation, granted: bool = False
) -> Arrangement | None:
    """Climb the ladder in the order of the text, the least first. None where no help is due.

    A rung may rest on another provision, such as a determination. One with ``interim`` takes time
    to make ready: the climb goes on from it to what is suitable meanwhile. ``granted``: an officer
    gives help by discretion where the outcome gives none.
    """
    if not is_due(recommendation, granted):
        return None
    rungs = [each for each in recommendation.findings if each.effect is Effect.ARRANGES]
    excluded, reached = _climb(rungs)
    if reached is None:
        return Arrangement(None, excluded, (), None)
    if reached.result is Result.UNKNOWN:
        return Arrangement(None, excluded, reached.missing, None, reached)
    rung = policy.provision(reached.provision)
    if not rung.interim:
        return Arrangement(reached, excluded, (), rung.with_consent)
    above = rungs[len(excluded) + 1 :]
    meanwhile = _climb([each for each in above if not policy.provision(each.provision).interim])[1]
    if meanwhile is None or meanwhile.result is Result.MET:
        return Arrangement(reached, excluded, (), rung.with_consent, None, meanwhile)
    return Arrangement(reached, excluded, meanwhile.missing, rung.with_consent, meanwhile)


def _climb(rungs: list[Finding]) -> tuple[tuple[Finding, ...], Finding | None]:
    """The rungs that are not met, and the first that is met or open (None: none is)."""
    for number, rung in enumerate(rungs):
        if rung.result is not Result.NOT_MET:
            return tuple(rungs[:number]), rung
    return tuple(rungs), None
