"""Tells which conditions look only at facts that repeat from child to child: worth keeping whole.

Yes or no, named choices and counts repeat; lengths, sums and days seldom do.
"""

from __future__ import annotations

from math import prod

from rules import tree
from rules.parameters import is_undated
from rules.policy import PolicyVersion
from rules.values import FactType, KnownHow

REPEATING = (FactType.YES_NO, FactType.CHOICE, FactType.NUMBER)

_NUMBERS = 10
"""How many values a whole number is reckoned to have: counts of schools are small."""


def facts_if_repeating(policy: PolicyVersion, node: tree.Condition) -> tuple[str, ...] | None:
    """The facts a condition looks at, each once; None where one of them seldom repeats."""
    names = _facts(policy, node)
    return None if names is None else tuple(dict.fromkeys(names))


def answers(policy: PolicyVersion, names: tuple[str, ...]) -> int:
    """About how many answers there are to a condition on these facts."""
    return prod(_values(policy, name) for name in names)


def _values(policy: PolicyVersion, name: str) -> int:
    """How many values a fact may have, not known being one."""
    word = policy.vocabulary[name]
    if word.type is FactType.YES_NO:
        return 3
    return _NUMBERS if word.type is FactType.NUMBER else len(word.choices) + 1


def _facts(policy: PolicyVersion, node: object) -> list[str] | None:
    """The facts below a node, None where one of them is a length, a sum or a day."""
    match node:
        case tree.All() | tree.AnyOf() | tree.NoneOf():
            return _together(policy, node.parts)
        case tree.Holds():
            return _facts(policy, node.fact)
        case tree.Compare():
            return _together(policy, (node.left, node.right))
        case tree.OneOf():
            return _facts(policy, node.value)
        case tree.Named():
            return _body(policy, node.name)
        case tree.OfProvision():
            return _facts(policy, policy.provision(node.provision).when)
        case tree.Fact():
            return _fact(policy, node)
        case tree.Parameter():
            return [] if is_undated(policy.parameters[node.name]) else None
        case tree.Unread():
            return []
    return None


def _fact(policy: PolicyVersion, node: tree.Fact) -> list[str] | None:
    if node.type not in REPEATING:
        return None
    derived = policy.vocabulary[node.name].how is KnownHow.DERIVED
    if not derived or node.name not in policy.definitions:
        return [node.name]
    inner = _body(policy, node.name)
    return None if inner is None else [node.name, *inner]


def _body(policy: PolicyVersion, name: str) -> list[str] | None:
    """The facts of a definition that is a condition; values by cases are not kept."""
    return _facts(policy, policy.definitions[name].body)


def _together(policy: PolicyVersion, nodes: tuple[object, ...]) -> list[str] | None:
    many = [_facts(policy, node) for node in nodes]
    return [name for each in many for name in each or ()] if None not in many else None
