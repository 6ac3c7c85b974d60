"""From an empty store to the first case, with small files and with real ones; for everyone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casework.cases import list_cases
from casework.holdings import holdings
from casework.schools.places import list_schools
from geography import edges_csv
from gui.fields.buttons import Button
from gui.intake.page import NewApplicationPage
from gui.theme import PALETTES, theme
from tests.gui.new_council import (
    Council,
    new_form,
    postcodes_text,
    records,
    schools_text,
    shown,
    sitting,
    type_form,
    worked,
)
from tests.gui.office import streets

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier
ADUR = ("network/adur_osm_edges.csv", "schools/adur_schools_edubase_2015.csv",
        "postcodes/adur_postcodes_nspl_2025-05.csv")  # fmt: skip


@pytest.fixture
def council(qtbot: QtBot, tmp_path: Path) -> Iterator[Council]:
    with sitting(qtbot, tmp_path) as found:
        yield found


# From nothing to the first case


def test_a_new_council_gets_from_an_empty_store_to_its_first_case(
    qtbot: QtBot, council: Council
) -> None:
    page = records(qtbot, council)
    assert not page.steps.isHidden()
    assert "not chosen" in shown(page.council)
    page.council.choice.set_value("marlhaven")
    QTest.keyClick(page.council.choose_button, SPACE)
    assert "Marlhaven is chosen" in worked(qtbot, council, page.council)
    assert "Marlhaven travel policy 2025-26 (fictional)" in shown(page.council)
    page.network.name.setText("Marlhaven streets")
    page.network.bring_in(council.file("edges.csv", edges_csv(streets())))
    assert "Marlhaven streets is here" in worked(qtbot, council, page.network)
    assert "Marlhaven streets" in shown(page.network)
    page.schools.bring_in(council.file("schools.csv", schools_text()))
    assert "2 of the 2 schools are new" in worked(qtbot, council, page.schools)
    assert "kind of 2, who runs it of 2, places of 2, ages of 1" in shown(page.schools)
    page.postcodes.bring_in(council.file("postcodes.csv", postcodes_text()))
    assert "approximate" in worked(qtbot, council, page.postcodes)
    QTest.keyClick(council.window, Qt.Key.Key_N)
    form = council.window.shell.pages.currentWidget()
    assert isinstance(form, NewApplicationPage)
    type_form(form)
    QTest.keyClick(form, ENTER, CONTROL)
    qtbot.waitUntil(lambda: council.window.shell.pages.currentWidget() is page)
    assert "MA-00001 is taken down" in council.window.shell.notice.accessibleName()
    (case,) = list_cases(council.desk)
    assert (case.child, case.school, case.postcode) == (
        "Wren Okoro",
        "Brook Road Primary",
        "ZZ1 1AA",
    )
    qtbot.waitUntil(page.steps.isHidden)


def test_real_files_come_in_and_say_what_they_leave_unknown(
    qtbot: QtBot, council: Council, shared_data: Path
) -> None:
    page = records(qtbot, council)
    network, schools, postcodes = (shared_data / name for name in ADUR)
    page.network.bring_in(network)
    assert "falls into 64 parts" in worked(qtbot, council, page.network)
    page.schools.bring_in(schools)
    assert "what kind of place 14 of them are" in worked(qtbot, council, page.schools)
    page.postcodes.bring_in(postcodes)
    assert "3,180 postcodes" in worked(qtbot, council, page.postcodes)
    found = holdings(council.desk)
    assert (len(found.schools), found.postcodes) == (14, 3180)


# For everyone


def pages(qtbot: QtBot, council: Council) -> Iterator[QWidget]:
    """Show each page of the room and the form, one after the other."""
    council.fill()
    shell, page = council.window.shell, records(qtbot, council)
    yield page
    for open_one in (
        page.open_schools,
        lambda: page.open_schools().open_school(list_schools(council.desk)[0]),
        lambda: page.open_person(None),
        lambda: new_form(council).save(),
    ):
        open_one()
        QApplication.processEvents()
        yield shell.pages.currentWidget()
        while shell.pages.currentWidget() is not page:
            shell.back()


def test_every_control_has_a_name(
    qtbot: QtBot, council: Council, unnamed_controls: Callable[[QWidget], list[str]]
) -> None:
    for page in pages(qtbot, council):
        assert unnamed_controls(council.window) == [], type(page).__name__


@pytest.mark.parametrize("palette", PALETTES)
def test_nothing_is_cut_at_twice_the_text_size(
    qtbot: QtBot, council: Council, palette: str
) -> None:
    council.window.resize(1280, 800)
    theme().show_as(palette, 200)
    for page in pages(qtbot, council):
        council.window.grab()
        cut = [one.text() for one in page.findChildren(Button)
               if one.isVisible() and one.width() < one.sizeHint().width()]  # fmt: skip
        assert cut == []
        if page.columns is not None:
            inside = page.columns.widget()
            assert inside.width() <= page.columns.viewport().width(), type(page).__name__
