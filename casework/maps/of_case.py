"""What the map of a case shows: the streets around its routes, the home, the gates, both routes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casework.case import Case, read_case
from casework.desk import Desk
from casework.facts_in_force import is_current
from casework.maps.added_paths import Joined, joined
from casework.measure import CannotMeasure, network_measured_on, network_of
from casework.measuring import held_network
from casework.measuring.measured_again import alternatives_of, measure_again
from casework.measuring.terms import age_on
from geography import Network
from geography.drawing import Box, edges_in
from geography.problems import UnreadableFile
from records.certificate import Alternative
from records.measurement import Measurement, Way
from records.school import Gate
from records.stretch import Stretch
from store import stretches

Point = tuple[float, float]
AROUND_M = 400.0
"""How far beyond home, gates and routes the streets are drawn, in metres; more for a long way."""


@dataclass(frozen=True, slots=True)
class CaseMap:
    """A case as a map shows it; positions are easting and northing in National Grid metres.

    ``streets`` are the lines of the store's latest network near the case (none where it has no
    network, or ``trouble`` says why it cannot be drawn), ``no_foot`` those that nobody may walk.
    ``marked`` are the stretches in force for this child on the day of travel, either way, and
    ``joined`` the legs by which the added paths among them meet the network.
    ``walking`` and ``road`` are the last measurements from this home to this school; ``stale`` says
    that measurements are kept which no longer count, since home or school has changed, and
    ``outdated`` that the network has been replaced since.
    """

    streets: tuple[tuple[Point, ...], ...]
    home: Point | None
    home_is_approximate: bool
    school: str
    gates: tuple[Gate, ...]
    walking: Measurement | None
    road: Measurement | None
    stale: bool
    outdated: bool
    network: str | None
    trouble: str | None = None
    no_foot: tuple[tuple[Point, ...], ...] = ()
    marked: tuple[Stretch, ...] = ()
    joined: tuple[Joined, ...] = ()


def case_map(desk: Desk, application: str) -> CaseMap:
    """Gather what the map of a case shows. Raises NotThere for an unknown case."""
    case = read_case(desk, application)
    current = [each for each in case.measurements if is_current(each, case.household, case.school)]
    last = {each.way: each for each in current}
    network, trouble = _network(desk)
    box = _box_around(case, last.values())
    home = case.household
    known = home.easting is not None and home.northing is not None
    digests = {each.digest for each in last.values()}
    marked = marked_for(desk, case)
    return CaseMap(
        streets=tuple(edges_in(network, box, walked=True)) if network and box else (),
        home=(home.easting or 0.0, home.northing or 0.0) if known else None,
        home_is_approximate=home.position_from == "postcode",
        school=case.school.name,
        gates=case.school.gates,
        walking=last.get(Way.WALKING),
        road=last.get(Way.ROAD),
        stale=bool(case.measurements) and not current,
        outdated=bool(network and digests and digests != {network.digest}),
        network=network.name if network else None,
        trouble=trouble,
        no_foot=tuple(edges_in(network, box, walked=False)) if network and box else (),
        marked=marked,
        joined=joined(network, marked) if network else (),
    )


def marked_for(desk: Desk, case: Case) -> tuple[Stretch, ...]:
    """Return the stretches that count for a case on its day of travel, on foot or by road."""
    day = case.application.day_of_travel
    old = age_on(case.child.date_of_birth, day)
    return tuple(
        one
        for one in stretches.list_stretches(desk.store)
        if any(one.in_force(way, day, old) for way in Way)
    )


def other_routes(desk: Desk, application: str) -> tuple[Alternative, ...]:
    """Measure the other ways of a case that is measured on foot: other gates, nothing closed, road.

    None where there is no walk on record, or the network of its day is not held. Nothing is kept.
    Raises NotThere for an unknown case.
    """
    case = read_case(desk, application)
    walks = [
        each
        for each in case.measurements
        if each.way is Way.WALKING and is_current(each, case.household, case.school)
    ]
    network = held_network.by_digest(desk, walks[-1].digest) if walks else None
    if network is None:
        return ()
    return alternatives_of(desk, walks[-1], network, measure_again(desk, walks[-1], network))


def streets_near(desk: Desk, measurement: Measurement) -> tuple[tuple[Point, ...], ...]:
    """Streets around a measured route as it was kept, wherever the home or school stands today.

    Drawn from the network it was measured on; none where there is no network to draw.
    """
    box = _box_of([measurement.home, measurement.gate_on_network, *measurement.line])
    try:
        network = network_measured_on(desk, measurement.digest)
    except (CannotMeasure, UnreadableFile):
        return ()
    return tuple(edges_in(network, box)) if box else ()


def _network(desk: Desk) -> tuple[Network | None, str | None]:
    try:
        return network_of(desk), None
    except (CannotMeasure, UnreadableFile) as error:
        return None, str(error)


def _box_around(case: Case, measurements: Iterable[Measurement]) -> Box | None:
    points = [(gate.easting, gate.northing) for gate in case.school.gates]
    if case.household.easting is not None and case.household.northing is not None:
        points.append((case.household.easting, case.household.northing))
    for each in measurements:
        points.extend(each.line)
    return _box_of(points)


def _box_of(points: list[Point]) -> Box | None:
    if not points:
        return None
    east, north = [point[0] for point in points], [point[1] for point in points]
    margin = AROUND_M + 0.8 * max(max(east) - min(east), max(north) - min(north))
    return (
        min(east) - margin,
        min(north) - margin,
        max(east) + margin,
        max(north) + margin,
    )
