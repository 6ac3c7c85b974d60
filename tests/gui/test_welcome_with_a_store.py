"""The way in with real stores: what is made opens again, and what is wrong is told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from casework import opening
from gui.settings import read_settings
from gui.settings_page import ROOM as SETTINGS
from gui.welcome import casework_doors
from gui.window import Window
from records.people import Role
from store.keys import CHEAP_FOR_TESTS

PASSPHRASE = "four words of mine"


@pytest.fixture
def windows(qtbot: QtBot) -> Iterator[list[Window]]:
    made: list[Window] = []
    yield made
    for window in made:
        window.close()


def a_window(qtbot: QtBot, windows: list[Window]) -> Window:
    quick = partial(opening.create_store, key_cost=CHEAP_FOR_TESTS)
    window = Window(replace(casework_doors(), create_store=quick), rooms=(SETTINGS,))
    qtbot.addWidget(window)
    windows.append(window)
    window.show()
    return window


@pytest.fixture
def made(qtbot: QtBot, windows: list[Window], tmp_path: Path) -> tuple[Path, str]:
    """Make a store on the page, go through to the desk and leave; give its file and its key."""
    window = a_window(qtbot, windows)
    step = window.welcome.create
    window.welcome.show_step(step)
    step.label.setText("Adur")
    step.path.show_path(str(tmp_path / "adur"))
    step.first.setText(PASSPHRASE)
    step.second.setText(PASSPHRASE)
    step.name.setText("A. Officer")
    step.roles[Role.ELIGIBILITY_OFFICER].click()
    step.create_button.click()
    qtbot.waitUntil(lambda: window.welcome.step is window.welcome.keep_key, timeout=20_000)
    key = window.welcome.keep_key.key.text()
    window.welcome.keep_key.kept.click()
    window.welcome.keep_key.go_button.click()
    to_the_desk(qtbot, window)
    qtbot.waitUntil(lambda: not window.tasks.running())
    window.close()
    return tmp_path / "adur.milepost", key


def to_the_desk(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.welcome.step is window.welcome.who, timeout=20_000)
    window.welcome.who.sign_in_button.click()
    qtbot.waitUntil(lambda: window.shell is not None)


def try_to_open(qtbot: QtBot, window: Window, path: Path, passphrase: str) -> str:
    """Open by keyboard; give what the page says if it does not work."""
    welcome = window.welcome
    welcome.start.open_asked.emit(str(path))
    QTest.keyClicks(welcome.open.passphrase, passphrase)
    QTest.keyClick(welcome.open.passphrase, Qt.Key.Key_Return)
    ended = lambda: welcome.step is welcome.who or not welcome.open.notice.isHidden()  # noqa: E731
    qtbot.waitUntil(ended, timeout=20_000)
    return "" if welcome.step is welcome.who else welcome.open.notice.accessibleName()


def test_a_store_that_was_made_opens_again_by_its_passphrase(
    qtbot: QtBot, windows: list[Window], made: tuple[Path, str]
) -> None:
    window = a_window(qtbot, windows)
    assert try_to_open(qtbot, window, made[0], PASSPHRASE) == ""
    to_the_desk(qtbot, window)
    assert window.desk.person.name == "A. Officer"
    assert window.shell.ribbon.isHidden()
    qtbot.waitUntil(lambda: window.shell.status.backup.text() == "No backup yet")
    assert read_settings().last_store == str(made[0])


def test_a_store_opens_by_its_recovery_key(
    qtbot: QtBot, windows: list[Window], made: tuple[Path, str]
) -> None:
    window = a_window(qtbot, windows)
    window.welcome.start.open_asked.emit(str(made[0]))
    window.welcome.open.other.click()
    QTest.keyClicks(window.welcome.open.key, made[1])
    window.welcome.open.open_button.click()
    to_the_desk(qtbot, window)


def test_a_wrong_passphrase_and_a_damaged_file_are_told_apart(
    qtbot: QtBot, windows: list[Window], made: tuple[Path, str]
) -> None:
    window = a_window(qtbot, windows)
    wrong = try_to_open(qtbot, window, made[0], "four words of yours")
    content = bytearray(made[0].read_bytes())
    content[5000:5100] = bytes(100)
    made[0].write_bytes(content)
    damaged = try_to_open(qtbot, window, made[0], PASSPHRASE)
    assert "passphrase" in wrong
    assert "damage" in damaged
    assert "damage" not in wrong


def test_a_store_never_replaces_another(
    qtbot: QtBot, windows: list[Window], made: tuple[Path, str]
) -> None:
    window, before = a_window(qtbot, windows), made[0].read_bytes()
    step = window.welcome.create
    window.welcome.show_step(step)
    for field, words in ((step.label, "Other"), (step.name, "B"), (step.first, PASSPHRASE)):
        field.setText(words)
    step.second.setText(PASSPHRASE)
    step.path.show_path(str(made[0]))
    step.roles[Role.AUDITOR].click()
    step.create_button.click()
    qtbot.waitUntil(lambda: not step.notice.isHidden(), timeout=20_000)
    assert made[0].read_bytes() == before
    assert step.first.text() == PASSPHRASE


def test_somebody_else_signs_in_without_leaving_and_the_store_closes_when_asked(
    qtbot: QtBot, windows: list[Window], made: tuple[Path, str]
) -> None:
    window = a_window(qtbot, windows)
    assert try_to_open(qtbot, window, made[0], PASSPHRASE) == ""
    to_the_desk(qtbot, window)
    store = window.desk.store
    window.sign_out()
    assert not window.is_at_work()
    qtbot.waitUntil(lambda: not window.tasks.running(), timeout=20_000)
    to_the_desk(qtbot, window)
    assert window.desk.store is store, "the store stayed open"
    window.close_store()
    qtbot.waitUntil(lambda: not window.tasks.running(), timeout=20_000)
    assert window.welcome.step is window.welcome.start
    assert try_to_open(qtbot, window, made[0], PASSPHRASE) == "", "it was closed, so it opens"
