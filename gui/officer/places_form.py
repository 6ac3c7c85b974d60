"""The form that notes how many places a school had: year group, round, day, places, source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.buttons import Button
from gui.fields.entries import Line
from gui.fields.form import FormField
from gui.fields.layout import column, surface
from gui.fields.reading import Unreadable, read_length, read_number
from gui.fields.segmented import Option, Segmented
from gui.intake.day_field import DayField
from records.suitable import AdmissionRound, LastMeasured
from rules.values import NoRoute

_ROUNDS = (
    Option(AdmissionRound.NORMAL, "After offers of the normal round"),
    Option(AdmissionRound.IN_YEAR, "At another time"),
)

_MEASURED = (
    Option(LastMeasured.WALKING, "On foot"),
    Option(LastMeasured.ROAD, "By road"),
    Option(LastMeasured.STRAIGHT, "Straight line"),
    Option(None, "Not known"),
)
_MEASURED_HINT = "Only a route of the same kind is held against it; else the offer is judged."


@dataclass(frozen=True, slots=True)
class PlacesNoted:
    """What was filled in; ``last_offered_mm`` None where distance did not decide.

    ``last_measured`` says how that was measured, None where it is not known.
    """

    year_group: int
    round: AdmissionRound
    day: date
    places: int
    source: str
    last_offered_mm: int | None
    last_measured: LastMeasured | None = None


class PlacesForm(QWidget):
    """``given`` tells what was filled in, once all of it can stand."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        well = surface("well")
        column(self, gap=0).addWidget(well)
        lines = column(well, gap=10, margins=12)
        self.year, self.places = Line("Year group", 6), Line("Places free", 6)
        self.rounds = Segmented("Which places", _ROUNDS, AdmissionRound.NORMAL)
        self.day = DayField("Day", "The day the figure is of.")
        self.last = Line("Last distance offered", 28, "such as: 1.24 miles or 1996 m")
        self.measured = Segmented("How the school measured that", _MEASURED, None)
        self.source = Line("Source", 40, "such as: admissions, allocation list")
        self.fields = {
            "year": FormField("Year group", self.year, "0 is Reception.", QWidget()),
            "places": FormField("Places free", self.places, beside=QWidget()),
            "last": FormField(
                "How far away the last child lived who was offered a place", self.last,
                "Leave it empty where distance did not decide.", QWidget(),
            ),
            "source": FormField("Source", self.source),
        }  # fmt: skip
        which = FormField("Which places", self.rounds, beside=QWidget())
        how = FormField(
            "How the school measured that", self.measured, _MEASURED_HINT, beside=QWidget()
        )
        self.record = Button("Note these places", self.give)
        first, second, third, fourth = self.fields.values()
        for part in (first, which, self.day, second, third, how, fourth, self.record):
            lines.addWidget(part)
        self.setFocusProxy(self.year)

    def give(self) -> None:
        """Tell what was filled in, or say beside each field what cannot stand."""
        wrong: dict[str, str] = {}
        year, places = (
            self._number("year", self.year, wrong),
            self._number("places", self.places, wrong),
        )
        last, day, source = self._length(wrong), self.day.day(), self.source.text().strip()
        if not source:
            wrong["source"] = "Say where the figure is from."
        for name, field in self.fields.items():
            field.show_problem(wrong.get(name, ""))
        self.day.show_problem("" if day else "Type the day, for example 17 April 2026.")
        if not wrong and day is not None:
            how = self.measured.value()
            assert how is None or isinstance(how, LastMeasured)
            self.given.emit(PlacesNoted(year, self._round(), day, places, source, last, how))

    def _round(self) -> AdmissionRound:
        found = self.rounds.value()
        assert isinstance(found, AdmissionRound)
        return found

    @staticmethod
    def _number(name: str, line: Line, wrong: dict[str, str]) -> int:
        try:
            return read_number(line.text())
        except Unreadable as problem:
            wrong[name] = str(problem)
            return 0

    def _length(self, wrong: dict[str, str]) -> int | None:
        text = self.last.text().strip()
        try:
            found = read_length(text) if text else None
        except Unreadable as problem:
            wrong["last"] = str(problem)
            return None
        return None if isinstance(found, NoRoute) else found
