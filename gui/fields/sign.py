"""A shape with its word in a line of text, for lists and tables where a chip would be too loud."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.marks import Mark
from gui.outcomes import Sign
from gui.theme import Tone


class _InTheMiddle(ReflowLayout):
    """Stands in the middle of a place that is higher than it, as words beside a number do."""

    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        over = max(0, rect.height() - self.heightForWidth(rect.width()))
        super().setGeometry(rect.adjusted(0, over // 2, 0, 0))


class SignLine(QWidget):
    """A mark and words of the same tone, left to right; the words wrap unless told not to."""

    def __init__(
        self, sign: Sign, words: str | None = None, role: str = "body", wrap: bool = True
    ) -> None:
        super().__init__()
        line = _InTheMiddle(self, gap=6)
        line.lead_with(Mark(sign.shape, sign.tone, size=15))
        tone = None if sign.tone is Tone.INK else sign.tone
        line.set_main(Words(words or sign.word, role, tone, wrap))
