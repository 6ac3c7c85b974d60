"""A line of progress: what runs, how far it is, and a button to cancel it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from gui.fields.buttons import Button
from gui.fields.layout import column, row, show_if
from gui.fields.words import Words


class ProgressLine(QWidget):
    """Words, a bar and Cancel. ``cancelled`` is told when Cancel is pressed."""

    cancelled = Signal()

    def __init__(self, words: str = "", may_cancel: bool = True) -> None:
        super().__init__()
        self._is_stopping = False
        line = row(self, gap=12)
        left = column(gap=4)
        self.words = Words(words, "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words or "Progress")
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        left.addWidget(self.words)
        left.addWidget(self.bar)
        line.addLayout(left, 1)
        self.cancel_button = Button("Cancel", self._on_cancel)
        show_if(self.cancel_button, may_cancel)
        line.addWidget(self.cancel_button)

    def begin(self, words: str) -> None:
        """Show that something has begun."""
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        self.words.show_words(words)
        self._is_stopping = False
        show_if(self, True)

    def show_progress(self, done: int, total: int, words: str = "") -> None:
        """Show how far it is; a total of 0 means that nobody can tell."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if words:
            self.words.show_words(words)

    def _on_cancel(self) -> None:
        """Tell it once. The button stays as it is: disabled, it would hand the focus away."""
        if not self._is_stopping:
            self._is_stopping = True
            self.words.show_words("Stopping…")
            self.cancelled.emit()
