"""One policy on its way to a program: the steps so far, and what each name already became."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from rules import tree
from rules.caseload.held import Choice, Gathered, Held, Number, Truth
from rules.caseload.program import EVERYWHERE, NOWHERE, Builder, pack
from rules.caseload.tables import Tables, tables_of
from rules.inputs import is_judged
from rules.policy import PolicyVersion
from rules.values import KnownHow


@dataclass(frozen=True, slots=True)
class Readers:
    """How a condition, a yes/no fact, a number and a choice each become steps."""

    truth: Callable[[Compiler, tree.Condition], Truth]
    yes_no: Callable[[Compiler, str], Truth]
    number: Callable[[Compiler, tree.Value], Number]
    choice: Callable[[Compiler, tree.Value], Choice]


@dataclass(slots=True)
class Compiler:
    """The state of one compilation.

    ``given`` are the facts with a column, ``full`` those of them known in every row.
    """

    policy: PolicyVersion
    given: frozenset[str]
    full: frozenset[str]
    readers: Readers
    builder: Builder = field(default_factory=Builder)
    held: dict[tuple[str, str], Any] = field(default_factory=dict)
    tables: Tables = field(init=False)

    def __post_init__(self) -> None:
        self.tables = tables_of(self.policy)

    def once(self, kind: str, name: str, work: Callable[[], Held]) -> Any:
        """What a name holds, worked out when first asked for."""
        if (kind, name) not in self.held:
            self.held[kind, name] = work()
        return self.held[kind, name]

    def truth(self, node: tree.Condition) -> Truth:
        """Any condition."""
        return self.readers.truth(self, node)

    def provision(self, provision: str) -> Truth:
        """A provision's condition."""
        when = self.policy.provision(provision).when
        return cast(Truth, self.once("provision", provision, lambda: self.truth(when)))

    def definition(self, name: str) -> Truth:
        """A definition that is a condition."""
        body = cast(tree.Condition, self.policy.definitions[name].body)
        return cast(Truth, self.once("definition", name, lambda: self.truth(body)))

    def yes_no(self, fact: str) -> Truth:
        """A yes/no fact, given or worked out."""
        return cast(Truth, self.once("fact", fact, lambda: self.readers.yes_no(self, fact)))

    def number(self, node: tree.Value) -> Number:
        """A number, length, sum or day."""
        if isinstance(node, tree.Operation):
            return self.readers.number(self, node)
        return cast(Number, self.once("value", node.name, lambda: self.readers.number(self, node)))

    def choice(self, node: tree.Value) -> Choice:
        """A named choice."""
        name = cast("tree.Fact | tree.Defined", node).name
        return cast(Choice, self.once("value", name, lambda: self.readers.choice(self, node)))

    def derives(self, fact: str) -> bool:
        """Whether a fact is worked out where it is not given."""
        derived = self.policy.vocabulary[fact].how is KnownHow.DERIVED
        return derived and fact in self.policy.definitions

    def known(self, fact: str) -> int:
        """The rows where a fact's own column holds a value."""
        if fact in self.full:
            return EVERYWHERE
        if fact not in self.given:
            return NOWHERE
        return self.builder.step(pack, self.builder.column(fact, "known"))

    def wants(self, fact: str, unknown: int) -> dict[str, int]:
        """The fact itself is wanted where it is not known."""
        return {"judged" if is_judged(self.policy, fact) else "other": unknown}

    def unless_given(self, fact: str, inner: Held, given: int) -> dict[str, int]:
        """What is wanted of a fact that is given in some rows and worked out in the others."""
        b = self.builder
        masks = {
            "judged": b.without(inner.judged, given),
            "other": b.without(inner.other, given),
            "fault": b.without(inner.fault, given),
        }
        if not self.policy.vocabulary[fact].may_be_given:
            return masks
        wanted = b.either(masks["judged"], masks["other"])
        return {**self.wants(fact, wanted), "fault": masks["fault"]}

    def gathered(self, parts: Iterable[Held]) -> Gathered:
        """What several parts want together."""
        gathered = Gathered(self.builder)
        for part in parts:
            gathered.add(part)
        return gathered
