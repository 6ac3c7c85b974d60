"""A fact in one dense line: label at the left, value at the right; pressed, it is asked again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from gui.fields.finding import OpenLine
from gui.fields.layout import spaced
from gui.fields.words import Words
from gui.marks import Mark
from gui.shapes import Shape
from gui.theme import Tone, theme

_ARROW = 10


class FactLine(OpenLine):
    """``change_asked`` tells the fact's name, where the arrow says that it may be changed.

    ``point_at`` lights the line up.
    """

    change_asked = Signal(str)

    def __init__(
        self,
        name: str,
        label: str,
        value: str,
        known: bool = True,
        source: str = "",
        may_change: bool = False,
    ) -> None:
        super().__init__()
        self.name, self._pointed = name, False
        self.setCheckable(False)
        # Values stand one below the other, whether an arrow stands beside them or not.
        spaced(self.line, 8, (4, 4, 4 if may_change else 4 + 8 + _ARROW, 4))
        self.line.set_main(Words(label, "muted"))
        self._value = Words(value, tone=None if known else Tone.NOT_KNOWN, wrap=len(value) > 36)
        self.line.end_with(self._value)
        said = f"{label}: {value}. {source}".strip()
        self.setAccessibleName(said)
        self.setToolTip(f"{source}\nPress to correct it." if may_change else source)
        if may_change:
            self._arrow = Mark(Shape.CLOSED, Tone.MUTED, size=_ARROW)
            self.line.end_with(self._arrow)
            self.setAccessibleDescription("Press to correct it.")
            self.clicked.connect(lambda *_: self.change_asked.emit(name))
        else:
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_open(self, on: bool) -> None:
        """Show that the fact is asked again below its line, or no more."""
        self._arrow.show_shape(Shape.OPEN if on else Shape.CLOSED)

    def point_at(self, on: bool) -> None:
        """Light the fact up, or let it go."""
        self._pointed = on
        self.update()

    @property
    def is_pointed_at(self) -> bool:
        """Say whether the line is lit up."""
        return self._pointed

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the light below what the line draws itself."""
        if self._pointed:
            painter, px = QPainter(self), theme().px
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme().colour("field_line"))
            painter.setBrush(theme().colour("pointed"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(4), px(4))
            painter.end()
        super().paintEvent(event)
