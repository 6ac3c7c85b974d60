"""The *what if* reading: the smallest changes of facts that would change the outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np

from rules.bands import FIGURES, Band, bands_of
from rules.caseload.columns import Children, Column, from_facts
from rules.caseload.result import OUTCOMES
from rules.caseload.run import run
from rules.decide import outcome_only
from rules.evaluate import Run
from rules.inputs import facts_of
from rules.other_days import age_by, other_days
from rules.policy import PolicyVersion
from rules.problems import BadFacts
from rules.recommendation import Recommendation
from rules.scope import applies
from rules.values import NO_ROUTE, Facts, FactType, FactValue, KnownHow, Outcome
from rules.vocabulary import FactWord

BANDED = (*FIGURES, FactType.DATE)
"""Types of which one value stands for a whole band."""

Moves = tuple[tuple[FactWord, FactValue], ...]
"""Facts with other values, to be tried together."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One fact with another value: ``now`` as it is (None: not known), ``then`` as it would be.

    A length, number or day stands for its whole band: ``then`` is its end nearest to ``now``.
    ``travel`` is the day of travel where the fact is a day of birth, from which an age on that
    day is worked out.
    """

    word: FactWord
    now: FactValue | None
    then: FactValue
    travel: date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A smallest set of facts (one or two) that would change the outcome, and to what.

    ``in_reach`` says whether the family could change or prove every one of them; age, year group
    and measured distances they cannot.
    """

    alternatives: tuple[Alternative, ...]
    outcome: Outcome
    grounds: tuple[str, ...]
    in_reach: bool


def what_if(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation
) -> tuple[Change, ...]:
    """All changes of one fact, and of two where no one of them does it, that change the outcome.

    Complete up to two facts: every fact that a possible provision looks at (one that age, phase and
    kind of place do not rule out) and every day of birth, with one value from each band between
    the limits it is held against; two days held against each other are each tried with the other as
    it is. Those in the family's reach come first.
    """
    moves = [
        (word, value)
        for word in _facts_in_play(policy, facts)
        for value in _others(policy, facts, word)
    ]
    singles = _changes(policy, facts, recommendation, [(move,) for move in moves])
    alone = {(a.word.name, a.then) for each in singles for a in each.alternatives}
    left = [move for move in moves if (move[0].name, move[1]) not in alone]
    pairs = [pair for pair in combinations(left, 2) if pair[0][0] is not pair[1][0]]
    found = [*singles, *_changes(policy, facts, recommendation, pairs)]
    return tuple(sorted(_nearest(found), key=_order))


def _changes(
    policy: PolicyVersion,
    facts: Facts,
    recommendation: Recommendation,
    sets: Sequence[Moves],
) -> list[Change]:
    """Of sets of moves, those that change the outcome; all are decided at once, as a caseload."""
    if not sets:
        return []
    outcomes = run(policy, _moved(policy, facts, sets)).outcomes
    now = OUTCOMES.index(recommendation.eligibility.outcome)
    tried = [
        _tried(policy, facts, moves)
        for moves, outcome in zip(sets, outcomes.tolist(), strict=True)
        if outcome >= 0 and outcome != now
    ]
    return [change for change in tried if change is not None]


def _moved(policy: PolicyVersion, facts: Facts, sets: Sequence[Moves]) -> Children:
    """A row for each set of moves: each column is put together from one row for each move."""
    every = list(dict.fromkeys((word.name, value) for moves in sets for word, value in moves))
    singles = from_facts([facts, *({**facts, name: v} for name, v in every)], policy.vocabulary)
    rows = {move: at for at, move in enumerate(every, start=1)}
    places: dict[str, tuple[list[int], list[int]]] = {name: ([], []) for name in singles.columns}
    for at, moves in enumerate(sets):
        for word, value in moves:
            places[word.name][0].append(at)
            places[word.name][1].append(rows[word.name, value])
    columns = {
        name: _picked(each, len(sets), places[name]) for name, each in singles.columns.items()
    }
    return Children(len(sets), columns)


def _picked(column: Column, count: int, places: tuple[list[int], list[int]]) -> Column:
    """A column of the case as it is, with some rows taken from those of the moves."""
    taken = np.zeros(count, np.int64)
    taken[places[0]] = places[1]
    return Column(column.word, column.values[taken], column.known[taken])


def _tried(policy: PolicyVersion, facts: Facts, moves: Moves) -> Change | None:
    changed = {**facts, **{word.name: value for word, value in moves}}
    try:
        found = outcome_only(policy, changed)
    except BadFacts:
        return None
    if found.missing or found.unread:
        return None
    alternatives = tuple(_alternative(policy, facts, word, value) for word, value in moves)
    reach = all(in_reach(word) for word, _ in moves)
    return Change(alternatives, found.outcome, found.grounds, reach)


def _alternative(
    policy: PolicyVersion, facts: Facts, word: FactWord, then: FactValue
) -> Alternative:
    travel = facts.get("day_of_travel")
    of_birth = isinstance(travel, date) and word.type is FactType.DATE and age_by(policy, word.name)
    on = travel if isinstance(travel, date) and of_birth else None
    return Alternative(word, facts.get(word.name), then, on)


def _nearest(found: list[Change]) -> list[Change]:
    """Of changes of the same facts to the same outcome, the one that changes figures least."""
    kept: dict[tuple[object, ...], Change] = {}
    for change in sorted(found, key=_distance):
        names = tuple(each.word.name for each in change.alternatives)
        figures = tuple(each.then for each in change.alternatives if each.word.type not in BANDED)
        kept.setdefault((names, figures, change.outcome), change)
    return list(kept.values())


def _distance(change: Change) -> int:
    far = 10**15
    return sum(
        far if (apart := _apart(each.then, each.now)) is None else apart
        for each in change.alternatives
        if each.word.type in BANDED
    )


def _apart(then: FactValue, now: FactValue | None) -> int | None:
    if isinstance(then, date) and isinstance(now, date):
        return abs((then - now).days)
    return abs(then - now) if isinstance(then, int) and isinstance(now, int) else None


def _order(change: Change) -> tuple[bool, int]:
    return not change.in_reach, len(change.alternatives)


def in_reach(word: FactWord) -> bool:
    """Whether a family can change or prove a fact: not age, phase, kind of place, or distance."""
    return not word.scope and word.how is not KnownHow.MEASURED


def _facts_in_play(policy: PolicyVersion, facts: Facts) -> list[FactWord]:
    """The facts of provisions that age, phase and kind of place do not rule out, and any age."""
    evaluation = Run(policy, facts)
    names = dict.fromkeys(
        name
        for provision in policy.provisions
        if applies(evaluation, provision) is not False
        for name in facts_of(policy, provision.when)
    )
    names |= dict.fromkeys(name for name in policy.vocabulary if age_by(policy, name))
    return [policy.vocabulary[name] for name in names if policy.vocabulary[name].may_be_given]


def _others(policy: PolicyVersion, facts: Facts, word: FactWord) -> Iterator[FactValue]:
    """One value from each band of a fact other than the one it lies in."""
    now = facts.get(word.name)
    if word.type is FactType.YES_NO:
        yield from (value for value in (True, False) if value is not now)
    elif word.type is FactType.CHOICE:
        yield from (choice for choice in word.choices if choice != now)
    elif word.type in FIGURES:
        yield from _bands(now, bands_of(policy, word), word.type)
    elif word.type is FactType.DATE and word.name != "day_of_travel":
        yield from other_days(policy, facts, word.name)


def _bands(now: FactValue | None, bands: list[Band], kind: FactType) -> Iterator[FactValue]:
    """The end nearest to ``now`` of every band that it does not lie in."""
    for low, high in bands:
        if isinstance(now, int) and low <= now and (high is None or now <= high):
            continue
        yield high if isinstance(now, int) and high is not None and high < now else low
    if kind is FactType.LENGTH and now is None:
        yield NO_ROUTE
