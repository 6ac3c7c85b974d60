"""Writes conditions out: a truth value and the facts still wanted, and the line of the trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules import tree
from rules.judging import chosen, compared, held, label_of, name_of
from rules.recommendation import Step
from rules.run import MET, NOT_MET, UNKNOWN, Found, Missing
from rules.values import FactType, FactValue
from rules.written import values
from rules.written.closed import REPEATING
from rules.written.kept import Kept
from rules.written.lines import all_step, any_step, none_step, test_step
from rules.written.values import CODE, Written

if TYPE_CHECKING:
    from rules.written.writer import Writer

TRUTH = (NOT_MET, UNKNOWN, UNKNOWN, MET)
"""The truth value of each number; 2 is none."""
NEGATED = (3, 1, 1, 0)
_STEPS = {"all": all_step, "any": any_step, "none": none_step}
SETTLES = {"all": (" & ", "3"), "any": (" | ", "0"), "none": (" | ", "0")}

Condition = tuple[str, str]
"""Where a condition's number stands in the text, and where the facts it wants, () when settled."""


def group(w: Writer, node: tree.All | tree.AnyOf | tree.NoneOf) -> Condition:
    """All of, any of, none of."""
    parts = [w.result(part) for part in node.parts]
    joiner, empty = SETTLES[kind_of(node)]
    found = joiner.join(result for result, _ in parts) or empty
    if isinstance(node, tree.NoneOf):
        found = f"{w.text.refer(NEGATED)}[{found}]"
    result = w.text.let(found)
    return result, w.wanted_if_open(result, [wanted for _, wanted in parts])


def group_line(w: Writer, node: tree.All | tree.AnyOf | tree.NoneOf) -> str:
    """The line of a group."""
    kind, (result, _) = kind_of(node), w.result(node)
    parts = "".join(f"{w.line(part)}, " for part in node.parts)
    return w.text.let(f"{w.text.refer(_STEPS[kind])}({w.truth(result)}, ({parts}))")


def kind_of(node: tree.All | tree.AnyOf | tree.NoneOf) -> str:
    """The word of a group."""
    return {tree.All: "all", tree.AnyOf: "any", tree.NoneOf: "none"}[type(node)]


def body_of(w: Writer, node: tree.Named | tree.OfProvision) -> tree.Condition | None:
    """The condition that a name stands for; None for a yes/no definition that is a value."""
    if isinstance(node, tree.OfProvision):
        return w.policy.provision(node.provision).when
    body = w.policy.definitions[node.name].body
    return None if isinstance(body, tuple | tree.Value) else body


def named(w: Writer, node: tree.Named | tree.OfProvision) -> Condition:
    """A definition or another provision."""
    body = body_of(w, node)
    if body is not None:
        result, wanted = w.result(body)
    else:
        result, wanted, _ = _yes_no_value(w, node)
    if node.negated:
        result = w.text.let(f"{w.text.refer(NEGATED)}[{result}]")
    return result, wanted


def named_line(w: Writer, node: tree.Named | tree.OfProvision) -> str:
    """The line of a name, with the line of what it stands for."""
    body, (result, _) = body_of(w, node), w.result(node)
    inner = w.line(body) if body is not None else _yes_no_value(w, node)[2]
    if isinstance(node, tree.OfProvision):
        title = w.policy.provision(node.provision).title
        return w.text.let(w.named_call(node.text, node.provision, title, result, inner))
    says = w.policy.definitions[node.name].says
    return w.text.let(w.named_call(node.text, node.name, says, result, inner))


def _yes_no_value(w: Writer, node: tree.Named | tree.OfProvision) -> tuple[str, str, str]:
    """A yes/no definition written as a value: number, wanted, line."""
    assert isinstance(node, tree.Named)  # a provision is always a condition
    return w.once(("yes/no", node.name), lambda: _write_yes_no_value(w, node.name))


def _write_yes_no_value(w: Writer, name: str) -> tuple[str, str, str]:
    value = w.value(tree.Defined(name, FactType.YES_NO))

    def make(found: bool | None) -> Step:
        result = {True: MET, False: NOT_MET, None: UNKNOWN}[found]
        return Step("test", name, result, (), name, FactType.YES_NO, found, "is", True)

    line = w.text.let(f"{w.text.refer(Kept(make))}[{value.value}]")
    result = w.text.let(f"1 if {value.value} is None else 3 if {value.value} else 0")
    return result, w.text.let(f"{value.wanted} if {result} == 1 else ()"), line


def holds(w: Writer, node: tree.Holds) -> Condition:
    """A derived yes/no fact: as given, or else as its definition works it out."""
    body = w.policy.definitions[node.fact.name].body
    if isinstance(body, tuple | tree.Value):
        return _holds_value(w, node)
    inner, inner_wanted = w.result(body)
    given, answers = w.given(node.fact.name), _answers_held(w, node)
    result, wanted, line = w.text.local(), w.text.local(), w.line_later(node)
    if node.negated:
        inner = f"{w.text.refer(NEGATED)}[{inner}]"
    if w.policy.vocabulary[node.fact.name].may_be_given:
        inner_wanted = f"{inner_wanted} and {w.text.refer(w.alone(node.fact.name))}"
    w.text.add(f"if {given} is None: {result} = {inner}; {wanted} = {inner_wanted}")
    w.text.add(f"else: {result}, {wanted}, {line} = {answers}[{given}]")
    return result, wanted


def holds_line(w: Writer, node: tree.Holds) -> str:
    """The line of a derived yes/no fact, where it was worked out."""
    result, _ = w.result(node)
    line, body = w.line_later(node), w.policy.definitions[node.fact.name].body
    if isinstance(body, tuple | tree.Value):
        return line
    inner, label = w.line(body), w.policy.vocabulary[node.fact.name].label
    made = w.named_call(node.text, node.fact.name, label, result, inner)
    w.text.add(f"if {w.given(node.fact.name)} is None: {line} = {made}")
    return line


def _holds_value(w: Writer, node: tree.Holds) -> Condition:
    """A derived yes/no fact whose definition is a value, so that its line is a test."""
    found = w.value(node.fact)
    result, line, answers = w.text.local(), w.line_later(node), _answers_held(w, node)
    w.text.add(f"{result}, {w.text.local()}, {line} = {answers}[{found.value}]")
    return result, w.text.let(f"{found.wanted} if {result} == 1 else ()")


def _answers_held(w: Writer, node: tree.Holds) -> str:
    def make(value: bool | None) -> tuple[int, Missing, Step]:
        step, missing = held(w.program, node, Found(value))
        return CODE[step.result], missing, step

    return w.text.refer(Kept(make))


def compare(w: Writer, node: tree.Compare) -> Condition:
    """Two values compared; not known where one of them is not."""
    left, right = w.value(node.left), w.value(node.right)
    operator = {"=": "=="}.get(node.operator, node.operator)
    held_against = f"3 if {left.value} {operator} {right.value} else 0"
    unknown = " or ".join(
        f"{each.value} is None" for each in (left, right) if not each.always_known
    )
    result = w.text.let(f"1 if {unknown} else {held_against}" if unknown else held_against)
    wants = [values.exactly(each) for each in (left, right) if not each.always_known]
    return result, w.wanted_if_open(result, wants)


def compare_line(w: Writer, node: tree.Compare) -> str:
    """The line of a comparison: kept where the values are few, else made."""
    left, right, (result, _) = w.value(node.left), w.value(node.right), w.result(node)
    if node.left.type in REPEATING or right.always_known and node.left.type is FactType.DATE:
        return w.text.let(_kept_line(w, node, left, right))
    name = name_of(node.left)
    head = (
        node.text, name, node.left.type, node.operator, name_of(node.right),
        label_of(w.program, name),
    )  # fmt: skip
    call = f"{w.text.refer(test_step)}({w.text.refer(head)}, {w.truth(result)}"
    return w.text.let(f"{call}, {left.value}, {right.value})")


def _kept_line(w: Writer, node: tree.Compare, left: Written, right: Written) -> str:
    """An expression for the line of a comparison, looked up by what differs between children."""

    def line(value: FactValue | None, limit: FactValue | None) -> Step:
        return compared(w.program, node, Found(value), Found(limit))[0]

    if right.always_known:
        limit = w.text.references[right.value]
        return f"{w.text.refer(Kept(lambda value: line(value, limit)))}[{left.value}]"
    return f"{w.text.refer(Kept(lambda both: line(*both)))}[{left.value}, {right.value}]"


def one_of(w: Writer, node: tree.OneOf) -> Condition:
    """A choice by cases is one of those named; open while it may still be another."""
    found = w.value(node.value)

    def make(value: object) -> tuple[int, Step]:
        step, _ = chosen(w.program, node, Found(value))
        return CODE[step.result], step

    result, line = w.text.local(), w.line_later(node)
    w.text.add(f"{result}, {line} = {w.text.refer(Kept(make))}[{found.value}]")
    return result, w.text.let(f"{found.wanted} if {result} == 1 else ()")


def one_of_line(w: Writer, node: tree.OneOf) -> str:
    """The line of a choice, which was made together with its result."""
    return w.line_later(node)
