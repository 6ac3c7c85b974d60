"""Where else a route could begin or end, tried out before it is chosen, on the one long road."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casework.assess import assess
from casework.measuring.choose_place import CannotChoose, choose_place, take_nearest
from casework.measuring.try_place import ends_of_case, streets_of, try_place
from casework.rights import NotAllowed
from records.measurement import Way
from records.people import Role
from records.school import Gate
from rules.values import Outcome
from store import chosen_places, measurements, schools
from tests.casework.desks import as_person
from tests.casework.town import MILE, NORTH, WEST, Town


def test_the_home_and_every_gate_have_their_lines_nearest_first(town: Town) -> None:
    back = Gate("back", WEST + 40, NORTH)
    school = replace(town.school, gates=(*town.school.gates, back))
    schools.correct_school(town.desk.store, school, town.desk.person)
    ends = ends_of_case(town.desk, town.child_at(1.5))
    assert [each.end for each in ends] == ["home", "main", "back"]
    assert all(each.lines and each.chosen is None for each in ends)


def test_trying_shows_both_figures_and_both_recommendations_and_keeps_nothing(town: Town) -> None:
    case = town.child_at(2.001)  # beyond 2 miles by 1.6 m, so entitled
    kept = len(measurements.measurements_of(town.desk.store, case))
    there = (WEST + 2 * MILE - 10, NORTH)
    line = str(int((there[0] - WEST) // 500))
    tried = try_place(town.desk, case, "home", line, near=there)
    before, after = tried.before.by(Way.WALKING), tried.after.by(Way.WALKING)
    assert before is not None
    assert after is not None
    assert before.grid_mm == pytest.approx(2.001 * MILE * 1000, abs=2)
    assert after.grid_mm == pytest.approx((2 * MILE - 10) * 1000, abs=2)
    assert tried.before.outcome is Outcome.ENTITLED
    assert tried.changes_the_recommendation
    assert streets_of(town.desk, tried)
    assert len(measurements.measurements_of(town.desk.store, case)) == kept
    assert chosen_places.chosen_of(town.desk.store, case) == ()
    assert assess(town.desk, case).outcome is Outcome.ENTITLED


def test_what_was_chosen_and_taken_back_is_told_with_the_end(town: Town) -> None:
    case = town.child_at(1.5)
    choose_place(town.desk, case, "home", "1", "Its drive leaves there.")
    home = ends_of_case(town.desk, case)[0]
    assert home.chosen is not None
    assert home.chosen.reason == "Its drive leaves there."
    take_nearest(town.desk, case, "home", "It does not.")
    home = ends_of_case(town.desk, case)[0]
    assert home.chosen is None
    assert [one.reason for one in home.made] == ["Its drive leaves there.", "It does not."]


def test_going_back_to_the_nearest_line_can_be_tried_too(town: Town) -> None:
    case = town.child_at(1.5)
    choose_place(town.desk, case, "home", "1", "By mistake.", near=(WEST + 1000, NORTH))
    tried = try_place(town.desk, case, "home", None)
    before, after = tried.before.by(Way.WALKING), tried.after.by(Way.WALKING)
    assert before is not None
    assert after is not None
    assert before.grid_mm == 1_000_000
    assert after.grid_mm == pytest.approx(1.5 * MILE * 1000, abs=2)


def test_an_unknown_gate_and_a_reader_are_refused(town: Town) -> None:
    case = town.child_at(1.5)
    with pytest.raises(CannotChoose, match="no gate called back"):
        try_place(town.desk, case, "back", "1")
    with pytest.raises(NotAllowed):
        try_place(as_person(town.desk, "C. Member", Role.PANEL_MEMBER), case, "home", "1")
