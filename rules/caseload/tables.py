"""Works out, once for every day of the calendar, what hangs on one day alone.

``birthday school_leaving_age of date_of_birth`` is then one look-up a row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, cast

import numpy as np

from rules import tree
from rules.caseload.days import EVERY_DAY, OPERATIONS, Days
from rules.parameters import is_undated
from rules.policy import PolicyVersion
from rules.values import FactType, KnownHow


@dataclass(frozen=True, slots=True)
class Table:
    """Values by day of one fact; or, without a fact, one value for all."""

    fact: str | None
    values: Any


@lru_cache(maxsize=4)
def tables_of(policy: PolicyVersion) -> Tables:
    """The tables of a policy, kept for the last few, whatever columns they are compiled for."""
    return Tables(policy)


@dataclass(slots=True)
class Tables:
    """The tables of a policy, each worked out once."""

    policy: PolicyVersion
    found: dict[tree.Value, Table | None] = field(default_factory=dict)

    def of(self, node: tree.Value) -> Table | None:
        """The table of a value; None where it hangs on more than one day, or on another fact."""
        if node not in self.found:
            self.found[node] = self._of(node)
        return self.found[node]

    def _of(self, node: tree.Value) -> Table | None:
        match node:
            case tree.Fact():
                return self._fact(node)
            case tree.Defined():
                return self._body(node.name)
            case tree.Parameter():
                return self._parameter(node)
        parts = [self.of(part) for part in node.parts]
        tables = [part for part in parts if part is not None]
        facts = {part.fact for part in tables if part.fact is not None}
        if len(tables) < len(parts) or len(facts) > 1:
            return None
        return _operated(node, tables, facts.pop() if facts else None)

    def _fact(self, node: tree.Fact) -> Table | None:
        word = self.policy.vocabulary[node.name]
        if word.how is KnownHow.DERIVED and node.name in self.policy.definitions:
            return None if word.may_be_given else self._body(node.name)
        return Table(node.name, EVERY_DAY) if node.type is FactType.DATE else None

    def _body(self, name: str) -> Table | None:
        body = self.policy.definitions[name].body
        is_value = isinstance(body, tree.Fact | tree.Parameter | tree.Defined | tree.Operation)
        return self.of(cast(tree.Value, body)) if is_value else None

    def _parameter(self, node: tree.Parameter) -> Table | None:
        only = the_only_value(self.policy.parameters[node.name])
        return None if only is None else Table(None, plain(only.value))


def _operated(node: tree.Operation, parts: list[Table], fact: str | None) -> Table:
    takes_years = node.name in ("birthday", "last_weekday")
    given = [
        part.values
        if part.fact or isinstance(part.values, tuple) or (takes_years and not at)
        else np.array([part.values], np.int32)
        for at, part in enumerate(parts)
    ]
    values: Days = OPERATIONS[node.name](*given, *node.detail)
    return Table(fact, values if fact else int(np.ravel(values)[0]))


def the_only_value(parameter: tree.ParameterText) -> tree.DatedValue | None:
    """The value of a parameter that does not hang on the day of travel."""
    return parameter.values[0] if is_undated(parameter) else None


def plain(value: object) -> Any:
    """A parameter's value as columns hold it: days as whole numbers."""
    return value.toordinal() if isinstance(value, date) else value
