"""Every case comes out as its story means, and together they meet every provision."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from casework.facts_in_force import values_of
from casework.shelf import Shelf
from rules.decide import decide
from rules.policy import PolicyVersion
from rules.recommendation import Recommendation
from rules.values import (
    MILLIMETRES_PER_MILE,
    NO_ROUTE,
    DutyOutcome,
    Effect,
    Facts,
    Outcome,
    Result,
)
from sample.casting import Family, families
from sample.days import TODAY
from sample.distances import Table, distances
from sample.marlhaven import by_home, everything_told
from sample.records_of import Told

VERSIONS = ("marlhaven/2025-26", "marlhaven/2026-27")
JUDGED_AFTERWARDS = (Effect.ARRANGES, Effect.DETERMINES, Effect.PROTECTS)
"""The kind of travel is judged after the decision; protection is a matter of the version before."""


@dataclass(frozen=True)
class Ended:
    """One case: its story, its facts, and what the engine said of it."""

    told: Told
    facts: Facts
    policy: PolicyVersion
    found: Recommendation


@cache
def ended() -> tuple[Ended, ...]:
    homes = by_home(families())
    return tuple(
        case(told, at_home[0])
        for (_, applications), at_home in zip(everything_told(), homes, strict=True)
        for told in applications
    )


def case(told: Told, at_home: Family) -> Ended:
    day = told.application.day_of_travel
    policy = Shelf().in_force("marlhaven", day, TODAY)
    facts = facts_of(told, at_home)
    return Ended(told, facts, policy, decide(policy, facts))


def facts_of(told: Told, at_home: Family) -> Facts:
    """The facts as told, with distances as geography measures them on the network."""
    school = distances().schools[told.part.school]
    found: Facts = {
        "day_of_travel": told.application.day_of_travel,
        "date_of_birth": told.child.date_of_birth,
        "school_kind": school.kind,
        "school_governance": school.governance,
    }
    found |= values_of(told.facts) | {each.fact: each.value for each in told.judgements}
    if told.part.case.measured:
        found["walking_distance"] = length(distances().walking, at_home, told)
        found["road_distance"] = length(distances().road, at_home, told)
    return found


def length(table: Table, at_home: Family, told: Told):  # noqa: ANN201 (a length or no route)
    found = int(table[at_home.row, told.part.school])
    return NO_ROUTE if found < 0 else found


def test_every_case_comes_out_as_its_story_means() -> None:
    wrong = [
        f"{each.told.story}: {each.found.eligibility.outcome}, "
        f"expected {each.told.part.case.expects}; missing {each.found.eligibility.missing}"
        for each in ended()
        if each.found.eligibility.outcome is not each.told.part.case.expects
    ]
    assert wrong == []


def test_every_provision_of_england_and_of_both_versions_is_met_at_least_once() -> None:
    met = {
        finding.provision
        for each in ended()
        for finding in each.found.findings
        if finding.result is Result.MET
    }
    wanted = {
        each.id
        for one in VERSIONS
        for each in Shelf().read(one).provisions
        if each.effect not in JUDGED_AFTERWARDS
    }
    assert wanted - met == set()


def test_every_outcome_appears_in_sensible_numbers() -> None:
    counts = Counter(each.found.eligibility.outcome for each in ended())
    assert sum(counts.values()) == 400
    assert min(counts[outcome] for outcome in Outcome) >= 20
    assert counts[Outcome.ENTITLED] > counts[Outcome.NOT_ENTITLED] > counts[Outcome.OFFERED]


def test_the_duty_has_every_outcome() -> None:
    assert {each.found.duty.outcome for each in ended()} == set(DutyOutcome)


def test_some_homes_lie_within_six_metres_of_each_limit_on_either_side() -> None:
    for miles, name in ((2, "walking"), (3, "walking"), (6, "road"), (15, "road")):
        limit = miles * MILLIMETRES_PER_MILE
        over = {
            each.facts[f"{name}_distance"] > limit
            for each in ended()
            if isinstance(found := each.facts.get(f"{name}_distance"), int)
            and abs(found - limit) <= 6_000
        }
        assert over == {True, False}, f"{miles} miles"


def test_the_versions_differ_for_the_children_who_are_eight_in_year_3() -> None:
    first, second = (Shelf().read(each) for each in VERSIONS)
    changed = Counter(
        tuple(decide(one, each.facts).eligibility.outcome for one in (first, second))
        for each in ended()
        if each.facts.get("year_group") == 3
    )
    assert changed[Outcome.OFFERED, Outcome.NOT_ENTITLED] >= 10


def test_only_cases_that_the_rules_settle_are_to_be_decided() -> None:
    undecided = (Outcome.CANNOT_TELL_YET, Outcome.FOR_AN_OFFICER)
    for each in ended():
        if each.told.intent:
            found = each.found.eligibility.outcome
            assert found not in undecided
            assert found is each.told.intent.outcome or each.told.intent.departs_because


def test_a_child_has_more_than_one_application_where_birthdays_matter() -> None:
    per_child = Counter(each.told.child.id for each in ended())
    assert sum(count == 2 for count in per_child.values()) == 3
