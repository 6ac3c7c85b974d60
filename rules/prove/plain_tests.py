"""What a condition comes to in a region: the figures behind a name, and only what is left open.

A sentence that says "not beyond two miles before the 8th birthday, or three miles" hides who is
meant. Where the region settles one half of such a condition, the other is told as it is: "aged 8 or
over, walking distance over 2 miles and not more than 3 miles". What is told is never less than the
condition and holds of all the region, so that the sentence fits just the same children.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rules.prove.encoding import Encoding
from rules.prove.formula import FALSE, TRUE, And, Called, Formula, Not, Or, Upto, Yes, grouped
from rules.prove.literals import hides_figures
from rules.prove.logic import Truth
from rules.prove.space import Space

AGE = "age"
Test = tuple[Formula, bool]
"""A condition, and whether it holds."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A region: ``truths`` are plain unknowns that all hold in it; ``child`` who is spoken of."""

    space: Space
    truths: tuple[Truth, ...]
    child: Encoding

    def tests(self, formula: Formula, holds: bool) -> list[Test]:
        """A condition of this region as plain tests, groups only where nothing plainer says it."""
        match formula:
            case Not(part):
                return self.tests(part, not holds)
            case Called(part=part) if hides_figures(self.space, formula):
                opened = self.tests(part, holds)
                return (
                    opened
                    if all(self._is_plain(each) for each, _ in opened)
                    else [(formula, holds)]
                )
            case Yes(name):
                return [_as_age(self.space, name, holds) or (formula, holds)]
            case And(parts) | Or(parts) if isinstance(formula, And) is holds:
                return [test for part in parts for test in self.tests(part, holds)]
            case And(parts) | Or(parts):
                return self._one_of(formula, parts, holds)
        return [(formula, holds)]

    def _is_plain(self, formula: Formula) -> bool:
        """Whether a condition says what it looks at: it is neither a group nor hides a figure."""
        hides = isinstance(formula, Called) and hides_figures(self.space, formula)
        return not hides and not isinstance(formula, And | Or)

    def _one_of(self, formula: And | Or, parts: Sequence[Formula], holds: bool) -> list[Test]:
        """What is left of a choice between parts of which one is so, or else is not so."""
        left = [part for part in parts if self._possible(part, holds)]
        settled = [part for part in left if not self._possible(part, not holds)]
        if settled:
            return self.tests(settled[0], holds)
        joined = grouped(left, type(formula), FALSE if isinstance(formula, And) else TRUE)
        return [(formula if len(left) == len(parts) else joined, holds)]

    def _possible(self, part: Formula, holds: bool) -> bool:
        logic, truth = self.space.logic, self.child.of(part)
        name = self.space.name_of(truth if holds else logic.no(truth))
        return logic.possible(*self.truths, name)


def _as_age(space: Space, name: str, holds: bool) -> Test | None:
    """A test of days as one of the age, where on every day the two are the same.

    ``before the 8th birthday`` is ``under 8``; None for other tests, and for facts of their own.
    """
    variable = space.ground.variables.by_name[name]
    age = space.ground.variables.by_name.get(AGE)
    if not variable.of_days or variable.fact or age is None or not age.of_days:
        return None
    rows, ages = space.ground.worlds.column(name), space.ground.worlds.column(AGE)
    for limit in space.child.limits(age):
        under = space.child.up_to_in_table(age, limit)
        found = {row is (each in under) for row, each in zip(rows, ages, strict=True)}
        if len(found) == 1:
            return Upto(AGE, limit), found.pop() is holds
    return None


def choices_left(inside: Inside, fact: str, choices: Sequence[str]) -> list[str]:
    """Of some choices of a fact those that a child of the region can have; all if none can."""
    variable = inside.space.ground.variables.by_name[fact]
    logic, name_of = inside.space.logic, inside.space.name_of
    left = [
        each
        for each in choices
        if logic.possible(*inside.truths, name_of(inside.child.choice(variable, each)))
    ]
    return left or list(choices)
