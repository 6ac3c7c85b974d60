"""The nearest suitable school of a case, with both distances, as far as the store can tell."""

from __future__ import annotations

from casework.assess import Assessment
from casework.desk import Desk
from casework.facts_in_force import is_current, values_of
from casework.measure import CannotMeasure, home_of, network_of
from casework.measuring.terms import route_on, terms_of
from casework.schools.suitable import table_of
from casework.schools.suitable_round import round_recorded
from geography import NotMeasurable
from geography.problems import UnusablePosition
from letters.from_decision import LENGTH_OF
from records.decision import NearestSuitable
from records.measurement import Way
from records.school import School
from records.suitable import Aspect
from rules.values import Outcome
from store import schools


def nearest_suitable(
    desk: Desk, assessment: Assessment, named: str | None = None
) -> NearestSuitable | None:
    """The nearest suitable school: the one the officer named by its id, this one when no nearer
    place counts, else the nearest found.

    A nearer one is found in the table of nearest suitable schools. None when that cannot tell. Only
    asked where it is told of: outcomes other than entitled.
    """
    recommendation = assessment.recommendation
    if recommendation is None or recommendation.eligibility.outcome is Outcome.ENTITLED:
        return None
    if named and named != assessment.case.school.id:
        return _measured(desk, assessment, schools.school(desk.store, named))
    known = {each.name: each.value for each in recommendation.derived}
    if known.get("nearer_suitable_place") is False:
        return _this_school(assessment)
    if known.get("nearer_suitable_place") is True:
        return _nearer_school(desk, assessment)
    return None


def _this_school(assessment: Assessment) -> NearestSuitable:
    """The school asked for, as far away as the facts that decide say, else as it was measured."""
    case = assessment.case
    current = [each for each in case.measurements if is_current(each, case.household, case.school)]
    grid = assessment.policy.length_that_counts == "grid"
    lengths = {each.way: each.grid_mm if grid else each.ground_mm for each in current}
    decided = values_of(assessment.facts)
    walking, road = (
        length if isinstance(length := decided.get(LENGTH_OF[way]), int) else lengths.get(way)
        for way in (Way.WALKING, Way.ROAD)
    )
    return NearestSuitable(case.school.name, walking, road)


def _nearer_school(desk: Desk, assessment: Assessment) -> NearestSuitable | None:
    try:
        table = table_of(desk, assessment, round_recorded(assessment.facts))
    except (CannotMeasure, NotMeasurable, UnusablePosition):
        return None
    nearer = [line for line in table.lines if line.is_nearer and not line.is_asked]
    settled = [line for line in nearer if line.suitable]
    # Where a column is open, one with a place that nothing speaks against is named.
    likely = [
        line for line in nearer if line.suitable is None and line.mark(Aspect.PLACE).value is True
    ]
    for line in [*settled, *likely]:
        return NearestSuitable(line.school.name, line.walking_mm, line.road_mm)
    return None


def _measured(desk: Desk, assessment: Assessment, school: School) -> NearestSuitable:
    """A school with both distances from the case's home, as far as they can be measured."""
    lengths = (_length_to(desk, assessment, school, way) for way in (Way.WALKING, Way.ROAD))
    return NearestSuitable(school.name, *lengths)


def _length_to(desk: Desk, assessment: Assessment, school: School, way: Way) -> int | None:
    try:
        home = home_of(assessment.case.household)
        terms = terms_of(desk, assessment.case, assessment.policy)
        return route_on(network_of(desk), home, school, way, terms)[0].length_mm
    except (CannotMeasure, NotMeasurable, UnusablePosition):
        return None
