"""What would change an outcome: every smallest change of one fact or two, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from random import Random

import pytest

from rules.bands import FIGURES, bands_of, is_banded
from rules.dates import age
from rules.decide import decide
from rules.facts import read_facts
from rules.inputs import facts_of
from rules.policy import PolicyVersion
from rules.problems import UserFacingError
from rules.run import Run
from rules.scope import applies
from rules.values import NO_ROUTE, Facts, FactType, FactValue, Outcome
from rules.what_if import Change, what_if
from tests.policy.shipped import examples_under, version_of
from tests.rules.made_up import policy, provision
from tests.rules.test_timeline import SEVEN

SETTLED = (Outcome.ENTITLED, Outcome.OFFERED, Outcome.NOT_ENTITLED)
MILE = 1_609_344


def changes(version: PolicyVersion, facts: Facts) -> tuple[Change, ...]:
    return what_if(version, facts, decide(version, facts))


def told(found: tuple[Change, ...]) -> list[dict[str, FactValue]]:
    return [{each.word.name: each.then for each in change.alternatives} for change in found]


def test_one_fact_that_would_do_is_told_and_no_pair_with_it() -> None:
    version = policy(provision("law", "entitles", "{all: [one, two]}"))
    assert told(changes(version, {"one": True, "two": False, "three": False})) == [{"two": True}]


def test_two_facts_are_told_where_neither_alone_would_do() -> None:
    version = policy(provision("law", "entitles", "{all: [one, two]}"))
    assert told(changes(version, {"one": False, "two": False})) == [{"one": True, "two": True}]


def test_three_facts_are_not_looked_for() -> None:
    version = policy(provision("law", "entitles", "{all: [one, two, three]}"))
    assert changes(version, {"one": False, "two": False, "three": False}) == ()


def test_a_figure_is_told_at_its_limit_from_either_side() -> None:
    version = policy(provision("law", "entitles", "far > limit"))
    assert told(changes(version, {"far": MILE}))[0] == {"far": 2 * MILE + 1}
    assert told(changes(version, {"far": 5 * MILE})) == [{"far": 2 * MILE}]
    assert told(changes(version, {"far": NO_ROUTE})) == [{"far": 0}]


def test_what_a_family_can_change_stands_apart_from_what_it_cannot() -> None:
    version = policy(provision("law", "entitles", "{any: [one, far > limit]}"))
    found = changes(version, {"one": False, "far": MILE})
    assert [(told((each,))[0].keys(), each.in_reach) for each in found] == [
        ({"one"}, True), ({"far"}, False),
    ]  # fmt: skip


BORN = {"date_of_birth": date(2018, 1, 12), "day_of_travel": date(2026, 11, 2)}


def test_an_age_is_told_by_the_day_of_birth_nearest_to_the_one_given() -> None:
    version = policy(provision("law", "entitles", "age < several"))
    (change,) = changes(version, {**BORN})
    assert told((change,)) == [{"date_of_birth": date(2023, 11, 3)}]
    assert change.in_reach is False
    assert age(date(2023, 11, 3), BORN["day_of_travel"]) == 2


def test_an_age_and_a_distance_are_told_together_where_neither_alone_would_do() -> None:
    version = policy(
        provision("law", "entitles", "{all: [age < several, far > limit]}"),
        provision("other", "entitles", "{all: [far > limit, one, two]}"),
    )
    found = told(changes(version, {**BORN, "far": MILE, "one": False, "two": False}))
    assert {"date_of_birth": date(2023, 11, 3), "far": 2 * MILE + 1} in found


def test_every_day_of_birth_that_would_do_lies_no_nearer_than_the_one_told() -> None:
    version, facts = (
        version_of("england/1996-act"),
        read_facts(
            {**SEVEN, "date_of_birth": "2018-01-12", "walking_distance": "2.81 miles"},
            version_of("england/1996-act").vocabulary,
        ),
    )
    born, now = date(2018, 1, 12), outcome_of(version, facts)
    found = [each for each in changes(version, facts) if len(each.alternatives) == 1]
    (then,) = [a.then for c in found for a in c.alternatives if a.word.name == "date_of_birth"]
    assert isinstance(then, date)
    every = (born + timedelta(days=at) for at in range(-500, 500))
    doing = [
        day
        for day in every
        if outcome_of(version, {**facts, "date_of_birth": day}) not in (now, None)
    ]
    assert min(doing, key=lambda day: abs(day - born)) == then == date(2018, 11, 3)


def test_a_number_below_nothing_has_a_band_of_its_own_where_its_fact_reaches_there() -> None:
    southampton = version_of("southampton/2019-20")
    year = southampton.vocabulary["year_group"]
    assert bands_of(southampton, year)[0] == (year.least, -1)


def test_bands_tell_all_of_a_figure_only_where_it_meets_named_limits_alone() -> None:
    southampton = version_of("southampton/2019-20")
    assert is_banded(southampton, "walking_distance")
    assert not is_banded(southampton, "year_group")


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


def outcome_of(version: PolicyVersion, facts: Facts) -> Outcome | None:
    try:
        found = decide(version, facts).eligibility
    except UserFacingError:
        return None
    return None if found.missing or found.unread else found.outcome


def names_in_play(version: PolicyVersion, facts: Facts) -> list[str]:
    run = Run(version, facts)
    open_ones = [each for each in version.provisions if applies(run, each) is not False]
    names = dict.fromkeys(name for each in open_ones for name in facts_of(version, each.when))
    return [name for name in names if version.vocabulary[name].may_be_given]


@pytest.mark.parametrize("name", ["england/1996-act", "southampton/2019-20"])
def test_every_smallest_change_up_to_two_facts_is_found_and_nothing_else(name: str) -> None:
    version, dice = version_of(name), Random(2)
    every = [each.facts for each in examples_under(name)]
    settled = [each for each in every if outcome_of(version, each) in SETTLED]
    for facts in dice.sample(settled, 2):
        now = outcome_of(version, facts)
        names = names_in_play(version, facts)
        moves = [(n, v) for n in names for v in values(version, n) if facts.get(n) != v]
        alone = {
            move for move in moves
            if outcome_of(version, {**facts, move[0]: move[1]}) not in (now, None)
        }  # fmt: skip
        pairs = [
            (one, two)
            for one, two in dice.sample([*combinations(moves, 2)], min(1500, len(moves)))
            if one[0] != two[0] and one not in alone and two not in alone
        ]
        doing = [
            pair for pair in pairs
            if outcome_of(version, {**facts, **dict(pair)}) not in (now, None)
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
            assert outcome_of(version, {**facts, **moved}) is change.outcome is not now
