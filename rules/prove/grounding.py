"""Grounds a version's conditions: definitions opened, limits put in, days left to the calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from rules import tree
from rules.policy import Provision
from rules.prove.formula import (
    Among,
    Called,
    Const,
    Pair,
    Yes,
    conjunction,
    disjunction,
    negation,
    sure,
)
from rules.prove.meaning import Node, Reader
from rules.prove.problems import CannotProve
from rules.prove.sides import ByCases, Quantity, Side, compared
from rules.prove.variables import KIND_OF, Kind, Variables
from rules.values import FactType

UNREAD = Pair(Const(False), Const(True))


@dataclass(slots=True)
class Grounder:
    """Grounds one version; alike parts of several versions share their variables.

    Definitions in ``told_apart`` have other meanings in another version: their words say in which
    version they hold, and no region is told by them alone.
    """

    reader: Reader
    variables: Variables
    told_apart: frozenset[str] = frozenset()
    _called: dict[str, Pair] = field(default_factory=dict)

    def provision(self, provision: Provision) -> Pair:
        """A provision's condition."""
        return self._once(provision.id, lambda: self.condition(provision.when))

    def rule_out(self, provision: str) -> None:
        """Take a provision for one that nobody meets."""
        self._called[provision] = sure(Const(False))

    def parts(self, provision: Provision) -> list[Pair]:
        """The conditions that a provision asks for one and all."""
        return [self.condition(node) for node in _conjuncts(provision.when)]

    def condition(self, node: tree.Condition) -> Pair:
        """Ground any condition."""
        if not isinstance(node, _GROUPS) and self.reader.of_days(node):
            return self._by_calendar(node)
        return _CONDITIONS[type(node)](self, node)

    def _once(self, name: str, work: Callable[[], Pair]) -> Pair:
        if name not in self._called:
            self._called[name] = work()
        return self._called[name]

    def _by_calendar(self, node: tree.Condition) -> Pair:
        match node:
            case tree.OneOf(value=tree.Fact() | tree.Defined() as value):
                return sure(Among(self._dated_value(value), node.choices))
            case tree.Compare() if (pair := self._counted(node)) is not None:
                return pair
            case tree.Holds(fact=fact):
                label = self.reader.policy.vocabulary[fact.name].label
                return _turned(self._dated(fact, fact.name, fact.name, label), node)
            case tree.Named(name=name):
                definition = self.reader.policy.definitions[name]
                body: Any = definition.body
                return _turned(self._dated(body, name, None, definition.says or name), node)
            case tree.OfProvision():
                return self._of_provision(node)
        return self._dated(node, _text(node), None, _text(node))

    def _dated(self, node: Node, name: str, fact: str | None, says: str) -> Pair:
        """A yes/no variable that the calendar settles."""
        return sure(Yes(self.variables.of_days(self.reader, node, Kind.YES_NO, name, fact, says)))

    def _counted(self, node: tree.Compare) -> Pair | None:
        """A count of the calendar, such as an age, held against one limit."""
        sides = (node.left, node.right)
        if any(side.type is not FactType.NUMBER for side in sides):
            return None
        fixed = [not self.reader.facts(side) for side in sides]
        if fixed not in ([True, False], [False, True]):
            return None
        left, right = self.side(node.left), self.side(node.right)
        return compared(left, node.operator, right)

    def _dated_value(self, node: tree.Value) -> str:
        kind = KIND_OF[node.type]
        if isinstance(node, tree.Operation):
            return self.variables.of_days(self.reader, node, kind, node.text, None, node.text)
        word = self.reader.policy.vocabulary.get(node.name)
        says = word.label if word else node.name.replace("_", " ")
        fact = node.name if word else None
        return self.variables.of_days(self.reader, node, kind, node.name, fact, says)

    def side(self, node: tree.Value) -> Side:
        """One side of a comparison, or the value that a choice is tested on."""
        if self.reader.of_days(node):
            return Quantity(self._dated_value(node))
        match node:
            case tree.Parameter():
                return self._limit(node)
            case tree.Fact() | tree.Defined():
                return self._value_of(node)
        raise CannotProve(
            f"{self.reader.policy.id}: '{node.text}' works out a day from facts that are no days; "
            "a proof cannot follow it. Nothing was proved. Write it as a comparison of its own."
        )

    def _limit(self, node: tree.Parameter) -> Side:
        value = self.reader.policy.parameters[node.name].values[0].value
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        raise CannotProve(f"{self.reader.policy.id}: '{node.name}' is held against no number.")

    def _value_of(self, node: tree.Fact | tree.Defined) -> Side:
        definition = self.reader.definition_of(node.name)
        if definition is None:
            return Quantity(self.variables.free(self.reader.policy, node.name))
        if isinstance(definition.body, tuple):
            return ByCases(tuple(self._case(case) for case in definition.body))
        if isinstance(definition.body, tree.Fact | tree.Parameter | tree.Defined | tree.Operation):
            return self.side(definition.body)
        raise CannotProve(f"{self.reader.policy.id}: '{node.name}' is a condition, not a value.")

    def _case(self, case: tree.Case) -> tuple[Pair, Side | str]:
        when = self.condition(case.when) if case.when else sure(Const(True))
        return when, case.value if isinstance(case.value, str) else self.side(case.value)

    def _all(self, node: tree.All) -> Pair:
        return conjunction([self.condition(part) for part in node.parts])

    def _any(self, node: tree.AnyOf) -> Pair:
        return disjunction([self.condition(part) for part in node.parts])

    def _none(self, node: tree.NoneOf) -> Pair:
        return negation(disjunction([self.condition(part) for part in node.parts]))

    def _holds(self, node: tree.Holds) -> Pair:
        name = node.fact.name
        definition = self.reader.definition_of(name)
        if definition is None:
            return _turned(sure(Yes(self.variables.free(self.reader.policy, name))), node)
        label = self.reader.policy.vocabulary[name].label
        return _turned(self._definition(definition, definition.says or label), node)

    def _named(self, node: tree.Named) -> Pair:
        definition = self.reader.policy.definitions[node.name]
        says = definition.says or node.name.replace("_", " ")
        return _turned(self._definition(definition, says), node)

    def _definition(self, definition: tree.Definition, says: str) -> Pair:
        body: Any = definition.body
        return self._once(
            definition.name, lambda: self._in_words(definition.name, self.condition(body), says)
        )

    def _in_words(self, name: str, pair: Pair, says: str) -> Pair:
        if not pair.settled or isinstance(pair.must, Const):
            return pair
        if name in self.told_apart:
            return sure(
                Called("", pair.must, f"{says.rstrip('.')} (as {self.reader.policy.id} has it)")
            )
        return sure(Called(name, pair.must, says))

    def _of_provision(self, node: tree.OfProvision) -> Pair:
        return _turned(self.provision(self.reader.policy.provision(node.provision)), node)

    def _compare(self, node: tree.Compare) -> Pair:
        return compared(self.side(node.left), node.operator, self.side(node.right))

    def _one_of(self, node: tree.OneOf) -> Pair:
        value = self.side(node.value)
        if isinstance(value, ByCases):
            return value.when(lambda found: sure(Const(found in node.choices)))
        if isinstance(value, Quantity):
            return sure(Among(value.variable, node.choices))
        raise CannotProve(f"{self.reader.policy.id}: '{node.text}' tests no choice.")

    def _unread(self, node: tree.Unread) -> Pair:
        return UNREAD


_GROUPS = (tree.All, tree.AnyOf, tree.NoneOf, tree.Unread)
_CONDITIONS: dict[type, Callable[[Grounder, Any], Pair]] = {
    tree.All: Grounder._all,
    tree.AnyOf: Grounder._any,
    tree.NoneOf: Grounder._none,
    tree.Holds: Grounder._holds,
    tree.Named: Grounder._named,
    tree.OfProvision: Grounder._of_provision,
    tree.Compare: Grounder._compare,
    tree.OneOf: Grounder._one_of,
    tree.Unread: Grounder._unread,
}


def _conjuncts(node: tree.Condition) -> list[tree.Condition]:
    if isinstance(node, tree.All):
        return [inner for part in node.parts for inner in _conjuncts(part)]
    return [node]


def _turned(pair: Pair, node: tree.Condition) -> Pair:
    return negation(pair) if getattr(node, "negated", False) else pair


def _text(node: tree.Condition) -> str:
    return str(getattr(node, "text", "")).replace("_", " ")
