"""One criterion of a determination: the question, yes, no or not known, and the reasons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from casework.determining import Judged
from gui.fields.entries import Paragraphs
from gui.fields.layout import column
from gui.fields.reflow import ReflowLayout
from gui.fields.segmented import Segmented
from gui.fields.words import Words
from gui.theme import Tone
from records.fact import Judgement
from rules.vocabulary import FactWord


class CriterionForm(QFrame):
    """A row of the form. ``changed`` tells every answer and keystroke."""

    changed = Signal()

    def __init__(self, word: FactWord, before: Judgement | None, first: bool) -> None:
        super().__init__()
        self.word = word
        self.setProperty("surface", "row")
        self.setProperty("first", "true" if first else "false")
        lines = column(self, gap=6, margins=(0, 10, 0, 10))
        top = QWidget()
        line = ReflowLayout(top, gap=12, enough=0.55)
        self.answer = Segmented(word.question)
        line.end_with(self.answer)
        line.set_main(Words(word.question, "strong"))
        lines.addWidget(top)
        if word.evidence:
            shown = f"What may show it: {', '.join(word.evidence)}."
            lines.addWidget(Words(shown, "muted"))
        self.reasons = Paragraphs(f"Reasons: {word.label}", 2, "What was looked at, and why")
        self.lacking = Words("", tone=Tone.NOT_MET)
        self.lacking.hide()
        lines.addWidget(self.reasons)
        lines.addWidget(self.lacking)
        if before is not None:
            self.answer.set_value(before.value)
            self.reasons.setPlainText(before.reasons)
        self.answer.chosen.connect(lambda _: self._on_changed())
        self.reasons.textChanged.connect(self._on_changed)
        self.setAccessibleName(word.question)
        self.setFocusProxy(self.answer)

    def _on_changed(self) -> None:
        self.show_lacking(False)
        self.changed.emit()

    def judged(self) -> Judged | None:
        """Give the answer and its reasons; None while either is lacking."""
        words = self.reasons.toPlainText().strip()
        if not self.answer.is_answered() or not words:
            return None
        value = self.answer.value()
        return Judged(value if isinstance(value, bool) else None, words)

    def show_lacking(self, on: bool = True) -> None:
        """Say what this criterion still lacks."""
        answered = self.answer.is_answered()
        words = "Write the reasons." if answered else "Answer yes, no or not known, with reasons."
        self.lacking.show_words(words if on else "")
        self.lacking.setVisible(on)
