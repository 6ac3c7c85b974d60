"""The form that takes down what the family measured: how far, with what, when, and why ours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.measuring.claimed import REASONS
from gui.fields.entries import Line, Paragraphs
from gui.fields.form import FormField
from gui.fields.layout import column
from gui.fields.long_check import LongCheck
from gui.fields.reading import Unreadable, read_length
from gui.fields.segmented import Option, Segmented
from gui.fields.well_form import WellForm
from gui.intake.day_field import DayField
from records.measurement import Way
from rules.values import NoRoute

_WAYS = (Option(Way.WALKING, "On foot"), Option(Way.ROAD, "By road"))


@dataclass(frozen=True, slots=True)
class ClaimGiven:
    """What was filled in."""

    way: Way
    claimed_mm: int
    tool: str
    claimed_on: date
    why_ours: str


class ClaimForm(WellForm):
    """``given`` tells what was filled in once all of it is there, ``left`` that it was put away."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__("Record it beside ours")
        self.way = Segmented("Which way", _WAYS, Way.WALKING)
        self.length = Line("How far", 26, "such as: 1.9 miles or 3050 m")
        self.tool = Line("Measured with", 32, "such as: a route planner on the web")
        self.day = DayField("Measured on", "The day the family gives, or of its letter.")
        self.reasons = [LongCheck(words) for words in REASONS]
        self.words = Paragraphs("In your own words", 2)
        self.fields = {
            "length": FormField("How far", self.length, beside=QWidget()),
            "tool": FormField("Measured with", self.tool),
            "why": FormField("In your own words", self.words),
        }
        self._put_together()
        self.setFocusProxy(self.way)

    def _put_together(self) -> None:
        whys = QWidget()
        ticked = column(whys, gap=2)
        for check in self.reasons:
            ticked.addWidget(check)
        which = FormField("Which way", self.way, beside=QWidget())
        why = FormField("Why our figure prevails", whys)
        length, tool, words = self.fields.values()
        self.lay_out(which, length, tool, self.day, why, words)

    def why_ours(self) -> str:
        """Give the reasons that are ticked and those that were written."""
        ticked = [check.text() for check in self.reasons if check.isChecked()]
        return " ".join([*ticked, self.words.toPlainText().strip()]).strip()

    def give(self) -> None:
        """Tell what was filled in, or say beside each field what is lacking."""
        wrong: dict[str, str] = {}
        length, why, tool, day = self._length(wrong), self.why_ours(), self.tool.text(), self.day
        if not tool.strip():
            wrong["tool"] = "Say what the family used."
        if not why:
            wrong["why"] = "Tick or write why our figure prevails."
        for name, field in self.fields.items():
            field.show_problem(wrong.get(name, ""))
        day.show_problem("" if day.day() else "Type the day, for example 14 March 2027.")
        claimed_on, way = day.day(), self.way.value()
        if wrong:
            self.fields[next(iter(wrong))].setFocus()
        elif claimed_on is None:
            day.setFocus()
        elif isinstance(way, Way):
            self.given.emit(ClaimGiven(way, length, tool.strip(), claimed_on, why))

    def _length(self, wrong: dict[str, str]) -> int:
        try:
            found = read_length(self.length.text())
        except Unreadable as problem:
            wrong["length"] = str(problem)
            return 0
        if isinstance(found, NoRoute) or found <= 0:
            wrong["length"] = "Type how far the family measured."
            return 0
        return found
