"""Every possible child, under one or more versions at once: what all the proofs ask about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from rules.policy import PolicyVersion
from rules.prove.calendar_days import days_governed, turns_of
from rules.prove.conditions import grounded_text, grounded_truths
from rules.prove.encoding import Encoding, Ground, limits_of_days
from rules.prove.formula import Beside, Formula, Pair, everything_in
from rules.prove.grounding import Grounder
from rules.prove.logic import Logic, Truth, identity
from rules.prove.meaning import Node, Reader, meant_alike, told_apart
from rules.prove.outcomes import Ruled, ruled
from rules.prove.programme import Days, Programme, Work
from rules.prove.variables import Variable, Variables
from rules.prove.worlds import Table, Worlds
from rules.values import Effect, Facts
from rules.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Space:
    """The children a proof is about, with what each version says of them.

    ``given`` are the derived facts taken as given outright; ``parts`` are, for each version, the
    conditions that each provision asks for one and all, ``cases`` those of each charge's sums;
    ``beside`` are facts that the domain truths name and no provision looks at.
    """

    ground: Ground
    child: Encoding
    versions: tuple[Ruled, ...]
    parts: tuple[Mapping[str, tuple[Formula, ...]], ...]
    cases: tuple[Mapping[str, tuple[Pair, ...]], ...]
    truths: tuple[Formula, ...]
    truth_words: tuple[str, ...]
    span: tuple[date, date]
    oldest: int
    given: frozenset[str]
    beside: frozenset[str]
    _names: dict[int, tuple[Truth, Truth]] = field(default_factory=dict)
    _others: list[Encoding] = field(default_factory=list)
    _kept: dict[Callable[[Space], Any], Any] = field(default_factory=dict)
    _works: dict[str, Work] = field(default_factory=dict)

    @property
    def facts(self) -> list[Variable]:
        """The facts that the provisions look at and the calendar leaves free."""
        known = self.ground.variables.by_name.values()
        return [each for each in known if not each.of_days and each.name not in self.beside]

    @property
    def logic(self) -> Logic:
        """The solver of this proof."""
        return self.ground.logic

    def of(self, formula: Formula) -> Truth:
        """A formula as an expression over the child."""
        return self.child.of(formula)

    def name_of(self, truth: Truth) -> Truth:
        """A plain unknown for an expression, made once."""
        key = identity(truth)
        if key not in self._names:
            self._names[key] = (truth, self.logic.named(truth))
        return self._names[key][1]

    def kept(self, make: Callable[[Space], Any]) -> Any:
        """What is made of this space, made once."""
        if make not in self._kept:
            self._kept[make] = make(self)
        return self._kept[make]

    def value_on(self, variable: Variable, days: Days) -> object:
        """What a variable of days is for some days, None where it cannot be told."""
        if variable.name not in self._works:
            assert variable.node is not None and variable.reader is not None
            self._works[variable.name] = Programme(variable.reader).of(variable.node)
        return self._works[variable.name](days)

    def another(self, own: frozenset[str], own_days: bool = False) -> Encoding:
        """A second child that differs from the first at most in its ``own`` facts."""
        mark = "'" * (1 + len(self._others))
        other = Encoding(self.ground, mark, self.child, own, own_days)
        self._others.append(other)
        self.logic.add(*other.ties(), *(other.of(truth) for truth in self.truths))
        return other


ELIGIBILITY = (Effect.ENTITLES, Effect.OFFERS, Effect.WITHHOLDS, Effect.REFERS, Effect.EXTENDS)
"""The effects that make up the outcome, and what widens them."""


def open_space(
    policies: tuple[PolicyVersion, ...],
    days: tuple[date, date] | None = None,
    known: Facts | None = None,
    effects: tuple[Effect, ...] = ELIGIBILITY,
    given: frozenset[str] | None = None,
    usual: bool = False,
) -> Space:
    """Ground some versions over the same children.

    ``days`` are the first and last day of travel (else those the last version governs); ``known``
    are days of one child that stand fixed; ``effects`` those of the provisions to ground; ``given``
    the derived facts taken as given outright (None: all that the versions mean alike). With
    ``usual`` no child is odd in what the vocabulary says holds usually. Raises CannotProve for
    a text that a proof cannot follow.
    """
    given = meant_alike(policies) if given is None else given
    readers = [Reader(policy, given) for policy in policies]
    variables = Variables()
    apart = told_apart(policies, given)
    grounders = [Grounder(reader, variables, apart) for reader in readers]
    texts = [grounded_text(each, effects) for each in grounders]
    looked_at = frozenset(variables.by_name)
    grounded, of_days, words = grounded_truths(grounders, usual)
    beside = frozenset(variables.by_name) - looked_at
    formulas = [formula for text in texts for formula in text.formulas]
    variables.note([*formulas, *grounded])
    worlds, span, oldest = _worlds(variables, of_days, policies, days, known or {})
    tied = _note_counts(variables, worlds, [*formulas, *grounded, *with_one_to_spare(grounded)])
    ground = Ground(Logic(), variables, worlds, _words(policies), tied)
    child = Encoding(ground)
    ground.logic.add(*child.ties(), *(child.of(truth) for truth in grounded))
    return Space(
        ground,
        child,
        tuple(ruled(each.policy, each.provisions) for each in texts),
        tuple(each.parts for each in texts),
        tuple(each.cases for each in texts),
        tuple(grounded),
        words,
        span,
        oldest,
        given,
        beside,
    )


def _worlds(
    variables: Variables,
    truths: list[tuple[Reader, Node]],
    policies: tuple[PolicyVersion, ...],
    days: tuple[date, date] | None,
    known: Facts,
) -> tuple[Worlds, tuple[date, date], int]:
    nodes = [
        (each.reader, each.node)
        for each in variables.by_name.values()
        if each.reader is not None and each.node is not None
    ]
    counts = [
        limit + 1
        for name, limits in variables.limits.items()
        if variables.by_name[name].of_days
        for limit in limits
    ]
    turns = turns_of([*nodes, *truths], counts)
    span = days or days_governed(policies, turns)
    return Table(variables, turns, truths, known).worlds(span), span, turns.oldest


def _note_counts(variables: Variables, worlds: Worlds, formulas: list[Formula]) -> frozenset[str]:
    beside = {each: None for each in everything_in(formulas) if isinstance(each, Beside)}
    return limits_of_days(variables, worlds, beside)


def with_one_to_spare(truths: Iterable[Formula]) -> list[Beside]:
    """The counts that truths hold against each other, held by one more than they ask for."""
    beside = [each for each in everything_in(list(truths)) if isinstance(each, Beside)]
    return [replace(each, shift=each.shift - 1) for each in beside]


def _words(policies: tuple[PolicyVersion, ...]) -> Vocabulary:
    words: Vocabulary = {}
    for policy in policies:
        words |= policy.vocabulary
    return words
