"""A question on a page: the words, the answer to give, and why it is asked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from gui.fields.buttons import quiet
from gui.fields.editors import Editor, editor_for
from gui.fields.layout import column, row
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.marks import Mark
from gui.shapes import Shape
from gui.theme import Tone
from rules.values import FactValue
from rules.vocabulary import FactWord


class AskRow(QFrame):
    """A fact asked for. ``answered(name, value)`` tells the answer; None is "Not known".

    A yes-or-no question answers as it is pressed; a figure or a day answers when it is complete
    and Enter or "Record" is pressed, and says beside itself what is wrong with it.
    """

    answered = Signal(str, object)

    def __init__(
        self,
        word: FactWord,
        value: FactValue | None = None,
        answered: bool = False,
        matters: str = "",
        first: bool = True,
    ) -> None:
        super().__init__()
        self.word = word
        self.setProperty("surface", "row")
        self.setProperty("first", "true" if first else "false")
        lines = column(self, gap=4, margins=(0, 6, 0, 6))
        top = QWidget()
        line = ReflowLayout(top, gap=12, enough=0.55)
        line.lead_with(Mark(Shape.NOT_KNOWN, Tone.NOT_KNOWN))
        self.editor: Editor = editor_for(word)
        if answered:
            self.editor.show_value(value)
        self.editor.given.connect(lambda given: self.answered.emit(word.name, given))
        # The editor first: Tab enters a row at its editor and goes on from there, so that what
        # stood before it in the order of focus would never be reached.
        line.end_with(self.editor)
        line.set_main(self._question(matters))
        lines.addWidget(top)
        self.setAccessibleName(word.question)
        self.setFocusProxy(self.editor)

    def _question(self, matters: str) -> QWidget:
        box = QWidget()
        words = column(box, gap=2)
        words.addWidget(Words(self.word.question, "strong"))
        if matters:
            words.addWidget(Words(matters, "muted"))
        self._why = Words(self.word.why, "muted")
        self._why.hide()
        if self.word.why:
            line = row(gap=0)
            self.why_button = quiet("Why we ask", self._show_why)
            self.why_button.setAccessibleName(f"Why we ask: {self.word.question}")
            self.why_button.setCheckable(True)
            line.addWidget(self.why_button)
            line.addStretch()
            words.addLayout(line)
        words.addWidget(self._why)
        return box

    def _show_why(self) -> None:
        self._why.setVisible(self._why.isHidden())
        self.updateGeometry()
