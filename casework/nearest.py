"""The nearest suitable school of a case, with both distances, as far as the store can tell."""

from __future__ import annotations

from casework.assess import Assessment
from casework.desk import Desk
from casework.facts_in_force import is_current
from casework.measure import CannotMeasure, home_of, network_of
from geography import Basis, NotMeasurable, measure_school, nearest_schools
from geography.problems import UnusablePosition
from records.decision import NearestSuitable
from records.measurement import Measurement, Way
from records.school import School
from rules.values import Outcome
from store import schools

_QUALIFYING = ("maintained", "academy", "non_maintained_special")


def nearest_suitable(
    desk: Desk, assessment: Assessment, named: str | None = None
) -> NearestSuitable | None:
    """The nearest suitable school: the one the officer named by its id, this one when no nearer
    place counts, else the nearest found.

    A nearer one found is of the same kind, of age range and with places in the school list. None
    when the store cannot tell. Only asked where it is told of: outcomes other than entitled.
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
    case = assessment.case
    current = [each for each in case.measurements if is_current(each, case.household, case.school)]
    lengths = {each.way: each for each in current}
    return NearestSuitable(
        case.school.name, _length(lengths.get(Way.WALKING)), _length(lengths.get(Way.ROAD))
    )


def _length(measurement: Measurement | None) -> int | None:
    return measurement.ground_mm if measurement else None


def _nearer_school(desk: Desk, assessment: Assessment) -> NearestSuitable | None:
    case = assessment.case
    basis = Basis(assessment.policy.length_that_counts)
    age = _age(assessment)
    fitting = [each for each in schools.list_schools(desk.store) if _fits(each, case.school, age)]
    try:
        network, home = network_of(desk), home_of(case.household)
        ranked = nearest_schools(network, home, fitting, Way.WALKING, basis)
    except (CannotMeasure, NotMeasurable, UnusablePosition):
        return None
    if not ranked or ranked[0].rank is None or ranked[0].school.id == case.school.id:
        return None
    return _measured(desk, assessment, ranked[0].school)


def _measured(desk: Desk, assessment: Assessment, school: School) -> NearestSuitable:
    """A school with both distances from the case's home, as far as they can be measured."""
    basis = Basis(assessment.policy.length_that_counts)
    return NearestSuitable(
        school.name,
        *(_length_to(desk, assessment, school, way, basis) for way in (Way.WALKING, Way.ROAD)),
    )


def _length_to(
    desk: Desk, assessment: Assessment, school: School, way: Way, basis: Basis
) -> int | None:
    try:
        home = home_of(assessment.case.household)
        return measure_school(network_of(desk), home, school, way, basis).length_mm
    except (CannotMeasure, NotMeasurable, UnusablePosition):
        return None


def _age(assessment: Assessment) -> int | None:
    found = assessment.recommendation.derived if assessment.recommendation else ()
    ages = [each.value for each in found if each.name == "age" and isinstance(each.value, int)]
    return ages[0] if ages else None


def _fits(school: School, asked: School, age: int | None) -> bool:
    if not school.gates or school.kind != asked.kind or school.governance not in _QUALIFYING:
        return False
    if school.id != asked.id and not school.places_free:
        return False
    low, high = school.age_from, school.age_to
    return age is None or low is None or high is None or low <= age <= high
