"""The correction of one column of a school's line: yes, no or not known, and the reasons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.fields.buttons import Button, quiet
from gui.fields.entries import Paragraphs
from gui.fields.flow import FlowLayout
from gui.fields.form import FormField
from gui.fields.layout import column, surface
from gui.fields.segmented import Segmented
from records.suitable import SchoolCorrection


class CorrectionForm(QWidget):
    """``given(value, reasons)`` tells a correction, ``left`` that it was put away."""

    given = Signal(object, str)
    left = Signal()

    def __init__(self, question: str, before: SchoolCorrection | None) -> None:
        super().__init__()
        well = surface("well")
        column(self, gap=0).addWidget(well)
        lines = column(well, gap=10, margins=12)
        self.answer = Segmented(question)
        self.reasons = Paragraphs(f"Reasons: {question}", 2, "What was looked at, and why")
        self._answer = FormField("Answer", self.answer, beside=QWidget())
        self._reasons = FormField("Reasons", self.reasons)
        if before is not None:
            self.answer.set_value(before.value)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        self.record = Button("Record correction", self.give)
        flow.addWidget(self.record)
        flow.addWidget(quiet("Leave it", self.left.emit))
        for part in (self._answer, self._reasons, buttons):
            lines.addWidget(part)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record with Ctrl+Enter; Escape closes the form alone."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.give()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
