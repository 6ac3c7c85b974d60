"""A shape with its word in a line of text, for lists and tables where a chip would be too loud."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.marks import Mark
from gui.outcomes import Sign
from gui.theme import Tone


class SignLine(QWidget):
    """A mark and words of the same tone, left to right; the words wrap."""

    def __init__(self, sign: Sign, words: str | None = None, role: str = "body") -> None:
        super().__init__()
        line = ReflowLayout(self, gap=6)
        line.lead_with(Mark(sign.shape, sign.tone, size=15))
        tone = None if sign.tone is Tone.INK else sign.tone
        line.set_main(Words(words or sign.word, role, tone))
