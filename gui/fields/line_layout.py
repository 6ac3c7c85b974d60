"""What layouts of one line that may break have in common: their items, and room for all of them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from gui.fields.layout import Margins, spaced


class LineLayout(QLayout):
    """Items in the order they came, whose height follows from the width they get.

    A kind of it says in ``_place`` where they stand.
    """

    def __init__(self, parent: QWidget | None, gap: int, margins: Margins) -> None:
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
        hints = [item.sizeHint() for item in self._shown(self._items)]
        wide = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return self._around(QSize(wide, max((hint.height() for hint in hints), default=0)))

    @staticmethod
    def _shown(items: list[QLayoutItem]) -> list[QLayoutItem]:
        return [item for item in items if not item.isEmpty()]

    def _around(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        across, down = margins.left() + margins.right(), margins.top() + margins.bottom()
        return size + QSize(across, down)

    def _place(self, rect: QRect, apply: bool) -> int:
        """Lay the items out within ``rect``, for real only when told; give the height used."""
        raise NotImplementedError
