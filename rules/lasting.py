"""How long an entitlement or offer lasts: its last day in a stretch of days."""

from __future__ import annotations

from datetime import date, timedelta

from rules.change_days import change_days
from rules.evaluate import Run, provision_judged
from rules.part_findings import provisions_of
from rules.policy import PolicyVersion
from rules.values import Effect, Facts, Result


def last_day(policy: PolicyVersion, facts: Facts, effect: Effect, until: date) -> date | None:
    """The last day, from the day of travel to ``until``, on which a provision of ``effect`` is met.

    An offer counts while nothing withholds it. ``rules.period`` says more: what ends help, and why.
    All other facts stay as they are; the stretch ends at the first day without one. None when none
    is met on the day of travel, or that day is not known.
    """
    start = facts.get("day_of_travel")
    if not isinstance(start, date) or not _holds(policy, facts, effect):
        return None
    for day in change_days(policy, facts, start, until):
        if not _holds(policy, {**facts, "day_of_travel": day}, effect):
            return day - timedelta(days=1)
    return until


def _holds(policy: PolicyVersion, facts: Facts, effect: Effect) -> bool:
    """Whether a provision of an effect is met and, where it is an offer, surely not withheld."""
    run = Run(policy, facts)
    against = _results(run, Effect.WITHHOLDS) if effect is Effect.OFFERS else {}
    withholding = [each for each in against if against[each] is not Result.NOT_MET]
    met = [each for each, result in _results(run, effect).items() if result is Result.MET]
    return any(not any(_touches(policy, each, offer) for each in withholding) for offer in met)


def _results(run: Run, effect: Effect) -> dict[str, Result]:
    return {
        each.id: provision_judged(run, each.id)[0].result for each in provisions_of(run, effect)
    }


def _touches(policy: PolicyVersion, withholding: str, offer: str) -> bool:
    touches = policy.provision(withholding).touches
    return not touches or offer in touches
