"""The form for a new application says what is wrong beside the field, and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from casework.cases import list_cases
from gui.intake.draft import Position
from gui.intake.opening import intake_of, open_new_application
from gui.intake.page import NewApplicationPage
from gui.page import Page
from tests.gui.new_council import (
    Council,
    new_form,
    sitting,
    type_form,
)

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def council(qtbot: QtBot, tmp_path: Path) -> Iterator[Council]:
    with sitting(qtbot, tmp_path) as found:
        yield found


# The form


def test_without_council_or_schools_the_form_says_what_to_do_first(council: Council) -> None:
    assert open_new_application(council.around) is None
    spoken = council.window.shell.notice.accessibleName()
    assert "choose the council" in spoken
    assert "bring in the schools" in spoken


def test_the_key_opens_the_form_unless_the_page_in_front_has_it(council: Council) -> None:
    council.fill()
    shell = council.window.shell
    page = Page("A page with the key")
    pressed: list[str] = []
    council.window.actions_register.add(page, "Its own", lambda: pressed.append("own"), "N")
    shell.open_page(page)
    QTest.keyClick(council.window, Qt.Key.Key_N)
    assert pressed == ["own"]
    assert shell.pages.currentWidget() is page
    shell.back()
    QTest.keyClick(council.window, Qt.Key.Key_N)
    assert isinstance(shell.pages.currentWidget(), NewApplicationPage)


def test_an_empty_form_names_everything_at_once_and_goes_to_each_field(
    qtbot: QtBot, council: Council
) -> None:
    council.fill()
    page = new_form(council)
    page.save()
    named = [link.accessibleName().split(":")[0] for link in page.summary.links]
    assert named == [
        "Name", "Date of birth", "Postcode", "School or other place", "First day of travel",
    ]  # fmt: skip
    assert page.focusWidget() is page.summary.links[0]
    QTest.keyClick(page.summary.links[3], ENTER)
    assert page.focusWidget() is page.place.school.line
    assert list_cases(council.desk) == ()


def test_a_wrong_day_is_said_beside_its_field_on_leaving_it(council: Council) -> None:
    council.fill()
    page = new_form(council)
    page.child.born.line.setFocus()
    QTest.keyClicks(page.child.born.line, "31/6/2019")
    QTest.keyClick(page.child.born.line, Qt.Key.Key_Tab)
    assert "June 2019 has 30 days" in page.child.born.line.accessibleDescription()
    page.child.born.line.setFocus()
    page.child.born.line.setText("30/6/2019")
    assert page.child.born.echo.text() == "Sunday 30 June 2019, now aged 6"
    QTest.keyClick(page.child.born.line, Qt.Key.Key_Tab)
    assert "days;" not in page.child.born.line.accessibleDescription()


def test_a_child_whose_date_of_birth_nobody_knows_is_taken_down(
    qtbot: QtBot, council: Council
) -> None:
    council.fill()
    page = new_form(council)
    type_form(page)
    page.child.born.unknown.click()
    assert not page.child.born.line.isEnabled()
    done: list[str] = []
    intake_of(council.window.shell).taken.connect(done.append)
    page.save()
    qtbot.waitUntil(lambda: bool(done))
    (case,) = list_cases(council.desk)
    assert case.id == done[0]
    assert case.outcome is not None


def test_the_case_is_handed_to_whoever_asked_for_the_form(qtbot: QtBot, council: Council) -> None:
    council.fill()
    done: list[str] = []
    page = open_new_application(council.around, done.append)
    assert page is not None
    type_form(page)
    page.save()
    qtbot.waitUntil(lambda: bool(done))
    assert [case.id for case in list_cases(council.desk)] == done
    assert council.window.shell.notice.isHidden()


def test_the_postcode_gives_an_approximate_home_until_its_place_is_typed(
    qtbot: QtBot, council: Council
) -> None:
    council.fill()
    page = new_form(council)
    page.home.postcode.setText("zz1 1aa")
    page.home.postcode.editingFinished.emit()
    assert page.draft().position is Position.POSTCODE
    assert "approximate" in page.home.position.echo.text()
    page.home.position.answers.segments[1].click()
    page.home.position.easting.setText("-1.4")
    page.home.position.northing.setText("50.9")
    page.save()
    assert "Type the easting in metres" in page.home.position.easting.accessibleDescription()


def test_another_child_of_the_family_shares_its_home(qtbot: QtBot, council: Council) -> None:
    council.fill()
    done: list[str] = []
    for given in ("Wren", "Idris"):
        page = open_new_application(council.around, done.append)
        assert page is not None
        type_form(page)
        page.child.given.setText(given)
        if given == "Idris":
            choice = page.home.family.choice
            assert choice.itemText(1) == "Yes, P. Okoro: Wren"
            choice.setCurrentIndex(1)
            assert not page.home.address.isVisible()
        before = len(done)
        page.save()
        qtbot.waitUntil(lambda before=before: len(done) > before)
    from casework.case import read_case

    first, second = (read_case(council.desk, id) for id in done)
    assert first.household == second.household
    assert first.household.position_from == "postcode"
    assert [each.child.given_name for each in second.siblings] == ["Wren"]


def test_what_was_begun_is_still_there_after_going_back(council: Council) -> None:
    council.fill()
    page = new_form(council)
    type_form(page)
    draft = page.draft()
    council.window.shell.back()
    again = new_form(council)
    assert again.draft() == draft
    assert "you had begun" in again.notice.accessibleName()
    again.begin_anew()
    assert not again.draft().is_begun()
    council.window.shell.back()
    assert not new_form(council).draft().is_begun()


def test_what_the_store_refuses_is_told_and_the_form_keeps_everything(
    qtbot: QtBot, council: Council
) -> None:
    council.fill()
    page = new_form(council)
    type_form(page)
    draft = page.draft()
    council.store.row = lambda *_: None  # nobody has chosen the council any more
    page.save()
    qtbot.waitUntil(lambda: not page.notice.isHidden())
    del council.store.row
    assert "Still wanted: the council" in page.notice.accessibleName()
    assert page.draft() == draft
    assert page.take_down.isEnabled()
    assert list_cases(council.desk) == ()
