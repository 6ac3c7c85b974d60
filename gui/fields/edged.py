"""A frame whose left edge may be marked in a tone, inside its rounded corners."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame

from gui.theme import Tone, theme


class EdgedFrame(QFrame):
    """Draws the mark itself: a stylesheet's borders of two widths meet badly at a round corner."""

    def __init__(self, surface: str, edge: Tone | None = None) -> None:
        super().__init__()
        self.setProperty("surface", surface)
        self._edge = edge
        self.outside = (0, 0, 0, 0)  # the stylesheet's margin at 100 %: left, top, right, bottom

    @property
    def edge(self) -> Tone | None:
        """Give the tone of the mark, None where there is none."""
        return self._edge

    def show_edge(self, edge: Tone | None) -> None:
        """Mark the edge in another tone, or not at all."""
        self._edge = edge
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, then the mark."""
        super().paintEvent(event)
        if self._edge is None:
            return
        painter, px = QPainter(self), theme().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, outline = QRectF(self._box()), QPainterPath()
        outline.addRoundedRect(area, px(6), px(6))
        painter.setClipPath(outline)
        painter.fillRect(
            QRectF(area.left(), area.top(), px(4), area.height()), theme().colour(self._edge)
        )

    def _box(self) -> QRect:
        """Give the rectangle within the margin that the stylesheet gives a frame."""
        px = theme().px
        left, top, right, bottom = (px(side) if side else 0 for side in self.outside)
        return self.rect().adjusted(left, top, -right, -bottom)
