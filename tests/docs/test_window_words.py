"""What the papers say to press in the window is there; the README's first case goes as it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casework.decide import decide_case
from casework.desk import Desk
from casework.gate import Intent
from casework.opening import sign_in
from gui.app import prepare
from gui.intake.opening import open_new_application
from gui.lead.shelf_page import ShelfPage
from gui.officer.case_page import CasePage
from gui.officer.letter_page import LetterPage
from gui.officer.list_page import ListPage
from gui.panel.list_page import DecidedPage
from gui.records_room.page import RecordsPage
from gui.room import Surroundings
from gui.runs.run_page import RunPage
from gui.runs.sample_step import SamplePage
from gui.theme import theme
from gui.welcome import casework_doors
from gui.window import Window
from records.people import Person, Role
from rules.values import Outcome
from sample.days import TODAY
from store import decisions
from store.people import add_person
from store.settings import set_setting
from tests.docs.papers import PAPERS, ROOT, keys, name_of, prose
from tests.gui.office import OFFICER, open_office

ANYWHERE = {"Enter", "Escape", "Space", "Tab", "Up", "Down", "Left", "Right"}
EVERYONE = Person("p-all", "E. Veryone", frozenset(Role))
PRESSING = [paper for paper in PAPERS if keys(paper)]
WAIT_MS = 60_000
PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass
class Walk:
    """Somebody at the window, with every key and action that has been offered on the way."""

    qtbot: QtBot
    window: Window
    keys: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)

    def settle(self) -> None:
        """Wait until work and what it brought are done, then note what is offered."""
        tasks = self.window.tasks
        for _ in range(3):
            self.qtbot.waitUntil(lambda: not tasks.running(), timeout=WAIT_MS)
            for _ in range(5):
                QApplication.processEvents()
                QTest.qWait(2)
        for entry in self.window.actions_register.entries():
            self.words.add(entry.words)
            self.keys |= {one.toString() for one in entry.action.shortcuts()}

    @property
    def page(self) -> QWidget:
        page = self.window.shell.pages.currentWidget()
        assert page is not None
        return page

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def write(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), words)
        self.settle()


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    prepare(qapp)
    theme().show_as("light", 100)


Begin = Callable[[Window], Walk]


@pytest.fixture
def begin(qtbot: QtBot) -> Iterator[Begin]:
    windows: list[Window] = []

    def begun(window: Window) -> Walk:
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        walk = Walk(qtbot, window)
        walk.settle()
        return walk

    yield begun
    for window in windows:
        window.close()


def through_every_room(walk: Walk) -> None:
    """Go to every room, and to the pages behind it that the guides tell of."""
    shell = walk.window.shell
    for key in list(shell._rooms):
        page = shell.go(key)
        walk.settle()
        for inner in pages_behind(page):
            inner()
            walk.settle()
        while len(shell._pile()) > 1:
            shell.back()
            walk.settle()
    desk = walk.window.desk
    open_new_application(Surroundings(desk, shell, walk.window.tasks, shell.actions))
    walk.settle()


def pages_behind(page: QWidget) -> list[Callable[[], object]]:
    """Give the ways from a room's first page to the pages behind it."""
    if isinstance(page, ListPage):
        rows = page.table.rows_model.rows
        decided = next(line for line in page._lines.values() if line.decision is not None)
        return [
            lambda: page.open_case(rows[0]),
            lambda: page.open_case(decided),
            lambda: letter_of(page),
            page.open_runs,
            lambda: run_in_front(page).begin(),
            lambda: run_in_front(page).go_on(),
            lambda: sample_in_front(page).mark(),
            lambda: run_in_front(page).go_on(),
        ]
    if isinstance(page, DecidedPage):
        return [
            lambda: page.show_kind("all"),
            lambda: page.open_case(page.table.rows_model.rows[0]),
        ]
    if isinstance(page, ShelfPage):
        return [page.compare, lambda: page.read("england/1996-act"), page.word_letters]
    if isinstance(page, RecordsPage):
        return [page.open_schools, lambda: page.open_person(None)]
    return []


def run_in_front(page: ListPage) -> RunPage:
    run = page.around.shell.pages.currentWidget()
    assert isinstance(run, RunPage)
    return run


def sample_in_front(page: ListPage) -> SamplePage:
    sample = page.around.shell.pages.currentWidget()
    assert isinstance(sample, SamplePage)
    return sample


def letter_of(page: ListPage) -> None:
    case = page.around.shell.pages.currentWidget()
    assert isinstance(case, CasePage)
    case.preview_letter()


@pytest.fixture
def offered(begin: Begin, tmp_path: Path) -> Walk:
    """Give everything that the window offers somebody with every role."""
    office = open_office(tmp_path)
    add_person(office.store, EVERYONE, OFFICER)
    desk = office.desk(EVERYONE)
    set_setting(office.store, "council", "marlhaven", EVERYONE)
    decide_case(desk, office.cases["Rowan"], Intent(Outcome.ENTITLED, "Beyond two miles at 7."))
    walk = begin(Window(casework_doors()))
    walk.window.enter(desk)
    walk.settle()
    through_every_room(walk)
    return walk


def test_the_papers_name_the_keys_of_the_window_and_every_one_of_them(offered: Walk) -> None:
    unknown = {
        f"{name_of(paper)}: {key}"
        for paper in PRESSING
        for key in keys(paper)
        if key not in ANYWHERE and QKeySequence(key).toString() not in offered.keys
    }
    assert not unknown
    told = {QKeySequence(key).toString() for paper in PRESSING for key in keys(paper)}
    alike = {"Ctrl+=": "Ctrl++", "=": "+", "Ctrl+F": "/", "Ctrl+Enter": "Ctrl+Return"}
    assert {alike.get(key, key) for key in offered.keys} - told == set()


def test_a_first_assessment_goes_as_the_readme_says(begin: Begin) -> None:
    assert "type `00084`" in prose(ROOT / "README.md")
    doors = replace(casework_doors(), sign_in=on_the_samples_day)
    walk = begin(Window(doors))
    walk.window.welcome.start.sample_button.click()
    walk.settle()
    walk.press(Qt.Key.Key_Down)
    walk.press(Qt.Key.Key_Return)
    assert walk.window.desk.person.name == "Bronagh Tideswell"
    walk.press(Qt.Key.Key_Slash)
    walk.write("00084")
    walk.press(Qt.Key.Key_Return)
    walk.press(Qt.Key.Key_Return)
    case = walk.page
    assert isinstance(case, CasePage)
    assert re.match(r"Entitled until .* miles", case.recommendation.words())
    walk.press(Qt.Key.Key_D)
    walk.write("More than two miles, and seven years old.")
    walk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    decided = decisions.current_decision(walk.window.desk.store, case.application)
    assert decided is not None and decided.outcome is Outcome.ENTITLED
    walk.press(Qt.Key.Key_L)
    letter = walk.page
    assert isinstance(letter, LetterPage)
    assert letter.may_be_saved()


def on_the_samples_day(store: object, person: Person) -> Desk:
    """Sign in on the day the sample is drawn for."""
    now = datetime.combine(TODAY, time(9), UTC)
    return replace(sign_in(store, person), today=lambda: TODAY, now=lambda: now)
