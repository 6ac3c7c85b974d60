"""A new council's empty store with somebody at its window, and ways to work in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casework.bring_in import bring_in_postcodes, bring_in_schools
from casework.desk import Desk
from casework.receive import choose_council
from casework.schools.places import list_schools
from casework.shelf import Shelf
from gui.fields.facts import FactRow
from gui.intake.opening import open_new_application
from gui.intake.page import NewApplicationPage
from gui.records_room.page import RecordsPage
from gui.records_room.work_card import WorkCard
from gui.room import Surroundings
from gui.rooms import ROOMS
from gui.welcome import casework_doors
from gui.window import Window
from records.people import Person, Role
from records.school import School
from store.file import create
from store.identifiers import new_id
from store.keys import CHEAP_FOR_TESTS
from store.people import add_person
from store.store import Store
from tests.gui.office import NOW, TODAY, node

KEEPER = frozenset({Role.ADMINISTRATOR, Role.ELIGIBILITY_OFFICER})


def schools_text() -> str:
    east, north = node(16, 6)
    return (
        "urn,name,easting,northing,min_age,max_age\n"
        f"100001,Brook Road Primary,{east + 3},{north + 2},4,11\n"
        f"100002,Harbour Academy,{east + 903},{north + 2},,\n"
    )


def postcodes_text() -> str:
    east, north = node(7, 2)
    return f"postcode,easting,northing\nZZ1 1AA,{east + 4},{north - 3}\n"


@dataclass
class Council:
    """A new council's store, its files, and the window somebody sits at."""

    store: Store
    folder: Path
    window: Window
    desk: Desk

    @property
    def around(self) -> Surroundings:
        window = self.window
        return Surroundings(self.desk, window.shell, window.tasks, window.actions_register)

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def fill(self) -> None:
        """Choose the council and bring schools and postcodes in, without the window."""
        choose_council(self.desk, "marlhaven")
        bring_in_schools(self.desk, self.file("schools.csv", schools_text()))
        bring_in_postcodes(self.desk, self.file("postcodes.csv", postcodes_text()))


@contextmanager
def sitting(
    qtbot: QtBot, folder: Path, roles: frozenset[Role] = KEEPER, fictional: bool = True
) -> Iterator[Council]:
    """Let somebody with these roles sit down at a new, empty store."""
    first = Person(new_id(), "M. Whitlock", KEEPER)
    store, _ = create(
        folder / "new.milepost", "harbour lantern", first, label="New council",
        fictional=fictional, key_cost=CHEAP_FOR_TESTS,
    )  # fmt: skip
    person = first
    if roles != KEEPER:
        person = Person(new_id(), "O. Other", roles)
        add_person(store, person, first)
    desk = Desk(store, Shelf(), person, lambda: TODAY, lambda: NOW)
    window = Window(casework_doors(), rooms=ROOMS)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.enter(desk)
    yield Council(store, folder, window, desk)
    window.close()


def records(qtbot: QtBot, council: Council) -> RecordsPage:
    page = council.window.shell.go("records")
    assert isinstance(page, RecordsPage)
    qtbot.waitUntil(lambda: not council.window.tasks.running(), timeout=20_000)
    return page


def worked(qtbot: QtBot, council: Council, card: WorkCard) -> str:
    """Wait until a card has done its work and all is read again; give what it says."""
    qtbot.waitUntil(lambda: not card.notice.isHidden(), timeout=20_000)
    qtbot.waitUntil(lambda: not council.window.tasks.running(), timeout=20_000)
    return card.notice.accessibleName()


def shown(card: QWidget) -> str:
    QApplication.processEvents()
    return " | ".join(row.accessibleName() for row in card.findChildren(FactRow)
                      if not row.isHidden())  # fmt: skip


def new_form(council: Council) -> NewApplicationPage:
    page = open_new_application(council.around)
    assert page is not None
    return page


def type_form(page: NewApplicationPage) -> None:
    """Type a whole application with the keyboard."""
    page.window().activateWindow()
    assert QTest.qWaitForWindowActive(page.window())
    for field, text in (
        (page.child.given, "Wren"),
        (page.child.family, "Okoro"),
        (page.child.born.line, "14/3/19"),
        (page.home.postcode, "zz11aa"),
        (page.home.parent, "P. Okoro"),
        (page.place.school.line, "brook"),
        (page.travel.travel.line, "1 sept 2026"),
    ):
        field.setFocus()
        QTest.keyClicks(field, text)
        QTest.keyClick(QApplication.activePopupWidget() or field, Qt.Key.Key_Tab)
    page.take_down.setFocus()
    QApplication.processEvents()


def school_named(council: Council, name: str) -> School:
    """Give the school of that name."""
    return next(school for school in list_schools(council.desk) if school.name == name)
