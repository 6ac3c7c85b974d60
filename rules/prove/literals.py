"""What a region may be told by: the tests, definitions and paragraphs of the versions compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rules.prove.encoding import Encoding
from rules.prove.formula import (
    FALSE,
    Among,
    And,
    Beside,
    Called,
    Formula,
    Upto,
    Yes,
    everything_in,
    grouped,
    variables_in,
)
from rules.prove.logic import Truth, identity
from rules.prove.outcomes import any_of
from rules.prove.space import Space
from rules.prove.variables import Kind
from rules.values import FactType, Outcome


@dataclass(frozen=True, eq=False, slots=True)
class Literal:
    """A test that holds or does not in a region.

    ``name`` is the solver's plain unknown for it, ``opposite`` that it fails; ``parts`` are the
    conditions it joins, where it is a whole group; ``child`` is the one of a pair that it tests
    (None: the only one, or the first). Those of lower ``rank`` are given up first when a region is
    widened. ``title`` are the version and the provision that it stands for; ``some_of`` the
    provisions of which at least one is met where it holds.
    """

    formula: Formula
    name: Truth
    opposite: Truth
    rank: int
    parts: tuple[Formula, ...] = ()
    child: Encoding | None = None
    title: tuple[str, str] | None = None
    some_of: tuple[Literal, ...] = ()

    @property
    def several(self) -> bool:
        """Whether it joins several conditions, so that its opposite says little."""
        return self.rank >= RANK_GROUP

    def sign(self, holds: bool) -> Truth:
        """That the test holds, or does not."""
        return self.name if holds else self.opposite

    def order(self, holds: bool) -> tuple[int, int]:
        """Orders the tests of a child, those to give up first at the front.

        A whole group that holds says less well what its parts say; of limits of one quantity the
        narrower goes before the wider.
        """
        if isinstance(self.formula, Upto):
            return self.rank, self.formula.limit if holds else -self.formula.limit
        return (-1 if self.rank == RANK_GROUP and holds else self.rank), 0


(
    RANK_CHOICE,
    RANK_FACT,
    RANK_SET,
    RANK_LIMIT,
    RANK_DAYS,
    RANK_DEFINITION,
    RANK_GROUP,
    RANK_OFFICER,
) = range(8)
RANK_OUTCOME, RANK_PROVISION = -3, -2
"""What a sentence speaks of only where nothing plainer tells the same."""


def literals_of(space: Space) -> tuple[Literal, ...]:
    """Every literal of the versions, those to give up first at the front; alike ones once."""
    found: tuple[Literal, ...] = space.kept(_literals)
    return found


def _literals(space: Space) -> tuple[Literal, ...]:
    formulas = [formula for version in space.versions for formula in version.formulas]
    cases = [pair for version in space.cases for several in version.values() for pair in several]
    formulas += [pair.must for pair in cases]
    found: dict[int, tuple[Formula, int, tuple[Formula, ...]]] = {}
    several = [*_tests(space, formulas), *_groups(space)]
    for formula, rank, parts in several:
        truth = space.of(formula)
        if truth.decl().name() not in ("true", "false"):
            found.setdefault(identity(truth), (formula, rank, parts))
    ordered = sorted(found.values(), key=lambda each: each[1])
    tests = tuple(_literal(space, *each) for each in ordered)
    return (*tests, *(each for each in _for_an_officer(space) if _is_open(each)))


def limits_afterwards(space: Space, other: Encoding, names: frozenset[str]) -> list[Literal]:
    """The limits of some quantities as tests of the second child of a pair."""
    found = []
    for name in sorted(names):
        variable = space.ground.variables.by_name[name]
        for limit in other.limits(variable):
            test = space.logic.named(other.upto(variable, limit))
            formula = Upto(name, limit)
            found.append(Literal(formula, test, space.logic.no(test), RANK_LIMIT, (), other))
    return found


def _literal(
    space: Space,
    formula: Formula,
    rank: int,
    parts: tuple[Formula, ...],
    child: Encoding | None = None,
) -> Literal:
    name = space.logic.named((child or space.child).of(formula))
    return Literal(formula, name, space.logic.no(name), rank, parts, child)


def _tests(
    space: Space, formulas: Iterable[Formula]
) -> Iterable[tuple[Formula, int, tuple[Formula, ...]]]:
    for each in everything_in(list(formulas)):
        match each:
            case Yes():
                yield each, _rank_of(space, each), ()
            case Among(name, choices):
                yield each, RANK_SET, ()
                for choice in choices:
                    yield Among(name, (choice,)), RANK_CHOICE, ()
            case Upto() | Beside():
                yield each, RANK_LIMIT, ()
            case Called(name=name) if name and not hides_figures(space, each):
                yield each, RANK_DEFINITION, ()
    for variable in space.ground.variables.by_name.values():
        if variable.kind is Kind.QUANTITY and not variable.of_days:
            for limit in space.child.limits(variable):
                yield Upto(variable.name, limit), RANK_LIMIT, ()


def _rank_of(space: Space, test: Yes) -> int:
    """Of tests of days those that are facts are told rather than those that are definitions."""
    variable = space.ground.variables.by_name[test.variable]
    if not variable.of_days:
        return RANK_FACT
    return RANK_DAYS if variable.fact else RANK_LIMIT


def _groups(space: Space) -> Iterable[tuple[Formula, int, tuple[Formula, ...]]]:
    """What each provision asks besides figures and days, as one group."""
    for parts_of_version in space.parts:
        for parts in parts_of_version.values():
            plain = tuple(part for part in parts if not hides_figures(space, part))
            if len(plain) > 1:
                yield grouped(list(plain), And, FALSE), RANK_GROUP, plain


def _for_an_officer(space: Space) -> Iterable[Literal]:
    """That a version leaves something to an officer: one test, however many grounds there are."""
    for at, version in enumerate(space.versions):
        grounds = version.grounds[Outcome.FOR_AN_OFFICER]
        if len(grounds) > 1:
            each = tuple(provision_literal(space, at, name, grounds[name]) for name in grounds)
            formula = any_of(grounds.values())
            name = space.name_of(space.of(formula))
            yield Literal(formula, name, space.logic.no(name), RANK_OFFICER, some_of=each)


def provision_literal(space: Space, at: int, provision: str, formula: Formula) -> Literal:
    """A provision of a version (by its place) as one test.

    ``formula`` is its own condition, or that it is left standing as an offer.
    """
    version = space.versions[at]
    pair = version.provisions[provision]
    parts: tuple[Formula, ...] = ()
    if pair.settled and formula is pair.must:
        parts = space.parts[at][provision]
    elif pair.settled and isinstance(formula, And) and pair.must in formula.parts:
        more = tuple(each for each in formula.parts if each is not pair.must)
        parts = (*space.parts[at][provision], *more)
    title = (version.policy.id, version.policy.provision(provision).title)
    name = space.name_of(space.of(formula))
    return Literal(formula, name, space.logic.no(name), RANK_PROVISION, parts, title=title)


def _is_open(literal: Literal) -> bool:
    return literal.name.decl().name() not in ("true", "false")


def hides_figures(space: Space, formula: Formula) -> bool:
    """Whether a formula looks at a length, a sum, a year group or what the calendar settles.

    These are told as figures ("over 2 miles"), so a name that hides them tells too little.
    """
    return any(_is_figure(space, name) for name in variables_in(formula))


def _is_figure(space: Space, name: str) -> bool:
    variable = space.ground.variables.by_name[name]
    if variable.of_days:
        return True
    word = space.ground.vocabulary[name]
    return word.type in (FactType.LENGTH, FactType.MONEY) or name in space.ground.beside_days
