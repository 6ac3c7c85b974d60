"""The derived facts of one child, with their working in words."""

from __future__ import annotations

from rules.evaluate import Possible, Run, value
from rules.recommendation import Derived
from rules.tree import Fact
from rules.values import FactValue, KnownHow


def derived_facts(run: Run) -> tuple[Derived, ...]:
    """Every derived fact that the policy defines, worked out or given outright."""
    names = [
        word.name
        for word in run.policy.vocabulary.values()
        if word.how is KnownHow.DERIVED and word.name in run.policy.definitions
    ]
    return tuple(_derived(run, name) for name in names)


def _derived(run: Run, name: str) -> Derived:
    word = run.policy.vocabulary[name]
    found = value(run, Fact(name, word.type)).value
    given = run.facts.get(name) is not None
    shown: FactValue | None = None if isinstance(found, Possible) else found
    return Derived(name, shown, word.type, "given outright" if given else _working(run, name))


def _working(run: Run, name: str) -> str:
    definition = run.policy.definitions[name]
    return (definition.says or definition.text.replace("_", " ")).rstrip(".")
