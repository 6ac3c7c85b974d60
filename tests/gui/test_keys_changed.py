"""The administrator gives the store a new passphrase and a new recovery key, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from casework.opening import open_store, open_with_recovery_key
from records.people import Role
from store.problems import WrongPassphrase
from tests.gui.new_council import KEEPER, Council, records, sitting

ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
OLD, NEW = "harbour lantern", "violet harbour oat lantern"


@pytest.fixture
def council(qtbot: QtBot, tmp_path: Path) -> Iterator[Council]:
    with sitting(qtbot, tmp_path, fictional=False) as found:
        yield found


def typed(page, *words: str) -> None:  # noqa: ANN001
    for field, text in zip((page.old, page.new, page.again), words, strict=True):
        field.clear()
        QTest.keyClicks(field, text)
    QTest.keyClick(page, ENTER, CONTROL)


def told(qtbot: QtBot, council: Council) -> str:
    notice = council.window.shell.notice
    qtbot.waitUntil(lambda: not notice.isHidden(), timeout=20_000)
    return notice.accessibleName()


def test_the_passphrase_is_changed_and_the_old_one_opens_no_more(
    qtbot: QtBot, council: Council
) -> None:
    page = records(qtbot, council)
    QTest.keyClick(page.keys.passphrase_button, ENTER)
    form = council.window.shell.pages.currentWidget()
    typed(form, OLD, NEW, NEW)
    assert "The new passphrase opens the store" in told(qtbot, council)
    assert council.window.shell.pages.currentWidget() is page
    path = council.store.path
    council.window.close()
    with pytest.raises(WrongPassphrase):
        open_store(path, OLD)
    open_store(path, NEW).close()


@pytest.mark.parametrize(
    ("words", "field", "said"),
    [
        (("", NEW, NEW), "old", "until now"),
        ((OLD, "short", "short"), "new", "at least 12"),
        ((OLD, NEW, NEW + "s"), "again", "differ"),
    ],
)
def test_what_cannot_stand_is_said_beside_its_field(
    qtbot: QtBot, council: Council, words: tuple[str, ...], field: str, said: str
) -> None:
    form = records(qtbot, council).open_passphrase()
    typed(form, *words)
    assert said in getattr(form, field).accessibleDescription()
    assert form.focusWidget() is getattr(form, field)
    assert not council.window.tasks.running()


def test_a_wrong_old_passphrase_is_said_on_the_page_and_what_was_typed_stays(
    qtbot: QtBot, council: Council
) -> None:
    form = records(qtbot, council).open_passphrase()
    typed(form, "another passphrase", NEW, NEW)
    qtbot.waitUntil(lambda: not form.saving.notice.isHidden(), timeout=20_000)
    assert "Nothing has been changed" in form.saving.notice.accessibleName()
    assert form.new.text() == NEW
    assert form.focusWidget() is form.old


def test_a_new_recovery_key_is_shown_once_and_opens_the_store(
    qtbot: QtBot, council: Council
) -> None:
    page = records(qtbot, council)
    QTest.keyClick(page.keys.recovery_button, ENTER)
    making = council.window.shell.pages.currentWidget()
    QTest.keyClick(making.make_button, ENTER)
    qtbot.waitUntil(lambda: not making.keep.isHidden(), timeout=20_000)
    key = making.keep.key.text()
    assert not making.keep.go_button.isEnabled()
    QTest.keyClick(making.keep.kept, Qt.Key.Key_Space)
    QTest.keyClick(making.keep.go_button, ENTER)
    assert "The new recovery key opens the store" in told(qtbot, council)
    path = council.store.path
    council.window.close()
    open_with_recovery_key(path, key).close()


def test_nothing_is_made_by_looking_at_the_page(qtbot: QtBot, council: Council) -> None:
    keys = council.store.keys
    records(qtbot, council).open_recovery()
    council.window.shell.back()
    assert council.store.keys == keys


def test_in_a_recovered_store_no_old_passphrase_is_asked(qtbot: QtBot, council: Council) -> None:
    council.store.recovered = True
    form = records(qtbot, council).open_passphrase()
    assert not form.old.isVisible()
    assert form.focusWidget() is form.new
    typed(form, "", NEW, NEW)
    assert "The new passphrase opens the store" in told(qtbot, council)


@pytest.mark.parametrize(
    ("roles", "fictional"), [(frozenset({Role.AUDITOR}), False), (KEEPER, True)]
)
def test_the_card_is_not_for_an_auditor_nor_for_the_sample(
    qtbot: QtBot, tmp_path: Path, roles: frozenset[Role], fictional: bool
) -> None:
    with sitting(qtbot, tmp_path, roles, fictional) as council:
        page = records(qtbot, council)
        assert not page.keys.isVisible()
        words = {entry.words for entry in council.window.actions_register.entries()}
        assert not words & {"Change the passphrase", "Make a new recovery key"}
