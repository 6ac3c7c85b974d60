"""Which line an end of the route is put on: the end, the lines near it, a point on it, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.measuring.choose_place import HOME
from casework.measuring.try_place import EndNear, LineNear
from gui.fields.card import Card
from gui.fields.entries import Choice, Line, Paragraphs
from gui.fields.form import FormField
from gui.fields.layout import row
from gui.fields.reading import Unreadable
from gui.fields.segmented import Option
from gui.fields.table import Column, RowsTable
from gui.fields.table_height import RowsHigh
from gui.fields.words import Words
from rules.quantities import metres

ROWS_SHOWN = 7
_POINT_HINT = (
    "Leave both empty to meet the line where it is nearest. Otherwise the point on the line that "
    "is nearest to this position counts."
)


class PlaceForm(Card):
    """``tried`` tells that another line, point or end is looked at; ``typed`` any reason typed."""

    tried = Signal()
    typed = Signal()

    def __init__(self) -> None:
        super().__init__("Where it meets the network", gap=12)
        self.ends = Choice("Which end")
        self.now = Words("", "muted")
        self.table = RowsTable("Lines near it, nearest first", columns())
        self._height = RowsHigh(self.table, ROWS_SHOWN)
        self.easting, self.northing = Line("Easting", 10), Line("Northing", 10)
        self.point = FormField("Easting and northing", self.easting, _POINT_HINT, self._beside())
        self.reason = Paragraphs("Reason", 2, "Such as: its drive and gate are on Mill Lane")
        self._reason = FormField("Why not the nearest line", self.reason)
        self.add(FormField("Which end of the route", self.ends, beside=QWidget()))
        self.add(self.now, self.table, self.point, self._reason)
        self._ends: tuple[EndNear, ...] = ()
        self._connect()
        self.setFocusProxy(self.table)

    def _beside(self) -> QWidget:
        beside = QWidget()
        line = row(beside, gap=8)
        line.addWidget(self.northing)
        line.addStretch()
        return beside

    def _connect(self) -> None:
        self.ends.activated.connect(lambda _: self._show_end())
        self.table.row_chosen.connect(lambda _: self.tried.emit())
        self.table.row_opened.connect(lambda _: self.reason.setFocus())
        for line in (self.easting, self.northing):
            line.editingFinished.connect(self.tried)
        self.reason.textChanged.connect(self._on_typed)

    def _on_typed(self) -> None:
        self._reason.show_problem("")
        self.typed.emit()

    def show_ends(self, ends: tuple[EndNear, ...]) -> None:
        """Offer the home and the gates, the home first."""
        self._ends = ends
        chosen = self.ends.value() or HOME
        self.ends.offer([Option(each.end, end_words(each.end)) for each in ends], chosen)
        self._show_end()

    def _show_end(self) -> None:
        end = self.end()
        if end is not None:
            self.now.show_words(now_words(end))
            self.table.set_rows(end.lines)

    def end(self) -> EndNear | None:
        """Give the end that is chosen."""
        wanted = self.ends.value()
        return next((each for each in self._ends if each.end == wanted), None)

    def line(self) -> LineNear | None:
        """Give the line that is chosen."""
        return self.table.chosen_row()

    def near(self) -> tuple[float, float] | None:
        """Give the point that was typed, None where none was. Raises Unreadable."""
        texts = [each.text().strip().replace(",", "") for each in (self.easting, self.northing)]
        if not any(texts):
            return None
        try:
            return float(texts[0]), float(texts[1])
        except ValueError as error:
            raise Unreadable(
                "Type both in metres of the National Grid, for example 441213 and 112604."
            ) from error

    def show_point_problem(self, words: str = "") -> None:
        """Say what is wrong with the point that was typed."""
        self.point.show_problem(words)

    def reason_given(self) -> str:
        """Give the reason; without one, say so and go there."""
        words = self.reason.toPlainText().strip()
        if not words:
            self._reason.show_problem("Write why: the certificate prints it.")
            self.reason.setFocus()
        return words


def columns() -> tuple[Column, ...]:
    """Give the columns of the lines near an end."""
    return (
        Column("Line", line_words, 180, stretches=True),
        Column("Kind", lambda line: line.kind or "not said", 150, muted=True, spare=2),
        Column("Vehicles", _motor_words, 100, spare=1),
        Column("Away", lambda line: metres(line.distance_mm), 110,
               sort=lambda line: line.distance_mm, figures=True),
    )  # fmt: skip


def line_words(line: LineNear) -> str:
    """Name a line: by its street, else by its number in the network."""
    return line.name or f"line {line.edge}, without a name"


def _motor_words(line: LineNear) -> str:
    return "not said" if line.motor is None else "yes" if line.motor else "no"


def end_words(end: str) -> str:
    """Name an end of the route."""
    return "The home" if end == HOME else f"The gate: {end}"


def is_on(end: EndNear, line: LineNear) -> bool:
    """Say whether an end meets a line already, where the line is nearest to it."""
    if end.chosen is not None:
        return end.chosen.near is None and end.chosen.edge == line.edge
    return line.edge == end.lines[0].edge


def now_words(end: EndNear) -> str:
    """Say on which line an end is now, and why."""
    east, north = end.position
    at = f"It lies at {east:.0f}, {north:.0f}."
    if end.chosen is None:
        return f"{at} It meets the nearest line: {line_words(end.lines[0])}."
    line = next((each for each in end.lines if each.edge == end.chosen.edge), None)
    named = line_words(line) if line else f"line {end.chosen.edge}"
    return f"{at} {end.chosen.by_name} put it on {named}: {end.chosen.reason}"
