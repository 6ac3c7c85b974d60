"""Conditions and values of days, made into quick functions of the days of one child.

The operations are the engine's own (``rules.dates``); this only saves the trace, because a table
asks thousands of times.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import eq, ge, gt, le, lt
from typing import Any, cast

from rules import dates, tree
from rules.parameters import value_on
from rules.prove.meaning import Node, Reader

Days = Mapping[str, date]
Work = Callable[[Days], Any]
"""Gives the value for some days: None where it cannot be told."""

OPERATIONS: dict[str, Callable[..., Any]] = {
    "age": dates.age,
    "birthday": dates.birthday,
    "first_on_or_after": dates.first_on_or_after,
    "last_on_or_before": dates.last_on_or_before,
    "last_before": dates.last_before,
    "last_weekday": lambda year, weekday, month: dates.last_weekday(weekday, month, year),
    "year_of": lambda day: day.year,
    "year_after": lambda day: day.year + 1,
    "school_year": dates.school_year,
}
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {">": gt, "<=": le, "<": lt, ">=": ge, "=": eq}


@dataclass(slots=True)
class Programme:
    """Makes the functions of one version, each definition once."""

    reader: Reader
    _named: dict[str, Work] = field(default_factory=dict)

    def of(self, node: Node) -> Work:
        """The function of a condition (True, False, None) or of a value."""
        work = self._of(node)
        facts = self.reader.facts(node)
        if len(facts) != 1 or isinstance(node, tree.Fact) and node.name in facts:
            return work
        return _remembered(work, next(iter(facts)))

    def _of(self, node: Node) -> Work:
        make = _MAKERS.get(type(node))
        return make(self, node) if make else lambda days: None

    def _all(self, nodes: tuple[tree.Condition, ...] | tuple[tree.Value, ...]) -> list[Work]:
        return [self.of(node) for node in nodes]

    def _of_provision(self, node: tree.OfProvision) -> Work:
        inner = self.of(self.reader.policy.provision(node.provision).when)
        return _opposite(inner, node.negated)

    def _compare(self, node: tree.Compare) -> Work:
        return _compare(self.of(node.left), self.of(node.right), _COMPARE[node.operator])

    def _operation(self, node: tree.Operation) -> Work:
        return _operation(OPERATIONS[node.name], self._all(node.parts), node.detail)

    def _name(self, name: str) -> Work:
        if name not in self._named:
            definition = self.reader.definition_of(name)
            self._named[name] = self.of(definition.body) if definition else _given(name)
        return self._named[name]

    def _parameter(self, name: str) -> Work:
        policy, parameter = self.reader.policy.id, self.reader.policy.parameters[name]
        if not self.reader.is_dated(name):
            only = parameter.values[0].value
            return lambda days: only

        def work(days: Days) -> Any:
            day = days.get("day_of_travel")
            return None if day is None else value_on(policy, parameter, day)

        return work

    def _cases(self, cases: tuple[tree.Case, ...]) -> Work:
        guards = [self.of(case.when) if case.when else None for case in cases]
        values = [_fixed(case.value) or self.of(cast(tree.Value, case.value)) for case in cases]

        def work(days: Days) -> Any:
            possible = []
            for guard, value in zip(guards, values, strict=True):
                met = True if guard is None else guard(days)
                if met is False:
                    continue
                possible.append(value(days))
                if met:
                    break
            else:
                return None
            return possible[0] if len(set(possible)) == 1 else None

        return work


_MAKERS: dict[type, Callable[[Programme, Any], Work]] = {
    tuple: Programme._cases,
    tree.All: lambda made, node: _group(made._all(node.parts), False),
    tree.AnyOf: lambda made, node: _group(made._all(node.parts), True),
    tree.NoneOf: lambda made, node: _opposite(_group(made._all(node.parts), True)),
    tree.Fact: lambda made, node: made._name(node.name),
    tree.Defined: lambda made, node: made._name(node.name),
    tree.Named: lambda made, node: _opposite(made._name(node.name), node.negated),
    tree.Holds: lambda made, node: _opposite(made._name(node.fact.name), node.negated),
    tree.OfProvision: Programme._of_provision,
    tree.Parameter: lambda made, node: made._parameter(node.name),
    tree.Compare: Programme._compare,
    tree.OneOf: lambda made, node: _one_of(made.of(node.value), node.choices),
    tree.Operation: Programme._operation,
}


def _fixed(value: tree.Value | str) -> Work | None:
    return (lambda days: value) if isinstance(value, str) else None


def _given(name: str) -> Work:
    return lambda days: days.get(name)


def _remembered(work: Work, fact: str) -> Work:
    """A function of one day keeps what it gave for each."""
    kept: dict[date | None, Any] = {}

    def remembered(days: Days) -> Any:
        day = days.get(fact)
        if day not in kept:
            kept[day] = work(days)
        return kept[day]

    return remembered


def _group(parts: list[Work], settles: bool) -> Work:
    def work(days: Days) -> bool | None:
        unknown = False
        for part in parts:
            found: bool | None = part(days)
            if found is settles:
                return settles
            unknown = unknown or found is None
        return None if unknown else not settles

    return work


def _opposite(work: Work, negated: bool = True) -> Work:
    if not negated:
        return work

    def opposite(days: Days) -> bool | None:
        found = work(days)
        return None if found is None else not found

    return opposite


def _compare(left: Work, right: Work, holds: Callable[[Any, Any], bool]) -> Work:
    def work(days: Days) -> bool | None:
        one, two = left(days), right(days)
        return None if one is None or two is None else holds(one, two)

    return work


def _one_of(value: Work, choices: tuple[str, ...]) -> Work:
    def work(days: Days) -> bool | None:
        found = value(days)
        return None if found is None else found in choices

    return work


def _operation(does: Callable[..., Any], parts: list[Work], detail: tuple[int, ...]) -> Work:
    def work(days: Days) -> Any:
        found = [part(days) for part in parts]
        return None if None in found else does(*found, *detail)

    return work
