"""Writes a version out node by node, each distinct one once, in the order they need each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from rules import tree
from rules.program import Program
from rules.written import conditions, values
from rules.written.apart import (
    DayValues,
    judged_apart,
    judged_plainly,
    of_one,
    only_day,
    worked_out_apart,
)
from rules.written.closed import answers, facts_if_repeating
from rules.written.conditions import NEGATED, SETTLES, TRUTH, Condition, kind_of
from rules.written.kept import MOST_KEPT, MOST_LARGE_KEPT, Kept, wanted_together
from rules.written.lines import named_step
from rules.written.text import Text
from rules.written.values import Written

T = TypeVar("T")


FEW_ANSWERS = 300
"""A condition with no more answers than these is judged plainly, once for each."""

MANY_ANSWERS = 5_000
"""A condition with more answers than these is written part by part: it would seldom be found."""


class Writer:
    """One function being written for one version.

    ``program`` is the version as it is evaluated plainly. A function ``within_kept`` makes the
    answers of a table, and keeps only the small ones itself; one ``of_known_day`` is handed a day
    that is known, from which alone everything in it follows.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self.policy = program.policy
        self.text = Text()
        self.within_kept = self.of_known_day = False
        self._given: dict[str, str] = {}
        self._facts_line = self.text.later()
        self._written: dict[Any, Any] = {}
        self._lines: dict[tree.Condition, str] = {}
        self._days: dict[str, DayValues] = {}
        self._joined = wanted_together()

    def apart(self, names: tuple[str, ...]) -> Writer:
        """A writer of a function that is handed the values of these facts alone."""
        inner = Writer(self.program)
        inner.within_kept = True
        for name in names:
            inner.given(name)
        return inner

    def once(self, key: object, write: Callable[[], T]) -> T:
        """What was written for a key, written now if it was not yet."""
        if key not in self._written:
            self._written[key] = write()
        return self._written[key]  # type: ignore[no-any-return]

    def given(self, name: str) -> str:
        """The local that holds a fact as it was given."""
        if name not in self._given:
            self._given[name] = self.text.local()
        return self._given[name]

    def alone(self, name: str) -> tuple[str, ...]:
        """A fact's name as the only one wanted."""
        return self.once(("alone", name), lambda: (name,))

    def value(self, node: tree.Value) -> Written:
        """Where a value stands."""
        return self.once(("value", node), lambda: _VALUES[type(node)](self, node))

    def result(self, node: tree.Condition) -> Condition:
        """Where a condition's number stands, and the facts it wants."""
        return self.once(("result", node), lambda: self._result(node))

    def _result(self, node: tree.Condition) -> Condition:
        names = facts_if_repeating(self.policy, node)
        most = FEW_ANSWERS if self.within_kept else MANY_ANSWERS
        if names is None or answers(self.policy, names) > most:
            return _RESULTS[type(node)](self, node)
        result, wanted, self._lines[node] = self._kept(node, names)
        return result, wanted

    def _kept(self, node: tree.Condition, names: tuple[str, ...]) -> tuple[str, str, str]:
        """A condition looked up whole by its facts: number, wanted, line."""
        few = answers(self.policy, names) <= FEW_ANSWERS
        make = (judged_plainly if few else judged_apart)(self, node, names)
        if len(names) == 1:
            make = of_one(make)
        table = self.text.refer(Kept(make, MOST_KEPT if few else MOST_LARGE_KEPT))
        key = ", ".join(self.given(name) for name in names) or "()"
        found = [self.text.local() for _ in range(3)]
        self.text.add(f"{', '.join(found)} = {table}[{key}]")
        return found[0], found[1], found[2]

    def only_day(self, node: tree.Operation) -> str | None:
        """The one day from which alone a value follows, where such values are kept together."""
        return None if self.within_kept else only_day(self.policy, node)

    def of_day(self, day: str, node: tree.Operation) -> str:
        """The local that holds what is worked out from one day alone."""
        return self.once(("of day", node), lambda: self._of_day(day, node))

    def _of_day(self, day: str, node: tree.Operation) -> str:
        if day not in self._days:
            self._days[day] = DayValues(self.given(day), self.text.later())
        self._days[day].nodes.append(node)
        self._days[day].names.append(self.text.local())
        return self._days[day].names[-1]

    def function(self) -> Callable[[Any], Any]:
        """The function, once everything is written."""
        handed = "n0" if self.within_kept else self._all_given()
        names = "".join(f"{each}, " for each in self._given.values())
        self.text.fill(self._facts_line, f"{names}= {handed}" if names else "pass")
        for day, each in self._days.items():
            answers_of = self.text.refer(Kept(worked_out_apart(self, day, each)))
            self.text.fill(each.line, f"{', '.join(each.names)}, = {answers_of}[{each.given}]")
        return self.text.function()

    def _all_given(self) -> str:
        """An expression for every fact that is looked at, got at one go."""
        return f"{self.text.refer(map)}(n0, {self.text.refer(tuple(self._given))})"

    def line(self, node: tree.Condition) -> str:
        """Where a condition's line of the trace stands."""
        self.result(node)
        if node in self._lines:
            return self._lines[node]
        return self.once(("line", node), lambda: _LINES[type(node)](self, node))

    def line_later(self, node: tree.Condition) -> str:
        """The local that will hold a line which is made together with its result."""
        return self.once(("later", node), self.text.local)

    def scope(self, node: tree.Condition) -> str:
        """The number of a condition of which nobody reads the trace, nor what it wants."""
        if not isinstance(node, tree.All | tree.AnyOf | tree.NoneOf):
            return self.result(node)[0]
        return self.once(("scope", node), lambda: self._scope_of_group(node))

    def _scope_of_group(self, node: tree.All | tree.AnyOf | tree.NoneOf) -> str:
        joiner, empty = SETTLES[kind_of(node)]
        found = joiner.join(self.scope(part) for part in node.parts) or empty
        negated = isinstance(node, tree.NoneOf)
        return self.text.let(f"{self.text.refer(NEGATED)}[{found}]" if negated else found)

    def truth(self, result: str) -> str:
        """An expression for the truth value of a number."""
        return f"{self.text.refer(TRUTH)}[{result}]"

    def joined(self, wanted: list[str]) -> str:
        """An expression for the facts of many, each once."""
        some = list(dict.fromkeys(each for each in wanted if each != "()"))
        if len(some) < 2:
            return some[0] if some else "()"
        return f"{self.text.refer(self._joined)}[{', '.join(some)}]"

    def wanted_if_open(self, result: str, wanted: list[str]) -> str:
        """The local that holds the facts of many while a result is open, none once settled."""
        found = self.joined(wanted)
        return found if found == "()" else self.text.let(f"{found} if {result} == 1 else ()")

    def named_call(self, text: str, name: str, says: str | None, result: str, inner: str) -> str:
        """An expression that makes the line of a name."""
        words = ", ".join(self.text.refer(each) for each in (text, name, says))
        return f"{self.text.refer(named_step)}({words}, {self.truth(result)}, ({inner},))"


_VALUES: dict[type, Callable[[Writer, Any], Written]] = {
    tree.Fact: values.fact,
    tree.Defined: values.defined,
    tree.Parameter: values.parameter,
    tree.Operation: values.operation,
}
_RESULTS: dict[type, Callable[[Writer, Any], Condition]] = {
    tree.All: conditions.group,
    tree.AnyOf: conditions.group,
    tree.NoneOf: conditions.group,
    tree.Named: conditions.named,
    tree.OfProvision: conditions.named,
    tree.Holds: conditions.holds,
    tree.Compare: conditions.compare,
    tree.OneOf: conditions.one_of,
}
_LINES: dict[type, Callable[[Writer, Any], str]] = {
    tree.All: conditions.group_line,
    tree.AnyOf: conditions.group_line,
    tree.NoneOf: conditions.group_line,
    tree.Named: conditions.named_line,
    tree.OfProvision: conditions.named_line,
    tree.Holds: conditions.holds_line,
    tree.Compare: conditions.compare_line,
    tree.OneOf: conditions.one_of_line,
}
