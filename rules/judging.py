"""Makes the functions that judge conditions, three-valued, each with its step of the trace."""

from __future__ import annotations

from collections.abc import Callable
from operator import eq, ge, gt, le, lt
from typing import Any, cast

from rules import tree
from rules.program import Judge, Program
from rules.recommendation import Step
from rules.run import MET, NEGATED, NOT_MET, UNKNOWN, Found, Judged, Missing, Possible, Run, joined
from rules.values import Result

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {">": gt, "<=": le, "<": lt, ">=": ge, "=": eq}


def _all(program: Program, node: tree.All) -> Judge:
    return _group(program, "all", "all of", node.parts, NOT_MET, MET)


def _any(program: Program, node: tree.AnyOf) -> Judge:
    return _group(program, "any", "any of", node.parts, MET, NOT_MET)


def _none(program: Program, node: tree.NoneOf) -> Judge:
    inner, kept = _group(program, "none", "none of", node.parts, MET, NOT_MET), program.table()

    def judged(run: Run) -> Judged:
        found = inner(run)
        answer = kept.get(id(found))
        if answer is None:
            step, missing = found
            turned = Step("none", step.text, NEGATED[step.result], step.parts), missing
            answer = program.keep(kept, id(found), (turned, found))
        return cast(Judged, answer[0])

    return judged


def _group(
    program: Program,
    kind: str,
    text: str,
    nodes: tuple[tree.Condition, ...],
    settles: Result,
    otherwise: Result,
) -> Judge:
    parts = tuple(program.judge(node) for node in nodes)
    kept = program.table()

    def judged(run: Run) -> Judged:
        found = [part(run) for part in parts]
        key = tuple(map(id, found))
        answer = kept.get(key)
        if answer is None:
            made = _joined_parts(kind, text, found, settles, otherwise)
            answer = program.keep(kept, key, (made, found))
        return cast(Judged, answer[0])

    return judged


def _joined_parts(
    kind: str, text: str, found: list[Judged], settles: Result, otherwise: Result
) -> Judged:
    steps = tuple(step for step, _ in found)
    results = {step.result for step in steps}
    if settles in results:
        return Step(kind, text, settles, steps), ()
    if UNKNOWN not in results:
        return Step(kind, text, otherwise, steps), ()
    wanted = [missing for step, missing in found if step.result is UNKNOWN]
    return Step(kind, text, UNKNOWN, steps), joined(wanted)


def _unread(program: Program, node: tree.Unread) -> Judge:
    never: Judged = Step("unread", node.text, UNKNOWN), ()
    return lambda run: never


def _holds(program: Program, node: tree.Holds) -> Judge:
    find, kept = program.find(node.fact), program.table()

    def judged(run: Run) -> Judged:
        found = find(run)
        key = id(found.step) if found.step is not None else (found.value, found.missing)
        answer = kept.get(key)
        if answer is None:
            answer = program.keep(kept, key, (held(program, node, found), found.step))
        return cast(Judged, answer[0])

    return judged


def held(program: Program, node: tree.Holds, found: Found) -> Judged:
    """A yes/no fact judged by what was found of it."""
    word = program.policy.vocabulary[node.fact.name]
    if found.step is not None:
        result = NEGATED[found.step.result] if node.negated else found.step.result
        step = Step("named", node.text, result, (found.step,), node.fact.name, says=word.label)
        return step, found.missing
    known = None if found.value is None else found.value is not node.negated
    result = UNKNOWN if known is None else MET if known else NOT_MET
    step = Step(
        "test", node.text, result, (), word.name, word.type, found.value, "not" if node.negated
        else "is", not node.negated, None, word.label,
    )  # fmt: skip
    return step, found.missing


def _named(program: Program, node: tree.Named) -> Judge:
    says = program.policy.definitions[node.name].says
    return _turned(program, node, node.name, says, program.definition(node.name))


def _of_provision(program: Program, node: tree.OfProvision) -> Judge:
    title = program.policy.provision(node.provision).title
    inner = program.provision(node.provision)
    return _turned(program, node, node.provision, title, inner)


def _turned(
    program: Program,
    node: tree.Named | tree.OfProvision,
    name: str,
    says: str | None,
    inner: Judge,
) -> Judge:
    """A name that stands for a condition of its own; negated, its result is turned."""
    kept = program.table()

    def judged(run: Run) -> Judged:
        found = inner(run)
        answer = kept.get(id(found))
        if answer is None:
            step, missing = found
            result = NEGATED[step.result] if node.negated else step.result
            made = Step("named", node.text, result, (step,), name, says=says), missing
            answer = program.keep(kept, id(found), (made, found))
        return cast(Judged, answer[0])

    return judged


def _compare(program: Program, node: tree.Compare) -> Judge:
    find_left, find_right = program.find(node.left), program.find(node.right)
    kept = program.table()

    def judged(run: Run) -> Judged:
        left, right = find_left(run), find_right(run)
        key = (left.value, right.value, left.missing, right.missing)
        answer = kept.get(key)
        if answer is None:
            answer = program.keep(kept, key, compared(program, node, left, right))
        return cast(Judged, answer)

    return judged


def compared(program: Program, node: tree.Compare, left: Found, right: Found) -> Judged:
    """Two values that were found, held against each other."""
    missing: Missing = ()
    if left.value is None or right.value is None:
        result, missing = UNKNOWN, joined([left.missing, right.missing])
    else:
        result = MET if _COMPARE[node.operator](left.value, right.value) else NOT_MET
    name = name_of(node.left)
    step = Step(
        "test", node.text, result, (), name, node.left.type, left.value, node.operator,
        right.value, name_of(node.right), label_of(program, name),
    )  # fmt: skip
    return step, missing


def _one_of(program: Program, node: tree.OneOf) -> Judge:
    find, kept = program.find(node.value), program.table()

    def judged(run: Run) -> Judged:
        found = find(run)
        key = (found.value, found.missing)
        answer = kept.get(key)
        if answer is None:
            answer = program.keep(kept, key, chosen(program, node, found))
        return cast(Judged, answer)

    return judged


def chosen(program: Program, node: tree.OneOf, found: Found) -> Judged:
    """A choice that was found, held against those named."""
    name = name_of(node.value)
    result = _within(found.value, node.choices)
    shown = None if isinstance(found.value, Possible) else found.value
    step = Step(
        "test", node.text, result, (), name, node.value.type, shown, "in", node.choices, None,
        label_of(program, name),
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


def name_of(node: tree.Value) -> str | None:
    """The name under which a value stands in the policy; an operation has none."""
    return None if isinstance(node, tree.Operation) else node.name


def label_of(program: Program, name: str | None) -> str | None:
    """A fact's short name on screen; None for what is no fact."""
    word = program.policy.vocabulary.get(name or "")
    return word.label if word else None


JUDGES: dict[type, Callable[[Program, Any], Judge]] = {
    tree.All: _all,
    tree.AnyOf: _any,
    tree.NoneOf: _none,
    tree.Holds: _holds,
    tree.Named: _named,
    tree.OfProvision: _of_provision,
    tree.Compare: _compare,
    tree.OneOf: _one_of,
    tree.Unread: _unread,
}
"""What makes the function of each kind of condition."""
