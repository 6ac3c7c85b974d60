"""What a decision still wants, as a list that follows what is being written and leads there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.finding import OpenLine
from gui.fields.layout import clear, column, row, spaced
from gui.fields.words import Words
from gui.marks import Mark
from gui.shapes import Shape
from gui.theme import Tone

_NOTHING = "Everything wanted is there."


class WantedList(QWidget):
    """Sentences, each with an open circle; one with a tick when nothing is wanted any more.

    ``asked`` tells the place at which a pressed one is settled.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(self, gap=2)
        self._shown: tuple[str, ...] | None = None
        self.links: dict[str, OpenLine] = {}

    def show_wanted(self, wanted: tuple[str, ...], where: Callable[[str], str | None]) -> None:
        """Show what is wanted; the same list again changes nothing. ``where`` gives its place."""
        if wanted == self._shown:
            return
        self._shown, self.links = wanted, {}
        clear(self._lines)
        for words in wanted:
            place = where(words)
            self._lines.addWidget(self._link(words, place) if place else _line(words))
        if not wanted:
            self._lines.addWidget(_line(_NOTHING, Shape.MET, Tone.MET))
        self.setAccessibleName("Still wanted: " + " ".join(wanted) if wanted else _NOTHING)

    def wanted(self) -> tuple[str, ...]:
        """Give what is shown as wanted."""
        return self._shown or ()

    def _link(self, words: str, place: str) -> OpenLine:
        link = OpenLine()
        link.setCheckable(False)
        spaced(link.line, 8, (0, 3, 0, 3))
        link.line.lead_with(Mark(Shape.NOT_KNOWN, Tone.NOT_KNOWN, size=15))
        link.line.set_main(Words(words, tone=Tone.NOT_KNOWN))
        link.line.end_with(Mark(Shape.CLOSED, Tone.MUTED, size=12))
        link.setAccessibleName(words)
        link.setAccessibleDescription("Leads to where it is settled.")
        link.clicked.connect(lambda *_: self.asked.emit(place))
        self.links[words] = link
        return link


def _line(
    words: str, shape: Shape = Shape.NOT_KNOWN, tone: Tone = Tone.NOT_KNOWN
) -> QWidget:  # fmt: skip
    box = QWidget()
    line = row(box, gap=8)
    line.addWidget(Mark(shape, tone, size=15))
    line.addWidget(Words(words, tone=tone), 1)
    return box
