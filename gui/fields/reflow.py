"""A line whose main part takes the room; its tail drops below where there is too little."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QLayoutItem, QWidget

from gui.fields.layout import Margins
from gui.fields.line_layout import LineLayout


class ReflowLayout(LineLayout):
    """Lead (a mark), main (wrapping words) and tail (figures, controls), in that order.

    The tail stands at the right of the main part while the main part keeps ``enough`` of the
    width it would like; else it stands below, beginning where the main part begins. This is what
    lets one page serve a narrow window and text of twice the size.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        gap: int = 12,
        margins: Margins = 0,
        enough: float = 0.45,
    ) -> None:
        super().__init__(parent, gap, margins)
        self._lead: list[QLayoutItem] = []
        self._main: QLayoutItem | None = None
        self._tail: list[QLayoutItem] = []
        self._enough = enough

    def lead_with(self, widget: QWidget) -> None:
        """Put a widget before the main part."""
        self.addWidget(widget)
        self._lead.append(self._items[-1])

    def set_main(self, widget: QWidget) -> None:
        """Put in the main part."""
        self.addWidget(widget)
        self._main = self._items[-1]

    def end_with(self, widget: QWidget) -> None:
        """Put a widget after the main part, at the right."""
        self.addWidget(widget)
        self._tail.append(self._items[-1])

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        item = super().takeAt(index)
        for group in (self._lead, self._tail):
            if item in group:
                group.remove(item)
        if item is self._main:
            self._main = None
        return item

    def minimumSize(self) -> QSize:
        """Give the least size: the widest single part beside the lead."""
        lead = self._width(self._lead)
        rest = [item.minimumSize() for item in self._shown(self._items) if item not in self._lead]
        width = max((size.width() for size in rest), default=0)
        height = max((size.height() for size in rest), default=0)
        return self._around(QSize(lead + width, height))

    def _width(self, items: list[QLayoutItem]) -> int:
        """Give the width of a group with the gap that sets it off from the main part."""
        return sum(item.sizeHint().width() + self.spacing() for item in self._shown(items))

    @staticmethod
    def _height(item: QLayoutItem, width: int) -> int:
        if item.hasHeightForWidth():
            return item.heightForWidth(width)
        return item.sizeHint().height()

    def _place(self, rect: QRect, apply: bool) -> int:
        """Lay everything out within ``rect``, for real only when told; give the height used."""
        inner = rect.marginsRemoved(self.contentsMargins())
        lead, tail = self._width(self._lead), self._width(self._tail)
        room = inner.width() - lead
        beside = self._main is None or room - tail >= self._enough_of(self._main)
        main_width = max(0, room - tail if beside else room)
        main_height = self._height(self._main, main_width) if self._main else 0
        top = max([main_height, *(i.sizeHint().height() for i in self._shown(self._lead))])
        if beside:
            top = max([top, *(i.sizeHint().height() for i in self._shown(self._tail))])
        left = inner.left() + lead
        if apply:
            above = max(0, (top - main_height) // 2)
            self._set_lead(QPoint(inner.left(), inner.top() + above), main_height)
            self._set_main(QRect(left, inner.top(), main_width, top), main_height)
        below = 0
        if beside and apply:
            self._set_row(self._tail, left + main_width + self.spacing(), inner.top(), top)
        if not beside:
            below = self._wrap_tail(QPoint(left, inner.top() + top), room, apply)
        margins = self.contentsMargins()
        return top + below + margins.top() + margins.bottom()

    def _enough_of(self, main: QLayoutItem) -> int:
        wanted = int(main.sizeHint().width() * self._enough)
        return max(wanted, main.minimumSize().width())

    def _set_lead(self, at: QPoint, main_height: int) -> None:
        """Let the middle of the lead be the middle of the first line of words, of however many."""
        line = min(main_height, self._first_line())
        for item in self._shown(self._lead):
            size = item.sizeHint()
            item.setGeometry(QRect(at + QPoint(0, (line - size.height() + 1) // 2), size))
            at += QPoint(size.width() + self.spacing(), 0)

    def _first_line(self) -> int:
        """Give the height of the first line of words in the main part."""
        widget = self._main.widget() if self._main else None
        if widget is None:
            return 0
        words = widget if isinstance(widget, QLabel) else widget.findChild(QLabel)
        return words.fontMetrics().height() if words else widget.sizeHint().height()

    def _set_main(self, cell: QRect, height: int) -> None:
        if self._main is not None:
            offset = max(0, (cell.height() - height) // 2)
            self._main.setGeometry(QRect(cell.left(), cell.top() + offset, cell.width(), height))

    def _set_row(self, items: list[QLayoutItem], x: int, y: int, height: int) -> None:
        for item in self._shown(items):
            size = item.sizeHint()
            offset = max(0, (height - size.height()) // 2)
            item.setGeometry(QRect(QPoint(x, y + offset), size))
            x += size.width() + self.spacing()

    def _wrap_tail(self, start: QPoint, room: int, apply: bool) -> int:
        """Put the tail below the main part, on as many lines as it takes; give the height added."""
        gap = max(2, self.spacing() // 2)
        y = gap if self._tail else 0
        for line in self._lines_of(room):
            height = max(size.height() for _, size in line)
            x = 0
            for item, size in line:
                offset = QPoint(x, y + (height - size.height()) // 2)
                if apply:
                    item.setGeometry(QRect(start + offset, size))
                x += size.width() + self.spacing()
            y += height + gap
        return max(0, y - gap)

    def _lines_of(self, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Break the tail into lines that fit the room."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = room + 1
        for item in self._shown(self._tail):
            size = item.sizeHint().boundedTo(QSize(max(room, 1), 100_000))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if not lines or used + size.width() > room:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return lines
