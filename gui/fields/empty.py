"""An empty page or list: what it is for, and what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from gui.fields.buttons import Button
from gui.fields.layout import Sheet, column
from gui.fields.words import Words
from gui.marks import Mark
from gui.shapes import Shape
from gui.theme import Tone, theme


class EmptyState(QScrollArea):
    """A shape, a sentence, what to do first, and the button that does it.

    Large text in a small window is scrolled rather than cut.
    """

    def __init__(
        self, shape: Shape, heading: str, words: str = "", action: Button | None = None
    ) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = Sheet()
        self.setWidget(sheet)
        lines = column(sheet, gap=8, margins=(24, 8, 24, 8))
        lines.addStretch()
        self.mark = Mark(shape, Tone.MUTED, size=32)
        lines.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self.heading, self.words = Words(heading, "heading"), Words(words, "muted")
        for part in (self.heading, self.words):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            lines.addWidget(part)
        if action is not None:
            lines.addSpacing(theme().px(8))
            lines.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the shape go first where the words and the button want all the room."""
        super().resizeEvent(event)
        self.mark.setVisible(self.viewport().height() >= theme().px(190))
