"""The top and the foot of the window keep what matters in view when the text is large."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.header import Title
from gui.status import FIND, KEYS, StatusLine
from gui.tasks import Tasks
from gui.theme import theme
from tests.gui.at_work import AtWork
from tests.gui.office import open_office


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    made = AtWork(qtbot, open_office(tmp_path))
    yield made
    theme().show_as("light", 100)
    made.close()


def place_of(widget: QWidget, window: QWidget) -> QRect:
    """Give where a widget stands in its window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def test_with_large_text_back_and_ribbon_stand_on_the_line_of_the_title(at_work: AtWork) -> None:
    case, shell = at_work.open("Rowan"), at_work.window.shell
    theme().show_as("light", 200)
    at_work.settle()
    back, ribbon, title, about = (
        place_of(each, at_work.window)
        for each in (shell.back_button, shell.ribbon, case.header.title, case.header.about)
    )
    assert back.right() < title.left() and title.right() < ribbon.left()
    assert back.bottom() <= about.top() + 2 and ribbon.bottom() <= about.top() + 2
    assert about.left() == back.left(), "what it is about takes the whole width"
    assert about.height() < title.height(), "and one line"


def test_the_header_takes_little_of_a_small_window_with_large_text(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    theme().show_as("light", 200)
    at_work.settle()
    assert case.header.height() < 0.25 * at_work.window.height()


def test_no_button_of_a_header_is_cut_with_large_text(at_work: AtWork) -> None:
    theme().show_as("light", 200)
    at_work.settle()
    header = at_work.list.header
    for part in (at_work.list.find, at_work.list.new_button):
        assert place_of(part, header).bottom() <= header.height()


def test_a_reference_stands_right_after_a_title_that_wraps(qtbot: QtBot) -> None:
    title = Title("Where the route begins and ends")
    qtbot.addWidget(title)
    title.ensurePolished()
    whole = title.sizeHint().width()
    narrowed = title.width_in(whole - 20)
    assert narrowed < whole - 20
    assert title.heightForWidth(narrowed) == title.heightForWidth(whole - 20)
    assert title.width_in(whole + 50) == whole, "it stays on one line where it can"


def test_a_narrow_status_line_leaves_out_whole_facts_and_tells_them_by_its_tool_tip(
    qtbot: QtBot,
) -> None:
    line = StatusLine(Tasks(), lambda: None)
    qtbot.addWidget(line)
    line.show_facts("Bronagh Tideswell · Eligibility officer", "Marlhaven (fictional)")
    line.show_backup(None)
    line.resize(2000, 30)
    line.show()
    assert line.find.text() == FIND and line.store.isVisible()
    line.resize(line._wanted() - 10, 30)
    assert line.find.text() == KEYS and line.store.isVisible(), "the shortcut is enough"
    line.resize(line._wanted() - 10, 30)
    assert not line.store.isVisible() and line.backup.isVisible()
    assert "Marlhaven (fictional)" in line.toolTip()
    line.resize(2000, 30)
    assert line.find.text() == FIND and line.store.isVisible()
