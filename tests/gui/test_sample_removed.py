"""The sample council is removed from the first page, whole, and never while it is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from casework.sample_store import sample_path
from gui.settings_page import ROOM as SETTINGS
from gui.welcome import casework_doors
from gui.window import Window
from records.people import Person, Role
from store import file
from store.backup import make_backup
from store.keys import CHEAP_FOR_TESTS
from store.store import Store
from tests.gui.conftest import Opened

PASSPHRASE = "marlhaven"
KEEPER = Person("p-keeper", "M. Whitlock", frozenset({Role.ADMINISTRATOR}))


def a_store(fictional: bool = True) -> Store:
    """Make a store where the sample's stands, without its four hundred cases."""
    sample_path().parent.mkdir(parents=True)
    store, _ = file.create(
        sample_path(), PASSPHRASE, KEEPER, label="Marlhaven", fictional=fictional,
        key_cost=CHEAP_FOR_TESTS,
    )  # fmt: skip
    return store


@pytest.fixture
def windows(qtbot: QtBot) -> Iterator[list[Window]]:
    made: list[Window] = []
    yield made
    for window in made:
        window.close()


def a_window(qtbot: QtBot, windows: list[Window]) -> Window:
    window = Window(casework_doors(), rooms=(SETTINGS,))
    qtbot.addWidget(window)
    windows.append(window)
    window.show()
    return window


def removed(qtbot: QtBot, window: Window) -> str:
    """Press the button by keyboard; give what the page says of it."""
    QTest.keyClick(window.welcome.start.remove_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not window.tasks.running(), timeout=20_000)
    return window.welcome.start.notice.accessibleName()


def files() -> list[Path]:
    return sorted(sample_path().parent.iterdir())


def test_the_sample_is_removed_with_its_backups_and_nothing_beside_it(
    qtbot: QtBot, windows: list[Window]
) -> None:
    with a_store() as store:
        make_backup(store, KEEPER)
    other = sample_path().parent / "letter.pdf"
    other.write_bytes(b"mine")
    window = a_window(qtbot, windows)
    start = window.welcome.start
    assert start.remove_button.isVisible()
    assert removed(qtbot, window).startswith("Done. The sample council is removed")
    assert files() == [other]
    assert not start.remove_button.isVisible()
    assert start.focusWidget() is start.sample_button


def test_the_keyboard_comes_to_opening_before_removing(qtbot: QtBot, windows: list[Window]) -> None:
    a_store().close()
    window = a_window(qtbot, windows)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    start = window.welcome.start
    assert window.focusWidget() is start.sample_button
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is start.remove_button


def test_a_sample_that_was_removed_is_made_anew(qtbot: QtBot, windows: list[Window]) -> None:
    a_store().close()
    window = a_window(qtbot, windows)
    removed(qtbot, window)
    again, _ = file.create(
        sample_path(), PASSPHRASE, KEEPER, label="Marlhaven", fictional=True,
        key_cost=CHEAP_FOR_TESTS,
    )  # fmt: skip
    again.close()
    window.welcome.start.sample_button.click()
    qtbot.waitUntil(lambda: window.welcome.step is window.welcome.who, timeout=20_000)
    window.welcome.who.back_asked.emit()
    assert window.welcome.start.remove_button.isVisible()
    qtbot.waitUntil(lambda: not window.tasks.running(), timeout=20_000)
    assert removed(qtbot, window).startswith("Done.")
    assert files() == []


def test_while_it_is_open_elsewhere_the_store_says_by_whom(
    qtbot: QtBot, windows: list[Window]
) -> None:
    window = a_window(qtbot, windows)
    with a_store():
        window.welcome.show_step(window.welcome.start)
        before = files()
        said = removed(qtbot, window)
        assert said.startswith("This did not work")
        assert "open" in said
        assert files() == before
        assert window.welcome.start.remove_button.isEnabled()


def test_a_councils_own_records_in_its_place_are_never_removed(
    qtbot: QtBot, windows: list[Window]
) -> None:
    a_store(fictional=False).close()
    before = files()
    window = a_window(qtbot, windows)
    assert "was not removed" in removed(qtbot, window)
    assert files() == before


def test_where_there_is_no_sample_nothing_is_offered(
    qtbot: QtBot, windows: list[Window], opened: Opened
) -> None:
    assert not a_window(qtbot, windows).welcome.start.remove_button.isVisible()
    window = Window(opened.doors(), rooms=(SETTINGS,))
    qtbot.addWidget(window)
    windows.append(window)
    window.show()
    assert not window.welcome.start.remove_button.isVisible()
