"""Place a home on the National Grid, or correct where it lies, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, replace

from casework.case import Case, read_case
from casework.desk import Desk
from casework.measuring.choose_place import HOME, take_nearest
from casework.rights import OFFICERS, require
from geography.grid import check_position
from records.application import Application
from records.child import Household
from rules.problems import UserFacingError
from store import applications, change, children, chosen_places, households

FROM = ("address", "postcode", "pointed at")
"""How a position may be known, as ``Household.position_from`` says it."""


class CannotPlace(UserFacingError):
    """A home cannot be placed so: without a reason, or where it lies already."""


@dataclass(frozen=True, slots=True)
class HomePlace:
    """Where a home is said to lie: easting and northing in grid metres, and how that is known.

    ``address`` and ``postcode`` are what the list of addresses says of it; they are taken over
    only where the family's own are not known.
    """

    easting: float
    northing: float
    position_from: str = "address"
    address: tuple[str, ...] = ()
    postcode: str = ""


def place_home(desk: Desk, application: str, place: HomePlace, reason: str) -> Household:
    """Write down where the home of a case lies; what stood before is kept.

    It holds for every case of the household from then on, each with its audit line: what was
    measured from elsewhere counts no more, and a line that was chosen for the home is let go.
    Raises NotAllowed, NotThere, CannotPlace, or UnusablePosition; then nothing was changed.
    """
    require(desk, "Placing a home", *OFFICERS)
    case = read_case(desk, application)
    check_position(place.easting, place.northing, "The home")
    placed, why = _placed(case.household, place), _why(reason)
    if placed == case.household:
        raise CannotPlace("The home lies there already, so nothing was changed.")
    said = {"reason": why, "position_from": place.position_from}
    with change.together(desk.store):
        households.correct_household(desk.store, placed, desk.person)
        for each in _cases_of(desk, case):
            with change.change(desk.store, desk.person, "home placed", each.id, said):
                _let_go(desk, each.id, why)
    return placed


def _placed(before: Household, place: HomePlace) -> Household:
    if place.position_from not in FROM:
        raise ValueError(f"unknown way to know a position: {place.position_from}")
    return replace(
        before,
        easting=place.easting,
        northing=place.northing,
        position_from=place.position_from,
        address=before.address or place.address,
        postcode=before.postcode or place.postcode,
    )


def _cases_of(desk: Desk, case: Case) -> list[Application]:
    """Every application of the household's children: they live in the same home."""
    return [
        each
        for child in children.children_of(desk.store, case.household.id)
        for each in applications.applications_of_child(desk.store, child.id)
    ]


def _let_go(desk: Desk, application: str, why: str) -> None:
    """Take the nearest line again: another was chosen for where the home was thought to lie."""
    chosen = [
        one for one in chosen_places.chosen_of(desk.store, application) if one.end == HOME
    ]  # fmt: skip
    if chosen and chosen[-1].edge is not None:
        take_nearest(desk, application, HOME, f"The home was placed elsewhere: {why}")


def _why(reason: str) -> str:
    if not reason.strip():
        raise CannotPlace(
            "Say how you know where the home lies. Nothing was changed; what you gave still stands."
        )
    return reason.strip()
