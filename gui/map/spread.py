"""A map with its cards: beside it where there is room for both, else below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QWidget

from gui.fields.focus_ring import FocusRing
from gui.fields.layout import Sheet, column, spaced
from gui.theme import theme

BESIDE = 720
"""The width, at 100 %, from which the cards stand beside the map."""
SIDE = 348
BELOW = (2, 1)
"""How map and cards share the height where the cards stand below."""


class Spread(QWidget):
    """``cards`` is the column to fill; it scrolls by itself, and the map stays in sight."""

    def __init__(self, map_panel: QWidget) -> None:
        super().__init__()
        self._box = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), 16, 0)
        self._box.addWidget(map_panel, 1)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setAccessibleName("Beside the map")
        sheet = Sheet()
        self.cards = column(sheet, gap=12, margins=(0, 0, 10, 0))
        self.scroll.setWidget(sheet)
        self._ring = FocusRing(self.scroll)
        self._box.addWidget(self.scroll)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusObjectChanged.connect(self._on_focus)
        theme().changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards beside the map or below it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= theme().px(BESIDE)
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        for at, share in enumerate((1, 0) if beside else BELOW):
            self._box.setStretch(at, share)
        if beside:
            self.scroll.setFixedWidth(theme().px(SIDE))
        else:
            self.scroll.setMinimumWidth(0)
            self.scroll.setMaximumWidth(16_777_215)  # what Qt takes for no limit

    def _on_focus(self, focused: QObject | None) -> None:
        inside = isinstance(focused, QWidget) and self.scroll.widget().isAncestorOf(focused)
        if inside and self.isVisible():
            self.scroll.ensureWidgetVisible(focused, theme().px(12), theme().px(40))

    def scroll_to_top_of(self, card: QWidget) -> None:
        """Bring a card to the top, once it has its place."""
        QTimer.singleShot(0, card, lambda: self._scroll(card))

    def _scroll(self, card: QWidget) -> None:
        at = card.mapTo(self.scroll.widget(), QPoint(0, 0)).y()
        self.scroll.verticalScrollBar().setValue(max(0, at))

    def event(self, event: QEvent) -> bool:
        """Lay out anew when the text size changes."""
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
        return super().event(event)
