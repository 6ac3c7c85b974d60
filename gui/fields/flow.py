"""Widgets side by side from the left, on as many lines as it takes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from gui.fields.layout import Margins
from gui.fields.line_layout import LineLayout


class FlowLayout(LineLayout):
    """A line of widgets that breaks where it must, as words do."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, margins: Margins = 0) -> None:
        super().__init__(parent, gap, margins)

    def minimumSize(self) -> QSize:
        """Give the size of the widest item alone."""
        sizes = [item.minimumSize() for item in self._shown(self._items)]
        wide = max((size.width() for size in sizes), default=0)
        return self._around(QSize(wide, max((size.height() for size in sizes), default=0)))

    def _place(self, rect: QRect, apply: bool) -> int:
        """Lay the items out within ``rect``, for real only when told; give the height used."""
        inner = rect.marginsRemoved(self.contentsMargins())
        x, y, high = inner.left(), inner.top(), 0
        for item in self._shown(self._items):
            size = item.sizeHint()
            if x > inner.left() and x + size.width() > inner.left() + inner.width():
                x, y, high = inner.left(), y + high + self.spacing(), 0
            if apply:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            high = max(high, size.height())
        return y + high - rect.top() + self.contentsMargins().bottom()
