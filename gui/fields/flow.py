"""Small things in a row, from the left, that go on to the next line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from gui.fields.layout import Margins, spaced


class FlowLayout(QLayout):
    """Lays its widgets out as words of a paragraph are."""

    def __init__(self, parent: QWidget | None = None, gap: int = 12, margins: Margins = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        spaced(self, gap, margins)

    def addItem(self, item: QLayoutItem) -> None:
        """Keep an item (Qt calls this)."""
        self._items.append(item)

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take whatever width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height at a width."""
        return self._place(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        super().setGeometry(rect)
        self._place(rect, apply=True)

    def sizeHint(self) -> QSize:
        """Give the size with everything on one line."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() + self.spacing() for hint in hints)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Give the size of the largest item."""
        hints = [item.sizeHint() for item in self._items]
        return QSize(
            max((hint.width() for hint in hints), default=0),
            max((hint.height() for hint in hints), default=0),
        )

    def _place(self, rect: QRect, apply: bool) -> int:
        """Lay everything out within ``rect``, for real only when told; give the height used."""
        inner = rect.marginsRemoved(self.contentsMargins())
        x, y, tallest = inner.left(), inner.top(), 0
        for item in (each for each in self._items if not each.isEmpty()):
            size = item.sizeHint()
            if x > inner.left() and x + size.width() > inner.right() + 1:
                x, y, tallest = inner.left(), y + tallest + max(2, self.spacing() // 3), 0
            if apply:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            tallest = max(tallest, size.height())
        margins = self.contentsMargins()
        return y + tallest - rect.top() + margins.bottom()
