"""What the gate still wants, as a list that follows what is being written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.fields.layout import clear, column, row
from gui.fields.words import Words
from gui.marks import Mark
from gui.shapes import Shape
from gui.theme import Tone


class WantedList(QWidget):
    """Sentences, each with an open circle; one with a tick when nothing is wanted any more."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(self, gap=4)
        self._shown: tuple[str, ...] | None = None

    def show_wanted(self, wanted: tuple[str, ...]) -> None:
        """Show what is wanted; the same list again changes nothing."""
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._lines)
        for words in wanted:
            self._lines.addWidget(_line(Shape.NOT_KNOWN, words, Tone.NOT_KNOWN))
        if not wanted:
            self._lines.addWidget(_line(Shape.MET, "Everything the gate wants is there.", Tone.MET))
        self.setAccessibleName("Still wanted: " + " ".join(wanted) if wanted else "Nothing wanted")

    def wanted(self) -> tuple[str, ...]:
        """Give what is shown as wanted."""
        return self._shown or ()


def _line(shape: Shape, words: str, tone: Tone) -> QWidget:
    box = QWidget()
    line = row(box, gap=8)
    line.addWidget(Mark(shape, tone, size=15))
    line.addWidget(Words(words, tone=tone), 1)
    return box
