"""The derived facts of one child, with their working in words."""

from __future__ import annotations

from functools import lru_cache

from rules.evaluate import Possible, Run, value
from rules.policy import PolicyVersion
from rules.recommendation import Derived
from rules.tree import Fact
from rules.values import FactValue, KnownHow


def derived_facts(run: Run) -> tuple[Derived, ...]:
    """Every derived fact that the policy defines, worked out or given outright."""
    return tuple(_derived(run, fact, working) for fact, working in derivable(run.policy))


@lru_cache(maxsize=64)
def derivable(policy: PolicyVersion) -> tuple[tuple[Fact, str], ...]:
    """The derived facts that a version defines, each with its working in words."""
    return tuple(
        (Fact(word.name, word.type), _working(policy, word.name))
        for word in policy.vocabulary.values()
        if word.how is KnownHow.DERIVED and word.name in policy.definitions
    )


def _derived(run: Run, fact: Fact, working: str) -> Derived:
    found = value(run, fact).value
    given = run.facts.get(fact.name) is not None
    shown: FactValue | None = None if isinstance(found, Possible) else found
    return Derived(fact.name, shown, fact.type, "given outright" if given else working)


def _working(policy: PolicyVersion, name: str) -> str:
    definition = policy.definitions[name]
    return (definition.says or definition.text.replace("_", " ")).rstrip(".")
