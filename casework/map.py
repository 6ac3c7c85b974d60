"""What the map of a case shows: the streets around its routes, the home, the gates, both routes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casework.case import Case, read_case
from casework.desk import Desk
from casework.facts_in_force import is_current
from casework.measure import CannotMeasure, network_measured_on, network_of
from geography import Network
from geography.drawing import Box, edges_in
from geography.problems import UnreadableFile
from records.measurement import Measurement, Way
from records.school import Gate

Point = tuple[float, float]
AROUND_M = 400.0
"""How far beyond home, gates and routes the streets are drawn, in metres; more for a long way."""


@dataclass(frozen=True, slots=True)
class CaseMap:
    """A case as a map shows it; positions are easting and northing in National Grid metres.

    ``streets`` are the lines of the store's latest network near the case (none where it has no
    network, or ``trouble`` says why it cannot be drawn). ``walking`` and ``road`` are the last
    measurements from this home to this school; ``stale`` says that measurements are kept which no
    longer count, since home or school has changed, and ``outdated`` that the network has been
    replaced since.
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
    return CaseMap(
        streets=tuple(edges_in(network, box)) if network and box else (),
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
    )


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
