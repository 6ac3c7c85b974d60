"""Gathers the facts of a case as they stand now, each with where it came from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from records.application import Application
from records.child import Child, Household
from records.fact import Fact, Judgement
from records.london import day_in_london
from records.measurement import Measurement, Way
from records.school import School
from rules.policy import PolicyVersion
from rules.values import NO_ROUTE, Facts, FactValue, KnownHow

FACT_OF_WAY = {Way.WALKING: "walking_distance", Way.ROAD: "road_distance"}
POINTS_WITHIN_M = 0.0005
"""Two positions this close (metres) are the same; storing keeps more."""


def facts_in_force(
    policy: PolicyVersion,
    application: Application,
    child: Child,
    household: Household,
    school: School,
    recorded: Iterable[Fact],
    judgements: Iterable[Judgement],
    measurements: Iterable[Measurement],
    drawn: Iterable[Fact] = (),
) -> tuple[Fact, ...]:
    """The facts of a case: from the records, as recorded, as measured, as judged; the last wins.

    ``drawn`` are facts taken from elsewhere in the store; what is recorded on the case corrects
    them.

    A judgement counts up to its day of review, looked at on the first day of travel. A measurement
    counts while it starts at the home and ends at the school of today, in the length
    (ground or grid) that the policy says counts.
    """
    found = {fact.name: fact for fact in _from_records(application, child, school)}
    found |= {fact.name: fact for fact in drawn}
    found |= {fact.name: fact for fact in recorded}
    for measurement in measurements:
        if is_current(measurement, household, school):
            fact = _measured(policy, measurement)
            found[fact.name] = fact
    for each in judgements:
        if counts_on(each, application.day_of_travel):
            found[each.fact] = _judged(each)
        else:  # what was recorded before somebody looked is no better known for it
            found.pop(each.fact, None)
    order = list(policy.vocabulary)
    return tuple(sorted(found.values(), key=lambda fact: order.index(fact.name)))


def values_of(facts: Iterable[Fact]) -> Facts:
    """The bare values by name, as the rules take them."""
    return {fact.name: fact.value for fact in facts}


def counts_on(judgement: Judgement, day: date) -> bool:
    """Say whether a judgement counts for travel on a day."""
    return judgement.review_on is None or day <= judgement.review_on


def is_current(measurement: Measurement, household: Household, school: School) -> bool:
    """Say whether a measurement still starts at this home and ends at this school."""
    if household.easting is None or household.northing is None:
        return False
    apart = max(
        abs(measurement.home[0] - household.easting), abs(measurement.home[1] - household.northing)
    )
    return measurement.school == school.id and apart <= POINTS_WITHIN_M


def _from_records(application: Application, child: Child, school: School) -> list[Fact]:
    on = application.received_on
    given: list[tuple[str, FactValue | None, str]] = [
        ("day_of_travel", application.day_of_travel, "application"),
        ("date_of_birth", child.date_of_birth, "application"),
        ("school_kind", school.kind, "school list"),
        ("school_governance", school.governance, "school list"),
    ]
    return [
        Fact(name, value, KnownHow.RECORDED, source, "", on)
        for name, value, source in given
        if value is not None
    ]


def _measured(policy: PolicyVersion, measurement: Measurement) -> Fact:
    length = measurement.grid_mm if policy.length_that_counts == "grid" else measurement.ground_mm
    approximate = ", from the middle of the postcode (approximate)"
    source = f"measured on {measurement.network}"
    return Fact(
        FACT_OF_WAY[measurement.way],
        NO_ROUTE if length is None else length,
        KnownHow.MEASURED,
        source + (approximate if measurement.home_is_approximate else ""),
        measurement.by,
        day_in_london(measurement.at),
    )


def _judged(judgement: Judgement) -> Fact:
    return Fact(
        judgement.fact,
        judgement.value,
        KnownHow.JUDGED,
        f"judged by {judgement.by_name}",
        judgement.by,
        day_in_london(judgement.at),
    )
