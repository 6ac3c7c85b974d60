"""A scrolling page of one main column, with a second beside it where the window is wide enough."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from gui.fields.layout import Sheet, column, spaced
from gui.theme import theme

WIDE = 1030
"""The width of a page, in a window of 1,200, from which two columns stand side by side."""


class Columns(QScrollArea):
    """``main`` and ``side`` are columns to fill. Too narrow for both, the side follows the main.

    The widget that gains the focus is scrolled into view.
    """

    def __init__(self, shares: tuple[int, int] = (66, 34), wide: int = WIDE) -> None:
        super().__init__()
        self._wide = wide
        self._shares = shares
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = Sheet()
        self._box = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, page), 16, 24)
        self._halves = (QWidget(), QWidget())
        self.main, self.side = (self._half(half) for half in self._halves)
        for half, share in zip(self._halves, shares, strict=True):
            self._box.addWidget(half, share)
        self.setWidget(page)
        QApplication.instance().focusObjectChanged.connect(self._on_focus)

    @staticmethod
    def _half(half: QWidget) -> QVBoxLayout:
        outer, inner = column(half, gap=0), column(gap=12)
        outer.addLayout(inner)
        outer.addStretch(1)
        return inner

    def is_wide(self) -> bool:
        """Say whether the two columns stand side by side."""
        return self._box.direction() == QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one column or two."""
        self._arrange()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Arrange again once the side has gained or lost what it shows."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        side = self.side.count() > 0
        self._halves[1].setVisible(side)
        wide = side and self.viewport().width() >= theme().px(self._wide)
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        for at, share in enumerate(self._shares if wide else (0, 0)):
            self._box.setStretch(at, share)
        self._box.setAlignment(Qt.AlignmentFlag.AlignTop if not wide else Qt.AlignmentFlag(0))

    def _on_focus(self, focused: QObject | None) -> None:
        if isinstance(focused, QWidget) and self.isAncestorOf(focused) and self.isVisible():
            self.ensureWidgetVisible(focused, theme().px(12), theme().px(40))

    def scroll_to(self, widget: QWidget) -> None:
        """Bring a part of the page to the top."""
        at = widget.mapTo(self.widget(), QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(max(0, at - theme().px(16)))
