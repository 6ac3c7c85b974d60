"""What a node of the tree stands on, and its meaning written out with every name resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rules import tree
from rules.parameters import is_undated
from rules.policy import PolicyVersion
from rules.soundness import parts_of
from rules.values import FactType, KnownHow

Node = tree.Condition | tree.Value | tuple[tree.Case, ...]
NOTHING: frozenset[str] = frozenset()


@dataclass(slots=True)
class Reader:
    """Reads one version's nodes; ``given`` are derived facts that are taken as given outright."""

    policy: PolicyVersion
    given: frozenset[str]
    _facts: dict[str, frozenset[str]] = field(default_factory=dict)
    _meanings: dict[str, str] = field(default_factory=dict)
    _provisions: dict[str, frozenset[str]] = field(default_factory=dict)

    def definition_of(self, name: str) -> tree.Definition | None:
        """The definition a derived fact is worked out by; None where the fact stands for itself."""
        word = self.policy.vocabulary.get(name)
        if word is not None and (word.how is not KnownHow.DERIVED or name in self.given):
            return None
        return self.policy.definitions.get(name)

    def facts(self, node: Node) -> frozenset[str]:
        """The facts a node stands on through its definitions; an unread text counts as one."""
        match node:
            case tree.Fact() | tree.Defined() | tree.Named():
                return self._named_facts(node.name)
            case tree.OfProvision():
                return self.facts(self.policy.provision(node.provision).when)
            case tree.Parameter():
                return frozenset({"day_of_travel"}) if self.is_dated(node.name) else NOTHING
            case tree.Unread():
                return frozenset({"(unread)"})
        return NOTHING.union(*(self.facts(part) for part in parts_of(node)))

    def _named_facts(self, name: str) -> frozenset[str]:
        if name not in self._facts:
            definition = self.definition_of(name)
            self._facts[name] = self.facts(definition.body) if definition else frozenset({name})
        return self._facts[name]

    def provisions_in(self, node: Node) -> frozenset[str]:
        """The provisions a node names, through definitions and other provisions."""
        found = NOTHING.union(*(self.provisions_in(part) for part in parts_of(node)))
        match node:
            case tree.OfProvision(provision=name):
                inner = self.provisions_in(self.policy.provision(name).when)
                return found | inner | {name}
            case tree.Named() | tree.Fact() | tree.Defined():
                return found | self._provisions_of(node.name)
        return found

    def _provisions_of(self, name: str) -> frozenset[str]:
        if name not in self._provisions:
            definition = self.definition_of(name)
            self._provisions[name] = self.provisions_in(definition.body) if definition else NOTHING
        return self._provisions[name]

    def is_dated(self, parameter: str) -> bool:
        """Whether a parameter's value depends on the day of travel."""
        return not is_undated(self.policy.parameters[parameter])

    def of_days(self, node: Node) -> bool:
        """Whether a node stands on days alone, so that the calendar settles it."""
        facts = self.facts(node)
        return bool(facts) and all(
            name in self.policy.vocabulary and self.policy.vocabulary[name].type is FactType.DATE
            for name in facts
        )

    def meaning(self, node: Node) -> str:
        """A node written out with all names resolved: two nodes that say the same are alike."""
        negated = "!" * getattr(node, "negated", False)
        match node:
            case tree.Named() | tree.Fact() | tree.Defined():
                return f"{negated}{self._named_meaning(node.name)}"
            case tree.Holds():
                return f"{negated}{self.meaning(node.fact)}"
            case tree.OfProvision():
                inner = self.policy.provision(node.provision).when
                return f"{negated}{self.meaning(inner)}"
            case tree.Parameter():
                return self._parameter(node.name)
            case tree.Unread():
                return f"unread {node.text}"
        return self._joined_meaning(node)

    def _joined_meaning(self, node: Node) -> str:
        """The meaning of what is made of other nodes."""
        match node:
            case tuple():
                return f"({' '.join(self._case(case) for case in node)})"
            case tree.Compare():
                return f"({self.meaning(node.left)}{node.operator}{self.meaning(node.right)})"
            case tree.OneOf():
                return f"({self.meaning(node.value)} in {node.choices})"
            case tree.Operation():
                return f"{node.name}{node.detail}({self._all(node.parts)})"
            case tree.All() | tree.AnyOf() | tree.NoneOf():
                return f"{type(node).__name__}({self._all(node.parts)})"
        raise TypeError(node)

    def _all(self, nodes: tuple[tree.Condition, ...] | tuple[tree.Value, ...]) -> str:
        return " ".join(self.meaning(each) for each in nodes)

    def _case(self, case: tree.Case) -> str:
        when = self.meaning(case.when) if case.when else "otherwise"
        return f"{when}: {case.value if isinstance(case.value, str) else self.meaning(case.value)}"

    def _named_meaning(self, name: str) -> str:
        if name not in self._meanings:
            definition = self.definition_of(name)
            self._meanings[name] = self.meaning(definition.body) if definition else name
        return self._meanings[name]

    def _parameter(self, name: str) -> str:
        dated = self.policy.parameters[name].values
        return repr([(each.start, each.end, each.value) for each in dated])


def given_outright(policy: PolicyVersion) -> frozenset[str]:
    """The derived facts that may be given outright, which a proof takes as given."""
    return frozenset(
        word.name
        for word in policy.vocabulary.values()
        if word.how is KnownHow.DERIVED and word.may_be_given
    )


def meant_alike(policies: tuple[PolicyVersion, ...]) -> frozenset[str]:
    """The facts that may be given outright and mean the same in all the versions.

    Where versions work such a fact out differently, a proof works it out in each of them.
    """
    names = frozenset.intersection(*(given_outright(policy) for policy in policies))
    readers = [Reader(policy, frozenset()) for policy in policies]
    return frozenset(name for name in names if len({_of(name, each) for each in readers}) == 1)


def _of(name: str, reader: Reader) -> str:
    definitions: Mapping[str, tree.Definition] = reader.policy.definitions
    return reader.meaning(definitions[name].body) if name in definitions else name


def told_apart(policies: tuple[PolicyVersion, ...], given: frozenset[str]) -> frozenset[str]:
    """The definitions that versions share by name and not by meaning: their words tell nothing."""
    readers = [Reader(policy, given) for policy in policies]
    names = frozenset().union(*(policy.definitions for policy in policies))
    return frozenset(name for name in names if len(_meanings_of(name, readers)) > 1)


def _meanings_of(name: str, readers: list[Reader]) -> set[str]:
    having = [each for each in readers if name in each.policy.definitions]
    return {each.meaning(each.policy.definitions[name].body) for each in having}
