"""What the unknown facts of one child may yet turn out to be, and what each way leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import prod
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from rules.bands import FIGURES, bands_of, is_banded
from rules.caseload.columns import Children, Column, blank, whole_value
from rules.caseload.few import outcomes_of_few
from rules.caseload.result import CONTRADICTORY, OUTCOMES
from rules.decide import outcome_only
from rules.inputs import facts_of
from rules.policy import PolicyVersion
from rules.problems import UserFacingError
from rules.values import Facts, FactType, FactValue
from rules.vocabulary import FactWord

Array = NDArray[Any]

MOST: Final = 2048
"""All ways are looked at where there are no more than these."""

FEW: Final = 12
"""No more ways than these are quicker decided one by one."""

DRAWN: Final = 512
"""Of more ways, so many are drawn, the same ones each time."""

_SMALL_RANGE: Final = 40
_CODES: Final = 8
_AGES: Final = (3, 5, 7, 9, 11, 13, 15, 17, 18, 20)


@dataclass(frozen=True, slots=True)
class Completions:
    """Ways in which some unknown facts of a child may turn out, and the outcome of each way.

    ``values`` are the values each fact may take, ``chosen`` (a line for each fact) the place of
    its value in every way, ``outcomes`` the outcome's code, negative for a way that no real child
    can be. ``complete`` says that these are all ways there are, in the order of an odometer whose
    last wheel turns fastest; then what cannot change the outcome can be told for certain.
    """

    names: tuple[str, ...]
    values: tuple[tuple[FactValue, ...], ...]
    chosen: Array
    outcomes: Array
    complete: bool

    def can_change(self, name: str, tied: frozenset[str]) -> bool:
        """Whether the outcome can hang on a fact, the ``tied`` ones changing with it.

        Always so where these are not all the ways there are.
        """
        if not self.complete:
            return True
        return self._differs({name}) or (len(tied) > 1 and self._differs(tied))

    def _differs(self, own: set[str] | frozenset[str]) -> bool:
        whole = self.outcomes.reshape([len(each) for each in self.values])
        axes = tuple(at for at, name in enumerate(self.names) if name in own)
        possible = whole >= 0
        most = np.where(possible, whole, -1).max(axis=axes)
        least = np.where(possible, whole, _CODES).min(axis=axes)
        return bool(((most > least) & (least < _CODES)).any())

    def left_open(self, name: str) -> float:
        """How far from settled a fact's answer leaves the outcome on average: 0 is settled.

        The chance that two ways, drawn from those with one answer, end in different outcomes.
        """
        at = self.names.index(name)
        sure = self.outcomes >= 0
        pairs = self.chosen[at][sure] * _CODES + self.outcomes[sure]
        counts = np.bincount(pairs, minlength=len(self.values[at]) * _CODES)
        by_answer = counts.reshape(-1, _CODES).astype(np.float64)
        sizes = by_answer.sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            alike = np.where(sizes > 0, (by_answer**2).sum(axis=1) / sizes, 0.0)
        total = float(sizes.sum())
        return 1.0 - float(alike.sum()) / total if total else 0.0


def completions(policy: PolicyVersion, facts: Facts, names: Sequence[str]) -> Completions:
    """Every way those unknown facts may turn out, or very many ways where there are too many.

    A figure takes one value of each band between the limits it is held against.
    """
    words = [policy.vocabulary[name] for name in names]
    values = tuple(_values(policy, facts, word) for word in words)
    count = prod(len(each) for each in values)
    complete = count <= MOST and all(_is_finite(policy, word) for word in words)
    chosen = _every(values, count) if count <= MOST else _drawn(values)
    if count <= FEW:
        outcomes = _one_by_one(policy, facts, words, values, chosen)
    else:
        children = _children(policy, facts, words, values, chosen)
        outcomes = outcomes_of_few(policy, children)[1:]
    return Completions(tuple(names), values, chosen, outcomes, complete)


def _one_by_one(
    policy: PolicyVersion,
    facts: Facts,
    words: list[FactWord],
    values: tuple[tuple[FactValue, ...], ...],
    chosen: Array,
) -> Array:
    found = []
    for places in chosen.T:
        answers = zip(words, values, places, strict=True)
        child = {**facts, **{word.name: each[place] for word, each, place in answers}}
        try:
            found.append(OUTCOMES.index(outcome_only(policy, child).outcome))
        except UserFacingError:
            found.append(CONTRADICTORY)
    return np.array(found, np.int64)


def tied_to(policy: PolicyVersion, facts: Facts, name: str) -> frozenset[str]:
    """A fact with the unknown ones that a domain truth ties to it."""
    tied = {name}
    for held in _held_together(policy):
        if name in held:
            tied |= {each for each in held if facts.get(each) is None}
    return frozenset(tied)


@lru_cache(maxsize=64)
def _held_together(policy: PolicyVersion) -> tuple[frozenset[str], ...]:
    """The facts that each domain truth looks at."""
    return tuple(frozenset(facts_of(policy, truth.holds)) for truth in policy.truths)


def _every(values: tuple[tuple[FactValue, ...], ...], count: int) -> Array:
    sizes = [len(each) for each in values]
    return np.indices(sizes, np.int64).reshape(len(sizes), count)


def _drawn(values: tuple[tuple[FactValue, ...], ...]) -> Array:
    dice = np.random.default_rng(1)
    return np.array([dice.integers(0, len(each), DRAWN) for each in values])


def _children(
    policy: PolicyVersion,
    facts: Facts,
    words: list[FactWord],
    values: tuple[tuple[FactValue, ...], ...],
    chosen: Array,
) -> Children:
    """A table of the ways. Its first row knows nothing, so that one program serves every child."""
    count = chosen.shape[1] + 1
    known, nothing = _known_but_first(count)
    columns = {
        word.name: _same(word, facts.get(word.name), known, nothing)
        for word in policy.vocabulary.values()
        if word.may_be_given
    }
    for word, each, places in zip(words, values, chosen, strict=True):
        coded = np.array([whole_value(word, value) for value in each], blank(word)[1])
        columns[word.name] = Column(word, np.concatenate([coded[:1], coded[places]]), known)
    return Children(count, columns)


@lru_cache(maxsize=64)
def _known_but_first(count: int) -> tuple[Array, Array]:
    """Rows of which all but the first are known, and rows of which none is; never changed."""
    known = np.ones(count, np.bool_)
    known[0] = False
    return known, np.zeros(count, np.bool_)


def _same(word: FactWord, value: FactValue | None, known: Array, nothing: Array) -> Column:
    """A column of one value; of a fact that stays unknown, one that says so."""
    filler, kept_as = blank(word)
    code = filler if value is None else whole_value(word, value)
    return Column(word, _full(code, kept_as, len(known)), nothing if value is None else known)


@lru_cache(maxsize=512)
def _full(code: int, kept_as: Any, count: int) -> Array:
    """A column of one number; never changed."""
    return np.full(count, code, kept_as)


def _values(policy: PolicyVersion, facts: Facts, word: FactWord) -> tuple[FactValue, ...]:
    """One value for each way a fact can bear on the outcome; of days, some likely ones."""
    if word.type is FactType.YES_NO:
        return (True, False)
    if word.type is FactType.CHOICE:
        return word.choices
    if word.type is FactType.DATE:
        return _days(facts, word)
    if not is_banded(policy, word.name) and _is_small(word):
        return tuple(range(word.least, word.most + 1))
    return tuple(low for low, _ in bands_of(policy, word))


def _days(facts: Facts, word: FactWord) -> tuple[FactValue, ...]:
    day = facts.get("day_of_travel")
    if not isinstance(day, date):
        return (date(2000, 1, 1),)
    if word.name == "date_of_birth":
        return tuple(day - timedelta(days=365 * age + 180) for age in _AGES)
    return tuple(day + timedelta(days=off) for off in (-800, -400, -30, 30))


def _is_finite(policy: PolicyVersion, word: FactWord) -> bool:
    if word.type in FIGURES:
        return is_banded(policy, word.name) or _is_small(word)
    return word.type is not FactType.DATE


def _is_small(word: FactWord) -> bool:
    return word.type is FactType.NUMBER and word.most - word.least <= _SMALL_RANGE
