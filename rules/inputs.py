"""Which facts a condition or a fact stands on, through its definitions."""

from __future__ import annotations

from functools import lru_cache

from rules import tree
from rules.policy import PolicyVersion
from rules.values import KnownHow


@lru_cache(maxsize=4096)
def inputs_of(policy: PolicyVersion, name: str) -> tuple[str, ...]:
    """The facts a derived fact (or definition) is worked out from, each once, in text order.

    A derived fact stands for its own inputs; one that may be given outright stands for itself.
    """
    definition = policy.definitions.get(name)
    if definition is None:
        return ()
    return tuple(dict.fromkeys(_of(policy, definition.body)))


def facts_of(policy: PolicyVersion, condition: tree.Condition) -> tuple[str, ...]:
    """The facts a condition looks at, each once, in text order."""
    return tuple(dict.fromkeys(_of(policy, condition)))


def facts_of_charge(policy: PolicyVersion, charge: tree.Charge) -> tuple[str, ...]:
    """The facts that a charge looks at for its sum, its shares and its parts, each once."""
    shares = tuple(each for one in charge.times for each in (one.by, one.out_of))
    nodes = (charge.cases, *shares, charge.instalments)
    return tuple(dict.fromkeys(name for node in nodes for name in _of(policy, node)))


@lru_cache(maxsize=4096)
def is_judged(policy: PolicyVersion, name: str) -> bool:
    """Whether a named person must judge a fact, itself or by every part it is worked out from."""
    word = policy.vocabulary[name]
    if word.how is not KnownHow.DERIVED:
        return word.how is KnownHow.JUDGED
    inputs = inputs_of(policy, name)
    return bool(inputs) and all(policy.vocabulary[i].how is KnownHow.JUDGED for i in inputs)


def _of(policy: PolicyVersion, node: object) -> list[str]:
    match node:
        case tuple():
            return [name for case in node for name in _case(policy, case)]
        case tree.All() | tree.AnyOf() | tree.NoneOf() | tree.Operation():
            return [name for part in node.parts for name in _of(policy, part)]
        case tree.Holds():
            return _of(policy, node.fact)
        case tree.Compare():
            return [*_of(policy, node.left), *_of(policy, node.right)]
        case tree.OneOf():
            return _of(policy, node.value)
        case tree.Named() | tree.Defined():
            return _of(policy, policy.definitions[node.name].body)
        case tree.OfProvision():
            return _of(policy, policy.provision(node.provision).when)
        case tree.Fact():
            return _fact(policy, node.name)
    return []


def _case(policy: PolicyVersion, case: tree.Case) -> list[str]:
    found = _of(policy, case.when) if case.when else []
    return found if isinstance(case.value, str) else [*found, *_of(policy, case.value)]


def _fact(policy: PolicyVersion, name: str) -> list[str]:
    word = policy.vocabulary[name]
    if word.how is not KnownHow.DERIVED or word.may_be_given or name not in policy.definitions:
        return [name]
    return _of(policy, policy.definitions[name].body)
