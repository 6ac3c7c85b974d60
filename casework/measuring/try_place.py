"""Where else a home or a gate could meet the network, and what putting it there would change."""

from __future__ import annotations

from dataclasses import dataclass, replace

from casework.case import Case, read_case
from casework.cases import version_for
from casework.desk import Desk
from casework.maps.of_case import streets_near
from casework.measure import home_of, measure_case, network_of
from casework.measuring.before_and_after import Side, side_on
from casework.measuring.choose_place import HOME, CannotChoose, choose_place, take_nearest
from casework.measuring.terms import terms_of
from casework.rights import OFFICERS, require
from geography.grid import check_position
from geography.lines_near import LineNear, lines_near
from records.measurement import ChosenPlace, Measurement, Way
from store import change, chosen_places

__all__ = [
    "EndNear",
    "LineNear",
    "PlaceTried",
    "ends_of_case",
    "put_there",
    "streets_of",
    "try_place",
]

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class EndNear:
    """One end of a case's route: its name (``home`` or the gate's), where it is, the lines near it.

    ``chosen`` is the choice that counts now, None where the nearest line does; ``made`` are all
    that were ever made for this end, oldest first.
    """

    end: str
    position: Point
    lines: tuple[LineNear, ...]
    chosen: ChosenPlace | None
    made: tuple[ChosenPlace, ...]


@dataclass(frozen=True, slots=True)
class PlaceTried:
    """A case as it is measured now, and as it would be with an end on another line."""

    before: Side
    after: Side

    @property
    def changes_the_recommendation(self) -> bool:
        """Say whether the outcome or its grounds differ."""
        return (self.before.outcome, self.before.grounds) != (
            self.after.outcome,
            self.after.grounds,
        )


def ends_of_case(desk: Desk, application: str) -> tuple[EndNear, ...]:
    """Return the home and every gate of a case's school, each with the lines near it.

    Raises CannotMeasure without a network or a position of the home.
    """
    case, network = read_case(desk, application), network_of(desk)
    made = chosen_places.chosen_of(desk.store, application)
    places = [(HOME, home_of(case.household))]
    places += [(gate.name, (gate.easting, gate.northing)) for gate in case.school.gates]
    return tuple(
        EndNear(
            end,
            position,
            lines_near(network, position),
            last_of([one for one in made if one.end == end]),
            tuple(one for one in made if one.end == end),
        )
        for end, position in places
    )


def last_of(made: list[ChosenPlace]) -> ChosenPlace | None:
    """Return the choice that counts; None where the last went back to the nearest line."""
    return made[-1] if made and made[-1].edge is not None else None


def try_place(
    desk: Desk, application: str, end: str, edge: str | None, near: Point | None = None
) -> PlaceTried:
    """Measure and assess a case as it is and with an end on a line; None: on the nearest.

    Nothing is chosen or kept. Raises NotAllowed, CannotChoose for an end that is not there, or what
    measuring raises.
    """
    require(desk, "Trying out where a route begins or ends", *OFFICERS)
    case = read_case(desk, application)
    if end not in _ends(case):
        raise CannotChoose(f"The school has no gate called {end}. Nothing was changed.")
    if near is not None:
        check_position(*near, "The point chosen")
    policy = version_for(desk, case.application)
    terms = terms_of(desk, case, policy)
    others = tuple(one for one in terms.chosen if one.end != end)
    tried = () if edge is None else (_tried(desk, application, end, edge, near),)
    return PlaceTried(
        side_on(desk, case, policy, terms),
        side_on(desk, case, policy, replace(terms, chosen=(*others, *tried))),
    )


def put_there(
    desk: Desk, application: str, end: str, edge: str | None, reason: str, near: Point | None = None
) -> tuple[Measurement, ...]:
    """Put an end on a line (None: back on the nearest), measure the case anew and keep both.

    Raises as ``choose_place`` and ``measure_case`` do; then nothing was changed.
    """
    with change.together(desk.store):
        if edge is None:
            take_nearest(desk, application, end, reason)
        else:
            choose_place(desk, application, end, edge, reason, near)
        return measure_case(desk, application)


def streets_of(desk: Desk, tried: PlaceTried) -> tuple[tuple[Point, ...], ...]:
    """Return the streets around the walk as it would be, to draw it on."""
    walk = tried.after.by(Way.WALKING)
    return streets_near(desk, walk) if walk else ()


def _ends(case: Case) -> set[str]:
    return {HOME, *(gate.name for gate in case.school.gates)}


def _tried(desk: Desk, application: str, end: str, edge: str, near: Point | None) -> ChosenPlace:
    return ChosenPlace(
        "", application, end, edge, near, "tried out", desk.person.id, desk.person.name, desk.now()
    )
