"""The parts of a recommendation beside eligibility and duty, all at once, and as plain JSON."""

from __future__ import annotations

from rules.arrangement import DUE, arrangement
from rules.contribution import contribution
from rules.determination import determinations
from rules.part_values import Parts
from rules.parts_json import as_json
from rules.period import period
from rules.policy import PolicyVersion
from rules.protection import protection
from rules.recommendation import Recommendation
from rules.timeline import FactsOn
from rules.values import Facts

__all__ = ["Parts", "as_json", "parts"]


def parts(
    policy: PolicyVersion,
    facts: Facts,
    recommendation: Recommendation,
    facts_on: FactsOn | None = None,
) -> Parts:
    """Every part for one child. ``recommendation`` is what *decide* made of the same facts.

    ``facts_on`` gives the facts of a later day where some hold for a time only; the period alone
    looks at later days. Raises as ``decide`` does.
    """
    due = recommendation.eligibility.outcome in DUE
    return Parts(
        contribution=contribution(policy, facts, recommendation),
        arrangement=arrangement(policy, facts, recommendation),
        period=period(policy, facts, recommendation, facts_on),
        protection=protection(policy, facts),
        determinations=determinations(policy, facts) if due else (),
    )
