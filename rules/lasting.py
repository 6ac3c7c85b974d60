"""How long an entitlement or offer lasts: its last day in a stretch of days."""

from __future__ import annotations

from datetime import date, timedelta

from rules.change_days import change_days
from rules.evaluate import Run, provision_judged
from rules.policy import PolicyVersion
from rules.values import Effect, Facts, Result


def last_day(policy: PolicyVersion, facts: Facts, effect: Effect, until: date) -> date | None:
    """The last day, from the day of travel to ``until``, on which a provision of ``effect`` is met.

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
    run = Run(policy, facts)
    return any(
        provision_judged(run, provision.id)[0].result is Result.MET
        for provision in policy.provisions
        if provision.effect is effect
    )
