"""What help that only discretion gives still needs: who authorises it, its limits, its review."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.entries import Choice, Line
from gui.fields.form import FormField
from gui.fields.layout import column
from gui.fields.segmented import Option
from gui.intake.day_field import DayField
from gui.officer.draft import Draft
from gui.role_words import role_words
from records.people import Person

_NOBODY = "It takes a second officer or a senior reviewer; the administrator adds people."


class DiscretionFields(QWidget):
    """Three fields. ``changed`` tells the parts of the draft they are about, as a dictionary."""

    changed = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, gap=14)
        self.authoriser = Choice("Authorised by")
        self.authoriser.setPlaceholderText("Choose…")
        self.authorised_field = FormField("Authorised by", self.authoriser, " ", QWidget())
        self.limits = Line("Limited to", letters=44, example="such as: until the end of June")
        self.review = DayField("Reviewed on", "The day by which it is looked at again.")
        lines.addWidget(self.authorised_field)
        lines.addWidget(FormField("Limited to", self.limits, "Leave it empty where it is not."))
        lines.addWidget(self.review)
        self.authoriser.activated.connect(
            lambda _: self.changed.emit({"authorised_by": self.authoriser.value()})
        )
        self.limits.textChanged.connect(lambda words: self.changed.emit({"limits": words}))
        self.review.changed.connect(lambda: self.changed.emit({"review_on": self.review.day()}))

    def show_draft(self, draft: Draft, people: Sequence[Person]) -> None:
        """Show what was chosen and written so far; what is being typed stays."""
        options = [Option(each.id, f"{each.name}, {role_words(each)}") for each in people]
        self.authoriser.offer(options, draft.authorised_by)
        self.authorised_field.show_hint(
            "Somebody other than who decides, by name." if people else _NOBODY
        )
        if self.limits.text() != draft.limits:
            self.limits.setText(draft.limits)
        if self.review.day() != draft.review_on:
            day = draft.review_on
            self.review.show_day(f"{day.day} {day.month} {day.year}" if day else "")
