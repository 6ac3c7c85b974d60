"""Evaluates the tree for one child, three-valued, leaving a trace and the facts still wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from operator import eq, ge, gt, le, lt
from typing import Any, cast

from rules import dates, tree
from rules.parameters import is_undated, value_on
from rules.policy import PolicyVersion
from rules.recommendation import Step
from rules.values import Facts, KnownHow, Result

MET, NOT_MET, UNKNOWN = Result.MET, Result.NOT_MET, Result.UNKNOWN
Missing = tuple[str, ...]
Judged = tuple[Step, Missing]
"""A step of the trace with the facts that could still settle it (none when it is settled)."""

_LINE = (tree.Holds, tree.Named, tree.Compare, tree.OneOf)

_NEGATED = {MET: NOT_MET, NOT_MET: MET, UNKNOWN: UNKNOWN}
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {">": gt, "<=": le, "<": lt, ">=": ge, "=": eq}


@dataclass(frozen=True, slots=True)
class Possible:
    """A choice not yet settled: one of these."""

    choices: frozenset[str]


@dataclass(slots=True)
class Found:
    """A value found (None: not known) and the facts it wants."""

    value: Any
    missing: Missing = ()
    step: Step | None = None


@dataclass(slots=True)
class Run:
    """One evaluation: a policy, a child's facts, and what was already worked out."""

    policy: PolicyVersion
    facts: Facts
    definitions: dict[str, Judged] = field(default_factory=dict)
    values: dict[str, Found] = field(default_factory=dict)
    provisions: dict[str, Judged] = field(default_factory=dict)
    tests: dict[str, Judged] = field(default_factory=dict)

    @property
    def day(self) -> date | None:
        """The day of travel, on which dated parameters are read."""
        return cast("date | None", self.facts.get("day_of_travel"))


def provision_judged(run: Run, provision: str) -> Judged:
    """A provision's condition, evaluated once."""
    if provision not in run.provisions:
        run.provisions[provision] = condition(run, run.policy.provision(provision).when)
    return run.provisions[provision]


def condition(run: Run, node: tree.Condition) -> Judged:
    """Evaluate any condition; one line says the same wherever it stands, and is evaluated once."""
    if not isinstance(node, _LINE):
        return _GROUPS[type(node)](run, node)
    found = run.tests.get(node.text)
    if found is None:
        found = run.tests[node.text] = _LINES[type(node)](run, node)
    return found


def _all(run: Run, node: tree.All) -> Judged:
    return _group(run, "all", "all of", node.parts, NOT_MET, MET)


def _any(run: Run, node: tree.AnyOf) -> Judged:
    return _group(run, "any", "any of", node.parts, MET, NOT_MET)


def _none(run: Run, node: tree.NoneOf) -> Judged:
    step, missing = _group(run, "none", "none of", node.parts, MET, NOT_MET)
    return Step("none", step.text, _NEGATED[step.result], step.parts), missing


def _group(
    run: Run,
    kind: str,
    text: str,
    nodes: tuple[tree.Condition, ...],
    settles: Result,
    otherwise: Result,
) -> Judged:
    steps: list[Step] = []
    wanted: list[Missing] = []
    settled = False
    for node in nodes:
        step, missing = condition(run, node)
        steps.append(step)
        settled = settled or step.result is settles
        if step.result is UNKNOWN:
            wanted.append(missing)
            otherwise = UNKNOWN
    if settled:
        return Step(kind, text, settles, tuple(steps)), ()
    return Step(kind, text, otherwise, tuple(steps)), _joined(wanted) if wanted else ()


def _joined(many: list[Missing]) -> Missing:
    return tuple(dict.fromkeys(name for each in many for name in each))


def _unread(run: Run, node: tree.Unread) -> Judged:
    return Step("unread", node.text, UNKNOWN), ()


def _holds(run: Run, node: tree.Holds) -> Judged:
    found = value(run, node.fact)
    word = run.policy.vocabulary[node.fact.name]
    if found.step is not None:
        result = _NEGATED[found.step.result] if node.negated else found.step.result
        return Step(
            "named", node.text, result, (found.step,), node.fact.name, says=word.label
        ), found.missing
    known = None if found.value is None else found.value is not node.negated
    result = UNKNOWN if known is None else MET if known else NOT_MET
    step = Step(
        "test", node.text, result, (), word.name, word.type, found.value, "not" if node.negated
        else "is", not node.negated, None, word.label,
    )  # fmt: skip
    return step, found.missing


def _named(run: Run, node: tree.Named) -> Judged:
    inner, missing = definition_judged(run, node.name)
    result = _NEGATED[inner.result] if node.negated else inner.result
    says = run.policy.definitions[node.name].says
    return Step("named", node.text, result, (inner,), node.name, says=says), missing


def definition_judged(run: Run, name: str) -> Judged:
    """A definition that is a condition, evaluated once."""
    if name not in run.definitions:
        body = run.policy.definitions[name].body
        run.definitions[name] = condition(run, cast(tree.Condition, body))
    return run.definitions[name]


def _of_provision(run: Run, node: tree.OfProvision) -> Judged:
    inner, missing = provision_judged(run, node.provision)
    result = _NEGATED[inner.result] if node.negated else inner.result
    title = run.policy.provision(node.provision).title
    return Step("named", node.text, result, (inner,), node.provision, says=title), missing


def _compare(run: Run, node: tree.Compare) -> Judged:
    left, right = value(run, node.left), value(run, node.right)
    if left.value is None or right.value is None:
        result, missing = UNKNOWN, _joined([left.missing, right.missing])
    else:
        result = MET if _COMPARE[node.operator](left.value, right.value) else NOT_MET
        missing = ()
    name = _name_of(node.left)
    word = run.policy.vocabulary.get(name or "")
    step = Step(
        "test", node.text, result, (), name, node.left.type, left.value, node.operator,
        right.value, _name_of(node.right), word.label if word else None,
    )  # fmt: skip
    return step, missing


def _one_of(run: Run, node: tree.OneOf) -> Judged:
    found = value(run, node.value)
    name = _name_of(node.value)
    word = run.policy.vocabulary.get(name or "")
    result = _within(found.value, node.choices)
    shown = None if isinstance(found.value, Possible) else found.value
    step = Step(
        "test", node.text, result, (), name, node.value.type, shown, "in", node.choices, None,
        word.label if word else None,
    )  # fmt: skip
    return step, found.missing if result is UNKNOWN else ()


def _within(found: str | Possible | None, choices: tuple[str, ...]) -> Result:
    if found is None:
        return UNKNOWN
    if not isinstance(found, Possible):
        return MET if found in choices else NOT_MET
    if found.choices <= set(choices):
        return MET
    return UNKNOWN if found.choices & set(choices) else NOT_MET


def _name_of(node: tree.Value) -> str | None:
    return None if isinstance(node, tree.Operation) else node.name


_LINES: dict[type, Callable[[Run, Any], Judged]] = {
    tree.Holds: _holds,
    tree.Named: _named,
    tree.Compare: _compare,
    tree.OneOf: _one_of,
}
_GROUPS: dict[type, Callable[[Run, Any], Judged]] = {
    tree.All: _all,
    tree.AnyOf: _any,
    tree.NoneOf: _none,
    # In short a provision is named within its own policy, so its line may differ between texts.
    tree.OfProvision: _of_provision,
    tree.Unread: _unread,
}


def value(run: Run, node: tree.Value) -> Found:
    """Find a value; each fact and definition once."""
    if isinstance(node, tree.Operation):
        return _operation(run, node)
    if node.name not in run.values:
        run.values[node.name] = _VALUES[type(node)](run, node)
    return run.values[node.name]


def _fact(run: Run, node: tree.Fact) -> Found:
    word = run.policy.vocabulary[node.name]
    given = run.facts.get(node.name)
    if given is not None:
        return Found(given)
    if word.how is not KnownHow.DERIVED or node.name not in run.policy.definitions:
        return Found(None, (node.name,))
    found = _defined_value(run, node.name)
    if word.may_be_given and found.missing:
        return Found(found.value, (node.name,), found.step)
    return found


def _defined_value(run: Run, name: str) -> Found:
    body = run.policy.definitions[name].body
    if isinstance(body, tuple):
        return _cases(run, body)
    if isinstance(body, tree.Fact | tree.Parameter | tree.Defined | tree.Operation):
        return value(run, body)
    step, missing = definition_judged(run, name)
    known = {MET: True, NOT_MET: False, UNKNOWN: None}[step.result]
    return Found(known, missing, step)


def _cases(run: Run, cases: tuple[tree.Case, ...]) -> Found:
    possible: list[Any] = []
    missing: list[Missing] = []
    for case in cases:
        step, wants = condition(run, case.when) if case.when else (Step("all", "", MET), ())
        if step.result is NOT_MET:
            continue
        found = Found(case.value) if isinstance(case.value, str) else value(run, case.value)
        possible.append(found.value)
        missing += [wants, found.missing]
        if step.result is MET:
            return _settled(possible, missing)
    if not possible:
        wanted = (case.value for case in cases if isinstance(case.value, tree.Fact))
        return Found(None, tuple(fact.name for fact in wanted))
    return Found(None, _joined(missing))


def _settled(possible: list[Any], missing: list[Missing]) -> Found:
    if len(set(possible)) == 1:
        return Found(possible[0], () if possible[0] is not None else _joined(missing))
    if all(isinstance(each, str) for each in possible):
        return Found(Possible(frozenset(possible)), _joined(missing))
    return Found(None, _joined(missing))


def _parameter(run: Run, node: tree.Parameter) -> Found:
    parameter = run.policy.parameters[node.name]
    if run.day is None and not is_undated(parameter):
        return Found(None, ("day_of_travel",))
    return Found(value_on(run.policy.id, parameter, run.day))


_VALUES: dict[type, Callable[[Run, Any], Found]] = {
    tree.Fact: _fact,
    tree.Defined: lambda run, node: _defined_value(run, node.name),
    tree.Parameter: _parameter,
}


def _operation(run: Run, node: tree.Operation) -> Found:
    parts = [value(run, part) for part in node.parts]
    if any(part.value is None for part in parts):
        return Found(None, _joined([part.missing for part in parts]))
    return Found(dates.OPERATIONS[node.name](*(part.value for part in parts), *node.detail))
