"""On the page of a case nothing typed is lost, keys mean what they show, and focus leads on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casework.record import raise_point
from gui.fields.buttons import Button
from gui.officer.list_page import ListPage
from store import points
from tests.gui.at_work import CONTROL, AtWork, words_on
from tests.gui.office import SEND, open_office

Key = Qt.Key
SAID = "The footbridge is closed in winter."


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    worker = AtWork(qtbot, open_office(tmp_path))
    yield worker
    worker.close()


def again(at_work: AtWork) -> None:
    """Open the case again that the list stands on."""
    at_work.list.table.setFocus()
    at_work.press(Key.Key_Return)


def test_escape_leaves_a_point_first_and_its_words_outlive_the_page(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    at_work.press(Key.Key_P)
    at_work.write(SAID)
    at_work.press(Key.Key_Escape)
    assert at_work.page is case and case.points.raising is None
    assert "What was begun is kept" in words_on(case.points)
    at_work.press(Key.Key_Escape)
    assert isinstance(at_work.page, ListPage)
    again(at_work)
    at_work.press(Key.Key_P)
    assert at_work.case.points.raising.field.toPlainText() == SAID
    at_work.press(Key.Key_Return, CONTROL)
    held = points.points_of(at_work.office.store, at_work.office.cases["Rowan"])
    assert [point.words for point in held] == [SAID]
    at_work.press(Key.Key_P)
    assert at_work.case.points.raising.field.toPlainText() == "", "what is recorded is let go"


def test_an_answer_and_a_withdrawal_outlive_the_page_too(at_work: AtWork) -> None:
    case = at_work.open("Imran")
    next(iter(case.points.answers.values())).field.setFocus()
    at_work.write("It floods twice")
    at_work.press(Key.Key_Escape)
    assert at_work.page is case, "the field is left first"
    case.withdrawal.begin()
    at_work.write("They move away")
    at_work.press(Key.Key_Escape)
    assert case.withdrawal.writing is None and at_work.page is case
    at_work.press(Key.Key_Escape)
    again(at_work)
    case = at_work.case
    assert next(iter(case.points.answers.values())).field.toPlainText() == "It floods twice"
    case.withdrawal.begin()
    assert case.withdrawal.writing.field.toPlainText() == "They move away"


def test_a_case_that_is_not_measured_begins_at_measuring_and_its_key_works(
    qtbot: QtBot, tmp_path: Path
) -> None:
    at_work = AtWork(qtbot, open_office(tmp_path, measured=False))
    case = at_work.open("Rowan")
    assert at_work.focus is case.questions.measure_button
    at_work.press(Key.Key_M)
    assert case.view.map.walking is not None
    at_work.close()


def test_a_key_shown_on_a_button_is_dim_while_it_would_be_typed(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    button: Button = case.bar.letter_button
    assert not button.is_typed_over()
    at_work.press(Key.Key_P)
    assert button.is_typed_over()
    at_work.press(Key.Key_Escape)
    assert not button.is_typed_over()


def test_the_letter_comes_next_once_a_case_is_decided(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    assert case.bar.decide_button.property("kind") == "primary"
    at_work.press(Key.Key_D)
    assert not case.bar.decide_button.isVisible(), "while it is written its own button is primary"
    at_work.write("Beyond two miles.")
    at_work.press(Key.Key_Return, CONTROL)
    assert case.bar.decide_button.property("kind") == "plain"
    at_work.press(Key.Key_Escape)
    at_work.list.show_view("all")
    at_work.open("Rowan")
    assert at_work.case.decided.isAncestorOf(at_work.focus)


def test_who_may_not_decide_is_told_before_anything_is_written(at_work: AtWork) -> None:
    case = at_work.open("Poppy")
    assert not case.bar.decide_button.isEnabled()
    at_work.press(Key.Key_D)
    assert not case.panel.isVisible()
    assert "SEND officer" in case.bar.words.text()


def test_the_send_officer_judges_and_decides_it(qtbot: QtBot, tmp_path: Path) -> None:
    at_work = AtWork(qtbot, open_office(tmp_path), SEND)
    case = at_work.open("Poppy")
    assert case.bar.decide_button.isEnabled()
    assert all(each.ask.editor.isEnabled() for each in case.questions.asked)
    at_work.close()


def test_what_is_wanted_leads_to_where_it_is_settled(at_work: AtWork) -> None:
    case = at_work.open("Imran")
    at_work.press(Key.Key_D)
    for words, link in case.panel.wanted_list.links.items():
        link.setFocus()
        at_work.press(Key.Key_Space)
        if words.startswith("Answer the family's point"):
            assert case.points.isAncestorOf(at_work.focus)
        elif words.startswith("Write the reasons"):
            assert at_work.focus is case.panel.reasons
        elif words.startswith("Settle"):
            assert case.questions.isAncestorOf(at_work.focus)
    assert any(words.startswith("Answer") for words in case.panel.wanted_list.links)


def test_a_refused_decision_marks_its_fields_and_typing_puts_the_notice_away(
    at_work: AtWork,
) -> None:
    case = at_work.open("Rowan")
    at_work.press(Key.Key_D)
    at_work.press(Key.Key_Return, CONTROL)
    assert "nothing was lost" in at_work.notice()
    assert case.panel.reasons.property("invalid") == "true"
    assert at_work.focus is case.panel.reasons
    at_work.write("Far.")
    assert case.panel.reasons.property("invalid") == "false"
    assert at_work.notice() == ""


def test_while_a_case_is_opened_nothing_is_offered(at_work: AtWork) -> None:
    at_work.press(Key.Key_Slash)
    at_work.write("Rowan")
    at_work.press(Key.Key_Return)
    at_work.list.open_case(at_work.list.table.chosen_row())
    case = at_work.case
    assert not case.bar.decide_button.isEnabled() and not case.bar.letter_button.isEnabled()
    assert not case.bar.mark.isVisible()
    assert QApplication.focusWidget() is case
    at_work.settle()
    assert case.bar.decide_button.isEnabled()


def test_points_raised_elsewhere_do_not_undo_what_is_being_written(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    at_work.press(Key.Key_P)
    at_work.write(SAID)
    raise_point(at_work.office.desk(), at_work.office.cases["Rowan"], "Another point.")
    case.read()
    at_work.settle()
    at_work.press(Key.Key_P)
    assert case.points.raising.field.toPlainText() == SAID


def test_a_letter_typed_at_a_source_begins_another_source_and_is_no_key(at_work: AtWork) -> None:
    case = at_work.open("Imran")
    at_work.press(Key.Key_Space)
    because = case.questions.asked[0].because
    assert because is not None and at_work.focus is because.first
    at_work.write("Note of a call")
    assert at_work.page is case, "N opens no new application"
    assert at_work.focus is because.field
    assert because.words() == "Note of a call"
    at_work.press(Key.Key_Escape)
    at_work.press(Key.Key_Space)
    assert case.questions.asked[0].because.words() == "Note of a call", "and Escape loses nothing"


def test_another_case_of_the_family_is_one_press_away(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    (line,) = case.siblings.lines.values()
    assert "Ada Thackeray" in line.accessibleName() and "Not decided yet" in line.accessibleName()
    line.setFocus()
    at_work.press(Key.Key_Return)
    assert at_work.case.header.title.text() == "Ada Thackeray"
    at_work.press(Key.Key_Escape)
    assert at_work.page is case


def test_an_item_of_evidence_is_named_first(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    words = words_on(case.evidence).splitlines()
    assert words.index("Birth certificate, copy") < words.index("Supports: born")
    assert "From parent, received 3 June 2026, dated 20 January 2019" in words


def test_a_fact_that_may_be_corrected_shows_it_and_closes_when_pressed_again(
    at_work: AtWork,
) -> None:
    case = at_work.open("Rowan")
    wide = case.facts.width()
    row = case.facts.rows["walking_distance"]
    row.setFocus()
    at_work.press(Key.Key_Return)
    assert case.facts.changing is not None
    assert case.facts.width() == wide, "the page does not jump"
    bottom = case.facts.changing.mapTo(
        case.columns.viewport(), case.facts.changing.rect().bottomLeft()
    )
    assert bottom.y() <= case.columns.viewport().height(), "nothing of it lies under the foot"
    row.click()
    assert case.facts.changing is None
