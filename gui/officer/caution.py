"""A line that asks for care: a warning sign and the words, in the tone of what is not known."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.fields.layout import row
from gui.fields.words import Words
from gui.marks import Mark
from gui.shapes import Shape
from gui.theme import Tone


def caution(words: str) -> QWidget:
    """Make such a line."""
    box = QWidget()
    line = row(box, gap=8)
    line.addWidget(Mark(Shape.WARNING, Tone.NOT_KNOWN, size=15))
    line.addWidget(Words(words, tone=Tone.NOT_KNOWN), 1)
    return box
