"""The *timeline* reading: from which day to which day an outcome holds, and what ends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rules.ask import narrowed
from rules.change_days import change_days
from rules.decide import decide
from rules.policy import PolicyVersion
from rules.recommendation import Recommendation
from rules.values import Facts, Outcome
from rules.what_began import Moment, what_began

VersionOn = Callable[[date], PolicyVersion]
FactsOn = Callable[[date], Facts]
"""The facts of a case on a day of travel, where some hold for a time only."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which version, outcome and grounds stay the same.

    ``begins`` says what changed, every cause that mattered by name (None: the first stretch);
    ``wants`` are the facts to ask for where it is undecided. Both days are within the stretch.
    """

    first: date
    last: date
    outcome: Outcome
    grounds: tuple[str, ...]
    begins: str | None
    recommendation: Recommendation
    wants: tuple[str, ...] = ()


def timeline(
    policy: PolicyVersion | VersionOn, facts: Facts | FactsOn, first: date, last: date
) -> tuple[Stretch, ...]:
    """The stretches from ``first`` to ``last``, without a gap.

    ``policy`` may be one version or give the version in force on a day; ``facts`` one set of facts
    or give them by day. Raises as ``decide`` does, naming the day for which there is no version.
    """
    version_on = policy if callable(policy) else lambda _: policy
    facts_on = facts if callable(facts) else lambda _: facts
    stretches: list[Stretch] = []
    for day in _days(version_on, facts_on, first, last):
        now = moment(version_on, facts_on, day)
        found = decide(now.policy, now.facts)
        if not stretches:
            stretches = [_stretch(now, last, None, found)]
        elif _differs(stretches[-1].recommendation, found):
            eve = day - timedelta(days=1)
            begins = what_began(moment(version_on, facts_on, eve), now)
            stretches[-1] = replace(stretches[-1], last=eve)
            stretches.append(_stretch(now, last, begins, found))
    return tuple(stretches)


def _stretch(now: Moment, last: date, begins: str | None, found: Recommendation) -> Stretch:
    outcome, grounds, missing = (
        found.eligibility.outcome, found.eligibility.grounds, found.eligibility.missing,
    )  # fmt: skip
    wants = dict.fromkeys(narrowed(now.policy, now.facts, name) for name in missing)
    first = found.day_of_travel or last
    return Stretch(first, last, outcome, grounds, begins, found, tuple(wants))


def _differs(before: Recommendation, after: Recommendation) -> bool:
    """Whether a day begins a stretch: another outcome, other grounds, or another text."""
    old, new = before.eligibility, after.eligibility
    same = (old.outcome, old.grounds) == (new.outcome, new.grounds)
    return not same or before.digest != after.digest


def moment(version_on: VersionOn, facts_on: FactsOn, day: date) -> Moment:
    """The version and the facts of a day."""
    return Moment(version_on(day), {**facts_on(day), "day_of_travel": day})


def _days(version_on: VersionOn, facts_on: FactsOn, first: date, last: date) -> list[date]:
    """Every day on which version, facts or a finding may change."""
    days, start = set(), first
    while start <= last:
        version, facts = version_on(start), facts_on(start)
        end = last_of_same(version_on, facts_on, start, last)
        days |= set(change_days(version, facts, start, end))
        start = end + timedelta(days=1)
    return sorted(days)


def last_of_same(version_on: VersionOn, facts_on: FactsOn, start: date, last: date) -> date:
    """The last day up to which version and facts stay those of ``start``."""
    version, facts, day = version_on(start), facts_on(start), start
    while day < last:
        following = day + timedelta(days=1)
        if version_on(following) is not version or facts_on(following) != facts:
            return day
        day = following
    return day
