"""Tab comes to what has been opened right after the line that opened it, as the eye does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.fields.buttons import Button
from gui.fields.finding import FindingLine
from gui.fields.fold import Fold
from gui.fields.layout import column
from gui.fields.steps import Condition
from tests.gui.test_fields import distance, finding


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def show(page: QWidget, *widgets: QWidget) -> None:
    for each in widgets:
        page.layout().addWidget(each)
    page.show()
    page.activateWindow()
    QApplication.processEvents()


def tabbed(times: int) -> list[QWidget | None]:
    found = []
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget())
    return found


def test_the_conditions_of_a_finding_come_before_what_follows_it(page: QWidget) -> None:
    line, after = FindingLine(finding(distance(3_717_604))), Button("After")
    show(page, line, after)
    line.line.setFocus()
    line.open()
    condition = line.findChildren(Condition)[-1]
    assert tabbed(2) == [condition, after]


def test_what_a_fold_holds_is_passed_in_its_order_then_what_follows_it(page: QWidget) -> None:
    first, second, after = Button("First"), Button("Second"), Button("After")
    fold = Fold("More", lambda: holding(first, Fold("Deeper", lambda: holding(second))))
    show(page, fold, after)
    fold.line.setFocus()
    fold.open()
    deeper = fold.findChildren(Fold)[0]
    deeper.open()
    assert tabbed(4) == [first, deeper.line, second, after]


def holding(*widgets: QWidget) -> QWidget:
    box = QWidget()
    lines = column(box)
    for each in widgets:
        lines.addWidget(each)
    return box
