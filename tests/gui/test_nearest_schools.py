"""The table of nearest suitable schools: read, corrected and recorded with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from casework.assess import assess
from casework.schools.suitable_verbs import correct_line, draw_from_table
from casework.schools.table_again import assess_to_decide
from gui.officer.nearest_page import NearestPage
from records.school import School
from records.suitable import AdmissionRound, Aspect, LastMeasured
from store import applications, children, households, schools, suitable
from tests.gui.at_work import CONTROL, AtWork, Key, words_on
from tests.gui.office import OFFICER, REVIEWER, Office, add_school, open_office


def nearer_school(office: Office, name: str = "Over the Water Primary") -> School:
    """A mixed primary two streets from Rowan's home, with places nobody has counted."""
    made = add_school(office.store, name, "100003", (9, 2), 4, 11, 0)
    known = replace(made, admits="mixed", places_free=None, authority="Wexmouth")
    schools.correct_school(office.store, known, OFFICER)
    return known


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    office = open_office(tmp_path)
    nearer_school(office)
    made = AtWork(qtbot, office)
    yield made
    made.close()


def opened(at_work: AtWork, name: str = "Rowan") -> NearestPage:
    at_work.open(name)
    if name == "Rowan":
        at_work.press(Key.Key_S)
    else:  # a question has the focus, so that a letter would be typed into it
        at_work.case.facts.schools_button.click()
        at_work.settle()
    page = at_work.page
    assert isinstance(page, NearestPage)
    return page


def facts(at_work: AtWork) -> dict[str, object]:
    found = assess(at_work.office.desk(), at_work.office.cases["Rowan"])
    return {fact.name: fact.value for fact in found.facts}


def correct(at_work: AtWork, page: NearestPage, aspect: Aspect, right: int, why: str) -> None:
    """Correct a column of the school that is chosen: the answer so many steps to the right."""
    page.line.rows[aspect].button.setFocus()
    at_work.press(Key.Key_Return)
    at_work.press(Key.Key_Right, times=right)
    at_work.press(Key.Key_Space)
    at_work.press(Key.Key_Tab)
    at_work.write(why)
    at_work.press(Key.Key_Return, CONTROL)


def test_the_nearest_school_stands_first_with_both_lengths_and_what_is_not_known(
    at_work: AtWork,
) -> None:
    page = opened(at_work)
    first = page.table.rows_model.rows[0]
    assert first.school.name == "Over the Water Primary"
    assert first.walking_mm is not None
    assert first.road_mm is not None
    said = words_on(page)
    assert "not settled yet" in said
    assert "over the boundary, in Wexmouth" in said
    assert page.table.rows_model.index(0, 1).data() == "Over the Water Primary (Wexmouth)"
    assert "Brook Road Primary" in words_on(page.line) or first.school.name in words_on(page.line)


def test_enter_goes_to_what_is_not_known_and_a_correction_settles_the_facts(
    at_work: AtWork,
) -> None:
    page = opened(at_work)
    page.table.setFocus()
    at_work.press(Key.Key_Return)
    assert at_work.focus is page.line.rows[Aspect.PLACE].button
    correct(at_work, page, Aspect.PLACE, 0, "Admissions say four places were left after offers.")
    assert page.table.rows_model.rows[0].suitable
    assert page.view is not None
    assert [one.value for one in page.view.drawn][:2] == [True, 1]
    assert "Over the Water Primary counts" in page.view.drawn[0].because[0]


def test_what_follows_is_recorded_on_the_case_and_said_to_be(at_work: AtWork) -> None:
    page = opened(at_work)
    correct(at_work, page, Aspect.PLACE, 0, "Admissions say four places were left.")
    at_work.press(Key.Key_Return, CONTROL)
    assert facts(at_work)["nearer_suitable_place"] is True
    assert facts(at_work)["nearer_suitable_schools"] == 1
    assert page.told.text() == "The case holds what the table says."


def test_a_correction_without_reasons_is_not_recorded_and_says_so(at_work: AtWork) -> None:
    page = opened(at_work)
    correct(at_work, page, Aspect.NEED, 1, "")
    assert page.line.form is not None
    assert "Write why" in words_on(page.line)
    assert suitable.corrections_of(at_work.office.store, page.application) == ()


def test_both_corrections_of_a_column_stay_in_the_history(at_work: AtWork) -> None:
    page = opened(at_work)
    correct(at_work, page, Aspect.PLACE, 0, "Admissions said there was one.")
    correct(at_work, page, Aspect.PLACE, 1, "Admissions corrected themselves: there was none.")
    made = suitable.corrections_of(at_work.office.store, page.application)
    assert [one.value for one in made] == [True, False]
    assert page.view is not None
    assert page.view.table.nearer_place is False
    assert "History: 2 corrections" in words_on(page.line)


def test_escape_closes_the_correction_first_and_the_page_after(at_work: AtWork) -> None:
    page = opened(at_work)
    page.line.rows[Aspect.AGE].button.setFocus()
    at_work.press(Key.Key_Return)
    at_work.press(Key.Key_Escape)
    assert at_work.page is page
    assert page.line.form is None
    at_work.press(Key.Key_Escape)
    assert at_work.case.application == page.application


def test_places_that_are_noted_settle_the_column_for_every_case(at_work: AtWork) -> None:
    page = opened(at_work)
    page.line.places_fold.open()
    form = page.line.places
    assert form is not None
    form.give()
    assert "whole number" in words_on(form)
    year = facts(at_work).get("year_group")
    form.year.setText(str(year if year is not None else 0))
    form.places.setText("4")
    form.day.show_day("17 April 2024")
    form.source.setText("allocation list")
    form.give()
    at_work.settle()
    (noted,) = suitable.list_places(at_work.office.store)
    assert (noted.places, noted.source) == (4, "allocation list")
    assert noted.last_measured is None
    assert "Places held: 1 count" in words_on(page.line)


def test_a_last_distance_is_noted_with_how_the_school_measured_it(at_work: AtWork) -> None:
    page = opened(at_work)
    page.line.places_fold.open()
    form = page.line.places
    assert form is not None
    for line, words in ((form.year, "0"), (form.places, "0"), (form.last, "500 m")):
        line.setText(words)
    form.day.show_day("17 April 2024")
    form.source.setText("allocation list")
    form.measured.set_value(LastMeasured.STRAIGHT)
    form.give()
    at_work.settle()
    (noted,) = suitable.list_places(at_work.office.store)
    assert (noted.last_offered_mm, noted.last_measured) == (500_000, LastMeasured.STRAIGHT)
    assert "lived 0.31 miles (500.000 m) away in a straight line" in words_on(page.line)


def test_a_home_without_a_position_is_told_and_nothing_is_ranked(
    qtbot: QtBot, tmp_path: Path
) -> None:
    office = open_office(tmp_path)
    case = applications.application(office.store, office.cases["Noor"])
    child = children.child(office.store, case.child)
    home = households.household(office.store, child.household)
    households.correct_household(office.store, replace(home, easting=None, northing=None), OFFICER)
    at_work = AtWork(qtbot, office)
    page = opened(at_work, "Noor")
    assert "position of the home" in page.trouble.text()
    assert not page.table.isVisible()
    at_work.close()


def test_a_reviewer_reads_the_table_and_corrects_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    office = open_office(tmp_path)
    nearer_school(office)
    at_work = AtWork(qtbot, office, REVIEWER)
    page = opened(at_work)
    assert page.table.isVisible()
    assert not any(row.button.isVisible() for row in page.line.rows.values())
    at_work.close()


def test_the_round_that_was_recorded_is_the_one_the_page_opens_with(at_work: AtWork) -> None:
    page = opened(at_work)
    page.drawn.rounds.segments[1].click()
    at_work.settle()
    correct(at_work, page, Aspect.PLACE, 0, "Admissions had two places in May.")
    at_work.press(Key.Key_Return, CONTROL)
    at_work.window.shell.back()
    at_work.settle()
    at_work.case.facts.schools_button.click()
    at_work.settle()
    again = at_work.page
    assert isinstance(again, NearestPage)
    assert again is not page
    assert again.drawn.rounds.value() is AdmissionRound.IN_YEAR
    assert again.told.text() == "The case holds what the table says."


def test_every_control_of_the_table_and_its_forms_has_a_name(
    at_work: AtWork, unnamed_controls: Callable[[QWidget], list[str]]
) -> None:
    page = opened(at_work)
    page.line.places_fold.open()
    page.line.rows[Aspect.PLACE].button.click()
    at_work.settle()
    assert unnamed_controls(at_work.window) == []


def test_a_table_that_says_otherwise_is_told_on_the_case_and_the_figures_kept_with_a_reason(
    at_work: AtWork,
) -> None:
    desk, case = at_work.office.desk(), at_work.office.cases["Rowan"]
    near = next(one for one in schools.list_schools(desk.store) if one.urn == "100003")
    correct_line(desk, case, near.id, Aspect.PLACE, True, "One was left.")
    draw_from_table(desk, case)
    correct_line(desk, case, near.id, Aspect.PLACE, False, "The register was of 2022.")
    at_work.open("Rowan")
    card = at_work.case.figures
    assert "Over the Water Primary no longer counts: The register was of 2022." in words_on(card)
    card.why_kept.setText("The place stood open when he was refused.")
    card.why_kept.setFocus()
    at_work.press(Key.Key_Return)
    at_work.settle()
    assert assess_to_decide(desk, case).drawn_otherwise is None
    assert not card.isVisible()


def test_belief_stands_in_the_table_only_where_some_school_s_is_known(at_work: AtWork) -> None:
    page = opened(at_work)
    belief = next(
        at for at, column in enumerate(page.table.rows_model.columns) if column.title == "Belief"
    )
    assert page.table.isColumnHidden(belief)
    assert "Belief" not in page.table.left_out()
    page.table.resize(1400, page.table.height())
    correct(at_work, page, Aspect.BELIEF, 0, "It is of the same belief, as its prospectus says.")
    page.table.resize(1400, page.table.height())
    assert not page.table.isColumnHidden(belief)
