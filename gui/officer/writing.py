"""A few lines to write with the button that records them; nothing empty is recorded."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.fields.buttons import Button, is_control_enter, quiet
from gui.fields.entries import Paragraphs
from gui.fields.layout import column, row
from gui.fields.words import Words
from gui.theme import Tone


class Writing(QWidget):
    """A text and its button. ``written`` tells the words, ``changed`` every keystroke's draft.

    One that ``closes`` has "Leave it" too; that and Escape tell ``left``, and the draft is kept.
    """

    written = Signal(str)
    changed = Signal(str)
    left = Signal()

    def __init__(
        self,
        name: str,
        button: str,
        draft: str,
        example: str,
        lines: int = 2,
        closes: bool = False,
    ) -> None:
        super().__init__()
        stack = column(self, gap=6)
        self.field = Paragraphs(name, lines, example)
        self.field.setPlainText(draft)
        self.field.textChanged.connect(self._on_changed)
        self.button = Button(button, self._on_pressed)
        self.wrong = Words("", tone=Tone.NOT_MET)
        self.wrong.hide()
        stack.addWidget(self.field)
        stack.addWidget(self.wrong)
        line = row(gap=8)
        line.addWidget(self.button)
        self._closes = closes
        if closes:
            line.addWidget(quiet("Leave it", self.left.emit))
        line.addStretch(1)
        stack.addLayout(line)
        self.setFocusProxy(self.field)

    def _on_changed(self) -> None:
        self.wrong.hide()
        self.field.show_valid(True)
        self.changed.emit(self.field.toPlainText())

    def _on_pressed(self) -> None:
        words = self.field.toPlainText().strip()
        if words:
            self.written.emit(words)
            return
        self.wrong.show_words("Nothing is written yet, so nothing was recorded.")
        self.field.show_valid(False)
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record with Ctrl+Enter; Escape leaves what can be left."""
        if is_control_enter(event):
            self._on_pressed()
        elif self._closes and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
