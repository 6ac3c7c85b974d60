"""When an outcome begins and ends within a school year, and what would change it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.shelf import Shelf
from rules.change_days import change_days
from rules.decide import decide
from rules.facts import read_facts
from rules.lasting import last_day
from rules.policy import PolicyVersion
from rules.timeline import timeline
from rules.values import Effect, Facts, Outcome
from rules.what_if import what_if

FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)
SEVEN: dict[str, object] = {
    "day_of_travel": "2026-11-02",
    "date_of_birth": "2019-01-12",
    "year_group": 3,
    "in_area": True,
    "has_ehcp": False,
    "has_send": False,
    "disabled": False,
    "mobility_problem": False,
    "school_kind": "mainstream",
    "school_governance": "academy",
    "registered_pupil": True,
    "also_registered_at_pru": False,
    "boarding_arranged": False,
    "nearer_suitable_place": False,
    "walking_distance": "2.31 miles",
    "road_distance": "2.4 miles",
    "low_income": False,
    "route_unsafe": False,
}


def england() -> PolicyVersion:
    """The statute's version."""
    return Shelf().read("england/1996-act")


def child(**changes: object) -> Facts:
    """A child of seven, 2.31 miles from the nearest suitable school, with some facts changed."""
    return read_facts({**SEVEN, **changes}, england().vocabulary)


def test_help_ends_the_day_before_the_eighth_birthday_and_says_so() -> None:
    first, second = timeline(england(), child(), FIRST, LAST)
    assert (first.first, first.last) == (FIRST, date(2027, 1, 11))
    assert first.outcome is Outcome.ENTITLED
    assert second.outcome is Outcome.NOT_ENTITLED
    assert second.begins == "8th birthday"


def test_a_child_of_compulsory_age_from_january_is_entitled_from_then() -> None:
    five = child(date_of_birth="2021-10-15", year_group=0, walking_distance="2.5 miles")
    stretches = timeline(england(), five, FIRST, LAST)
    assert [each.outcome for each in stretches] == [Outcome.NOT_ENTITLED, Outcome.ENTITLED]
    assert stretches[1].first == date(2026, 12, 31)


def test_help_of_school_age_ends_with_the_last_friday_in_june_of_year_11() -> None:
    sixteen = child(date_of_birth="2011-03-03", year_group=11, walking_distance="3.5 miles")
    stretches = timeline(england(), sixteen, FIRST, LAST)
    assert stretches[0].last == date(2027, 6, 25)


def test_a_new_version_begins_a_new_stretch() -> None:
    shelf = Shelf()
    versions = {True: shelf.read("marlhaven/2025-26"), False: shelf.read("marlhaven/2026-27")}

    def version_on(day: date) -> PolicyVersion:
        return versions[day <= date(2026, 8, 31)]

    eight = child(date_of_birth="2018-01-12", year_group=3)
    stretches = timeline(version_on, eight, date(2026, 6, 1), date(2026, 10, 31))
    assert [each.outcome for each in stretches] == [Outcome.OFFERED, Outcome.NOT_ENTITLED]
    assert stretches[1].begins == "marlhaven/2026-27 takes effect"


@settings(max_examples=12)
@given(
    born=st.dates(date(2007, 8, 1), date(2022, 9, 30)),
    miles=st.sampled_from(["1.9 miles", "2.5 miles", "3.5 miles", "7 miles"]),
    low=st.booleans(),
    policy=st.sampled_from(["england/1996-act", "southampton/2019-20", "marlhaven/2026-27"]),
)
def test_nothing_changes_between_the_days_of_a_timeline(
    born: date, miles: str, low: bool, policy: str
) -> None:
    version = Shelf().read(policy)
    facts = child(
        date_of_birth=born.isoformat(), walking_distance=miles, low_income=low, year_group=None
    )
    stretches = timeline(version, facts, FIRST, LAST)
    assert stretches[0].first == FIRST and stretches[-1].last == LAST
    for each in stretches:
        days = (each.last - each.first).days
        for offset in range(0, days + 1, 5):
            day = each.first + timedelta(days=offset)
            found = decide(version, {**facts, "day_of_travel": day}).eligibility
            assert (found.outcome, found.grounds) == (each.outcome, each.grounds), day


def test_the_last_day_is_that_of_a_day_by_day_search() -> None:
    for born in ("2018-11-03", "2019-01-12", "2019-08-30", "2011-05-05"):
        facts = child(date_of_birth=born, year_group=None)
        day, found = date(2026, 11, 2), None
        while day <= LAST:
            again = decide(england(), {**facts, "day_of_travel": day}).eligibility.outcome
            if again is not Outcome.ENTITLED:
                break
            found, day = day, day + timedelta(days=1)
        assert last_day(england(), facts, Effect.ENTITLES, LAST) == found, born


def test_change_days_begin_with_the_first_and_lie_within() -> None:
    days = change_days(england(), child(), FIRST, LAST)
    assert days[0] == FIRST and days == tuple(sorted(set(days))) and days[-1] <= LAST


def test_what_would_change_a_refusal_is_told_with_what_is_in_the_familys_reach_first() -> None:
    facts = child(date_of_birth="2018-01-12")
    found = what_if(england(), facts, decide(england(), facts))
    told = [
        (change.in_reach, sorted(each.word.name for each in change.alternatives))
        for change in found
    ]
    assert (True, ["low_income"]) in told
    assert (True, ["route_unsafe"]) in told
    assert (True, ["cannot_walk", "has_send"]) in told
    assert told[-1] == (False, ["walking_distance"])
    longer = found[-1].alternatives[0]
    assert longer.then == 4_828_033, "just over three miles"


@pytest.mark.parametrize("change", [{}, {"date_of_birth": "2018-01-12"}])
def test_every_change_told_does_change_the_outcome_and_no_smaller_one_does(
    change: dict[str, object],
) -> None:
    facts = child(**change)
    before = decide(england(), facts)
    singles = set()
    for each in what_if(england(), facts, before):
        changed = {**facts, **{a.word.name: a.then for a in each.alternatives}}
        assert decide(england(), changed).eligibility.outcome is each.outcome
        assert each.outcome is not before.eligibility.outcome
        names = {(a.word.name, a.then) for a in each.alternatives}
        if len(names) == 1:
            singles |= names
        else:
            assert not names & singles
