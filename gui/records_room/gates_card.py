"""A school's gates to add, move or take away: name, position, days and hours of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from gui.fields.buttons import Button, quiet
from gui.fields.card import Card
from gui.fields.entries import Line
from gui.fields.form import FormField
from gui.fields.layout import column, row, show_if
from gui.fields.reading import Unreadable, read_date
from gui.fields.words import Words
from records.school import Gate
from rules.quantities import day_in_words

ABOUT = "A route ends at the open gate that is nearest along the network."
POSITION_HINT = "Easting and northing in metres of the National Grid."
DAYS_HINT = "The first and the last day it is open, such as 1 September 2026. Empty: always."
HOURS_HINT = "From and until which hour, such as 08:15. Empty: at any hour."


class GateFields(QWidget):
    """One gate; ``removed`` is called by its button."""

    def __init__(self, number: int, removed: Callable[[], object] | None) -> None:
        super().__init__()
        of = f"of gate {number}"
        self.name = Line(f"Name {of}", 24, "such as north gate")
        self.easting, self.northing = Line(f"Easting {of}", 12), Line(f"Northing {of}", 12)
        self.begins, self.ends = Line(f"First day {of}", 18), Line(f"Last day {of}", 18)
        self.opens, self.closes = Line(f"Opens {of}", 8), Line(f"Closes {of}", 8)
        remove = quiet("Take this gate away", removed)
        remove.setAccessibleName(f"Take gate {number} away")
        show_if(remove, removed is not None)
        self._shown: dict[str, float] = {}
        self.field = FormField(f"Gate {number}", self.name, beside=beside(remove))
        lines = column(self, gap=8)
        for part in (
            self.field,
            FormField("Position", self.easting, POSITION_HINT, beside(self.northing)),
            FormField("Days", self.begins, DAYS_HINT, beside(self.ends)),
            FormField("Hours", self.opens, HOURS_HINT, beside(self.closes)),
        ):
            lines.addWidget(part)
        self.setFocusProxy(self.name)

    def show_gate(self, gate: Gate) -> None:
        """Fill the fields."""
        self.name.setText(gate.name)
        for line, metres in ((self.easting, gate.easting), (self.northing, gate.northing)):
            line.setText(f"{metres:.3f}".rstrip("0").removesuffix("."))
            self._shown[line.text()] = metres
        self.begins.setText(day_in_words(gate.open_from) if gate.open_from else "")
        self.ends.setText(day_in_words(gate.open_until) if gate.open_until else "")
        self.opens.setText(gate.opens or "")
        self.closes.setText(gate.closes or "")

    def gate(self) -> Gate:
        """Give the gate as it is typed. Raises Unreadable."""
        return Gate(
            self.name.text().strip(),
            self._metres(self.easting),
            self._metres(self.northing),
            day_in(self.begins),
            day_in(self.ends),
            self.opens.text().strip() or None,
            self.closes.text().strip() or None,
        )

    def _metres(self, line: Line) -> float:
        """Read a coordinate; one that nobody touched stays as exact as it was."""
        shown = self._shown.get(line.text())
        return metres_in(line) if shown is None else shown


class GatesCard(Card):
    """Every gate of a school, and the button that adds another."""

    def __init__(self, gates: Sequence[Gate], may_change: bool) -> None:
        super().__init__("Gates", gap=16)
        self._may_change = may_change
        self.fields: list[GateFields] = []
        self._list = QWidget()
        self._lines = column(self._list, gap=20)
        self.add(Words(ABOUT, "muted"), self._list)
        for gate in gates:
            self._append().show_gate(gate)
        if may_change:
            self.add_button = Button("Add a gate", self.add_gate)
            self.add(self.add_button)

    def add_gate(self) -> None:
        """Add an empty gate and go to it."""
        self._append().setFocus()

    def _append(self) -> GateFields:
        fields: list[GateFields] = []
        remove = (lambda: self.remove(fields[0])) if self._may_change else None
        made = GateFields(len(self.fields) + 1, remove)
        fields.append(made)
        self.fields.append(made)
        self._lines.addWidget(made)
        return made

    def remove(self, fields: GateFields) -> None:
        """Take a gate away; nothing is lost before the school is saved."""
        self.fields.remove(fields)
        self._lines.removeWidget(fields)
        fields.hide()
        fields.deleteLater()

    def gates(self) -> tuple[tuple[Gate, ...], dict[int, str]]:
        """Give the gates as typed, and by their number from 0 what cannot be read of them."""
        found: list[Gate] = []
        wrong: dict[int, str] = {}
        for number, fields in enumerate(self.fields):
            try:
                found.append(fields.gate())
            except Unreadable as problem:
                wrong[number] = str(problem)
        return tuple(found), wrong

    def show_problems(self, wrong: dict[int, str]) -> bool:
        """Say at each gate what is wrong with it and go to the first; say whether there is any."""
        for number, fields in enumerate(self.fields):
            fields.field.show_problem(wrong.get(number, ""))
        for number in sorted(wrong):
            self.fields[number].setFocus()
            return True
        return False


def beside(widget: QWidget) -> QWidget:
    """Put a field or a button beside another, as wide as it likes."""
    box = QWidget()
    line = row(box, gap=8)
    line.addWidget(widget)
    line.addStretch()
    return box


def metres_in(line: Line) -> float:
    """Read metres of the grid. Raises Unreadable."""
    try:
        return float(line.text().strip().replace(",", ""))
    except ValueError as error:
        raise Unreadable(
            "Type easting and northing in metres of the National Grid, such as 441213 and 112604."
        ) from error


def day_in(line: Line) -> date | None:
    """Read a day, None where nothing is typed. Raises Unreadable."""
    return read_date(line.text()) if line.text().strip() else None
