"""A notice in the page: what happened, that nothing was lost, and what to do next."""

from __future__ import annotations

import re
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from gui.fields.buttons import Button
from gui.fields.edged import EdgedFrame
from gui.fields.layout import column, row, show_if
from gui.fields.words import Words
from gui.marks import Mark
from gui.shapes import Shape
from gui.theme import Tone

_SENTENCE_END = re.compile(r"(?<=[.:])\s+(?=[A-Z])")


class Kind(Enum):
    """What sort of notice: its tone, its shape and its word."""

    INFO = (Tone.ACCENT, Shape.INFO, "Note")
    DONE = (Tone.MET, Shape.MET, "Done")
    CARE = (Tone.NOT_KNOWN, Shape.WARNING, "Take care")
    ERROR = (Tone.NOT_MET, Shape.WARNING, "This did not work")


class Notice(EdgedFrame):
    """A banner within the page. ``closed`` is told when the person puts it away."""

    closed = Signal()

    def __init__(
        self,
        kind: Kind = Kind.INFO,
        happened: str = "",
        kept: str = "",
        next_step: str = "",
        may_close: bool = True,
    ) -> None:
        super().__init__("notice", Tone.ACCENT)
        line = row(self, gap=12, margins=(12, 10, 8, 10))
        self._mark = Mark(Shape.INFO, Tone.ACCENT, size=18)
        self._happened, self._kept = Words(role="strong"), Words()
        self._next = Words()
        words = column(gap=3)
        for part in (self._happened, self._kept, self._next):
            words.addWidget(part)
        line.addWidget(self._mark)
        line.addLayout(words, 1)
        self.close_button = Button("Put away", self.put_away, "quiet", shape=Shape.CROSS)
        show_if(self.close_button, may_close)
        line.addWidget(self.close_button)
        self.show_notice(kind, happened, kept, next_step)

    def show_notice(self, kind: Kind, happened: str, kept: str = "", next_step: str = "") -> None:
        """Show a notice here; with no words it hides."""
        tone, shape, word = kind.value
        self.show_edge(tone)
        self._mark.show_shape(shape, tone)
        self._happened.show_words(happened)
        self._kept.show_words(kept)
        self._next.show_words(next_step)
        self.setAccessibleName(f"{word}. {' '.join((happened, kept, next_step)).strip()}")
        show_if(self, happened)
        if happened:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_error(self, error: Exception) -> None:
        """Show an error meant for people: what happened is its first line, the rest goes below."""
        self.show_notice(Kind.ERROR, *_first_sentence(str(error)))

    def put_away(self) -> None:
        """Hide the notice."""
        self.hide()
        self.closed.emit()


def _first_sentence(words: str) -> tuple[str, str]:
    """Part what happened, the first line or sentence, from the rest."""
    first, _, rest = words.partition("\n")
    if rest or not (found := _SENTENCE_END.search(first)):
        return first, rest
    return first[: found.start()], first[found.end() :]


def notice_of(error: Exception, parent: QWidget | None = None) -> Notice:
    """Make a notice of an error meant for people."""
    notice = Notice()
    notice.setParent(parent)
    notice.show_error(error)
    return notice
