"""Makes the functions that find values: facts, definitions, parameters and date operations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from rules import dates, tree
from rules.parameters import is_undated, value_on
from rules.program import Find, Judge, Program
from rules.recommendation import Step
from rules.run import MET, NOT_MET, UNKNOWN, Found, Missing, Possible, Run, joined
from rules.values import KnownHow

_KNOWN = {MET: True, NOT_MET: False, UNKNOWN: None}
_ALWAYS = (Step("all", "", MET), ())


def _fact(program: Program, node: tree.Fact) -> Find:
    word = program.policy.vocabulary[node.name]
    given = _given(program, node.name)
    if word.how is not KnownHow.DERIVED or node.name not in program.policy.definitions:
        return given
    worked_out = _worked_out(program, node.name)
    name, may_be_given = node.name, word.may_be_given

    def found(run: Run) -> Found:
        if run.facts.get(name) is not None:
            return given(run)
        derived = worked_out(run)
        if may_be_given and derived.missing:
            return Found(derived.value, (name,), derived.step)
        return derived

    return _once(node.name, found)


def _given(program: Program, name: str) -> Find:
    unknown, kept = Found(None, (name,)), program.table()

    def found(run: Run) -> Found:
        value = run.facts.get(name)
        if value is None:
            return unknown
        answer = kept.get(value)
        return cast(Found, answer or program.keep(kept, value, Found(value)))

    return found


def _defined(program: Program, node: tree.Defined) -> Find:
    return _once(node.name, _worked_out(program, node.name))


def _once(name: str, find: Find) -> Find:
    def found(run: Run) -> Found:
        known = run.values.get(name)
        if known is None:
            known = run.values[name] = find(run)
        return known

    return found


def _worked_out(program: Program, name: str) -> Find:
    body = program.policy.definitions[name].body
    if isinstance(body, tuple):
        return _cases(program, body)
    if isinstance(body, tree.Fact | tree.Parameter | tree.Defined | tree.Operation):
        return program.find(body)
    judged, kept = program.definition(name), program.table()

    def found(run: Run) -> Found:
        inner = judged(run)
        answer = kept.get(id(inner))
        if answer is None:
            step, missing = inner
            made = Found(_KNOWN[step.result], missing, step)
            answer = program.keep(kept, id(inner), (made, inner))
        return cast(Found, answer[0])

    return found


def _cases(program: Program, cases: tuple[tree.Case, ...]) -> Find:
    lines: list[tuple[Judge | None, Find]] = [
        (program.judge(case.when) if case.when else None, _case_value(program, case.value))
        for case in cases
    ]
    wanted = facts_of_cases(cases)

    def found(run: Run) -> Found:
        possible: list[Any] = []
        missing: list[Missing] = []
        for when, value in lines:
            step, wants = when(run) if when else _ALWAYS
            if step.result is NOT_MET:
                continue
            one = value(run)
            possible.append(one.value)
            missing += [wants, one.missing]
            if step.result is MET:
                return settled(possible, missing)
        return Found(None, joined(missing) if possible else wanted)

    return found


def facts_of_cases(cases: tuple[tree.Case, ...]) -> Missing:
    """The facts that are values of a definition by cases, each once, in the order of the text."""
    names = [case.value.name for case in cases if isinstance(case.value, tree.Fact)]
    return tuple(dict.fromkeys(names))


def _case_value(program: Program, value: tree.Value | str) -> Find:
    if not isinstance(value, str):
        return program.find(value)
    choice = Found(value)
    return lambda run: choice


def settled(possible: list[Any], missing: list[Missing]) -> Found:
    """What a value by cases comes to, of what it may be so far and the facts still missing."""
    if len(set(possible)) == 1:
        return Found(possible[0], () if possible[0] is not None else joined(missing))
    if all(isinstance(each, str) for each in possible):
        return Found(Possible(frozenset(possible)), joined(missing))
    return Found(None, joined(missing))


def _parameter(program: Program, node: tree.Parameter) -> Find:
    parameter, policy = program.policy.parameters[node.name], program.policy.id
    if is_undated(parameter):
        always = Found(value_on(policy, parameter, None))
        return lambda run: always
    no_day = Found(None, ("day_of_travel",))

    def found(run: Run) -> Found:
        return no_day if run.day is None else Found(value_on(policy, parameter, run.day))

    return found


def _operation(program: Program, node: tree.Operation) -> Find:
    parts = tuple(program.find(part) for part in node.parts)
    operate, detail, kept = dates.OPERATIONS[node.name], node.detail, program.table()

    def found(run: Run) -> Found:
        values = [part(run) for part in parts]
        key = tuple(each.value for each in values)
        answer = kept.get(key)
        if answer is not None:
            return cast(Found, answer)
        if None in key:
            return Found(None, joined([each.missing for each in values]))
        return cast(Found, program.keep(kept, key, Found(operate(*key, *detail))))

    return found


FINDS: dict[type, Callable[[Program, Any], Find]] = {
    tree.Fact: _fact,
    tree.Defined: _defined,
    tree.Parameter: _parameter,
    tree.Operation: _operation,
}
"""What makes the function of each kind of value."""
