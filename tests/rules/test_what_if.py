"""What would change an outcome: every smallest change of one fact or two, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rules.bands import bands_of, is_banded
from rules.dates import age
from rules.decide import decide
from rules.facts import read_facts
from rules.policy import PolicyVersion
from rules.problems import UserFacingError
from rules.values import NO_ROUTE, Facts, FactValue, Outcome
from rules.what_if import Change, what_if
from tests.policy.shipped import version_of
from tests.rules.made_up import policy, provision
from tests.rules.test_timeline import SEVEN

MILE = 1_609_344


def changes(version: PolicyVersion, facts: Facts) -> tuple[Change, ...]:
    return what_if(version, facts, decide(version, facts))


def told(found: tuple[Change, ...]) -> list[dict[str, FactValue]]:
    return [{each.word.name: each.then for each in change.alternatives} for change in found]


def outcome_of(version: PolicyVersion, facts: Facts) -> Outcome | None:
    try:
        found = decide(version, facts).eligibility
    except UserFacingError:
        return None
    return None if found.missing or found.unread else found.outcome


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


PARTS = {"can_walk_alone": False, "can_walk_accompanied": True, "accompaniment_reasonable": True}
NEAR: dict[str, object] = {**SEVEN, "walking_distance": "1 mile", "has_send": True}


@pytest.mark.parametrize("outright", [{}, {"cannot_walk": False}])
def test_the_parts_are_moved_where_they_are_what_is_given(outright: dict[str, object]) -> None:
    england = version_of("england/1996-act")
    found = told(changes(england, read_facts({**NEAR, **PARTS, **outright}, england.vocabulary)))
    assert {"accompaniment_reasonable": False} in found
    assert {"can_walk_accompanied": False} in found
    assert {"cannot_walk": True} not in found


@pytest.mark.parametrize("place", [None, True])
def test_no_nearer_school_is_told_as_a_count_where_a_count_is_given(place: bool | None) -> None:
    england = version_of("england/1996-act")
    facts = {**SEVEN, "nearer_suitable_place": place, "nearer_suitable_schools": 2}
    found = told(changes(england, read_facts(facts, england.vocabulary)))
    assert {"nearer_suitable_schools": 0} in found
    assert {"nearer_suitable_place": False} not in found


UNIVERSAL_CREDIT: dict[str, object] = {
    **SEVEN,
    "date_of_birth": "2016-01-12",
    "year_group": 6,
    "walking_distance": "2.5 miles",
    "low_income": None,
    "low_income_found_on": "2024-10-01",
    "universal_credit": True,
    "earned_in_last_period": "£700",
    "earned_in_last_two_periods": "£1400",
    "earned_in_last_three_periods": "£2100",
    "asylum_support": False,
    "guarantee_pension_credit": False,
}


def test_each_figure_of_earnings_is_told_at_its_limit_and_low_income_as_it_was_worked_out() -> None:
    version = version_of("england/1996-act@2026-09-01")
    found = changes(version, read_facts(UNIVERSAL_CREDIT, version.vocabulary))
    singles = told(found)
    assert {"earned_in_last_period": 61_667} in singles
    assert {"earned_in_last_two_periods": 123_334} in singles
    assert {"earned_in_last_three_periods": 185_000} in singles
    (low,) = [
        each for change in found for each in change.alternatives
        if each.word.name == "low_income" and len(change.alternatives) == 1
    ]  # fmt: skip
    assert (low.now, low.then) == (False, True)


def test_two_parts_that_together_go_against_what_was_given_beside_them_are_told() -> None:
    england = version_of("england/1996-act")
    parts = {"can_walk_alone": False, "can_walk_accompanied": False}
    facts = {**NEAR, **parts, "accompaniment_reasonable": False, "cannot_walk": True}
    found = told(changes(england, read_facts(facts, england.vocabulary)))
    assert {"can_walk_alone": True} in found
    assert {"can_walk_accompanied": True, "accompaniment_reasonable": True} in found
