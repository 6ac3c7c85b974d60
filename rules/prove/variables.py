"""The variables of a proof: facts a child may have freely, and what the calendar settles."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from rules.policy import PolicyVersion
from rules.prove.formula import Beside, Formula, Upto, everything_in
from rules.prove.meaning import Node, Reader
from rules.values import FactType


class Kind(StrEnum):
    """What values a variable has."""

    YES_NO = "yes_no"
    QUANTITY = "quantity"
    CHOICE = "choice"


KIND_OF = {
    FactType.YES_NO: Kind.YES_NO,
    FactType.CHOICE: Kind.CHOICE,
    FactType.NUMBER: Kind.QUANTITY,
    FactType.LENGTH: Kind.QUANTITY,
    FactType.MONEY: Kind.QUANTITY,
    FactType.DATE: Kind.QUANTITY,
}


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable. ``fact`` is the vocabulary's name for it, None for a test or definition.

    One settled by the calendar has a ``node`` and the ``reader`` of the version it stands in;
    ``says`` are its own words where it is no fact.
    """

    name: str
    kind: Kind
    fact: str | None
    says: str
    node: Node | None = None
    reader: Reader | None = None

    @property
    def of_days(self) -> bool:
        """Whether the calendar settles it."""
        return self.node is not None


@dataclass(slots=True)
class Variables:
    """All variables of a proof over one or more versions; alike meanings share one variable."""

    by_name: dict[str, Variable] = field(default_factory=dict)
    limits: dict[str, set[int]] = field(default_factory=dict)
    exact: set[str] = field(default_factory=set)
    side_by_side: set[str] = field(default_factory=set)
    _by_meaning: dict[str, str] = field(default_factory=dict)

    def free(self, policy: PolicyVersion, fact: str) -> str:
        """The variable of a fact that stands for itself."""
        if fact not in self.by_name:
            word = policy.vocabulary[fact]
            self.by_name[fact] = Variable(fact, KIND_OF[word.type], fact, word.label)
        return fact

    def of_days(
        self, reader: Reader, node: Node, kind: Kind, name: str, fact: str | None, says: str
    ) -> str:
        """The variable of a node that the calendar settles."""
        meaning = f"{kind} {reader.meaning(node)}"
        if meaning not in self._by_meaning:
            if name in self.by_name:
                name = f"{name} ({reader.policy.id})"
            self._by_meaning[meaning] = name
            self.by_name[name] = Variable(name, kind, fact, says, node, reader)
        return self._by_meaning[meaning]

    def note(self, formulas: list[Formula]) -> None:
        """Note every limit a quantity is held against, and quantities held against each other."""
        for each in everything_in(formulas):
            if isinstance(each, Upto):
                self.limits.setdefault(each.variable, set()).add(each.limit)
            elif isinstance(each, Beside):
                self._note_beside(each)

    def _note_beside(self, atom: Beside) -> None:
        pair = (self.by_name[atom.variable], self.by_name[atom.other])
        self.exact |= {each.name for each in pair if each.of_days}
        if not any(each.of_days for each in pair):
            self.side_by_side |= {each.name for each in pair}
