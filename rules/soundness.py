"""Checks that what names what in a policy comes to an end, and stays of a size that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rules import tree
from rules.policy import Provision

DEEPEST = 60
"""How many groups and names may stand on one another, from a provision down to a fact."""

LARGEST = 5_000
"""How many tests one provision or definition may come to with all its names written out."""

WORKED_OUT = "(what it works out)"
"""Follows a provision's id to name its sums and its day, which stand beside its condition."""

Body = tree.Condition | tree.Value | tuple[tree.Case, ...]


class Unsound(Exception):
    """A name that stands on itself, or on too much; ``name`` is where it was found."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


@dataclass(frozen=True, slots=True)
class Extent:
    """How deep and how large a condition is, all names written out."""

    depth: int
    size: int


@dataclass(slots=True)
class Measure:
    """Measures each named body once; a definition by its name, a provision by its id."""

    bodies: Mapping[str, Body]
    done: dict[str, Extent] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)

    def extent(self, name: str) -> Extent:
        """The extent of a named body. Raises Unsound where it has no end, or is too large."""
        if name in self.done:
            return self.done[name]
        if name in self.open:
            loop = " -> ".join([*self.open[self.open.index(name) :], name])
            raise Unsound(name, f"these stand on one another in a loop: {loop}")
        self.open.append(name)
        found = self._of(self.bodies[name], len(self.open))
        if found.size > LARGEST:
            raise Unsound(name, f"written out it has more than {LARGEST:,} tests; make it simpler")
        self.done[name] = found
        self.open.pop()
        return found

    def _of(self, node: Body, level: int) -> Extent:
        if level > DEEPEST:
            raise Unsound(self.open[-1], f"more than {DEEPEST} groups and names on one another")
        parts = [self._of(part, level + 1) for part in parts_of(node)]
        parts += [self.extent(name) for name in names_in(node) if name in self.bodies]
        depth = 1 + max((part.depth for part in parts), default=0)
        if depth > DEEPEST:
            raise Unsound(self.open[-1], f"more than {DEEPEST} groups and names on one another")
        return Extent(depth, 1 + sum(part.size for part in parts))


def parts_of(node: Body) -> Iterator[Body]:
    """The conditions and values that stand inside a node."""
    match node:
        case tuple():
            for case in node:
                yield from () if case.when is None else (case.when,)
                yield from () if isinstance(case.value, str) else (case.value,)
        case tree.All() | tree.AnyOf() | tree.NoneOf() | tree.Operation():
            yield from node.parts
        case tree.Holds():
            yield node.fact
        case tree.Compare():
            yield node.left
            yield node.right
        case tree.OneOf():
            yield node.value


def names_in(node: Body) -> Iterator[str]:
    """The name of a definition or provision that a node itself stands for."""
    match node:
        case tree.Fact() | tree.Named() | tree.Defined():
            yield node.name
        case tree.OfProvision():
            yield node.provision


def worked_out(provision: Provision) -> tuple[tree.Case, ...]:
    """The sums and shares of a charge, and the day of an end, as cases to be measured."""
    charge, ending = provision.charge, provision.ending
    values: list[tree.Value] = [ending.on] if ending and ending.on else []
    if charge is not None:
        values += [charge.instalments] if charge.instalments else []
        values += [value for each in charge.times for value in (each.by, each.out_of)]
    return (*(charge.cases if charge else ()), *(tree.Case(None, value) for value in values))
