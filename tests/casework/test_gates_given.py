"""Gates are added, moved and given days and hours by somebody, and checked before they count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casework.measure import measure_case
from casework.measuring.settings import MeasuringSettings, set_measuring
from casework.schools.places import WrongParticulars, correct_school, list_schools
from records.people import Role
from records.school import Gate
from store import schools
from tests.casework.desks import as_person
from tests.casework.town import NORTH, WEST, Town

BACK = Gate("back", WEST + 500, NORTH, opens="08:15", closes="09:00")


def test_a_gate_that_was_added_is_measured_to_at_its_hours_and_the_list_keeps_its_day(
    town: Town,
) -> None:
    main = town.school.gates[0]
    given = replace(town.school, gates=(main, BACK), admits="girls", belief=" Church of  England ",
                    authority="Wexmouth", listed_on=date(2030, 1, 1))  # fmt: skip
    kept = correct_school(town.desk, given)
    assert schools.school(town.desk.store, town.school.id) == kept
    assert (kept.admits, kept.belief, kept.authority) == ("girls", "Church of England", "Wexmouth")
    assert kept.listed_on == town.school.listed_on
    case = town.child_at(1, measured=False)
    assert measure_case(town.desk, case)[0].gate == "back"
    admin = as_person(town.desk, "A. Admin", Role.ADMINISTRATOR)
    set_measuring(admin, MeasuringSettings(arrival="09:30"))
    assert measure_case(town.desk, case)[0].gate == "main"


@pytest.mark.parametrize(
    ("gate", "says"),
    [
        (replace(BACK, name=" "), "needs a name"),
        (replace(BACK, name="home"), "needs a name"),
        (replace(BACK, name="Main"), "Two gates are called Main"),
        (replace(BACK, easting=50.9, northing=-1.4), "looks like latitude and longitude"),
        (replace(BACK, opens="8.15"), "Write hours as 08:15"),
        (replace(BACK, closes="08:00"), "It closes before it opens"),
        (
            replace(BACK, open_from=date(2026, 9, 1), open_until=date(2026, 8, 1)),
            "lies before the first",
        ),
        (replace(BACK, name="site point"), "a name of its own"),
    ],
)
def test_a_gate_that_cannot_stand_is_named_and_nothing_changes(
    town: Town, gate: Gate, says: str
) -> None:
    before = list_schools(town.desk)
    with pytest.raises(WrongParticulars, match=says) as refused:
        correct_school(town.desk, replace(town.school, gates=(*town.school.gates, gate)))
    assert [one.place for one in refused.value.problems] == ["gates.1"]
    assert list_schools(town.desk) == before


def test_whom_a_school_admits_is_one_of_three(town: Town) -> None:
    with pytest.raises(WrongParticulars, match="none of mixed"):
        correct_school(town.desk, replace(town.school, admits="some"))
