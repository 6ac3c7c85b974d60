"""The walking-distance boundary around a school on a day, with what is closed then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.case import read_case
from casework.cases import version_for
from casework.desk import Desk
from casework.measure import network_of
from casework.measuring.figures_on_file import ARRIVAL
from casework.measuring.terms import Terms, age_on
from geography import Basis, Boundary, boundary, changed
from records.measurement import Starts, Way
from records.school import School
from store import schools, stretches
from store.settings import setting


def school_boundary(
    desk: Desk,
    school: str,
    limit_mm: int,
    day: date,
    age: int | None = None,
    way: Way = Way.WALKING,
    basis: Basis = Basis.GROUND,
) -> Boundary:
    """Return from where a school's nearest open gate lies within a limit, for that day and age.

    Where the age is not known, stretches marked for some ages count. Raises NotThere,
    CannotMeasure without a network, or NotMeasurable where the school has no open gate.
    """
    found, network = schools.school(desk.store, school), network_of(desk)
    marked, arrival = stretches.list_stretches(desk.store), setting(desk.store, ARRIVAL)
    terms = Terms(basis, Starts.ROAD, day, age, marked, (), arrival)
    used = changed(network, terms.placed(network, way).changes, way)
    return boundary(used, terms.open_gates(found), limit_mm, way, basis)


@dataclass(frozen=True, slots=True)
class SchoolReach:
    """A boundary as the map shows it: of which school, on which day, for a child of which age."""

    school: School
    day: date
    age: int | None
    boundary: Boundary


def reach_of_school(
    desk: Desk, school: str, limit_mm: int, application: str | None = None
) -> SchoolReach:
    """Return from where a school lies within a limit on foot, for a case's day, age and length.

    Without a case: for today, every age, on the ground. Raises as ``school_boundary`` does.
    """
    found, day, old, basis = schools.school(desk.store, school), desk.today(), None, Basis.GROUND
    if application is not None:
        case = read_case(desk, application)
        day = case.application.day_of_travel
        old = age_on(case.child.date_of_birth, day)
        basis = Basis(version_for(desk, case.application).length_that_counts)
    reached = school_boundary(desk, school, limit_mm, day, old, Way.WALKING, basis)
    return SchoolReach(found, day, old, reached)
