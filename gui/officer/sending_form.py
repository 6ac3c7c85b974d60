"""The correction of how and when a letter was sent: the day, the way, and why it is corrected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.entries import Paragraphs
from gui.fields.form import FormField
from gui.fields.segmented import Option, Segmented
from gui.fields.well_form import WellForm
from gui.intake.day_field import DayField
from gui.officer.letter_words import SENT_BY
from records.sending import Sending
from rules.quantities import day_in_words


class SendingForm(WellForm):
    """``given(day, way, because)`` tells a correction, ``left`` that it was put away."""

    given = Signal(object, object, str)

    def __init__(self, before: Sending) -> None:
        super().__init__("Record how it was sent")
        self.day = DayField("It was sent on", "The clock of the family runs from this day.")
        self.day.show_day(day_in_words(before.sent_on))
        ways = [Option(way, word) for way, word in SENT_BY.items()]
        self.way = Segmented("How it was sent", ways, before.sent_by)
        self.because = Paragraphs("Why the record is corrected", 2)
        self._because = FormField(
            "Why the record is corrected", self.because, "Kept beside the earlier record."
        )
        way = FormField("How it was sent", self.way, beside=QWidget())
        self.lay_out(self.day, way, self._because)
        self.setFocusProxy(self.day)

    def give(self) -> None:
        """Tell the correction, or say what it lacks."""
        day, words = self.day.day(), self.because.toPlainText().strip()
        self.day.show_problem("" if day else "Type a day, a month and a year.")
        self._because.show_problem("" if words else "Write why: the clock rests on it.")
        if day and words:
            self.given.emit(day, self.way.value(), words)
        else:
            (self.because if day else self.day).setFocus()
