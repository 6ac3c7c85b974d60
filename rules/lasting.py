"""How long an entitlement lasts: the first day in a stretch of days on which it no longer holds."""

from __future__ import annotations

from datetime import date, timedelta

from rules.evaluate import Run, provision_judged
from rules.policy import PolicyVersion
from rules.values import Effect, Facts, Result


def last_day(policy: PolicyVersion, facts: Facts, effect: Effect, until: date) -> date | None:
    """The last day, from the day of travel to ``until``, on which a provision of ``effect`` is met.

    Every day is evaluated, all other facts staying as they are; the stretch ends at the first day
    without one. None when none is met on the day of travel, or that day is not known.
    """
    start = facts.get("day_of_travel")
    if not isinstance(start, date):
        return None
    last = None
    for offset in range((until - start).days + 1):
        day = start + timedelta(days=offset)
        if not _holds(policy, {**facts, "day_of_travel": day}, effect):
            break
        last = day
    return last


def _holds(policy: PolicyVersion, facts: Facts, effect: Effect) -> bool:
    run = Run(policy, facts)
    return any(
        provision_judged(run, provision.id)[0].result is Result.MET
        for provision in policy.provisions
        if provision.effect is effect
    )
