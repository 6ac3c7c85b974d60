"""An empty page or list: what it is for, and what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.fields.buttons import Button
from gui.fields.layout import column
from gui.fields.words import Words
from gui.marks import Mark
from gui.shapes import Shape
from gui.theme import Tone, theme


class EmptyState(QWidget):
    """A shape, a sentence, what to do first, and the button that does it."""

    def __init__(
        self, shape: Shape, heading: str, words: str = "", action: Button | None = None
    ) -> None:
        super().__init__()
        lines = column(self, gap=8, margins=24)
        lines.addStretch()
        lines.addWidget(Mark(shape, Tone.MUTED, size=32), 0, Qt.AlignmentFlag.AlignHCenter)
        self.heading, self.words = Words(heading, "heading"), Words(words, "muted")
        for part in (self.heading, self.words):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            lines.addWidget(part)
        if action is not None:
            lines.addSpacing(theme().px(8))
            lines.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch()
