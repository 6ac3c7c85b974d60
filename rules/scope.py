"""Says whether age, phase or kind of place alone rules a provision out.

Reads the same tree hopefully: every test of another fact counts as it would have to fall for the
provision to be met. What is left of the tree, once per version, tests scope facts only.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import cast

from rules import tree
from rules.evaluate import MET, NOT_MET, UNKNOWN, Run, condition
from rules.policy import PolicyVersion, Provision
from rules.values import Result

ALWAYS, NEVER = tree.All(()), tree.AnyOf(())

_FLIPPED = {MET: NOT_MET, NOT_MET: MET, UNKNOWN: UNKNOWN}
_APPLIES = {MET: True, NOT_MET: False, UNKNOWN: None}


def applies(run: Run, provision: Provision) -> bool | None:
    """False where scope facts alone rule the provision out, None where they are not known."""
    return _APPLIES[_result(run, scope_of(run.policy, provision.id))]


def _result(run: Run, node: tree.Condition) -> Result:
    """The result alone of what is left of a tree, without a trace."""
    if isinstance(node, tree.NoneOf):
        return _flip(_settled(run, node.parts, MET, NOT_MET))
    if isinstance(node, tree.All):
        return _settled(run, node.parts, NOT_MET, MET)
    if isinstance(node, tree.AnyOf):
        return _settled(run, node.parts, MET, NOT_MET)
    return condition(run, node)[0].result


def _settled(
    run: Run, parts: tuple[tree.Condition, ...], settles: Result, otherwise: Result
) -> Result:
    for part in parts:
        result = _result(run, part)
        if result is settles:
            return settles
        otherwise = UNKNOWN if result is UNKNOWN else otherwise
    return otherwise


@lru_cache(maxsize=4096)
def scope_of(policy: PolicyVersion, provision: str) -> tree.Condition:
    """What a provision asks of scope facts alone."""
    return _hopeful(policy, policy.provision(provision).when, MET)


def _hopeful(policy: PolicyVersion, node: tree.Condition, wish: Result) -> tree.Condition:
    match node:
        case tree.All():
            return _all([_hopeful(policy, part, wish) for part in node.parts])
        case tree.AnyOf():
            return _any([_hopeful(policy, part, wish) for part in node.parts])
        case tree.NoneOf():
            return _not(_any([_hopeful(policy, part, _flip(wish)) for part in node.parts]))
        case tree.Named() | tree.OfProvision():
            return _turned(policy, _body(policy, node), node.negated, wish)
        case tree.Holds():
            return _yes_no(policy, node, wish)
    if in_scope(policy, node):
        return node
    return ALWAYS if wish is MET else NEVER


def _yes_no(policy: PolicyVersion, node: tree.Holds, wish: Result) -> tree.Condition:
    definition = policy.definitions.get(node.fact.name)
    word = policy.vocabulary[node.fact.name]
    if word.scope:
        return node
    if definition is None or word.may_be_given or isinstance(definition.body, tuple):
        return ALWAYS if wish is MET else NEVER
    return _turned(policy, cast(tree.Condition, definition.body), node.negated, wish)


def _turned(
    policy: PolicyVersion, body: tree.Condition, negated: bool, wish: Result
) -> tree.Condition:
    return _not(_hopeful(policy, body, _flip(wish))) if negated else _hopeful(policy, body, wish)


def _body(policy: PolicyVersion, node: tree.Named | tree.OfProvision) -> tree.Condition:
    if isinstance(node, tree.OfProvision):
        return policy.provision(node.provision).when
    return cast(tree.Condition, policy.definitions[node.name].body)


def in_scope(policy: PolicyVersion, node: tree.Condition) -> bool:
    """Whether a comparison looks at scope facts only."""
    if isinstance(node, tree.Compare):
        return _value_in_scope(policy, node.left) and _value_in_scope(policy, node.right)
    return isinstance(node, tree.OneOf) and _value_in_scope(policy, node.value)


def _value_in_scope(policy: PolicyVersion, node: tree.Value) -> bool:
    if isinstance(node, tree.Fact):
        return policy.vocabulary[node.name].scope
    if isinstance(node, tree.Operation):
        return all(_value_in_scope(policy, part) for part in node.parts)
    if isinstance(node, tree.Parameter):
        return True
    body = policy.definitions[node.name].body
    if isinstance(body, tuple):
        return all(
            isinstance(case.value, str) or _value_in_scope(policy, case.value) for case in body
        )
    return _value_in_scope(policy, cast(tree.Value, body))


def _all(parts: list[tree.Condition]) -> tree.Condition:
    return _joined(parts, ALWAYS, NEVER, tree.All)


def _any(parts: list[tree.Condition]) -> tree.Condition:
    return _joined(parts, NEVER, ALWAYS, tree.AnyOf)


def _joined(
    parts: list[tree.Condition],
    idle: tree.Condition,
    settles: tree.Condition,
    group: Callable[[tuple[tree.Condition, ...]], tree.Condition],
) -> tree.Condition:
    """A group without the parts that change nothing; what settles it stands for it."""
    left = tuple(part for part in parts if part != idle)
    if settles in left:
        return settles
    return left[0] if len(left) == 1 else group(left)


def _not(node: tree.Condition) -> tree.Condition:
    if node in (ALWAYS, NEVER):
        return NEVER if node == ALWAYS else ALWAYS
    return tree.NoneOf((node,))


def _flip(result: Result) -> Result:
    return _FLIPPED[result]
