"""Brute force over single facts and pairs: no change that would turn an outcome is left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from random import Random

import pytest

from rules.bands import FIGURES, bands_of
from rules.inputs import facts_of
from rules.policy import PolicyVersion
from rules.values import Effect, Facts, FactType, FactValue, Outcome
from tests.policy.shipped import examples_under, version_of
from tests.rules.asking import is_possible
from tests.rules.made_up import policy, provision
from tests.rules.test_what_if import changes, outcome_of, told

SETTLED = (Outcome.ENTITLED, Outcome.OFFERED, Outcome.NOT_ENTITLED)


def values(version: PolicyVersion, name: str) -> Iterator[FactValue]:
    """Every value of a fact that may matter: both ends of every band, each choice, yes and no.

    Of days, some of each season of thirty years.
    """
    word = version.vocabulary[name]
    if word.type is FactType.YES_NO:
        yield from (True, False)
    elif word.type is FactType.CHOICE:
        yield from word.choices
    elif word.type in FIGURES:
        for low, high in bands_of(version, word):
            yield from {low, high if high is not None else low + 7}
    elif word.type is FactType.DATE and name != "day_of_travel":
        yield from (date(1999, 1, 7) + timedelta(days=47 * at) for at in range(230))


def turned(version: PolicyVersion, facts: Facts, moved: Facts) -> Outcome | None:
    """What other values come to; what was given outright beside its own parts gives way to them."""
    plain = {**facts, **moved}
    held = [name for name in TIED if facts.get(name) is not None and name not in moved]
    ways = [drop for count in range(len(held) + 1) for drop in combinations(held, count)]
    for drop in ways:
        if all(any(facts.get(part) is not None for part in TIED[name]) for name in drop):
            tried = {**plain, **dict.fromkeys(drop)}
            if is_possible(version, tried):
                return outcome_of(version, tried)
    return None


TIED = {
    "cannot_walk": ("can_walk_alone", "can_walk_accompanied", "accompaniment_reasonable"),
    "route_unsafe": ("route_safe_alone", "route_safe_accompanied", "accompaniment_reasonable"),
    "nearer_suitable_place": ("nearer_suitable_schools",),
}
"""Facts that may be given outright though a domain truth ties them to their parts."""


def names_looked_at(version: PolicyVersion) -> list[str]:
    drawing = (Effect.ENTITLES, Effect.OFFERS, Effect.WITHHOLDS, Effect.REFERS)
    ones = [each for each in version.provisions if each.effect in drawing]
    names = dict.fromkeys(name for each in ones for name in facts_of(version, each.when))
    return [name for name in names if version.vocabulary[name].may_be_given]


def with_parts(version: PolicyVersion, facts: Facts, dice: Random) -> Facts:
    """A child of whom the parts of what is worked out are given, at times beside it."""
    drawn = dict(facts)
    for name, parts in TIED.items():
        some: Facts = {part: dice.choice([*values(version, part)]) for part in parts}
        for tried in ({**drawn, **some}, {**drawn, **some, name: None}):
            if is_possible(version, tried) and (dice.random() < 0.5 or tried.get(name) is None):
                drawn = tried
                break
    return drawn


@pytest.mark.parametrize(
    ("name", "seed"), [("england/1996-act", 3), ("england/1996-act@2026-09-01", 4),
                       ("southampton/2025-26", 5)],
)  # fmt: skip
def test_every_single_fact_of_all_that_would_turn_a_random_childs_outcome_is_told(
    name: str, seed: int
) -> None:
    version, dice, told_of, tied = version_of(name), Random(seed), 0, 0
    drawn = [with_parts(version, each.facts, dice) for each in examples_under(name)]
    settled = [each for each in drawn if outcome_of(version, each) in SETTLED]
    for facts in dice.sample(settled, 5):
        now = outcome_of(version, facts)
        singles = {
            (each.alternatives[0].word.name, each.outcome): each.alternatives[0].then
            for each in changes(version, facts)
            if len(each.alternatives) == 1
        }
        for word in version.vocabulary.values():
            if not word.may_be_given or may_not_stand(facts, word.name):
                continue
            for value in values(version, word.name):
                came = turned(version, facts, {word.name: value})
                if came not in (now, None):
                    assert (word.name, came) in singles, (facts, word.name, value)
        for (fact, outcome), then in singles.items():
            assert turned(version, facts, {fact: then}) is outcome is not now
            tied += any(fact in parts for parts in TIED.values())
        told_of += len(singles)
    assert told_of > 10 and tied > 0


def may_not_stand(facts: Facts, name: str) -> bool:
    """Whether a fact is a part that was not given of one that was given outright."""
    above = [each for each, parts in TIED.items() if name in parts]
    return facts.get(name) is None and any(facts.get(each) is not None for each in above)


def test_of_a_few_plain_facts_every_single_and_every_pair_is_told() -> None:
    version = policy(
        provision("law", "entitles", "{any: [{all: [may_be_given, far > limit]}, "
                  "{all: [three, count <= several]}]}"),
        provision("not", "offers", "{all: [not one, four]}"),
    )  # fmt: skip
    dice, found_pairs = Random(9), 0
    names = ("one", "two", "three", "four", "far", "count")
    for _ in range(25):
        facts = {name: dice.choice([*values(version, name)]) for name in names}
        now = outcome_of(version, facts)
        moves = [(n, v) for n in names for v in values(version, n) if v != facts[n]]
        alone = [one for one in moves if outcome_of(version, {**facts, one[0]: one[1]}) is not now]
        pairs = [
            pair for pair in combinations([one for one in moves if one not in alone], 2)
            if pair[0][0] != pair[1][0] and outcome_of(version, {**facts, **dict(pair)}) is not now
        ]  # fmt: skip
        sets = {frozenset(each) for each in told(changes(version, facts))}
        assert {frozenset({name}) for name, _ in alone} <= sets
        assert {frozenset({one, two}) for (one, _), (two, _) in pairs} <= sets
        found_pairs += len(pairs)
    assert found_pairs > 20


@pytest.mark.parametrize("name", ["england/1996-act", "southampton/2019-20"])
def test_every_smallest_change_up_to_two_facts_is_found_and_nothing_else(name: str) -> None:
    version, dice = version_of(name), Random(2)
    every = [each.facts for each in examples_under(name)]
    settled = [each for each in every if outcome_of(version, each) in SETTLED]
    for facts in dice.sample(settled, 2):
        now = outcome_of(version, facts)
        names = names_looked_at(version)
        moves = [(n, v) for n in names for v in values(version, n) if facts.get(n) != v]
        alone = {
            move for move in moves
            if turned(version, facts, {move[0]: move[1]}) not in (now, None)
        }  # fmt: skip
        pairs = [
            (one, two)
            for one, two in dice.sample([*combinations(moves, 2)], min(1500, len(moves)))
            if one[0] != two[0] and one not in alone and two not in alone
        ]
        doing = [
            pair for pair in pairs
            if turned(version, facts, dict(pair)) not in (now, None)
        ]  # fmt: skip
        found = changes(version, facts)
        sets = {frozenset(each.word.name for each in change.alternatives) for change in found}
        ones = {each for each in sets if len(each) == 1}
        assert {frozenset({n}) for n, _ in alone} <= ones
        days = {frozenset({n}) for n in names if version.vocabulary[n].type is FactType.DATE}
        assert {frozenset({n}) for n, _ in alone} - days == ones - days
        assert {frozenset({one[0], two[0]}) for one, two in doing} <= sets
        for change in found:
            moved = {each.word.name: each.then for each in change.alternatives}
            assert turned(version, facts, moved) is change.outcome is not now
