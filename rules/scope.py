"""Says whether age, phase or kind of place alone rules a provision out.

Reads the same tree hopefully: every test of another fact counts as it would have to fall for the
provision to be met, so only scope facts can rule it out.
"""

from __future__ import annotations

from typing import cast

from rules import tree
from rules.evaluate import MET, NOT_MET, UNKNOWN, Run, condition
from rules.policy import PolicyVersion
from rules.values import Result

_APPLIES = {MET: True, NOT_MET: False, UNKNOWN: None}


def applies(run: Run, node: tree.Condition) -> bool | None:
    """False where scope facts alone rule the condition out, None where they are not known."""
    return _APPLIES[_hopeful(run, node, MET)]


def _hopeful(run: Run, node: tree.Condition, wish: Result) -> Result:
    if isinstance(node, tree.All):
        return _joined([_hopeful(run, part, wish) for part in node.parts], NOT_MET, MET)
    if isinstance(node, tree.AnyOf):
        return _joined([_hopeful(run, part, wish) for part in node.parts], MET, NOT_MET)
    if isinstance(node, tree.NoneOf):
        parts = [_hopeful(run, part, _flip(wish)) for part in node.parts]
        return _flip(_joined(parts, MET, NOT_MET))
    if isinstance(node, tree.Named | tree.OfProvision):
        inner = _flip(wish) if node.negated else wish
        result = _hopeful(run, _body(run.policy, node), inner)
        return _flip(result) if node.negated else result
    if isinstance(node, tree.Holds):
        return _yes_no(run, node, wish)
    return condition(run, node)[0].result if in_scope(run.policy, node) else wish


def _yes_no(run: Run, node: tree.Holds, wish: Result) -> Result:
    definition = run.policy.definitions.get(node.fact.name)
    word = run.policy.vocabulary[node.fact.name]
    if word.scope:
        return condition(run, node)[0].result
    if definition is None or word.may_be_given or isinstance(definition.body, tuple):
        return wish
    inner = _flip(wish) if node.negated else wish
    result = _hopeful(run, cast(tree.Condition, definition.body), inner)
    return _flip(result) if node.negated else result


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


def _joined(results: list[Result], settles: Result, otherwise: Result) -> Result:
    if settles in results:
        return settles
    return UNKNOWN if UNKNOWN in results else otherwise


def _flip(result: Result) -> Result:
    return {MET: NOT_MET, NOT_MET: MET, UNKNOWN: UNKNOWN}[result]
