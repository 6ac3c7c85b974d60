"""Shapes as they are used: a small widget, and an icon for a button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.shapes import Shape, draw
from gui.theme import Tone, theme


class Mark(QWidget):
    """A shape in a tone, as large as a line of text. It says nothing alone: a word stands by it."""

    def __init__(self, shape: Shape, tone: Tone = Tone.INK, size: float = 16) -> None:
        super().__init__()
        self._shape, self._tone, self._size = shape, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().changed.connect(self.updateGeometry)

    def show_shape(self, shape: Shape, tone: Tone | None = None) -> None:
        """Show another shape, and another tone if one is given."""
        self._shape, self._tone = shape, tone or self._tone
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size at the present text size."""
        side = theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape in the middle."""
        side = float(min(self.width(), self.height()))
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw(QPainter(self), self._shape, rect.adjusted(0.5, 0.5, -0.5, -0.5), self._colour())

    def _colour(self):  # noqa: ANN202
        return theme().colour(self._tone)


def icon(shape: Shape, token: str, size: float = 16) -> QIcon:
    """Draw a shape as an icon in the colour of a token, sharp on dense screens too."""
    side = theme().px(size)
    pixels = QPixmap(side * 2, side * 2)
    pixels.setDevicePixelRatio(2)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    draw(painter, shape, QRectF(0, 0, side, side), theme().colour(token))
    painter.end()
    return QIcon(pixels)
