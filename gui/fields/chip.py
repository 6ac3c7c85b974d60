"""A chip: an outcome as a shape and a word in an outlined pill."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.outcomes import OUTCOMES, Sign
from gui.shapes import draw
from gui.theme import theme
from rules.values import Outcome


class Chip(QLabel):
    """A sign in a pill. A label to a screen reader: it reads the word."""

    def __init__(self, sign: Sign) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.show_sign(sign)
        theme().changed.connect(self.updateGeometry)

    def show_sign(self, sign: Sign) -> None:
        """Show another sign."""
        self._sign = sign
        self.setText(sign.word)
        self.setAccessibleName(sign.word)
        self.updateGeometry()
        self.update()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show an outcome's sign."""
        self.show_sign(OUTCOMES[outcome])

    def sizeHint(self) -> QSize:
        """Give room for the shape, the word and the pill around them."""
        px = theme().px
        metrics = QFontMetrics(theme().font(13, bold=True))
        width = metrics.horizontalAdvance(self._sign.word) + px(16) + px(6) + px(22)
        return QSize(width, metrics.height() + px(6))

    def minimumSizeHint(self) -> QSize:
        """Never let the word be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill, the shape and the word."""
        px, painter = theme().px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().colour(self._sign.tone)
        painter.setPen(QPen(colour, max(1.0, px(12) / 10)))
        painter.setBrush(theme().colour("surface"))
        pill = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        side = px(15)
        top = (self.height() - side) / 2
        draw(painter, self._sign.shape, QRectF(px(10), top, side, side), colour)
        painter.setPen(colour)
        painter.setFont(theme().font(13, bold=True))
        words = QRectF(px(10) + px(16) + px(4), 0, self.width(), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._sign.word)


def outcome_chip(outcome: Outcome) -> Chip:
    """Make the chip of an outcome."""
    return Chip(OUTCOMES[outcome])
