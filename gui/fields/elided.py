"""A small text on one line that is cut with an ellipsis where there is too little room for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from gui.fields.words import Words
from gui.theme import theme


class Elided(Words):
    """Words that may be cut while they ``elide``; what is cut is told by the tool tip."""

    def __init__(self, text: str = "", role: str = "muted", elides: bool = True) -> None:
        super().__init__(text, role, wrap=not elides)
        self.elides = elides

    def set_elides(self, on: bool) -> None:
        """Keep to one line and cut, or run over several lines."""
        if on != self.elides:
            self.elides = on
            self.setWordWrap(not on)
            self.setToolTip("")
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Let the words be cut."""
        least = super().minimumSizeHint()
        return QSize(theme().px(24), least.height()) if self.elides else least

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        if not self.elides:
            super().paintEvent(event)
            return
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip(self.text() if words != self.text() else "")
        painter = QPainter(self)
        painter.setPen(theme().colour("muted"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), words)
