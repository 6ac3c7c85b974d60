"""Writes values out: facts, definitions, parameters and date operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules import dates, tree
from rules.finding import facts_of_cases, settled
from rules.parameters import is_undated, value_on
from rules.run import MET, NOT_MET, UNKNOWN, Missing, joined
from rules.values import FactValue, KnownHow, Result
from rules.written.kept import Kept

if TYPE_CHECKING:
    from rules.written.writer import Writer

CODE: dict[Result, int] = {NOT_MET: 0, UNKNOWN: 1, MET: 3}
"""Each truth value as a number: *all of* is the and of the numbers, *any of* the or."""
KNOWN = (False, None, None, True)


@dataclass(frozen=True, slots=True)
class Written:
    """Where a value stands in the text, and where the facts it wants.

    ``wanted`` may be looked at only where the value is None; if ``exact``, always.
    """

    value: str
    wanted: str
    exact: bool = False
    always_known: bool = False


def fact(w: Writer, node: tree.Fact) -> Written:
    """A fact as given, or else as worked out."""
    given = w.given(node.name)
    if w.of_known_day:
        return Written(given, "()", always_known=True)
    if not is_worked_out(w, node.name):
        return Written(given, w.text.refer(w.alone(node.name)))
    inner = worked_out(w, node.name)
    value, wanted = w.text.let(f"{inner.value} if {given} is None else {given}"), w.text.local()
    found = exactly(inner)
    if w.policy.vocabulary[node.name].may_be_given:
        found = f"{found} and {w.text.refer(w.alone(node.name))}"
    w.text.add(f"{wanted} = {found} if {given} is None else ()")
    return Written(value, wanted, exact=True)


def is_worked_out(w: Writer, name: str) -> bool:
    """Whether a fact is derived by a definition of the version."""
    derived = w.policy.vocabulary[name].how is KnownHow.DERIVED
    return derived and name in w.policy.definitions


def defined(w: Writer, node: tree.Defined) -> Written:
    """The value of a definition."""
    return worked_out(w, node.name)


def worked_out(w: Writer, name: str) -> Written:
    """The value that a definition comes to."""
    body = w.policy.definitions[name].body
    if isinstance(body, tuple):
        return w.once(("cases", name), lambda: _cases(w, body))
    if isinstance(body, tree.Fact | tree.Parameter | tree.Defined | tree.Operation):
        return w.value(body)
    result, wanted = w.result(body)
    return Written(w.text.let(f"{w.text.refer(KNOWN)}[{result}]"), wanted, exact=True)


def parameter(w: Writer, node: tree.Parameter) -> Written:
    """A limit: always the same, or looked up by the day of travel."""
    found, policy = w.policy.parameters[node.name], w.policy.id
    if is_undated(found):
        always = w.text.refer(value_on(policy, found, None))
        return Written(always, "()", exact=True, always_known=True)
    day = w.given("day_of_travel")
    on = w.text.refer(Kept(lambda key: value_on(policy, found, key)))
    value = w.text.let(f"None if {day} is None else {on}[{day}]")
    return Written(value, w.text.refer(w.alone("day_of_travel")))


def operation(w: Writer, node: tree.Operation) -> Written:
    """A date operation: worked out with others of the same day, or looked up by its values."""
    day = w.only_day(node)
    if day is not None:
        return Written(w.of_day(day, node), w.text.refer(w.alone(day)))
    parts = [w.value(part) for part in node.parts]
    if w.of_known_day:
        return Written(w.text.let(_operated(w, node, parts)), "()", always_known=True)
    open_parts = [part for part in parts if not part.always_known]
    value, wanted = w.text.local(), w.text.local()
    unknown = " or ".join(f"{part.value} is None" for part in open_parts) or "False"
    w.text.add(f"if {unknown}:")
    w.text.add(f"    {value} = None")
    w.text.add(f"    {wanted} = {w.joined([exactly(part) for part in open_parts])}")
    w.text.add(f"else: {value} = {_operated(w, node, parts)}")
    return Written(value, wanted)


def _operated(w: Writer, node: tree.Operation, parts: list[Written]) -> str:
    """An expression for what an operation gives: kept where it hangs on one value alone.

    Two values (two days, as of an age) are seldom met together again.
    """
    operate, detail = dates.OPERATIONS[node.name], node.detail
    differing = [part for part in parts if not part.always_known]
    if w.within_kept or len(differing) > 1:
        arguments = ", ".join([*(p.value for p in parts), *(w.text.refer(each) for each in detail)])
        return f"{w.text.refer(operate)}({arguments})"
    answers = w.text.refer(Kept(lambda key: operate(*key, *detail)))
    return f"{answers}[{', '.join(part.value for part in parts)},]"


def exactly(written: Written) -> str:
    """An expression for the facts that a value wants, none where it is known."""
    if written.exact:
        return written.wanted
    return f"({written.wanted} if {written.value} is None else ())"


def _cases(w: Writer, cases: tuple[tree.Case, ...]) -> Written:
    """A value by cases: quickly where the first cases fail and one is met, else by the long way."""
    lines = [(*_when(w, case.when), *_case_value(w, case.value)) for case in cases]
    value, wanted = w.text.local(), w.text.local()
    failed: list[str] = []
    for result, _, found, wants in lines:
        met = " and ".join([*failed, f"{result} == 3"])
        w.text.add(f"{'elif' if failed else 'if'} {met}:")
        w.text.add(f"    {value} = {found}")
        w.text.add(f"    {wanted} = {wants} if {found} is None else ()")
        failed.append(f"{result} == 0")
    by_cases = w.text.refer(_by_cases)
    names = facts_of_cases(cases)
    tried = "".join(f"({', '.join(line)}), " for line in lines)
    w.text.add(f"else: {value}, {wanted} = {by_cases}({w.text.refer(names)}, ({tried}))")
    return Written(value, wanted, exact=True)


def _when(w: Writer, when: tree.Condition | None) -> tuple[str, str]:
    return w.result(when) if when else ("3", "()")


def _case_value(w: Writer, value: tree.Value | str) -> tuple[str, str]:
    if isinstance(value, str):
        return w.text.refer(value), "()"
    found = w.value(value)
    return found.value, exactly(found)


def _by_cases(
    names: Missing, lines: tuple[tuple[int, Missing, FactValue | None, Missing], ...]
) -> tuple[Any, Missing]:
    """A value by cases while some are open: what it may be, and the facts that would settle it."""
    possible: list[Any] = []
    missing: list[Missing] = []
    for result, wants, value, value_wants in lines:
        if result == CODE[NOT_MET]:
            continue
        possible.append(value)
        missing += [wants, value_wants]
        if result == CODE[MET]:
            found = settled(possible, missing)
            return found.value, found.missing
    return None, joined(missing) if possible else names
