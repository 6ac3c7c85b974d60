"""A home is placed, or placed elsewhere, with the reason; what was measured from there is stale."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casework.assess import assess
from casework.case import read_case
from casework.history import case_history
from casework.maps.of_case import case_map
from casework.measure import CannotMeasure, measure_case
from casework.measuring.choose_place import HOME, choose_place, chosen_in
from casework.measuring.place_home import CannotPlace, HomePlace, place_home
from casework.rights import NotAllowed
from geography.problems import UnusablePosition
from records.people import Role
from rules.problems import UserFacingError
from rules.values import Outcome
from store import audit, households
from tests.casework.desks import as_person
from tests.casework.town import MILE, NORTH, WEST, Town

WHY = "Seen on the council's own map."


def at(miles: float, position_from: str = "address") -> HomePlace:
    return HomePlace(WEST + miles * MILE, NORTH, position_from)


def unplaced(town: Town) -> str:
    """A case of a family whose home nobody has placed yet."""
    application = town.child_at(2.3, measured=False)
    home = read_case(town.desk, application).household
    nowhere = replace(home, easting=None, northing=None, address=(), position_from="address")
    households.correct_household(town.desk.store, nowhere, town.desk.person)
    with pytest.raises(CannotMeasure):
        measure_case(town.desk, application)
    return application


def test_a_home_that_was_not_known_is_placed_and_then_measured_from(town: Town) -> None:
    application = unplaced(town)
    placed = place_home(town.desk, application, at(2.3, "pointed at"), WHY)
    assert (placed.easting, placed.position_from) == (WEST + 2.3 * MILE, "pointed at")
    measure_case(town.desk, application)
    assert assess(town.desk, application).outcome is Outcome.ENTITLED
    found = case_history(town.desk, application)
    assert ("Home placed", WHY) in [(line.what, line.detail) for line in found]


def test_what_stood_before_is_kept_and_old_measurements_count_no_more(town: Town) -> None:
    application = town.child_at(2.3)
    before = read_case(town.desk, application).household
    place_home(town.desk, application, at(1.2), WHY)
    (earlier,) = households.earlier_households(town.desk.store, before.id)
    assert earlier.record == before
    assert case_map(town.desk, application).stale
    assert assess(town.desk, application).outcome is Outcome.CANNOT_TELL_YET


def test_brothers_and_sisters_live_in_the_same_home_and_each_case_says_so(town: Town) -> None:
    first = town.child_at(2.3)
    home = read_case(town.desk, first).household
    second = town.child_at(2.3, household=home.id)
    place_home(town.desk, first, at(1.2), WHY)
    assert read_case(town.desk, second).household.easting == WEST + 1.2 * MILE
    assert case_history(town.desk, second)[0].what == "Home placed"
    assert audit.verify(town.desk.store).intact


def test_a_line_chosen_for_where_the_home_was_is_let_go(town: Town) -> None:
    application = town.child_at(2.3)
    choose_place(town.desk, application, HOME, "7", "Its drive opens there.")
    place_home(town.desk, application, at(1.2), WHY)
    last = chosen_in(town.desk, application)[-1]
    assert (last.edge, WHY in last.reason) == (None, True)


def test_an_address_of_the_list_fills_in_only_what_the_family_has_not_said(town: Town) -> None:
    application = unplaced(town)
    listed = replace(at(2.3), address=("12 Long Road",), postcode="ZZ9 9ZZ")
    placed = place_home(town.desk, application, listed, WHY)
    assert (placed.address, placed.postcode) == (("12 Long Road",), "ZZ1 1AA")


@pytest.mark.parametrize(
    ("place", "reason", "problem"),
    [
        (at(1.2), " ", CannotPlace),
        (at(2.3), WHY, CannotPlace),
        (HomePlace(NORTH, 1_900_000.0), WHY, UnusablePosition),
    ],
)
def test_a_place_that_cannot_stand_changes_nothing(
    town: Town, place: HomePlace, reason: str, problem: type[UserFacingError]
) -> None:
    application = town.child_at(2.3)
    before = audit.head(town.desk.store)
    with pytest.raises(problem):
        place_home(town.desk, application, place, reason)
    assert audit.head(town.desk.store) == before


def test_a_reader_places_no_home(town: Town) -> None:
    application = town.child_at(2.3)
    with pytest.raises(NotAllowed):
        place_home(as_person(town.desk, "R. Reid", Role.SENIOR_REVIEWER), application, at(1), WHY)
