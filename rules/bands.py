"""The bands that a policy's limits cut a figure into: one value of each stands for all of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rules import tree
from rules.policy import PolicyVersion
from rules.values import FactType
from rules.vocabulary import FactWord

Band = tuple[int, int | None]
"""The least and the greatest value of a band; None: no end."""

FIGURES = (FactType.LENGTH, FactType.MONEY, FactType.NUMBER)


def limits_of(policy: PolicyVersion, name: str) -> list[int]:
    """Every limit that the policy holds a fact against."""
    found: set[int] = set()
    for node in _comparisons(policy):
        if isinstance(node.left, tree.Fact) and node.left.name == name:
            found.update(_values_of(policy, node.right))
    return sorted(found)


def bands_of(policy: PolicyVersion, word: FactWord) -> list[Band]:
    """The bands of a figure, the least first: within each, every test comes out the same.

    A number that is tested for being just a limit has a band of that limit alone.
    """
    limits = limits_of(policy, word.name)
    at_limits = limits if word.type is FactType.NUMBER else []
    edges = {word.least, *at_limits, *(limit + 1 for limit in limits)}
    starts = sorted(edge for edge in edges if word.least <= edge <= word.most)
    ends = [*zip(starts, [start - 1 for start in starts[1:]], strict=False)]
    return [*ends, (starts[-1], None)]


@lru_cache(maxsize=2048)
def is_banded(policy: PolicyVersion, name: str) -> bool:
    """Whether bands tell all: the policy holds the fact against named limits and nothing else."""
    for node in _comparisons(policy):
        sides = (node.left, node.right)
        if any(_within(side, name) for side in sides) and not _against_limit(node, name):
            return False
    return not any(_within(value, name) for value in _bare_values(policy))


def _against_limit(node: tree.Compare, name: str) -> bool:
    is_fact = isinstance(node.left, tree.Fact) and node.left.name == name
    return is_fact and isinstance(node.right, tree.Parameter)


def _within(value: tree.Value, name: str) -> bool:
    if isinstance(value, tree.Operation):
        return any(_within(part, name) for part in value.parts)
    return isinstance(value, tree.Fact) and value.name == name


def _values_of(policy: PolicyVersion, node: tree.Value) -> list[int]:
    if not isinstance(node, tree.Parameter):
        return []
    values = [dated.value for dated in policy.parameters[node.name].values]
    return [value for value in values if isinstance(value, int)]


@lru_cache(maxsize=64)
def _comparisons(policy: PolicyVersion) -> tuple[tree.Compare, ...]:
    bodies: list[object] = [each.when for each in policy.provisions]
    bodies += [definition.body for definition in policy.definitions.values()]
    bodies += [truth.holds for truth in policy.truths]
    return tuple(_compared(bodies))


def _compared(nodes: list[object]) -> Iterator[tree.Compare]:
    for node in nodes:
        if isinstance(node, tree.Compare):
            yield node
        elif isinstance(node, tree.All | tree.AnyOf | tree.NoneOf):
            yield from _compared(list(node.parts))
        elif isinstance(node, tuple):
            yield from _compared([case.when for case in node])


@lru_cache(maxsize=64)
def _bare_values(policy: PolicyVersion) -> tuple[tree.Value, ...]:
    """The values that definitions give a name to, and may then be held against anything."""
    found: list[tree.Value] = []
    for definition in policy.definitions.values():
        body = definition.body
        values = [case.value for case in body] if isinstance(body, tuple) else [body]
        found += [
            value
            for value in values
            if isinstance(value, tree.Fact | tree.Operation) and definition.type in FIGURES
        ]
    return tuple(found)
