"""Other days that a date could be: one from each stretch of days in which no test comes out new.

So an age can be varied as a distance can: by the day of birth nearest to the one given.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from rules import dates, tree
from rules.day_tests import names_below, tests_in
from rules.evaluate import Run, condition, value
from rules.policy import PolicyVersion
from rules.values import Facts, FactType

OLDEST = 27
"""Years before the day of travel that a day is looked for in: the oldest learner is younger."""

_ONE_DAY = timedelta(days=1)
_DAY = tree.Fact("day_of_travel", FactType.DATE)


def other_days(policy: PolicyVersion, facts: Facts, name: str) -> Iterator[date]:
    """The day nearest to the fact's own of each stretch in which tests fall out otherwise.

    Exact while all other facts stay as they are; nothing without a day of travel.
    """
    travel, now = facts.get("day_of_travel"), facts.get(name)
    tests = _tests_on(policy, name)
    if not isinstance(travel, date) or not tests:
        return
    middle = now if isinstance(now, date) else travel
    seen = {_signature(policy, facts, tests)} if isinstance(now, date) else set()
    found = _candidates(policy, facts, tests, travel)
    for day in sorted(found, key=lambda each: (abs(each - middle), each)):
        signature = _signature(policy, {**facts, name: day}, tests)
        if signature not in seen:
            seen.add(signature)
            yield day


@lru_cache(maxsize=1024)
def age_by(policy: PolicyVersion, name: str) -> bool:
    """Whether the policy works out an age on the day of travel from this date."""
    return any(
        isinstance(body := each.body, tree.Operation)
        and body.name == "age"
        and body.parts == (tree.Fact(name, FactType.DATE), _DAY)
        for each in policy.definitions.values()
    )


_Tests = tuple[tree.Compare | tree.OneOf, ...]


@lru_cache(maxsize=256)
def _tests_on(policy: PolicyVersion, name: str) -> _Tests:
    """Every test, of the domain truths too, that stands on a fact."""
    bodies: list[object] = [each.body for each in policy.definitions.values()]
    bodies += [each.when for each in policy.provisions]
    bodies += [each.holds for each in policy.truths]
    found = dict.fromkeys(test for body in bodies for test in tests_in(body))
    return tuple(test for test in found if name in names_below(policy, test))


def _signature(policy: PolicyVersion, facts: Facts, tests: _Tests) -> tuple[object, ...]:
    """How every test falls out, with the numbers that are held against a fact beside the day."""
    run = Run(policy, facts)
    found: list[object] = [condition(run, test)[0].result for test in tests]
    for test in tests:
        if isinstance(test, tree.Compare) and _is_number(policy, test.left):
            found.append(value(run, test.right).value)
    return tuple(found)


def _is_number(policy: PolicyVersion, side: tree.Value) -> bool:
    """Whether a side is a number that is given, such as a year group, and may be varied too."""
    is_fact = isinstance(side, tree.Fact) and side.type is FactType.NUMBER
    return is_fact and side.name not in policy.definitions


def _candidates(policy: PolicyVersion, facts: Facts, tests: _Tests, travel: date) -> set[date]:
    """The days on and beside which a test can change: yearly days, and those of other days."""
    names = frozenset[str]().union(*(names_below(policy, test) for test in tests))
    others = [facts.get(name) for name in names]
    yearly = {(1, 1), (9, 1), *_yearly(policy, names)}
    yearly |= {(each.month, each.day) for each in others if isinstance(each, date)}
    found: set[date] = set()
    for year in range(travel.year - OLDEST, travel.year + 2):
        for each in yearly:
            day = dates.first_on_or_after((each,), date(year, 1, 1))
            found |= {day - _ONE_DAY, day, day + _ONE_DAY}
    return found


def _yearly(policy: PolicyVersion, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The days of the year that parameters of these names come to."""
    for name in names & policy.parameters.keys():
        for dated in policy.parameters[name].values:
            if isinstance(dated.value, tuple):
                yield from dated.value
            elif isinstance(dated.value, date):
                yield dated.value.month, dated.value.day
