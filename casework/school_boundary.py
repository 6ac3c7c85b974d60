"""The walking-distance boundary around a school on a day, with what is closed then."""

from __future__ import annotations

from datetime import date

from casework.desk import Desk
from casework.measure import network_of
from casework.terms import ARRIVAL, Terms
from geography import Basis, Boundary, boundary, changed
from records.measurement import Starts, Way
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
