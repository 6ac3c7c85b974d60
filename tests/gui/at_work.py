"""Somebody at work in the window with the keyboard alone, and what they see there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.officer.case_page import CasePage
from gui.officer.list_page import ListPage
from gui.page import Page
from gui.room import Room
from gui.rooms import ROOMS
from gui.welcome import casework_doors
from gui.window import Window
from records.people import Person
from tests.gui.office import OFFICER, Office

Key, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
WAIT_MS = 20_000


class AtWork:
    """One person signed in at a window on an office."""

    def __init__(
        self,
        qtbot: QtBot,
        office: Office,
        person: Person = OFFICER,
        rooms: tuple[Room, ...] = ROOMS,
    ) -> None:
        self.qtbot, self.office = qtbot, office
        self.window = Window(casework_doors(), rooms=rooms)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.window.enter(office.desk(person))
        self.settle()

    def settle(self) -> None:
        """Wait until no work is under way and what it brought is on the screen."""
        self.qtbot.waitUntil(lambda: not self.window.tasks.running(), timeout=WAIT_MS)
        for _ in range(4):
            QApplication.processEvents()
            QTest.qWait(5)
        self.qtbot.waitUntil(lambda: not self.window.tasks.running(), timeout=WAIT_MS)

    @property
    def page(self) -> Page:
        """The page in front."""
        page = self.window.shell.pages.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def list(self) -> ListPage:
        """The list, where it is in front."""
        assert isinstance(self.page, ListPage)
        return self.page

    @property
    def case(self) -> CasePage:
        """The case, where one is in front."""
        assert isinstance(self.page, CasePage)
        return self.page

    @property
    def focus(self) -> QWidget:
        """What a key would go to."""
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        return focused

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key where the focus is, and wait for what comes of it."""
        for _ in range(times):
            QTest.keyClick(self.focus, key, modifier)
            self.settle()

    def write(self, words: str) -> None:
        """Type words where the focus is."""
        QTest.keyClicks(self.focus, words)
        self.settle()

    def tab_to(self, wanted: Callable[[QWidget], bool], most: int = 200) -> QWidget:
        """Press Tab until the focus is on what is wanted."""
        for _ in range(most):
            if wanted(self.focus):
                return self.focus
            QTest.keyClick(self.focus, Key.Key_Tab)
            QApplication.processEvents()
        raise AssertionError("Tab does not reach it")

    def open(self, given_name: str) -> CasePage:
        """Find a case by the child's name and open it, as an officer would."""
        self.press(Key.Key_Slash)
        self.write(given_name)
        self.press(Key.Key_Return)
        self.press(Key.Key_Return)
        return self.case

    def notice(self) -> str:
        """Read the notice above the page, empty where there is none."""
        notice = self.window.shell.notice
        return notice.accessibleName() if notice.isVisible() else ""

    def close(self) -> None:
        """Leave the window; its store closes with it."""
        self.window.close()


def words_on(widget: QWidget) -> str:
    """Read every label that is shown on a widget, from the top."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels)
