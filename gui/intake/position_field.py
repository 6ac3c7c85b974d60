"""Where the home lies: the middle of its postcode, typed in grid metres, or not known yet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.entries import Line
from gui.fields.form import FormField
from gui.fields.layout import column, row
from gui.fields.segmented import Option, Segmented
from gui.fields.words import Words
from gui.intake.draft import Draft, Position

WAYS = (
    Option(Position.POSTCODE, "Middle of the postcode"),
    Option(Position.TYPED, "Type its position"),
    Option(Position.NOT_KNOWN, "Not known yet"),
)
_EXPLAINED = {
    Position.TYPED: "In metres of the National Grid, from the map or the address list.",
    Position.NOT_KNOWN: "The case can be taken down. It is measured once the home is placed.",
}


class PositionField(QWidget):
    """The way, and two lines for easting and northing. Follows the postcode until one chooses."""

    changed = Signal()
    left = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, gap=12)
        self.answers = Segmented("Where the home lies", WAYS, Position.NOT_KNOWN)
        self.way = FormField("Where the home lies", self.answers, beside=QWidget())
        self.echo = Words(_EXPLAINED[Position.NOT_KNOWN], "muted")
        self.easting, self.northing = Line("Easting", 10), Line("Northing", 10)
        self.grid = FormField("Easting and northing", self.easting, beside=self._northing())
        self.grid.hide()
        for part in (self.way, self.echo, self.grid):
            lines.addWidget(part)
        self._middle: tuple[float, float] | None = None
        self._postcode, self._picked = "", False
        self.answers.chosen.connect(self._on_picked)
        self.northing.editingFinished.connect(lambda: self.left.emit("easting"))

    def _northing(self) -> QWidget:
        beside = QWidget()
        line = row(beside, gap=8)
        line.addWidget(self.northing)
        line.addStretch()
        return beside

    def show_middle(self, postcode: str, middle: tuple[float, float] | None) -> None:
        """Show where a postcode lies; take that, until a person picks another way."""
        self._postcode, self._middle = postcode, middle
        if not self._picked:
            self.answers.set_value(Position.POSTCODE if middle else Position.NOT_KNOWN)
        self._explain()

    def show_place(self, easting: float, northing: float) -> None:
        """Take a position from the list of addresses: it is exact."""
        self.easting.setText(f"{easting:.2f}")
        self.northing.setText(f"{northing:.2f}")
        self.answers.set_value(Position.TYPED)
        self._on_picked()

    def _on_picked(self) -> None:
        self._picked = True
        self._explain()
        self.left.emit("position")

    def _explain(self) -> None:
        way = self.value()
        self.grid.setVisible(way is Position.TYPED)
        self.echo.show_words(_EXPLAINED.get(way) or self._middle_words())
        self.changed.emit()

    def _middle_words(self) -> str:
        if self._middle is None:
            return ""
        east, north = self._middle
        return (
            f"{self._postcode} lies at {east:.0f}, {north:.0f}. That is approximate, and every "
            "measurement from it says so."
        )

    def value(self) -> Position:
        """Give the way that is chosen."""
        value = self.answers.value()
        assert isinstance(value, Position)
        return value

    def into(self, draft: Draft) -> Draft:
        """Give the draft with what stands here."""
        return replace(
            draft,
            position=self.value(),
            middle=self._middle,
            easting=self.easting.text(),
            northing=self.northing.text(),
        )

    def show_draft(self, draft: Draft) -> None:
        """Write a draft's part into the fields."""
        self.easting.setText(draft.easting)
        self.northing.setText(draft.northing)
        self.answers.set_value(draft.position)
        self._picked = draft.is_begun()
        self._explain()
