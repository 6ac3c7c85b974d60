"""Tells the solver what a child is: one unknown for each variable, and what ties them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rules.prove.formula import (
    Among,
    And,
    Beside,
    Called,
    Const,
    Formula,
    Not,
    Or,
    Upto,
    Yes,
)
from rules.prove.logic import Logic, Truth
from rules.prove.variables import Kind, Variable, Variables
from rules.prove.worlds import Worlds
from rules.values import FactType
from rules.vocabulary import Vocabulary

BEYOND = 10**15
"""Stands for the length ``no route``: beyond every limit."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What all encodings of one proof share; ``beside_days`` are counts that the calendar ties."""

    logic: Logic
    variables: Variables
    worlds: Worlds
    vocabulary: Vocabulary
    beside_days: frozenset[str] = frozenset()


@dataclass(slots=True)
class Encoding:
    """One child: formulas become expressions over its unknowns.

    A second child of the same proof has a ``mark`` in the names of its own unknowns; those that
    are not its own it has in common with ``base``.
    """

    ground: Ground
    mark: str = ""
    base: Encoding | None = None
    own: frozenset[str] = frozenset()
    own_days: bool = False
    _atoms: dict[Formula, Truth] = field(default_factory=dict)
    _groups: dict[int, tuple[Formula, Truth]] = field(default_factory=dict)

    def of(self, formula: Formula) -> Truth:
        """The expression of a formula."""
        if isinstance(formula, And | Or | Not | Called):
            if id(formula) not in self._groups:
                self._groups[id(formula)] = (formula, self._group(formula))
            return self._groups[id(formula)][1]
        if formula not in self._atoms:
            self._atoms[formula] = self._atom(formula)
        return self._atoms[formula]

    def _group(self, formula: And | Or | Not | Called) -> Truth:
        logic = self.ground.logic
        if isinstance(formula, Not):
            return logic.no(self.of(formula.part))
        if isinstance(formula, Called):
            return self.of(formula.part)
        parts = [self.of(part) for part in formula.parts]
        return logic.all_of(parts) if isinstance(formula, And) else logic.any_of(parts)

    def _atom(self, atom: Formula) -> Truth:
        logic = self.ground.logic
        match atom:
            case Const(value):
                return logic.true if value else logic.false
            case Yes(name):
                return self.of_yes(self._variable(name))
            case Upto(name, limit):
                return self.upto(self._variable(name), limit)
            case Among(name, choices):
                return logic.any_of([self.choice(self._variable(name), each) for each in choices])
            case Beside():
                return self._beside(atom)
        raise TypeError(atom)

    def _variable(self, name: str) -> Variable:
        return self.ground.variables.by_name[name]

    def _shares(self, variable: Variable) -> Encoding | None:
        """The encoding whose unknown this one uses; None where it has its own."""
        is_own = self.own_days if variable.of_days else variable.name in self.own
        return None if self.base is None or is_own else self.base

    def of_yes(self, variable: Variable) -> Truth:
        """That a yes/no variable is yes."""
        if shared := self._shares(variable):
            return shared.of(Yes(variable.name))
        if variable.of_days:
            return self._where(variable, [True])
        return self.ground.logic.yes_no(f"{variable.name}{self.mark}")

    def choice(self, variable: Variable, choice: str) -> Truth:
        """That a choice is this one."""
        if shared := self._shares(variable):
            return shared.choice(variable, choice)
        if variable.of_days:
            return self._where(variable, [choice])
        return self.ground.logic.yes_no(f"{variable.name}{self.mark} is {choice}")

    def upto(self, variable: Variable, limit: int) -> Truth:
        """That a quantity is at most ``limit``."""
        if shared := self._shares(variable):
            return shared.upto(variable, limit)
        logic = self.ground.logic
        if variable.of_days:
            return self._where(variable, self.up_to_in_table(variable, limit))
        least, most = self.bounds(variable)
        if not least <= limit < most:
            return logic.true if limit >= most else logic.false
        if variable.name in self.ground.variables.side_by_side:
            return logic.whole(f"{variable.name}{self.mark}") <= limit
        return logic.yes_no(f"{variable.name}{self.mark} <= {limit}")

    def bounds(self, variable: Variable) -> tuple[int, int]:
        """The least and the most a free quantity can be."""
        word = self.ground.vocabulary[variable.name]
        return (word.least, word.most) if word.type is FactType.NUMBER else (0, BEYOND)

    def up_to_in_table(self, variable: Variable, limit: int) -> list[int]:
        """The values in the table of a quantity of days that are at most ``limit``."""
        variables = self.ground.variables
        values = sorted(set(self.ground.worlds.column(variable.name)))
        if variable.name in variables.exact:
            return [value for value in values if value <= limit]
        limits = sorted(variables.limits[variable.name])
        return [value for value in values if value <= limits.index(limit)]

    def _beside(self, atom: Beside) -> Truth:
        one, two = self._variable(atom.variable), self._variable(atom.other)
        logic, column = self.ground.logic, self.ground.worlds.column
        if two.of_days and not one.of_days:
            cases = [
                logic.all_of([self._where(two, [value]), self.upto(one, value + atom.shift)])
                for value in sorted(set(column(two.name)))
            ]
            return logic.any_of(cases)
        if one.of_days and not two.of_days:
            cases = [
                logic.all_of(
                    [self._where(one, [value]), logic.no(self.upto(two, value - atom.shift - 1))]
                )
                for value in sorted(set(column(one.name)))
            ]
            return logic.any_of(cases)
        if one.of_days:
            return self.among_worlds(self._rows_beside(one, two, atom.shift))
        return self.whole(one) <= self.whole(two) + atom.shift

    def _rows_beside(self, one: Variable, two: Variable, shift: int) -> list[int]:
        pairs = zip(
            self.ground.worlds.column(one.name), self.ground.worlds.column(two.name), strict=True
        )
        return [row for row, (left, right) in enumerate(pairs) if left <= right + shift]

    def whole(self, variable: Variable) -> Truth:
        """A quantity that is held against another quantity, as a whole number."""
        if shared := self._shares(variable):
            return shared.whole(variable)
        return self.ground.logic.whole(f"{variable.name}{self.mark}")

    # A world: row k is so when the unknown "row <= k" holds and "row <= k - 1" does not.
    def _where(self, variable: Variable, values: Sequence[object]) -> Truth:
        column = self.ground.worlds.column(variable.name)
        return self.among_worlds([row for row, value in enumerate(column) if value in values])

    def among_worlds(self, rows: list[int]) -> Truth:
        """That the child's world is one of these rows of the table."""
        if self.base is not None and not self.own_days:
            return self.base.among_worlds(rows)
        return self.ground.logic.any_of([self._stretch(*each) for each in _stretches(rows)])

    def _stretch(self, first: int, last: int) -> Truth:
        return self.ground.logic.all_of(
            [self.row_upto(last), self.ground.logic.no(self.row_upto(first - 1))]
        )

    def row_upto(self, row: int) -> Truth:
        """That the child's world is at most this row of the table."""
        if self.base is not None and not self.own_days:
            return self.base.row_upto(row)
        if not 0 <= row < len(self.ground.worlds.rows) - 1:
            return self.ground.logic.false if row < 0 else self.ground.logic.true
        return self.ground.logic.yes_no(f"row{self.mark} <= {row}")

    def ties(self) -> list[Truth]:
        """What holds of every child's own unknowns: one choice each, limits in order, one world."""
        ties: list[Truth] = []
        for variable in self.ground.variables.by_name.values():
            if variable.of_days or self._shares(variable):
                continue
            if variable.kind is Kind.CHOICE:
                ties += self._one_choice(variable)
            if variable.kind is Kind.QUANTITY:
                ties += self._in_order(variable)
        if self.base is None or self.own_days:
            rows = range(len(self.ground.worlds.rows) - 1)
            ties += self._implied([self.row_upto(row) for row in rows])
        return ties

    def _one_choice(self, variable: Variable) -> list[Truth]:
        logic = self.ground.logic
        choices = self.ground.vocabulary[variable.name].choices
        each = [self.choice(variable, choice) for choice in choices]
        pairs = [(one, two) for at, one in enumerate(each) for two in each[at + 1 :]]
        return [logic.any_of(each), *(logic.any_of([logic.no(a), logic.no(b)]) for a, b in pairs)]

    def _in_order(self, variable: Variable) -> list[Truth]:
        limits = self.limits(variable)
        if variable.name not in self.ground.variables.side_by_side:
            return self._implied([self.upto(variable, limit) for limit in limits])
        least, most = self.bounds(variable)
        whole = self.whole(variable)
        return [whole >= least, whole <= most]

    def limits(self, variable: Variable) -> list[int]:
        """The limits a quantity is held against, in order, within what it can be."""
        least, most = self.bounds(variable)
        found = self.ground.variables.limits.get(variable.name, set())
        return [limit for limit in sorted(found) if least <= limit < most]

    def _implied(self, ordered: list[Truth]) -> list[Truth]:
        logic = self.ground.logic
        return [
            logic.any_of([logic.no(one), two])
            for one, two in zip(ordered, ordered[1:], strict=False)
        ]


def _stretches(rows: list[int]) -> list[tuple[int, int]]:
    """Rows as stretches (first, last) of neighbours."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def limits_of_days(
    variables: Variables, worlds: Worlds, beside: Mapping[Beside, None]
) -> frozenset[str]:
    """Add the limits that free quantities get from the calendar's own counts; give those back."""
    tied: set[str] = set()
    for atom in beside:
        one, two = variables.by_name[atom.variable], variables.by_name[atom.other]
        if two.of_days and not one.of_days:
            values = {value + atom.shift for value in worlds.column(two.name)}
            variables.limits.setdefault(one.name, set()).update(values)
            tied.add(one.name)
        if one.of_days and not two.of_days:
            values = {value - atom.shift - 1 for value in worlds.column(one.name)}
            variables.limits.setdefault(two.name, set()).update(values)
            tied.add(two.name)
    return frozenset(tied)
