"""The form's first section: the child, and when they were born."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.card import Card
from gui.fields.entries import Line
from gui.fields.form import FormField
from gui.intake.day_field import DayField
from gui.intake.days import age_on, echo
from gui.intake.draft import Draft


class ChildCard(Card):
    """Name and date of birth. ``left(name)`` tells which field was left."""

    left = Signal(str)
    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__("The child", gap=16)
        self._today = today
        self.given, self.family = Line("Given name", 34), Line("Family name", 34)
        self.born = DayField(
            "Date of birth",
            "Day, month and year, for example 14 3 2019",
            may_be_unknown=True,
            echoed=self._echo,
        )
        self.fields = {
            "given_name": FormField("Given name", self.given, beside=QWidget()),
            "family_name": FormField("Family name", self.family, beside=QWidget()),
            "born": self.born,
        }
        self.add(*self.fields.values())
        self.given.editingFinished.connect(lambda: self.left.emit("given_name"))
        self.family.editingFinished.connect(lambda: self.left.emit("given_name"))
        self.born.left.connect(lambda: self.left.emit("born"))

    def _echo(self, born: date) -> str:
        if born > self._today:
            return echo(born)
        return f"{echo(born)}, now aged {age_on(born, self._today)}"

    def into(self, draft: Draft) -> Draft:
        """Give the draft with what stands here."""
        return replace(
            draft,
            given_name=self.given.text(),
            family_name=self.family.text(),
            born=self.born.line.text(),
            born_not_known=self.born.unknown.isChecked(),
        )

    def show_draft(self, draft: Draft) -> None:
        """Write a draft's part into the fields."""
        self.given.setText(draft.given_name)
        self.family.setText(draft.family_name)
        self.born.show_day(draft.born, draft.born_not_known)
