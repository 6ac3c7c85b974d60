"""Hints below a field on what is being written in it: plainer words, other children's names."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from casework.wordings.check import Hint, reasons_hints
from gui.fields.layout import clear, column, row
from gui.fields.words import Words
from gui.marks import Mark
from gui.shapes import Shape
from gui.theme import Tone

MOST = 3
"""Hints that are shown at once: more would be passed over."""


class WritingHints(QWidget):
    """The first few hints on a field's text. They advise, and hold nothing back."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__()
        self._field = field
        self._others: frozenset[str] = frozenset()
        self._lines = column(self, gap=4)
        self.hints: tuple[Hint, ...] = ()
        self.setVisible(False)
        field.textChanged.connect(self._look)

    def know_others(self, others: frozenset[str]) -> None:
        """Know the names of the other children of the store."""
        if others != self._others:
            self._others = others
            self._look()

    def _look(self) -> None:
        found = reasons_hints(self._field.toPlainText(), self._others)
        if found == self.hints:
            return
        self.hints = found
        clear(self._lines)
        for hint in sorted(found, key=_weight)[:MOST]:
            self._lines.addWidget(_line(hint))
        if len(found) > MOST:
            self._lines.addWidget(Words(f"And {len(found) - MOST} more.", "small"))
        self.setAccessibleName(" ".join(map(hint_words, found)) or "No hints")
        self.setVisible(bool(found))


def _weight(hint: Hint) -> tuple[bool, int]:
    """Put the name of another child first, then what stands first in the text."""
    return hint.rule != "another child's name", hint.start


def hint_words(hint: Hint) -> str:
    """Say a hint: what it is about, the words, and a better way."""
    words = " ".join(hint.what.split())
    shown = words if len(words) <= 60 else f"{words[:59]}…"
    return f"{hint.rule.value.capitalize()}: “{shown}”. {hint.better}"


def _line(hint: Hint) -> QWidget:
    box = QWidget()
    line = row(box, gap=8)
    line.addWidget(Mark(Shape.INFO, Tone.MUTED, size=15))
    line.addWidget(Words(hint_words(hint), "muted"), 1)
    return box
