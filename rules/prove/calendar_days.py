"""The days on which what a policy says can turn: which days a table must try, and no more.

Everything a policy works out from days turns at the yearly days it names, at its own fixed days,
at month's ends it names (last Friday of June), at the turn of its years, or at a birthday. Between
two neighbouring days of that kind one day stands for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rules import tree
from rules.dates import birthday, last_weekday
from rules.policy import PolicyVersion
from rules.prove.meaning import Node, Reader
from rules.soundness import names_in, parts_of
from rules.values import FactType

OLDEST = 60
"""The highest number that is taken for an age."""
BEYOND_THE_LAST_AGE = 4
"""Years beyond the highest age a policy names up to which children and learners are tried."""
DEFAULT_DAYS = (date(2026, 9, 1), date(2027, 8, 31))
"""The days a proof is about where neither the asker nor any text says."""
ONE_DAY = timedelta(days=1)
BEFORE_LAST_YEAR = timedelta(days=400)
"""So long before a day of travel lies a day of an earlier school year, whatever the day."""


@dataclass(frozen=True, slots=True)
class Turns:
    """Where the nodes of a proof can turn: days of every year, fixed days, month's ends, ages.

    ``birthdays`` are the ages whose birthday a policy asks for by name.
    """

    yearly: tuple[tuple[int, int], ...]
    fixed: tuple[date, ...]
    weekdays: tuple[tuple[int, int], ...]
    ages: tuple[int, ...]
    birthdays: tuple[int, ...]

    @property
    def oldest(self) -> int:
        """Years of age up to which children and learners are tried."""
        return max([*self.ages, 18]) + BEYOND_THE_LAST_AGE

    def in_year(self, year: int) -> Iterator[date]:
        """The days of one year at which something turns."""
        for month, day in self.yearly:
            yield date(year, 3, 1) if (month, day) == (2, 29) else date(year, month, day)
        for weekday, month in self.weekdays:
            yield last_weekday(weekday, month, year)


def turns_of(nodes: Iterable[tuple[Reader, Node]], counts: Iterable[int] = ()) -> Turns:
    """Collect where some nodes can turn; ``counts`` are limits that their counts are held to."""
    yearly: set[tuple[int, int]] = set()
    fixed: set[date] = set()
    weekdays: set[tuple[int, int]] = set()
    birthdays: set[int] = set()
    ages = {count for count in counts if 0 < count <= OLDEST}
    for reader, node in _everything(nodes):
        if isinstance(node, tree.Parameter):
            _parameter(reader.policy.parameters[node.name], yearly, fixed, ages)
        elif isinstance(node, tree.Operation):
            birthdays |= _ages_in(reader, node) if node.name == "birthday" else set()
            weekdays |= {node.detail} if node.name == "last_weekday" else set()  # type: ignore[arg-type]
            yearly |= {(8, 31)} if node.name == "school_year" else set()
            yearly |= {(12, 31)} if node.name in ("year_of", "year_after") else set()
    return Turns(
        tuple(sorted(yearly)),
        tuple(sorted(fixed)),
        tuple(sorted(weekdays)),
        tuple(sorted(ages)),
        tuple(sorted(birthdays)),
    )


def _ages_in(reader: Reader, node: tree.Operation) -> set[int]:
    named = [part.name for part in node.parts if isinstance(part, tree.Parameter)]
    values = [each.value for name in named for each in reader.policy.parameters[name].values]
    return {value for value in values if isinstance(value, int)}


def _everything(nodes: Iterable[tuple[Reader, Node]]) -> Iterator[tuple[Reader, Node]]:
    waiting = list(nodes)
    seen: set[tuple[str, str]] = set()
    while waiting:
        reader, node = waiting.pop()
        yield reader, node
        waiting += [(reader, part) for part in parts_of(node)]
        for name in names_in(node):
            definition = reader.definition_of(name)
            if definition and (reader.policy.id, name) not in seen:
                seen.add((reader.policy.id, name))
                waiting.append((reader, definition.body))


def _parameter(
    parameter: tree.ParameterText,
    yearly: set[tuple[int, int]],
    fixed: set[date],
    ages: set[int],
) -> None:
    for dated in parameter.values:
        fixed |= {date.fromordinal(day) for day in (dated.start, dated.end) if day}
        if isinstance(dated.value, tuple):
            yearly |= set(dated.value)
        elif isinstance(dated.value, date):
            fixed.add(dated.value)
        elif parameter.type is FactType.NUMBER and isinstance(dated.value, int):
            ages |= {dated.value} if 0 < dated.value <= OLDEST else set()


def days_governed(policies: Iterable[PolicyVersion], turns: Turns) -> tuple[date, date]:
    """The days of travel a proof is about: those of the last version given that has any.

    An open end is taken as one year from the last of the version's own dated changes.
    """
    for policy in list(policies)[::-1]:
        start, end = policy.travel_from, policy.travel_until
        if start and end:
            return start, min(end, birthday(2, start))
        if start:
            start = max([start, *(day + ONE_DAY for day in turns.fixed)])
            return start, birthday(1, start) - ONE_DAY
    return DEFAULT_DAYS


def days_to_try(turns: Turns, span: tuple[date, date]) -> list[date]:
    """Days of travel that stand for all of the span: turns, their next days, and days between."""
    start, end = span
    years = range(start.year, end.year + 1)
    marks = {start, end, *turns.fixed, *(day for year in years for day in turns.in_year(year))}
    marks |= {day + ONE_DAY for day in marks}
    inside = sorted(day for day in marks if start <= day <= end)
    between = [
        one + (two - one) // 2
        for one, two in zip(inside, inside[1:], strict=False)
        if (two - one).days > 1
    ]
    return [*between[len(between) // 2 :], *between[: len(between) // 2], *inside]


def births_to_try(turns: Turns, day: date) -> list[date]:
    """Days of birth that stand for all, for one day of travel: youngest first."""
    births = {birthday(-age, day) for age in range(turns.oldest + 1)}
    births |= {birth + ONE_DAY for birth in births}
    for year in range(day.year - turns.oldest - 1, day.year + 1):
        for turn in turns.in_year(year):
            births |= {turn, turn + ONE_DAY}
    return sorted((birth for birth in births if birth < day), reverse=True)


def days_around(turns: Turns, day: date | None, born: date | None) -> list[date]:
    """Days to try for any other date (the start of a course, a term), given the first two.

    In the order in which a child is shown with them: the nearest day before travel first, then
    days to come, and last those before birth.
    """
    marks = set(turns.fixed)
    if day:
        marks |= {day, day - BEFORE_LAST_YEAR, day + timedelta(days=500)}
    if born:
        marks |= {birthday(age, born) for age in turns.birthdays}
    marks |= {mark + step for mark in marks for step in (-ONE_DAY, ONE_DAY)}
    return sorted(marks, key=lambda mark: _how_odd(mark, day or mark, born or date.min))


def _how_odd(mark: date, day: date, born: date) -> tuple[bool, bool, int]:
    return mark < born, mark > day, abs((day - mark).days)
