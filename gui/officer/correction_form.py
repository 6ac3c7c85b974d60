"""The correction of one column of a school's line: yes, no or not known, and the reasons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.entries import Paragraphs
from gui.fields.form import FormField
from gui.fields.segmented import Segmented
from gui.fields.well_form import WellForm
from records.suitable import SchoolCorrection


class CorrectionForm(WellForm):
    """``given(value, reasons)`` tells a correction, ``left`` that it was put away."""

    given = Signal(object, str)

    def __init__(self, question: str, before: SchoolCorrection | None) -> None:
        super().__init__("Record correction")
        self.answer = Segmented(question)
        self.reasons = Paragraphs(f"Reasons: {question}", 2, "What was looked at, and why")
        self._answer = FormField("Answer", self.answer, beside=QWidget())
        self._reasons = FormField("Reasons", self.reasons)
        if before is not None:
            self.answer.set_value(before.value)
        self.lay_out(self._answer, self._reasons)
        self.setFocusProxy(self.answer)

    def give(self) -> None:
        """Tell the correction, or say what it lacks."""
        answered, words = self.answer.is_answered(), self.reasons.toPlainText().strip()
        self._answer.show_problem("" if answered else "Choose yes, no or not known.")
        self._reasons.show_problem("" if words else "Write why: the decision will rest on it.")
        if answered and words:
            self.given.emit(self.answer.value(), words)
        else:
            (self.reasons if answered else self.answer).setFocus()
