"""Put a home or a gate of a case on another line than the nearest, with the reason."""

from __future__ import annotations

from casework.desk import Desk
from casework.measure import network_of
from casework.measuring.terms import HOME
from casework.rights import OFFICERS, require
from geography import ChosenLine
from geography.grid import check_position
from geography.snapping import edge_number
from records.measurement import ChosenPlace
from rules.problems import UserFacingError
from store import applications, chosen_places, schools
from store.identifiers import new_id

__all__ = ["HOME", "CannotChoose", "ChosenLine", "choose_place", "chosen_in", "take_nearest"]


class CannotChoose(UserFacingError):
    """A place cannot be put there: no reason, or no such gate."""


def choose_place(
    desk: Desk,
    application: str,
    end: str,
    edge: str,
    reason: str,
    near: tuple[float, float] | None = None,
) -> ChosenPlace:
    """Put the home (``end`` is ``home``) or a gate (its name) on a line of the network.

    With ``near`` the line is met at its point nearest to that position. Counts from the next
    measurement on. Raises NotAllowed, CannotChoose, or NotMeasurable for an unknown line.
    """
    edge_number(network_of(desk), edge)
    if near is not None:
        check_position(*near, "The point chosen")
    return _keep(desk, application, end, edge, reason, near)


def take_nearest(desk: Desk, application: str, end: str, reason: str) -> ChosenPlace:
    """Go back to the nearest line; what was chosen before is kept. Raises as ``choose_place``."""
    return _keep(desk, application, end, None, reason, None)


def chosen_in(desk: Desk, application: str) -> tuple[ChosenPlace, ...]:
    """Every choice made in a case, oldest first; the last for an end counts."""
    return chosen_places.chosen_of(desk.store, application)


def _keep(
    desk: Desk,
    application: str,
    end: str,
    edge: str | None,
    reason: str,
    near: tuple[float, float] | None,
) -> ChosenPlace:
    require(desk, "Choosing where a route begins or ends", *OFFICERS)
    if not reason.strip():
        raise CannotChoose("Say why not the nearest line. Nothing was changed.")
    asked = applications.application(desk.store, application)
    gates = {gate.name for gate in schools.school(desk.store, asked.school).gates}
    if end != HOME and end not in gates:
        raise CannotChoose(f"The school has no gate called {end}. Nothing was changed.")
    chosen = ChosenPlace(
        new_id(), application, end, edge, near, reason.strip(), desk.person.id, desk.person.name,
        desk.now(),
    )  # fmt: skip
    chosen_places.add_chosen(desk.store, chosen, desk.person)
    return chosen
