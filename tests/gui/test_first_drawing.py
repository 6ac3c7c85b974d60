"""A page is drawn only when it is laid out: no words squashed, not even for a moment."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import theme
from tests.gui.at_work import AtWork
from tests.gui.office import open_office


class Watch(QObject):
    """Notes, whenever a page is drawn, which of its words have less height than they need."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.page, self.drawn, self.squashed = page, 0, set()
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.drawn += 1
            self.squashed |= {
                label.text() for label in self.page.findChildren(QLabel)
                if label.isVisible() and label.text() and label.wordWrap()
                and label.height() < label.heightForWidth(label.width()) - 1
            }  # fmt: skip
        return False


@pytest.mark.parametrize("size", [100, 200])
def test_a_case_is_whole_when_it_is_first_drawn(qtbot: QtBot, tmp_path: Path, size: int) -> None:
    theme().show_as("light", size)
    at_work = AtWork(qtbot, open_office(tmp_path))
    imran = next(line for line in at_work.list.table.rows_model.rows if "Imran" in line.child)
    at_work.list.open_case(imran)
    watch = Watch(at_work.case.columns.widget())
    qtbot.waitUntil(lambda: at_work.case.view is not None, timeout=20_000)
    before = watch.drawn
    qtbot.waitUntil(lambda: watch.drawn > before, timeout=20_000)
    QTest.qWait(50)
    assert watch.squashed == set()
    at_work.close()
