"""A ring round a pane that has the focus: panes without an outline would not show it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import theme


class FocusRing(QWidget):
    """Lies over a pane, lets the mouse through, and is seen while the pane has the focus."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVisible(pane.hasFocus())
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pane's size and its focus."""
        if event.type() == QEvent.Type.Resize:
            self.resize(self._pane.size())
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setVisible(event.type() == QEvent.Type.FocusIn)
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring within the pane's edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("focus"), 2))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), theme().px(6), theme().px(6)
        )
