"""A store made from the real Adur network, postcodes and schools measures and assesses homes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casework.assess import assess
from casework.bring_in import bring_in_network, bring_in_postcodes, bring_in_schools
from casework.desk import Desk
from casework.measure import measure_case
from casework.receive import NewApplication, choose_council, receive
from records.measurement import Way
from rules.values import NO_ROUTE, Outcome
from store import households, schools
from tests.casework.desks import desk_in

DAY = date(2019, 10, 1)


@pytest.fixture
def adur(tmp_path: Path, shared_data: Path) -> Desk:
    """A desk at a store filled from the real files."""
    desk = desk_in(tmp_path)
    bring_in_network(desk, shared_data / "network" / "adur_osm_edges.csv", "Adur streets and paths")
    bring_in_schools(desk, shared_data / "schools" / "adur_schools_edubase_2015.csv")
    bring_in_postcodes(desk, shared_data / "postcodes" / "adur_postcodes_nspl_2025-05.csv")
    choose_council(desk, "southampton")
    return desk


def asked(desk: Desk, home: int, school: int) -> str:
    """An application from one of the homes for one of the schools, for a child born in 2012."""
    found = households.list_households(desk.store)[home]
    new = NewApplication(
        "Child", f"Number {home}", date(2012, 5, 1), "", (), "", None, None,
        schools.list_schools(desk.store)[school].id, DAY, DAY, household=found.id,
    )  # fmt: skip
    return receive(desk, new).id


def test_homes_are_measured_to_schools_and_marked_as_approximate(adur: Desk) -> None:
    application = asked(adur, 200, 3)
    (walked,) = measure_case(adur, application, (Way.WALKING,))
    assert walked.home_is_approximate
    assert walked.ground_mm and walked.grid_mm
    assert walked.ground_mm > 100_000
    facts = {fact.name: fact for fact in assess(adur, application).facts}
    assert facts["walking_distance"].value == walked.ground_mm
    assert "approximate" in facts["walking_distance"].source


def test_what_the_files_leave_unknown_is_said_and_nothing_is_guessed(adur: Desk) -> None:
    application = asked(adur, 200, 3)
    measure_case(adur, application, (Way.WALKING,))
    found = assess(adur, application)
    assert found.recommendation is not None
    eligibility = found.recommendation.eligibility
    assert eligibility.outcome is Outcome.CANNOT_TELL_YET
    assert {"in_area", "school_kind"} <= set(eligibility.missing)
    assert "walking_distance" not in eligibility.missing
    assert found.questions


def test_a_network_that_says_nothing_of_motor_vehicles_measures_no_road(adur: Desk) -> None:
    application = asked(adur, 10, 2)
    measured = measure_case(adur, application)
    assert [each.way for each in measured] == [Way.WALKING]


def test_a_home_that_no_path_joins_has_no_route_and_never_a_straight_line(adur: Desk) -> None:
    count = len(households.list_households(adur.store))
    unreachable = []
    for home in range(0, count, 40):
        application = asked(adur, home, 5)
        (walked,) = measure_case(adur, application, (Way.WALKING,))
        if not walked.reachable:
            unreachable.append(application)
            assert walked.why_none
            assert walked.line == ()
    assert unreachable, "some real homes are known not to be connected"
    facts = {fact.name: fact.value for fact in assess(adur, unreachable[0]).facts}
    assert facts["walking_distance"] is NO_ROUTE
