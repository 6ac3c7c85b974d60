"""The tests of a version that the passing of one day makes fall out otherwise, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rules import tree
from rules.evaluate import Run, condition, value
from rules.policy import PolicyVersion
from rules.run import MET
from rules.say import RESULTS, limit_words, value_words
from rules.soundness import names_in, parts_of
from rules.values import Facts, FactType, Result

_DAY = tree.Fact("day_of_travel", FactType.DATE)
_ENDINGS = (" on", " until", " from", " after", " before")


@dataclass(frozen=True, slots=True)
class DayTest:
    """A comparison or choice, how it fell out the day ``before``, and why no longer, in words."""

    node: tree.Condition
    before: Result
    words: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A test and the definition it stands in (None: a provision itself)."""

    node: tree.Compare | tree.OneOf
    inside: str | None


def moved_tests(policy: PolicyVersion, before: Facts, after: Facts) -> tuple[DayTest, ...]:
    """The tests that differ between two sets of facts which differ in the day of travel alone.

    A test that differs only because another one below it does is left out. Raises NoPolicyInForce
    where a dated parameter has no value on one of the days.
    """
    runs = Run(policy, before), Run(policy, after)
    moved = [each for each in _tests_of(policy) if _result(runs[0], each) != _result(runs[1], each)]
    inside = {each.inside for each in moved}
    roots = [each for each in moved if not inside & names_below(policy, each.node)]
    return tuple(DayTest(each.node, _result(runs[0], each), _words(runs, each)) for each in roots)


def _result(run: Run, test: _Place) -> Result:
    return condition(run, test.node)[0].result


@lru_cache(maxsize=64)
def _tests_of(policy: PolicyVersion) -> tuple[_Place, ...]:
    """Every comparison and choice of a version, with the definition it stands in."""
    found = [
        _Place(node, name)
        for name, each in policy.definitions.items()
        for node in tests_in(each.body)
    ]
    return (*found, *(_Place(n, None) for each in policy.provisions for n in tests_in(each.when)))


def tests_in(node: object) -> Iterator[tree.Compare | tree.OneOf]:
    """The comparisons and choices that stand in a condition, or in a definition by cases."""
    if isinstance(node, tree.Compare | tree.OneOf):
        yield node
    elif isinstance(node, tree.All | tree.AnyOf | tree.NoneOf):
        for part in node.parts:
            yield from tests_in(part)
    elif isinstance(node, tuple):
        for case in node:
            yield from tests_in(case.when)


@lru_cache(maxsize=4096)
def names_below(policy: PolicyVersion, node: tree.Condition) -> frozenset[str]:
    """The facts, definitions and parameters that a test stands on, through all its names."""
    found: set[str] = set()
    waiting: list[object] = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, tree.Parameter):
            found.add(each.name)
        waiting += parts_of(each)  # type: ignore[arg-type]
        for name in names_in(each):  # type: ignore[arg-type]
            if name in policy.definitions and name not in found:
                waiting.append(policy.definitions[name].body)
            found.add(name)
    return frozenset(found)


def _words(runs: tuple[Run, Run], test: _Place) -> str:
    """What changed about a test: a birthday, a named day, a dated limit; or the test itself."""
    sides = parts_of(test.node)
    for side in sides:
        if isinstance(side, tree.Fact | tree.Defined | tree.Parameter | tree.Operation):
            told = _birthday(runs, side) or _named_day(runs, test.node, side)
            if told or (told := _figure(runs, side)):
                return told
    return _enclosing(runs, test) or f"{test.node.text.replace('_', ' ')}: {_shown(runs, test)}"


def _shown(runs: tuple[Run, Run], test: _Place) -> str:
    return {Result.MET: "yes", Result.NOT_MET: "no"}.get(
        _result(runs[1], test), RESULTS[Result.UNKNOWN]
    )


def _birthday(runs: tuple[Run, Run], side: tree.Value) -> str | None:
    policy = runs[0].policy
    body: object = side
    if isinstance(side, tree.Fact | tree.Defined) and side.name in policy.definitions:
        body = policy.definitions[side.name].body
    if not isinstance(body, tree.Operation) or body.name != "age" or body.parts[1] != _DAY:
        return None
    ages = [value(run, side).value for run in runs]
    return f"{_ordinal(ages[1])} birthday" if isinstance(ages[1], int) else None


def _named_day(runs: tuple[Run, Run], node: object, side: tree.Value) -> str | None:
    """Of a test of the day of travel against a parameter or a fact: its name and its day."""
    is_of_day = isinstance(node, tree.Compare) and _DAY in (node.left, node.right) and side != _DAY
    if not is_of_day or not isinstance(side, tree.Parameter | tree.Fact):
        return None
    day = value(runs[1], side).value
    if not isinstance(day, date) or side.name in runs[0].policy.definitions:
        return None
    name = _label(runs[0].policy, side.name)
    link = "" if name.endswith(_ENDINGS) else ":"
    return f"{name}{link} {value_words(day, FactType.DATE)}"


def _figure(runs: tuple[Run, Run], side: tree.Value) -> str | None:
    """Of a value that is another one since: a dated limit, or what was worked out."""
    if side == _DAY or isinstance(side, tree.Operation):
        is_year = isinstance(side, tree.Operation) and side.name == "school_year"
        moved = is_year and value(runs[0], side).value != value(runs[1], side).value
        return "a new school year" if moved else None
    was, now = (value(run, side).value for run in runs)
    if was == now or isinstance(now, tuple) or not isinstance(now, int | str | date):
        return None
    return f"{_label(runs[0].policy, side.name)} becomes {limit_words(now, side.type)}"


def _enclosing(runs: tuple[Run, Run], test: _Place) -> str | None:
    """The words of the definition a test stands in, where it too falls out otherwise."""
    policy = runs[0].policy
    definition = policy.definitions.get(test.inside or "")
    if definition is None or definition.type is not FactType.YES_NO or not test.inside:
        return None
    node = tree.Named(test.inside, False, test.inside)
    was, now = (condition(run, node)[0].result for run in runs)
    if was is now:
        return None
    says = (definition.says or _label(policy, test.inside)).rstrip(".")
    says = says[:1].lower() + says[1:] if says[1:2].islower() else says
    return says if now is MET else f"no longer: {says}"


def _label(policy: PolicyVersion, name: str) -> str:
    word = policy.vocabulary.get(name)
    label = word.label if word else name.replace("_", " ")
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}th" if 10 <= number % 100 <= 20 else f"{number}{ending}"
