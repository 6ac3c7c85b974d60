"""A list of schools has the day it is of, and a figure that it does not give keeps its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from casework.bring_in import BroughtIn, WrongDay, bring_in_schools
from casework.schools.list import day_in_name
from casework.schools.places import correct_school
from casework.schools.suitable import suitable_schools
from records.school import School
from records.suitable import Aspect
from store import schools
from tests.casework.test_suitable import add
from tests.casework.town import NORTH, WEST, Town

OLD, NEW = date(2019, 4, 20), date(2026, 4, 1)


def listed(town: Town, folder: Path, name: str, day: date | None = NEW) -> BroughtIn:
    """A list of one school, with its name and place alone."""
    path = folder / f"{name}.csv"
    row = f"near,Near Primary,main,{WEST + 3_000},{NORTH},4,11"
    path.write_text(f"urn,name,gate,easting,northing,min_age,max_age\n{row}\n")
    return bring_in_schools(town.desk, path, listed_on=day)


def near(town: Town, **more: object) -> School:
    return add(town, "near", 3_000, **more)


def held(town: Town, school: School) -> School:
    return schools.school(town.desk.store, school.id)


def test_places_that_a_new_list_does_not_give_keep_the_day_they_are_of(
    town: Town, tmp_path: Path
) -> None:
    school = near(town, places_free=0, listed_on=OLD)
    came = listed(town, tmp_path, "schools")
    after = held(town, school)
    assert (after.places_free, after.places_day, after.listed_on) == (0, OLD, NEW)
    assert "Places open keep their own day at 1, which the file says nothing of." in came.notes
    mark = suitable_schools(town.desk, town.child_at(2)).lines[0].mark(Aspect.PLACE)
    assert (mark.value, mark.why) == (None, "No places are held for the round of 2023.")
    listed(town, tmp_path, "again", date(2026, 5, 1))
    assert held(town, school).places_day == OLD


def test_places_without_a_day_are_not_given_that_of_a_list(town: Town, tmp_path: Path) -> None:
    school = near(town, places_free=2)
    listed(town, tmp_path, "schools")
    assert held(town, school).places_day is None


def test_places_that_somebody_typed_are_of_that_day(town: Town, tmp_path: Path) -> None:
    school = near(town, places_free=None, listed_on=OLD)
    typed = correct_school(town.desk, replace(school, places_free=4))
    assert typed.places_day == town.desk.today()
    listed(town, tmp_path, "schools")
    assert held(town, school).places_day == town.desk.today()
    gone = correct_school(town.desk, replace(held(town, school), places_free=None))
    assert gone.places_on is None


def test_the_day_of_a_list_is_the_one_given_else_the_one_in_its_name_else_not_held(
    town: Town, tmp_path: Path
) -> None:
    school = near(town, places_free=None)
    assert not any("of the list" in each for each in listed(town, tmp_path, "a").notes)
    assert held(town, school).listed_on == NEW
    came = listed(town, tmp_path, "edubasealldata20260302", None)
    assert held(town, school).listed_on == date(2026, 3, 2)
    assert "The list is of 2 March 2026, as the file's name says." in came.notes
    came = listed(town, tmp_path, "schools", None)
    assert held(town, school).listed_on is None
    assert any("The day of the list is not held" in each for each in came.notes)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("edubasealldata20260401.csv", date(2026, 4, 1)),
        ("schools 2026-04-01.csv", date(2026, 4, 1)),
        ("schools-2026.csv", None),
        ("edubase20261301.csv", None),
        ("120260401.csv", None),
    ],
)
def test_a_day_is_read_from_a_name_only_where_there_is_one(name: str, day: date | None) -> None:
    assert day_in_name(Path(name)) == day


def test_a_list_of_a_day_to_come_is_refused_and_nothing_kept(town: Town, tmp_path: Path) -> None:
    before = schools.list_schools(town.desk.store)
    with pytest.raises(WrongDay, match="still to come"):
        listed(town, tmp_path, "schools", date(2031, 1, 1))
    assert schools.list_schools(town.desk.store) == before
