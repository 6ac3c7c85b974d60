"""Two values held against each other, as a formula."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rules.prove.formula import (
    Beside,
    Const,
    Pair,
    Upto,
    conjunction,
    disjunction,
    negation,
    sure,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """The value of a variable."""

    variable: str


@dataclass(frozen=True, slots=True)
class ByCases:
    """A value by cases, the first met wins; with none met it is not known."""

    cases: tuple[tuple[Pair, Side | str], ...]

    def when(self, test: Callable[[Side | str], Pair]) -> Pair:
        """The condition that ``test`` holds of the value."""
        before: list[Pair] = []
        found: list[Pair] = []
        for guard, value in self.cases:
            found.append(conjunction([*before, guard, test(value)]))
            before.append(negation(guard))
        settled = disjunction(found)
        none_met = conjunction(before).may
        if isinstance(none_met, Const):
            return settled
        return Pair(settled.must, disjunction([sure(settled.may), sure(none_met)]).must)


Side = int | Quantity | ByCases


def compared(left: Side | str, operator: str, right: Side | str) -> Pair:
    """``left operator right`` as a condition; numbers, lengths and money alike."""
    if isinstance(left, ByCases):
        return left.when(lambda value: compared(value, operator, right))
    if isinstance(right, ByCases):
        return right.when(lambda value: compared(left, operator, value))
    if isinstance(left, str) or isinstance(right, str):
        return sure(Const(left == right))
    if operator in (">", "<"):
        inner = _at_most(left, right, 0) if operator == ">" else _at_most(right, left, 0)
        return negation(inner)
    if operator == "<=":
        return _at_most(left, right, 0)
    if operator == ">=":
        return _at_most(right, left, 0)
    return conjunction([_at_most(left, right, 0), _at_most(right, left, 0)])


def _at_most(left: int | Quantity, right: int | Quantity, shift: int) -> Pair:
    """``left <= right + shift``."""
    if isinstance(left, int) and isinstance(right, int):
        return sure(Const(left <= right + shift))
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return sure(Beside(left.variable, right.variable, shift))
    if isinstance(left, Quantity):
        return sure(Upto(left.variable, int(right) + shift))  # type: ignore[arg-type]
    limit = int(left) - shift - 1
    return negation(sure(Upto(right.variable, limit)))  # type: ignore[union-attr]
