"""Measure a case: from its home to its school along the network of the store."""

from __future__ import annotations

import casework.measuring.held_network as held_network
from casework.case import Case, read_case
from casework.cases import version_for
from casework.desk import Desk
from casework.measuring.terms import Terms, on_terms, route_on, terms_of
from casework.rights import OFFICERS, require
from geography import Network, measurement_of
from records.child import Household
from records.measurement import Measurement, Way
from records.school import School
from rules.problems import UserFacingError
from store import measurements
from store.identifiers import new_id


class CannotMeasure(UserFacingError):
    """A measurement cannot be made: no network, no position, no gate."""


def measure_case(
    desk: Desk, application: str, ways: tuple[Way, ...] = (Way.WALKING, Way.ROAD)
) -> tuple[Measurement, ...]:
    """Measure a case and keep the measurements with their routes.

    A network that does not say where a motor vehicle may pass measures no road route.
    Raises NotAllowed, CannotMeasure (no network or position), or what geography says of a gate.
    """
    require(desk, "Measuring a case", *OFFICERS)
    case = read_case(desk, application)
    terms = terms_of(desk, case, version_for(desk, case.application))
    measured = measured_on(desk, case, network_of(desk), terms, ways)
    for each in measured:
        measurements.add_measurement(desk.store, each, desk.person)
    return measured


def measured_on(
    desk: Desk, case: Case, network: Network, terms: Terms, ways: tuple[Way, ...] = tuple(Way)
) -> tuple[Measurement, ...]:
    """Measure a case on these terms, by each way that the network allows; nothing is kept."""
    possible = [way for way in ways if way is Way.WALKING or network.allows(way)]
    return tuple(
        measured_route(desk, case.application.id, network, case.household, case.school, way, terms)
        for way in possible
    )


def measured_route(
    desk: Desk,
    application: str,
    network: Network,
    household: Household,
    school: School,
    way: Way,
    terms: Terms,
) -> Measurement:
    """One route as a record, not yet kept. Its day is the one that ``terms`` are of."""
    route, placed = route_on(network, home_of(household), school, way, terms)
    measured = measurement_of(
        route,
        id=new_id(),
        application=application,
        school=school.id,
        by=desk.person.id,
        at=desk.now(),
        home_is_approximate=household.position_from == "postcode",
    )
    return on_terms(measured, terms, placed, school)


def home_of(household: Household) -> tuple[float, float]:
    """The home's easting and northing. Raises CannotMeasure when its position is not known."""
    if household.easting is None or household.northing is None:
        raise CannotMeasure(
            f"The position of the home ({household.postcode}) is not known, so nothing was "
            "measured. Place the home first: by its address, in grid metres, or on the map."
        )
    return household.easting, household.northing


def network_of(desk: Desk) -> Network:
    """The network that was imported last. Raises CannotMeasure before the first."""
    found = held_network.latest(desk)
    if found is None:
        raise CannotMeasure(
            "No network of streets and paths has been imported, so nothing was measured. "
            "Import one first."
        )
    return found


def network_measured_on(desk: Desk, digest: str) -> Network:
    """The network of that digest, as a measurement names it; the latest where it is not held.

    Raises CannotMeasure before the first network.
    """
    return held_network.by_digest(desk, digest) or network_of(desk)
