"""A line that asks for care: a warning sign and the words, in the tone of what is not known."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.marks import Mark
from gui.shapes import Shape
from gui.theme import Tone


def caution(words: str) -> QWidget:
    """Make such a line."""
    box = QWidget()
    line = ReflowLayout(box, gap=8)
    line.lead_with(Mark(Shape.WARNING, Tone.NOT_KNOWN, size=15))
    line.set_main(Words(words, tone=Tone.NOT_KNOWN))
    return box
