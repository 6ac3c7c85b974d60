"""A policy lead writes what letters say: remarks as they type, the letter beside it, history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from casework.receive import choose_council
from casework.wordings.which import Source, in_use
from gui.lead.shelf_page import ShelfPage
from gui.lead.wording_page import WordingPage
from gui.lead.wording_preview import first_difference
from gui.theme import theme
from store.people import add_person
from tests.gui.at_work import CONTROL, AtWork, Key, words_on
from tests.gui.hearing import FAMILY, LEAD, decided_office
from tests.gui.office import OFFICER, Office, open_office
from tests.gui.test_panel_room import cut_words

WHY = "Panel of 3 June, item 4"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """The small office with a policy lead, before anything is decided."""
    found = open_office(tmp_path)
    add_person(found.store, LEAD, OFFICER)
    choose_council(found.desk(LEAD), "marlhaven")
    return found


@pytest.fixture
def at_work(qtbot: QtBot, office: Office) -> Iterator[AtWork]:
    made = AtWork(qtbot, office, LEAD)
    yield made
    made.close()


def wording(at_work: AtWork) -> WordingPage:
    at_work.press(Key.Key_L)
    page = at_work.page
    assert isinstance(page, WordingPage)
    page.pause.setInterval(1)
    return page


def rest(at_work: AtWork, page: WordingPage) -> None:
    """Let the pause of typing pass, and what comes of it."""
    at_work.qtbot.waitUntil(lambda: not page.pause.isActive(), timeout=20_000)
    at_work.settle()
    at_work.qtbot.waitUntil(lambda: not page.pause.isActive(), timeout=20_000)
    at_work.settle()


def rewrite(at_work: AtWork, page: WordingPage, old: str, new: str) -> None:
    """Put other words in the place of some, as a person would: mark them and type."""
    at = page.text.index(old)
    cursor = page.editor.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len(old), QTextCursor.MoveMode.KeepAnchor)
    page.editor.setTextCursor(cursor)
    page.editor.setFocus()
    cursor.insertText(new)
    rest(at_work, page)


def save(at_work: AtWork, page: WordingPage, why: str = WHY) -> None:
    page.because.setText(why)
    page.editor.setFocus()
    at_work.press(Key.Key_S, CONTROL)
    rest(at_work, page)


def test_from_the_shelf_to_a_saved_wording_with_the_letter_beside_it(
    at_work: AtWork, office: Office
) -> None:
    page = wording(at_work)
    assert "Robin Sample" in page.preview.view.text
    assert page.remarks.lines == []
    rewrite(at_work, page, "## Contact us", "## Talk to us")
    assert "Talk to us" in page.preview.view.text
    assert "Not saved yet" in page.told.text()
    save(at_work, page)
    found = in_use(office.desk(LEAD), "marlhaven", "approve")
    assert (found.source, found.saved and found.saved.because) == (Source.SAVED, WHY)
    assert "saved by L. Okafor" in page.source.text()
    assert "Saved" in page.told.text()


def test_names_are_offered_and_a_mistaken_one_is_placed_while_the_last_letter_stays(
    at_work: AtWork,
) -> None:
    page = wording(at_work)
    cursor = page.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("\n\nWe write to ")
    page.editor.setTextCursor(cursor)
    page.editor.setFocus()
    QTest.keyClicks(page.editor, "$")
    popup = page.editor.completer.popup()
    QTest.keyClicks(popup, "{addr")
    assert popup.isVisible()
    assert "addressee" in page.editor.completer.currentCompletion()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert page.text.endswith("We write to ${addressee}")
    rest(at_work, page)
    before = page.preview.view.text
    rewrite(at_work, page, "${child} is entitled", "${chld} is entitled")
    (line,) = page.remarks.lines
    assert line.button.text().startswith("Line ")
    assert ", column 1" in line.button.text()
    assert "Did you mean “child”?" in words_on(page.remarks)
    assert page.preview.view.text == before
    assert "last letter that could be written" in page.preview.told.text()
    QTest.mouseClick(line.button, Qt.MouseButton.LeftButton)
    caret = page.editor.textCursor()
    assert caret.block().text()[caret.positionInBlock() :].startswith("${chld}")
    save(at_work, page)
    assert "cannot be used" in at_work.notice() or "cannot be used" in words_on(page.remarks)
    rewrite(at_work, page, "${chld}", "${child}")
    assert page.remarks.lines == []


def test_plain_english_and_names_of_children_are_told_as_one_types(at_work: AtWork) -> None:
    page = wording(at_work)
    rewrite(
        at_work,
        page,
        "## Contact us",
        "Please note: reply within 20 working days.\n\n## Contact us",
    )
    said = words_on(page.remarks)
    assert "words to leave out" in said and "days without a date" in said
    assert "Reading grade" in said
    assert len(page.editor.extraSelections()) == 2
    at_work.press(Key.Key_F8)
    assert page.editor.textCursor().block().text().startswith("Please note")
    rewrite(at_work, page, "Please note:", "As with Rowan Thackeray,")
    assert "another child's name" in words_on(page.remarks)


def test_earlier_wordings_are_told_in_words_and_restored(at_work: AtWork) -> None:
    page = wording(at_work)
    rewrite(at_work, page, "## Contact us", "## Talk to us")
    save(at_work, page)
    rewrite(at_work, page, "## Talk to us", "## Ring us")
    save(at_work, page, "Shorter")
    newest, first = page.history.folds
    first.open()
    newest.open()
    at_work.settle()
    assert "“## Talk to us” becomes “## Ring us”." in words_on(page.history)
    (button,) = page.history.restore_buttons.values()
    button.click()
    assert "why it changes, then do it again" in words_on(page.why)
    assert "Saved" not in page.told.text(), "what was told of the work before is put away"
    page.because.setText("The first was better")
    button.click()
    rest(at_work, page)
    assert "## Talk to us" in page.text
    assert len(page.history.folds) == 3
    page.because.setText("Back to the file")
    page.history.file_button.click()
    rest(at_work, page)
    assert "## Contact us" in page.text


def test_what_is_not_saved_is_not_lost_by_leaving_and_saving_asks_for_a_reason(
    at_work: AtWork,
) -> None:
    page = wording(at_work)
    rewrite(at_work, page, "## Contact us", "## Talk to us")
    at_work.press(Key.Key_Escape)
    assert isinstance(at_work.page, ShelfPage)
    again = wording(at_work)
    assert again is not page
    assert "## Talk to us" in again.text
    assert "Not saved yet" in again.told.text()
    save(at_work, again, "  ")
    assert "Write why it changes" in words_on(again.why)
    assert again.because.property("invalid") == "true"
    assert at_work.focus is again.because
    at_work.write("A panel.")
    assert "Write why it changes" not in words_on(again.why)


def test_a_name_that_is_not_ended_is_told_where_it_stands(at_work: AtWork) -> None:
    page = wording(at_work)
    rewrite(at_work, page, "Dear ${addressee}", "Dear ${addressee")
    (line,) = page.remarks.lines
    assert line.remark.what == "${addressee"
    assert "put } after it" in words_on(line)


def test_a_tall_window_gives_its_height_to_the_text_and_to_the_letter(at_work: AtWork) -> None:
    page = wording(at_work)
    text, letter = page.editor.height(), page.preview.view.height()
    at_work.window.resize(1920, 1080)
    at_work.settle()
    assert page.editor.height() >= text + 150
    assert page.preview.view.height() > letter
    assert page.remarks.isVisible() and page.because.visibleRegion().boundingRect().height() > 0


def test_a_decided_case_can_be_shown_and_names_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    at_work = AtWork(qtbot, decided_office(tmp_path).office, LEAD)
    page = wording(at_work)
    assert page.preview.case.count() > 1
    page.preview.case.setCurrentIndex(1)
    page.preview.case.activated.emit(1)
    rest(at_work, page)
    said = page.preview.view.text
    assert "Robin Sample" in said
    # The made-up family of the preview lives in a Quay Lane too.
    assert not [name for name in FAMILY if name in said and name not in ("Lane", "Quay Lane")]
    at_work.close()


def test_every_text_opens_with_nothing_cut_off_and_a_name_for_everything(
    at_work: AtWork, unnamed_controls: Callable[[QWidget], list[str]]
) -> None:
    page = wording(at_work)
    page.chooser.kind.set_value("letterhead")
    page.open(*page.chooser.value())
    rest(at_work, page)
    assert "contact_phone" in page.text
    page.open("words", "cy")
    rest(at_work, page)
    assert page.chooser.value() == ("words", "cy")
    assert "no wording in this language yet" in page.source.text()
    assert "Yours sincerely\n=" in page.text
    page.open("refuse", "cy")
    rest(at_work, page)
    assert page.text.startswith("// to_confirm: the translation of this letter")
    assert "To be confirmed" in words_on(page.remarks)
    assert "in cy" in page.preview.told.text()
    for text_size in (100, 200):
        theme().show_as("light", text_size)
        rest(at_work, page)
        assert cut_words(page) == []
    assert unnamed_controls(at_work.window) == []


def test_the_preview_goes_to_what_was_changed_and_the_council_is_named_as_people_read_it(
    at_work: AtWork,
) -> None:
    page = wording(at_work)
    rest(at_work, page)
    bar = page.preview.view.verticalScrollBar()
    assert bar.value() == bar.minimum()
    rewrite(
        at_work, page, "Tell us if any of these are wrong.", "Tell us if one of these is wrong."
    )
    at_work.qtbot.waitUntil(lambda: bar.value() > page.preview.view.height())
    assert "Marlhaven" in words_on(page.header) and "marlhaven" not in words_on(page.header)


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ((), ("one",), None),
        (("one", "two"), ("one", "two"), None),
        (("one", "two"), ("one", "to"), (1, 0.5)),
        (("one",), ("one", "two"), (1, 0.0)),
    ],
)
def test_the_first_place_where_two_letters_differ(
    before: tuple[str, ...], after: tuple[str, ...], place: tuple[int, float] | None
) -> None:
    assert first_difference(before, after) == place
