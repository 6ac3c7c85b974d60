"""The list of schools: what is known of each, what is not, and the way to complete it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from casework.schools.places import list_schools
from gui.fields.empty import EmptyState
from gui.fields.entries import Check, Line
from gui.fields.reflow import ReflowLayout
from gui.fields.table import Column, RowsTable
from gui.fields.words import Words
from gui.outcomes import Sign
from gui.page import Page
from gui.records_room.school_page import SchoolPage
from gui.room import Surroundings
from gui.school_words import NOT_KNOWN, SchoolWords, ages, gates, places, unknown_of
from gui.shapes import Shape
from gui.theme import Tone
from records.school import School

_UNKNOWN = Sign(Shape.NOT_KNOWN, NOT_KNOWN, Tone.NOT_KNOWN)


class SchoolsPage(Page):
    """Find one by name, Enter opens it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__("Schools and other places", scrolls=False)
        self.around = around
        self.words = SchoolWords(around.desk.shelf.vocabulary())
        self.find = Line("Find a school by name or URN", 24, "Find a school ( / )")
        self.lacking = Check("Only those of which something is not known")
        self.told = Words("", "muted", wrap=False)
        self.table = RowsTable("Schools and other places", columns(self.words))
        self.nothing = EmptyState(
            Shape.RECORDS,
            "No school is shown",
            'Bring schools in from the room "Records", or type another name.',
        )
        self._lay_out()
        self.find.textChanged.connect(self._narrow)
        self.find.returnPressed.connect(self.table.setFocus)
        self.lacking.toggled.connect(self._narrow)
        self.table.row_opened.connect(self.open_school)
        around.actions.add(self, "Find a school", self.find.setFocus, ("/", "Ctrl+F"), "Records")

    def _lay_out(self) -> None:
        top = QWidget()
        line = ReflowLayout(top, gap=16, enough=1.0)
        line.set_main(self.lacking)
        line.end_with(self.find)
        self.header.add(self.told)
        self.main.addWidget(top)
        self.main.addWidget(self.table, 1)
        self.main.addWidget(self.nothing, 1)

    def arrive(self) -> None:
        """Read the schools, since one may have been completed."""
        self.table.set_rows(list_schools(self.around.desk))
        self._narrow()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self) -> None:
        text, lacking = self.find.text().strip().casefold(), self.lacking.isChecked()
        self.table.keep(
            lambda school: (
                (text in school.name.casefold() or text in school.urn)
                and (not lacking or bool(unknown_of(school)))
            ),
            lambda school: not lacking or bool(unknown_of(school)),
        )
        count = self.table.rows_model.rowCount()
        self.told.show_words(f"{count:,} shown")
        self.table.setVisible(count > 0)
        self.nothing.setVisible(count == 0)

    def open_school(self, school: School) -> None:
        """Open one school's particulars over the list."""
        self.around.shell.open_page(SchoolPage(self.around, school, self.words))


def columns(words: SchoolWords) -> tuple[Column, ...]:
    """Give the list's columns; what is not known carries its shape and its word."""
    return (
        Column("School", lambda school: school.name, 180, stretches=True),
        _known("Kind", words.kind, 176, stretches=True, spare=1),
        _known("Who runs it", words.governance, 168, stretches=True, spare=3),
        _known("Ages", ages, 110, spare=2),
        _known("Places open", places, 120),
        Column("Gates", gates, 110, stretches=True, spare=4),
        Column("URN", lambda school: school.urn, 80, muted=True, spare=5),
    )


def _known(
    title: str, write: Callable[[School], str], width: int, stretches: bool = False, spare: int = 0
) -> Column:
    return Column(
        title, write, width, stretches=stretches, spare=spare,
        sign=lambda school: _UNKNOWN if write(school) == NOT_KNOWN else None,
    )  # fmt: skip
