"""The *what if* reading: the smallest changes of facts that would change the outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np

from rules.bands import FIGURES
from rules.caseload.columns import Children, Column, from_facts
from rules.caseload.result import OUTCOMES
from rules.caseload.run import run
from rules.decide import outcome_only
from rules.other_days import age_by
from rules.policy import PolicyVersion
from rules.problems import BadFacts
from rules.recommendation import Recommendation
from rules.values import Facts, FactType, FactValue, KnownHow, Outcome
from rules.vocabulary import FactWord
from rules.what_if_moves import (
    Moves,
    movable_facts,
    moved,
    moves_of,
    ties,
    worked_out,
)

BANDED = (*FIGURES, FactType.DATE)
"""Types of which one value stands for a whole band."""


_OPEN = OUTCOMES.index(Outcome.CANNOT_TELL_YET)


@dataclass(frozen=True, slots=True)
class Alternative:
    """One fact with another value: ``now`` as it is, ``then`` as it would be.

    ``now`` is given or worked out from what is given, None where it is not known.
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

    Complete up to two facts: every fact that a provision looks at which may draw the outcome, and
    where it is worked out from others that are given, those; every day of birth; each with one
    value from each band between the limits it is held against. Two days held against each other
    are each tried with the other as it is. What was given outright beside its own parts is worked
    out anew where a part changes against it. Those in the family's reach come first.
    """
    moves = moves_of(policy, facts, movable_facts(policy, facts))
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
    tied = ties(policy, facts)
    every = [moved(policy, facts, tied, moves) for moves in sets]
    outcomes = run(policy, _table(policy, facts, every)).outcomes
    same = (OUTCOMES.index(recommendation.eligibility.outcome), _OPEN)
    tried = [
        _tried(policy, facts, moves, changes)
        for moves, changes, outcome in zip(sets, every, outcomes.tolist(), strict=True)
        if outcome >= 0 and outcome not in same
    ]
    return [change for change in tried if change is not None]


def _table(policy: PolicyVersion, facts: Facts, sets: Sequence[Facts]) -> Children:
    """A row for each set of changes: each column is put together from a row for each change."""
    every = list(dict.fromkeys(each for changes in sets for each in changes.items()))
    singles = from_facts([facts, *({**facts, name: v} for name, v in every)], policy.vocabulary)
    rows = {change: at for at, change in enumerate(every, start=1)}
    places: dict[str, tuple[list[int], list[int]]] = {name: ([], []) for name in singles.columns}
    for at, changes in enumerate(sets):
        for change in changes.items():
            places[change[0]][0].append(at)
            places[change[0]][1].append(rows[change])
    columns = {
        name: _picked(each, len(sets), places[name]) for name, each in singles.columns.items()
    }
    return Children(len(sets), columns)


def _picked(column: Column, count: int, places: tuple[list[int], list[int]]) -> Column:
    """A column of the case as it is, with some rows taken from those of the moves."""
    taken = np.zeros(count, np.int64)
    taken[places[0]] = places[1]
    return Column(column.word, column.values[taken], column.known[taken])


def _tried(policy: PolicyVersion, facts: Facts, moves: Moves, changes: Facts) -> Change | None:
    try:
        found = outcome_only(policy, {**facts, **changes})
    except BadFacts:
        return None
    if found.missing or found.unread:
        return None
    alternatives = tuple(_alternative(policy, facts, word, then) for word, then in moves)
    reach = all(in_reach(word) for word, _ in moves)
    return Change(alternatives, found.outcome, found.grounds, reach)


def _alternative(
    policy: PolicyVersion, facts: Facts, word: FactWord, then: FactValue
) -> Alternative:
    travel = facts.get("day_of_travel")
    of_birth = isinstance(travel, date) and word.type is FactType.DATE and age_by(policy, word.name)
    on = travel if isinstance(travel, date) and of_birth else None
    return Alternative(word, worked_out(policy, facts, word), then, on)


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
