"""The table of what the calendar allows: every way in which the days of one child can fall.

A world is a day of travel, a day of birth and whatever other days the policy looks at, with the
values that all tests of days have then. Worlds that no test can tell apart are one. A proof leaves
it to the solver to choose among them, so ages, phases and year groups fit each other by the
calendar itself, and each world is a real child's days.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, product
from typing import Any

from rules.prove.calendar_days import (
    Turns,
    births_to_try,
    days_around,
    days_to_try,
    turns_of,
)
from rules.prove.meaning import Node, Reader
from rules.prove.programme import Programme, Work
from rules.prove.variables import Kind, Variable, Variables
from rules.values import Facts

ALIKE = 12
"""Children alike so far whose other days are tried."""
DAY, BORN = "day_of_travel", "date_of_birth"
Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Worlds:
    """The worlds, each a row: the days it stands for and the value of each variable of days.

    A quantity that is not needed exactly stands in the row as the number of its limits below it.
    """

    variables: tuple[str, ...]
    rows: tuple[Values, ...]
    days: tuple[Facts, ...]
    left_out: bool

    def column(self, variable: str) -> list[Any]:
        """A variable's value in each world."""
        at = self.variables.index(variable)
        return [row[at] for row in self.rows]


@dataclass(frozen=True, slots=True)
class _Test:
    """A variable of days with its function and the other days it looks at."""

    name: str
    work: Work
    others: tuple[str, ...]


KEPT: dict[object, Worlds] = {}
KEPT_AT_MOST = 50
"""A table depends on what is said of days alone, which an edited draft seldom changes."""


@dataclass(slots=True)
class Table:
    """Tabulates the worlds of some variables."""

    variables: Variables
    turns: Turns
    truths: list[tuple[Reader, Node]]
    known: Facts
    _near: dict[tuple[str, ...], Turns] = field(default_factory=dict)

    def worlds(self, span: tuple[date, date]) -> Worlds:
        """Every world of the days of travel in ``span``; days in ``known`` stay as they are."""
        key = (span, self.turns, self._meanings(), tuple(sorted(self._known_days().items())))
        if key not in KEPT:
            if len(KEPT) >= KEPT_AT_MOST:
                KEPT.clear()
            KEPT[key] = self._tabulated(span)
        return KEPT[key]

    def _known_days(self) -> dict[str, date]:
        return {name: day for name, day in self.known.items() if isinstance(day, date)}

    def _meanings(self) -> tuple[object, ...]:
        of_days = [each for each in self.variables.by_name.values() if each.of_days]
        return (
            tuple((each.name, each.kind, self._meant(each)) for each in of_days),
            tuple(reader.meaning(node) for reader, node in self.truths),
        )

    def _meant(self, variable: Variable) -> tuple[object, ...]:
        assert variable.node is not None and variable.reader is not None
        exact = variable.name in self.variables.exact
        limits = () if exact else tuple(sorted(self.variables.limits.get(variable.name, ())))
        return variable.reader.meaning(variable.node), exact, limits

    def _tabulated(self, span: tuple[date, date]) -> Worlds:
        of_days = [each for each in self.variables.by_name.values() if each.of_days]
        programmes: dict[int, Programme] = {}
        tests = [self._test(each, programmes) for each in of_days]
        holds = [_programme(reader, programmes).of(node) for reader, node in self.truths]
        found: dict[Values, Facts] = {}
        left_out = False
        tried: Counter[Values] = Counter()
        for days in self._days(span):
            if any(hold(days) is False for hold in holds):
                continue
            rows = self._rows(tests, days, tried)
            if rows is None:
                continue
            left_out = left_out or not rows
            for row, with_others in rows:
                found.setdefault(row, with_others)
            if not tests and found:
                break
        ordered = sorted(found.items(), key=lambda item: _order(item[0]))
        return Worlds(
            tuple(test.name for test in tests),
            tuple(row for row, _ in ordered),
            tuple(days for _, days in ordered),
            left_out,
        )

    def _days(self, span: tuple[date, date]) -> Iterable[dict[str, date]]:
        """The days of travel and of birth to try."""
        given = self._known_days()
        for day in [given[DAY]] if DAY in given else days_to_try(self.turns, span):
            for born in [given[BORN]] if BORN in given else births_to_try(self.turns, day):
                yield {**given, DAY: day, BORN: born}

    def _test(self, variable: Variable, programmes: dict[int, Programme]) -> _Test:
        assert variable.node is not None and variable.reader is not None
        programme = _programme(variable.reader, programmes)
        facts = variable.reader.facts(variable.node)
        others = tuple(sorted(facts - {DAY, BORN} - set(self.known)))
        return _Test(variable.name, self._valued(variable, programme.of(variable.node)), others)

    def _valued(self, variable: Variable, work: Work) -> Work:
        return lambda days: tabulated(self.variables, variable, work(days))

    def _rows(
        self, tests: Sequence[_Test], days: dict[str, date], tried: Counter[Values]
    ) -> list[tuple[Values, Facts]] | None:
        """The rows for these days; days that a test still wants are tried one group after another.

        Where so far all is alike, a dozen children's other days show every way these can fall;
        None for further ones.
        """
        values = {test.name: test.work(days) for test in tests}
        open_tests = [test for test in tests if values[test.name] is None]
        if not open_tests:
            return [(tuple(values.values()), dict(days))]
        alike = tuple(values.values())
        tried[alike] += 1
        if tried[alike] > ALIKE:
            return None
        found = [(values, days)]
        for group in _groups(open_tests):
            ways = self._ways(group, days)
            found = [({**row, **way}, {**at, **more}) for row, at in found for way, more in ways]
        return [(tuple(row.values()), dict(at)) for row, at in found]

    def _turns_near(self, group: list[_Test]) -> Turns:
        """Where the tests of one group can turn: far fewer days than where any test can."""
        names = tuple(test.name for test in group)
        if names not in self._near:
            variables = [self.variables.by_name[name] for name in names]
            nodes = [(each.reader, each.node) for each in variables if each.reader and each.node]
            self._near[names] = turns_of(nodes)
        return self._near[names]

    def _ways(
        self, group: list[_Test], days: dict[str, date]
    ) -> list[tuple[dict[str, Any], dict[str, date]]]:
        """Every way in which the open tests of one group can fall, with the days that do it."""
        names = sorted({name for test in group for name in test.others})
        around = days_around(self._turns_near(group), days.get(DAY), days.get(BORN))
        ways: dict[Values, dict[str, date]] = {}
        for count in range(1, len(names) + 1):
            for chosen in product(combinations(names, count), product(around, repeat=count)):
                more = dict(zip(*chosen, strict=True))
                values = tuple(test.work({**days, **more}) for test in group)
                if None not in values:
                    ways.setdefault(values, more)
            if ways:
                break
        tests = [test.name for test in group]
        return [(dict(zip(tests, row, strict=True)), more) for row, more in ways.items()]


def tabulated(variables: Variables, variable: Variable, value: Any) -> Any:
    """A value as it stands in a row: a quantity not needed exactly by its limits below it."""
    if value is None or variable.kind is not Kind.QUANTITY or variable.name in variables.exact:
        return value
    return bisect_left(sorted(variables.limits.get(variable.name, ())), _number(value))


def rows_like(worlds: Worlds, variables: Variables, values: Sequence[Any]) -> list[int]:
    """The rows that have a child's values, in the order of the variables; None is any value."""
    wanted = [
        tabulated(variables, variables.by_name[name], value)
        for name, value in zip(worlds.variables, values, strict=True)
    ]
    return [at for at, row in enumerate(worlds.rows) if _is_like(row, wanted)]


def _is_like(row: Values, wanted: list[Any]) -> bool:
    pairs = zip(row, wanted, strict=True)
    return all(value is None or has == value for has, value in pairs)


def _groups(tests: list[_Test]) -> list[list[_Test]]:
    """Tests that share a day to choose go together."""
    groups: list[list[_Test]] = []
    for test in tests:
        sharing = [each for each in groups if _share(each, test)]
        groups = [each for each in groups if each not in sharing]
        groups.append([*(test for each in sharing for test in each), test])
    return groups


def _share(group: list[_Test], test: _Test) -> bool:
    return any(set(each.others) & set(test.others) for each in group)


def _programme(reader: Reader, programmes: dict[int, Programme]) -> Programme:
    return programmes.setdefault(id(reader), Programme(reader))


def _number(value: Any) -> int:
    return value.toordinal() if isinstance(value, date) else int(value)


def _order(row: Values) -> tuple[str | int, ...]:
    return tuple(value if isinstance(value, str) else int(value) for value in row)
