"""The small form for what a letter's occasion needs: what the record knows stands in it already."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.occasions.form import as_typed, fields_asked, read_typed
from gui.fields.layout import column
from gui.officer.occasion_field import OccasionField, field_of
from records.occasions import Occasion


class OccasionForm(QWidget):
    """``changed`` as one types. Nothing is recorded here."""

    changed = Signal()

    def __init__(self, kind: str, occasion: Occasion) -> None:
        super().__init__()
        self.kind = kind
        lines = column(self, gap=12)
        self.fields: dict[str, QWidget] = {}
        for asked in fields_asked(kind):
            field = field_of(asked, self.changed.emit)
            self.fields[asked.name] = field
            lines.addWidget(field)
        for name, value in as_typed(occasion).items():
            self._field(name).show_value(value)

    def _field(self, name: str) -> OccasionField:
        return cast(OccasionField, self.fields[name])

    def occasion(self) -> Occasion:
        """Give the occasion as far as it can be read, and say beside each field what cannot."""
        typed = {name: self._field(name).value() for name in self.fields}
        made, wrong = read_typed(self.kind, typed)
        for name in self.fields:
            self._field(name).show_problem(wrong.get(name, ""))
        return made

    def is_readable(self) -> bool:
        """Say whether everything that was typed can be read."""
        typed = {name: self._field(name).value() for name in self.fields}
        return not read_typed(self.kind, typed)[1]
