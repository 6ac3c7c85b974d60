"""A field for a day: typed as people write it, and echoed in full so that a slip is seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.entries import Check, Line
from gui.fields.form import FormField
from gui.fields.layout import row
from gui.fields.reading import Unreadable
from gui.fields.words import Words
from gui.intake.days import echo, read_day


class DayField(FormField):
    """Day, month and year in one line. ``changed`` as one types, ``left`` when the field is left.

    With ``may_be_unknown`` a box says "Not known", and the line rests meanwhile. ``echoed`` writes
    a day back.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        label: str,
        hint: str,
        may_be_unknown: bool = False,
        echoed: Callable[[date], str] = echo,
    ) -> None:
        line, beside = Line(label, letters=16), QWidget()
        super().__init__(label, line, hint, beside)
        self.line, self._echoed = line, echoed
        self.unknown = Check("Not known")
        self.unknown.setAccessibleName(f"Not known: {label}")
        self.echo = Words("", "muted")
        across = row(beside, gap=12)
        if may_be_unknown:
            across.addWidget(self.unknown)
        across.addWidget(self.echo, 1)
        across.addStretch()
        self.line.textChanged.connect(self._on_changed)
        self.line.editingFinished.connect(self.left)
        self.unknown.toggled.connect(self._on_unknown)

    def day(self) -> date | None:
        """Give the day that was typed, None where it cannot be read or is not known."""
        if self.unknown.isChecked():
            return None
        try:
            return read_day(self.line.text())
        except Unreadable:
            return None

    def show_day(self, text: str, unknown: bool = False) -> None:
        """Write a day into the field as it was typed."""
        self.line.setText(text)
        self.unknown.setChecked(unknown)

    def _on_unknown(self, on: bool) -> None:
        self.line.setEnabled(not on)
        self._on_changed()
        self.left.emit()

    def _on_changed(self) -> None:
        day = self.day()
        self.echo.show_words(self._echoed(day) if day else "")
        self.changed.emit()
