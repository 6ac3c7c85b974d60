"""The days within a stretch on which anything that a policy looks at can change.

Exact for every operation the language has: ages change on anniversaries, comparisons at the day
compared with, yearly days on and after themselves, dated parameters at their ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from rules import dates, tree
from rules.evaluate import Run, value
from rules.policy import PolicyVersion
from rules.values import Facts, FactType

ONE_DAY = timedelta(days=1)


def change_days(policy: PolicyVersion, facts: Facts, first: date, last: date) -> tuple[date, ...]:
    """Days from ``first`` to ``last``, in order, between which every finding stays the same.

    ``first`` is always among them; ``day_of_travel`` in ``facts`` is not looked at.
    """
    anchors = {first, *_calendar(first, last)}
    found = {*anchors, *_yearly(policy, first, last), *_parameter_ends(policy)}
    for anchor in anchors:
        for day in _days_compared_with(policy, facts, anchor):
            found |= {day, day + ONE_DAY, *_anniversaries(day, first, last)}
    return tuple(sorted(day for day in found if first <= day <= last))


def _calendar(first: date, last: date) -> Iterator[date]:
    for year in range(first.year, last.year + 1):
        yield date(year, 1, 1)
        yield date(year, 9, 1)


def _yearly(policy: PolicyVersion, first: date, last: date) -> Iterator[date]:
    for parameter in policy.parameters.values():
        if parameter.type is not FactType.DAYS:
            continue
        for dated in parameter.values:
            for month_and_day in dated.value if isinstance(dated.value, tuple) else ():
                for year in range(first.year, last.year + 1):
                    day = dates.first_on_or_after((month_and_day,), date(year, 1, 1))
                    yield from (day, day + ONE_DAY)


def _parameter_ends(policy: PolicyVersion) -> Iterator[date]:
    for parameter in policy.parameters.values():
        for dated in parameter.values:
            if dated.start is not None:
                yield date.fromordinal(dated.start)
            if dated.end is not None:
                yield date.fromordinal(dated.end + 1)


def _days_compared_with(policy: PolicyVersion, facts: Facts, anchor: date) -> Iterator[date]:
    """Every day that some value of the policy comes to on a day, whatever it is compared with."""
    run = Run(policy, {**facts, "day_of_travel": anchor})
    for name, given in facts.items():
        if isinstance(given, date) and name != "day_of_travel":
            yield given
    for node in _days_of(policy):
        found = value(run, node).value
        if isinstance(found, date):
            yield found


@lru_cache(maxsize=64)
def _days_of(policy: PolicyVersion) -> tuple[tree.Value, ...]:
    """Every place of the policy that comes to a day, each once."""
    return tuple(dict.fromkeys(node for node in _values(policy) if node.type is FactType.DATE))


def _values(policy: PolicyVersion) -> Iterator[tree.Value]:
    bodies = [definition.body for definition in policy.definitions.values()]
    for body in [*bodies, *(provision.when for provision in policy.provisions)]:
        yield from _values_in(body)


def _values_in(node: object) -> Iterator[tree.Value]:
    if isinstance(node, tuple):
        for case in node:
            yield from _values_in(case.when)
            yield from _values_in(case.value)
    elif isinstance(node, tree.All | tree.AnyOf | tree.NoneOf):
        for part in node.parts:
            yield from _values_in(part)
    elif isinstance(node, tree.Compare):
        yield from _values_in(node.left)
        yield from _values_in(node.right)
    elif isinstance(node, tree.Operation):
        yield node
        for inner in node.parts:
            yield from _values_in(inner)
    elif isinstance(node, tree.Fact | tree.Parameter | tree.Defined):
        yield node


def _anniversaries(born: date, first: date, last: date) -> Iterator[date]:
    for year in range(first.year, last.year + 1):
        yield dates.birthday(year - born.year, born)
