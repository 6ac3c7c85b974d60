"""From a case that cannot be measured the officer places the home, and measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from casework.addresses import bring_in_addresses
from casework.case import read_case
from casework.history import case_history
from gui.officer.home_page import HomePage
from gui.officer.list_page import ListPage
from records.child import Household
from records.people import Person, Role
from store import households
from tests.gui.at_work import CONTROL, AtWork, words_on
from tests.gui.office import OFFICER, Office, node, open_office

Key = Qt.Key
WHY = "Council tax record seen."
HEADER = "UPRN,POSTCODE,BUILDING_NUMBER,THOROUGHFARE,POST_TOWN,X_COORDINATE,Y_COORDINATE"


def home_of(office: Office, name: str) -> Household:
    return read_case(office.desk(), office.cases[name]).household


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """The office, where nobody has said yet where Rowan lives, and nothing is measured."""
    found = open_office(tmp_path, measured=False)
    home = replace(home_of(found, "Rowan"), easting=None, northing=None, address=())
    households.correct_household(found.store, home, OFFICER)
    return found


@pytest.fixture
def at_work(qtbot: QtBot, office: Office) -> Iterator[AtWork]:
    worker = AtWork(qtbot, office)
    yield worker
    worker.close()


def placing(at_work: AtWork) -> HomePage:
    """Open the page as the case's own button does."""
    at_work.open("Rowan")
    at_work.press(Key.Key_H)
    assert isinstance(at_work.page, HomePage)
    return at_work.page


def test_the_case_leads_from_its_question_to_the_home_and_on_to_measuring(
    at_work: AtWork,
) -> None:
    case = at_work.open("Rowan")
    assert at_work.focus is case.questions.home_button
    assert "nobody has said yet where the home lies" in words_on(case.questions)
    assert not case.map.button.isVisible()
    at_work.press(Key.Key_Space)
    page = at_work.page
    assert isinstance(page, HomePage)
    assert at_work.focus is page.form.easting
    east, north = node(2, 2)
    at_work.write(str(east))
    at_work.press(Key.Key_Tab)
    at_work.write(str(north))
    page.form.reason.setFocus()
    at_work.write(WHY)
    assert f"{east:,.0f} east" in page.told.text()
    at_work.press(Key.Key_Return, CONTROL)
    assert at_work.page is case and "The home is placed" in at_work.notice()
    placed = home_of(at_work.office, "Rowan")
    assert (placed.easting, placed.northing, placed.position_from) == (east, north, "address")
    assert at_work.focus is case.questions.measure_button
    at_work.press(Key.Key_Space)
    assert case.view.map.walking is not None
    lines = case_history(at_work.office.desk(), at_work.office.cases["Rowan"])
    assert ("Home placed", WHY) in [(line.what, line.detail) for line in lines]


def test_a_point_of_the_map_is_taken_by_mouse_and_by_keyboard(at_work: AtWork) -> None:
    page = placing(at_work)
    view = page.map.view
    at = QPoint(view.width() // 3, view.height() // 2)
    meant = view.camera.metres(at.toPointF())
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    at_work.settle()
    place = page.form.place()
    assert (place.easting, place.northing) == pytest.approx(meant, abs=0.01)
    assert place.position_from == "pointed at"
    assert "home, as placed here" in [each.words for each in view.scene.places]
    at_work.press(Key.Key_G)
    at_work.press(Key.Key_Right, times=3)
    at_work.press(Key.Key_Return)
    place = page.form.place()
    assert (place.easting, place.northing) == pytest.approx(view.middle, abs=0.01)
    page.form.reason.setPlainText(WHY)
    page.place()
    at_work.settle()
    assert home_of(at_work.office, "Rowan").position_from == "pointed at"


def test_an_address_of_the_councils_list_places_it(
    qtbot: QtBot, office: Office, tmp_path: Path
) -> None:
    east, north = node(2, 2)
    rows = [HEADER, f"10001,ZZ1 1AA,1,Quay Lane,Marlhaven,{east + 4},{north - 3}", ""]
    listed = tmp_path / "addresses.csv"
    listed.write_text("\n".join(rows))
    keeper = Person("p-keeper", "K. Keeper", frozenset({Role.ADMINISTRATOR}))
    bring_in_addresses(office.desk(keeper), listed)
    at_work = AtWork(qtbot, office)
    page = placing(at_work)
    assert at_work.focus is page.form.finder.line
    at_work.write("10001")
    at_work.press(Key.Key_Return)
    page.form.reason.setPlainText(WHY)
    page.place()
    at_work.settle()
    home = home_of(office, "Rowan")
    assert home.easting == pytest.approx(east + 4, abs=0.01)
    assert home.address == ("1", "Quay Lane", "Marlhaven")
    at_work.close()


def test_what_lacks_is_said_beside_its_field_and_nothing_is_changed(at_work: AtWork) -> None:
    page = placing(at_work)
    page.place()
    assert "Type both in metres" in words_on(page.form) and at_work.focus is page.form.easting
    at_work.write("12")
    page.form.northing.setText("90")
    page.place()
    assert "Write how you know" in words_on(page.form)
    assert home_of(at_work.office, "Rowan").easting is None


def test_escape_leaves_the_field_and_then_the_page_and_nothing_is_changed(
    at_work: AtWork,
) -> None:
    page = placing(at_work)
    at_work.write("441200")
    at_work.press(Key.Key_Escape)
    assert at_work.page is page
    at_work.press(Key.Key_Escape)
    assert at_work.page is not page
    assert home_of(at_work.office, "Rowan").easting is None
    at_work.press(Key.Key_Escape)
    assert isinstance(at_work.page, ListPage)


def test_a_home_that_is_known_can_be_corrected(at_work: AtWork) -> None:
    case = at_work.open("Imran")
    assert case.map.home_button.text() == "Correct the home…"
    case.map.home_button.click()
    at_work.settle()
    assert isinstance(at_work.page, HomePage)
    assert "at " in at_work.page.form.now.text()
