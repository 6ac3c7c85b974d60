"""The ribbon that a fictional store wears on every page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.theme import theme


class Ribbon(QLabel):
    """The words "Fictional sample" in a dashed outline."""

    def __init__(self) -> None:
        super().__init__("Fictional sample")
        self.setAccessibleName("Fictional sample: no real child is shown")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Give room for the words and the outline."""
        metrics = QFontMetrics(theme().font(12))
        return QSize(
            metrics.horizontalAdvance(self.text()) + theme().px(20),
            metrics.height() + theme().px(5),
        )

    def minimumSizeHint(self) -> QSize:
        """Never let the words be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outline and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme().colour("not_known"), max(1.0, theme().px(10) / 10))
        pen.setDashPattern([4, 2.5])
        painter.setPen(pen)
        radius = theme().px(4)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.setFont(theme().font(12))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
