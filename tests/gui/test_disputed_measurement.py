"""A disputed measurement: the family's figure beside ours, and an end put on another line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from casework.assess import assess
from casework.measuring.stretches import NewStretch, mark_stretch
from casework.measuring.try_place import ends_of_case
from gui.officer.place_page import PlacePage
from gui.theme import theme
from records.measurement import Way
from records.stretch import StretchKind
from rules.values import NO_ROUTE
from store import chosen_places, figures, measurements
from tests.gui.at_work import CONTROL, AtWork, Key, words_on
from tests.gui.office import REVIEWER, open_office

REASON = "Its drive and gate are on the other street; seen on site."


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    made = AtWork(qtbot, open_office(tmp_path))
    yield made
    made.close()


def place_page(at_work: AtWork) -> PlacePage:
    at_work.open("Rowan")
    at_work.press(Key.Key_B)
    at_work.qtbot.wait(250)  # a line is tried out once it has stayed chosen for a moment
    at_work.settle()
    page = at_work.page
    assert isinstance(page, PlacePage)
    return page


def walk(at_work: AtWork) -> int | None:
    found = assess(at_work.office.desk(), at_work.office.cases["Rowan"])
    last = [each for each in found.case.measurements if each.way is Way.WALKING][-1]
    return last.grid_mm


def test_the_familys_figure_is_recorded_beside_ours_with_the_keyboard_alone(
    at_work: AtWork,
) -> None:
    case = at_work.open("Rowan")
    at_work.press(Key.Key_F)
    form = case.claims.form
    assert form is not None
    at_work.tab_to(lambda each: each is form.length)
    at_work.write("1.9 miles")
    at_work.press(Key.Key_Tab)
    at_work.write("a route planner on the web")
    at_work.tab_to(lambda each: each is form.day.line)
    at_work.write("14 6 2026")
    at_work.tab_to(lambda each: each is form.reasons[4])
    at_work.press(Key.Key_Space)
    at_work.tab_to(lambda each: each is form.record)
    at_work.press(Key.Key_Return)
    (kept,) = figures.claimed_of(at_work.office.store, at_work.office.cases["Rowan"])
    assert kept.claimed_mm == 3_057_754
    assert kept.why_ours.startswith("It rounds to tenths of a mile")
    said = words_on(case.claims)
    assert "a route planner on the web gave 3,057.754 m" in said
    assert "shorter; ours is" in said


def test_a_claim_says_beside_each_field_what_is_lacking(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    case.claims.begin()
    form = case.claims.form
    assert form is not None
    at_work.settle()
    form.give()
    said = words_on(form)
    assert "Type a length with its unit" in said
    assert "Say what the family used." in said
    assert "Tick or write why our figure prevails." in said
    assert figures.claimed_of(at_work.office.store, case.application) == ()


def test_a_line_is_tried_out_before_anything_is_kept(at_work: AtWork) -> None:
    page = place_page(at_work)
    kept = len(measurements.measurements_of(at_work.office.store, page.application))
    at_work.press(Key.Key_Down)
    at_work.qtbot.wait(250)
    at_work.settle()
    said = words_on(page.compare)
    assert "Now" in said
    assert "On that line" in said
    assert "recommendation" in said
    assert len(measurements.measurements_of(at_work.office.store, page.application)) == kept
    assert page.map.view.accessibleName() or page.map.words.text()


def test_the_home_is_put_on_another_line_with_a_reason_and_measured_at_once(
    at_work: AtWork,
) -> None:
    page, before = place_page(at_work), walk(at_work)
    at_work.press(Key.Key_Down)
    at_work.qtbot.wait(250)
    at_work.settle()
    line = page.form.line()
    assert line is not None
    at_work.press(Key.Key_Return, CONTROL)
    assert at_work.page is page  # the reason is wanted first
    assert "Write why" in words_on(page.form)
    at_work.write(REASON)
    at_work.press(Key.Key_Return, CONTROL)
    (kept,) = chosen_places.chosen_of(at_work.office.store, page.application)
    assert (kept.edge, kept.reason) == (line.edge, REASON)
    assert at_work.case.application == page.application
    assert walk(at_work) != before


def test_a_point_more_than_25_metres_off_warns(at_work: AtWork) -> None:
    page = place_page(at_work)
    end = page.form.end()
    assert end is not None
    east, north = end.position
    page.form.easting.setText(f"{east + 60:.1f}")
    page.form.northing.setText(f"{north:.1f}")
    page.form.northing.editingFinished.emit()
    at_work.qtbot.wait(250)
    at_work.settle()
    assert "more than 25 m" in words_on(page.compare)


def test_a_point_that_cannot_be_read_is_told_beside_it(at_work: AtWork) -> None:
    page = place_page(at_work)
    page.form.easting.setText("here")
    page.form.easting.editingFinished.emit()
    at_work.qtbot.wait(250)
    at_work.settle()
    assert "metres of the National Grid" in words_on(page.form)


def test_a_reviewer_neither_claims_nor_moves_anything(qtbot: QtBot, tmp_path: Path) -> None:
    at_work = AtWork(qtbot, open_office(tmp_path), REVIEWER)
    case = at_work.open("Rowan")
    assert not case.claims.isVisible()
    at_work.press(Key.Key_B)
    assert at_work.case is case
    at_work.close()


def test_no_route_is_told_with_why_and_no_line_is_drawn(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    desk = at_work.office.desk()
    measured = assess(desk, case.application).case.measurements[0]
    near = ends_of_case(desk, case.application)[0].lines
    for edge in {measured.edges[0], *(line.edge for line in near)}:
        mark_stretch(
            desk, NewStretch(StretchKind.CLOSED, "The bridge is down.", "Notice", edges=(edge,))
        )
    at_work.press(Key.Key_M)
    said = words_on(case.map)
    assert "No walking route: The home meets a stretch that is closed" in said
    found = assess(desk, case.application)
    assert {each.name: each.value for each in found.facts}["walking_distance"] is NO_ROUTE
    assert found.case.measurements[-2].line == ()


def test_every_control_of_the_forms_has_a_name(
    at_work: AtWork, unnamed_controls: Callable[[QWidget], list[str]]
) -> None:
    case = at_work.open("Rowan")
    case.claims.begin()
    at_work.settle()
    assert unnamed_controls(at_work.window) == []
    case.doings.open_place()
    at_work.settle()
    assert unnamed_controls(at_work.window) == []


def test_an_end_is_not_put_on_the_line_where_it_already_is(at_work: AtWork) -> None:
    page = place_page(at_work)
    assert not page.put_button.isEnabled() and not page.compare.isVisible()
    assert "It is on this line now" in page.told.text()
    at_work.press(Key.Key_Down)
    at_work.qtbot.wait(250)
    at_work.settle()
    assert page.put_button.isEnabled() and page.compare.isVisible()
    assert "Still wanted: the reason" in page.told.text()


def test_the_lines_near_an_end_are_seen_with_large_text(at_work: AtWork) -> None:
    page = place_page(at_work)
    theme().show_as("light", 200)
    try:
        at_work.settle()
        table = page.form.table
        first = table.visualRect(table.rows_model.index(0, 0))
        assert first.height() > 0
        assert table.viewport().rect().contains(first)
        assert table.horizontalScrollBar().maximum() == 0
    finally:
        theme().show_as("light", 100)
        at_work.settle()
