"""The parts of a recommendation beside eligibility and duty, all at once, and as plain JSON."""

from __future__ import annotations

from rules.arrangement import arrangement, is_due
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
    granted: bool = False,
) -> Parts:
    """Every part for one child. ``recommendation`` is what *decide* made of the same facts.

    ``facts_on`` gives the facts of a later day where some hold for a time only; the period alone
    looks at later days. ``granted``: an officer gives help by discretion where the outcome gives
    none, so that it is arranged, charged for and ended like help that is due. Raises as ``decide``
    does.
    """
    due = is_due(recommendation, granted)
    return Parts(
        contribution=contribution(policy, facts, recommendation, granted),
        arrangement=arrangement(policy, facts, recommendation, granted),
        period=period(policy, facts, recommendation, facts_on, granted),
        protection=protection(policy, facts),
        determinations=determinations(policy, facts) if due else (),
    )
