"""What a condition becomes for a proof: a formula over yes/no facts, choices and quantities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Const:
    """Always so, or never."""

    value: bool


@dataclass(frozen=True, slots=True)
class Yes:
    """A yes/no variable is yes."""

    variable: str


@dataclass(frozen=True, slots=True)
class Upto:
    """A quantity is at most ``limit`` (whole millimetres, pence or a count)."""

    variable: str
    limit: int


@dataclass(frozen=True, slots=True)
class Among:
    """A choice is one of those named."""

    variable: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """One quantity is at most another plus ``shift``."""

    variable: str
    other: str
    shift: int


@dataclass(frozen=True, eq=False, slots=True)
class And:
    """All parts hold."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Or:
    """A part holds."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Not:
    """The part does not hold."""

    part: Formula


@dataclass(frozen=True, eq=False, slots=True)
class Called:
    """A part that has a name and words of its own, so that a region can be told by them.

    ``denies`` are its words where it does not hold, None where they follow from ``says``. Without a
    ``name`` it can be spoken of, and no region is told by it.
    """

    name: str
    part: Formula
    says: str
    denies: str | None = None


Atom = Yes | Upto | Among | Beside
Formula = Const | Yes | Upto | Among | Beside | And | Or | Not | Called

TRUE, FALSE = Const(True), Const(False)


@dataclass(frozen=True, slots=True)
class Pair:
    """A three-valued condition: ``must`` where it is surely met, ``may`` where it is not ruled out.

    The two are one and the same formula unless a text that nobody has read is part of it.
    """

    must: Formula
    may: Formula

    @property
    def settled(self) -> bool:
        """Whether the condition is always met or not met, never open."""
        return self.must is self.may


def sure(formula: Formula) -> Pair:
    """A condition that is never open."""
    return Pair(formula, formula)


def negation(pair: Pair) -> Pair:
    """The opposite of a three-valued condition."""
    must = negated(pair.may)
    return Pair(must, must if pair.settled else negated(pair.must))


def negated(formula: Formula) -> Formula:
    """The opposite of a formula."""
    if isinstance(formula, Const):
        return FALSE if formula.value else TRUE
    return formula.part if isinstance(formula, Not) else Not(formula)


def conjunction(pairs: list[Pair]) -> Pair:
    """All of them."""
    return _joined(pairs, And, FALSE)


def disjunction(pairs: list[Pair]) -> Pair:
    """One of them."""
    return _joined(pairs, Or, TRUE)


def _joined(pairs: list[Pair], group: type[And] | type[Or], settles: Const) -> Pair:
    must = grouped([pair.must for pair in pairs], group, settles)
    if all(pair.settled for pair in pairs):
        return sure(must)
    return Pair(must, grouped([pair.may for pair in pairs], group, settles))


def grouped(parts: list[Formula], group: type[And] | type[Or], settles: Const) -> Formula:
    """A group without parts that say nothing; one settled by a part is that part."""
    if settles in parts:
        return settles
    kept = tuple(part for part in parts if not isinstance(part, Const))
    if not kept:
        return negated(settles)
    return kept[0] if len(kept) == 1 else group(kept)


def parts_of(formula: Formula) -> tuple[Formula, ...]:
    """The formulas that stand directly inside one."""
    if isinstance(formula, And | Or):
        return formula.parts
    return (formula.part,) if isinstance(formula, Not | Called) else ()


def everything_in(formulas: list[Formula]) -> Iterator[Formula]:
    """Every formula inside some, each once, in text order."""
    seen: set[int | Formula] = set()
    waiting = formulas[::-1]
    while waiting:
        formula = waiting.pop()
        key: int | Formula = id(formula) if parts_of(formula) else formula
        if key in seen:
            continue
        seen.add(key)
        yield formula
        waiting.extend(parts_of(formula)[::-1])


def variables_in(formula: Formula) -> tuple[str, ...]:
    """The variables a formula looks at, each once, in text order."""
    found: dict[str, None] = {}
    for each in everything_in([formula]):
        if isinstance(each, Yes | Upto | Among | Beside):
            found[each.variable] = None
        if isinstance(each, Beside):
            found[each.other] = None
    return tuple(found)
