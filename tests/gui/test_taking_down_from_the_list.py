"""A new application begins in the list of cases and comes back to it, with its case open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.intake.page import NewApplicationPage
from gui.officer.case_page import CasePage
from gui.officer.list_page import ListPage
from gui.records_room.page import RecordsPage
from records.people import Role
from tests.gui.at_work import words_on
from tests.gui.new_council import Council, sitting, type_form

ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def council(qtbot: QtBot, tmp_path: Path) -> Iterator[Council]:
    with sitting(qtbot, tmp_path) as found:
        yield found


def the_list(qtbot: QtBot, council: Council) -> ListPage:
    page = council.window.shell.go("cases")
    assert isinstance(page, ListPage)
    qtbot.waitUntil(lambda: not council.window.tasks.running(), timeout=20_000)
    return page


def front(council: Council) -> object:
    return council.window.shell.pages.currentWidget()


def take_down(qtbot: QtBot, council: Council) -> None:
    form = front(council)
    assert isinstance(form, NewApplicationPage)
    type_form(form)
    QTest.keyClick(form, ENTER, CONTROL)
    qtbot.waitUntil(lambda: front(council) is not form, timeout=20_000)
    qtbot.waitUntil(lambda: not council.window.tasks.running(), timeout=20_000)


def test_an_empty_list_offers_the_form_and_its_case_opens_then(
    qtbot: QtBot, council: Council
) -> None:
    council.fill()
    page = the_list(qtbot, council)
    assert page.first_button.isVisible()
    QTest.keyClick(page.first_button, ENTER)
    take_down(qtbot, council)
    case = front(council)
    assert isinstance(case, CasePage)
    assert case.assessment.case.child.name == "Wren Okoro"
    assert "MA-00001 is taken down" in council.window.shell.notice.accessibleName()
    council.window.shell.back()
    assert front(council) is page
    (row,) = page.table.rows_model.rows
    assert page.table.chosen_row() == row
    assert row.child == "Wren Okoro"


def test_a_second_application_begins_at_the_top_of_the_list(qtbot: QtBot, council: Council) -> None:
    council.fill()
    page = the_list(qtbot, council)
    page.take_down()
    take_down(qtbot, council)
    council.window.shell.back()
    QTest.keyClick(page.new_button, Qt.Key.Key_Space)
    take_down(qtbot, council)
    second = front(council)
    assert isinstance(second, CasePage)
    council.window.shell.back()
    assert page.table.rows_model.rowCount() == 2
    assert page.table.chosen_row().id == second.application


def test_an_application_taken_down_in_another_room_stands_in_the_list_too(
    qtbot: QtBot, council: Council
) -> None:
    council.fill()
    page = the_list(qtbot, council)
    records = council.window.shell.go("records")
    qtbot.waitUntil(lambda: not council.window.tasks.running(), timeout=20_000)
    QTest.keyClick(council.window, Qt.Key.Key_N)
    take_down(qtbot, council)
    assert front(council) is records
    council.window.shell.go("cases")
    assert page.table.rows_model.rowCount() == 1


def test_what_is_lacking_before_the_first_application_is_said(
    qtbot: QtBot, council: Council
) -> None:
    page = the_list(qtbot, council)
    assert "First choose the council and bring in its schools" in words_on(page)
    assert not page.first_button.isVisible()
    page.take_down()
    assert front(council) is page
    assert "choose the council" in council.window.shell.notice.accessibleName()
    first = page.nothing.records_button
    assert council.window.focusWidget() is first
    QTest.keyClick(first, ENTER)
    assert isinstance(front(council), RecordsPage)


def test_the_form_is_not_offered_to_those_who_take_nothing_down(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with sitting(qtbot, tmp_path, frozenset({Role.SENIOR_REVIEWER})) as council:
        page = the_list(qtbot, council)
        assert not page.new_button.isVisible()
        assert not page.first_button.isVisible()
