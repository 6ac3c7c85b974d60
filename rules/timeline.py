"""The *timeline* reading: from which day to which day an outcome holds, and what ends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from rules.change_days import change_days
from rules.decide import decide
from rules.policy import PolicyVersion
from rules.recommendation import Recommendation
from rules.values import Facts, FactType, Outcome

VersionOn = Callable[[date], PolicyVersion]
FactsOn = Callable[[date], Facts]
"""The facts of a case on a day of travel, where some hold for a time only."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which outcome and grounds stay the same; ``begins`` says what changed (None: first).

    Both days are within the stretch.
    """

    first: date
    last: date
    outcome: Outcome
    grounds: tuple[str, ...]
    begins: str | None
    recommendation: Recommendation


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
        found = decide(version_on(day), {**facts_on(day), "day_of_travel": day})
        stretches = _added(stretches, day, last, found)
    return tuple(stretches)


def _days(version_on: VersionOn, facts_on: FactsOn, first: date, last: date) -> list[date]:
    """Every day on which version, facts or a finding may change."""
    days, start = set(), first
    while start <= last:
        version, facts = version_on(start), facts_on(start)
        end = _last_of_same(version_on, facts_on, start, last)
        days |= set(change_days(version, facts, start, end))
        start = end + timedelta(days=1)
    return sorted(days)


def _last_of_same(version_on: VersionOn, facts_on: FactsOn, start: date, last: date) -> date:
    version, facts, day = version_on(start), facts_on(start), start
    while day < last:
        following = day + timedelta(days=1)
        if version_on(following) is not version or facts_on(following) != facts:
            return day
        day = following
    return day


def _added(stretches: list[Stretch], day: date, last: date, found: Recommendation) -> list[Stretch]:
    outcome, grounds = found.eligibility.outcome, found.eligibility.grounds
    if not stretches:
        return [Stretch(day, last, outcome, grounds, None, found)]
    before = stretches[-1]
    if (before.outcome, before.grounds) == (outcome, grounds):
        return stretches
    ended = Stretch(
        before.first, day - timedelta(days=1), before.outcome, before.grounds, before.begins,
        before.recommendation,
    )  # fmt: skip
    begins = what_changed(before.recommendation, found)
    return [*stretches[:-1], ended, Stretch(day, last, outcome, grounds, begins, found)]


def what_changed(before: Recommendation, after: Recommendation) -> str:
    """Say what made two recommendations differ: a birthday, a phase, a policy."""
    if before.policy != after.policy:
        return f"{after.policy} takes effect"
    ages = [_derived(each, "age") for each in (before, after)]
    if ages[0] != ages[1] and isinstance(ages[1], int):
        return f"{_ordinal(ages[1])} birthday"
    for old, new in zip(before.derived, after.derived, strict=False):
        if old.name == new.name and old.value != new.value and old.type is not FactType.NUMBER:
            return f"{new.name.replace('_', ' ')} becomes {_value(new.value)}"
    return "a day named in the policy"


def _derived(recommendation: Recommendation, name: str) -> object:
    return next((each.value for each in recommendation.derived if each.name == name), None)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "not known" if value is None else str(value).replace("_", " ")


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}th" if 10 <= number % 100 <= 20 else f"{number}{ending}"
