"""The header of a page: its title, what it is about, and chips or buttons beside them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from gui.fields.elided import Elided
from gui.fields.layout import show_if
from gui.fields.line_layout import LineLayout
from gui.fields.words import Words

ENOUGH = 0.5
"""The share of its words that a line must keep for something to stand at its end."""


class Title(Words):
    """A heading that stays on one line as long as there is room for it."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "heading")

    def sizeHint(self) -> QSize:
        """Give the width of the whole text; Qt would break it early, as a paragraph."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, super().heightForWidth(width))

    def width_in(self, room: int) -> int:
        """Give the least width that breaks the title into no more lines than the room does."""
        whole = self.sizeHint().width()
        if whole <= room:
            return whole
        most = max(room, 1)
        least, high = self.minimumSizeHint().width(), self.heightForWidth(most)
        while least < most:
            half = (least + most) // 2
            if self.heightForWidth(half) > high:
                least = half + 1
            else:
                most = half
        return most


class HeadLayout(LineLayout):
    """Title and what stands beside it, then what it is about; the others at the right or below.

    ``edges`` keep the first line clear of what lies over it at the left and the right.
    """

    def __init__(self, parent: QWidget, title: Title, beside: Words, about: Elided) -> None:
        super().__init__(parent, 16, 0)
        self._title, self._about_words = title, about
        for part in (title, beside, about):
            self.addWidget(part)
        self.edges = (0, 0)

    def _place(self, rect: QRect, apply: bool) -> int:
        """Lay everything out within ``rect``, for real only when told; give the height used."""
        tail = self._shown(self._items[3:])
        wide = sum(item.sizeHint().width() + self.spacing() for item in tail)
        if self._about_words.elides:
            return self._place_narrow(rect, tail, wide, apply)
        left = rect.width() - wide
        beside = left >= self._wanted() * 0.7
        high = self._words(rect, left if beside else rect.width(), apply)
        if not beside:
            return high + self._wrap(tail, rect, rect.top() + high, apply)
        high = max([high, *(item.sizeHint().height() for item in tail)])
        if apply:
            self._row(tail, QPoint(rect.left() + left + self.spacing(), rect.top()), high)
        return high

    def _wanted(self) -> int:
        hints = [item.sizeHint().width() for item in self._shown(self._items[:3])]
        return max(sum(hints[:-1]) if len(hints) > 2 else 0, *hints, 1)

    def _words(self, rect: QRect, width: int, apply: bool) -> int:
        """Place title and about one below the other; give their height."""
        high = self._first_line(rect, width, apply)
        about = self._items[2]
        if about.isEmpty():
            return high
        below = about.heightForWidth(width)
        if apply:
            about.setGeometry(QRect(rect.left(), rect.top() + high + 2, width, below))
        return high + 2 + below

    def _first_line(self, rect: QRect, width: int, apply: bool) -> int:
        """Place the title and what stands beside it, on its last line; give their height."""
        title, beside = self._items[:2]
        size = beside.sizeHint() if not beside.isEmpty() else QSize(0, 0)
        gap = self.spacing() // 2 if size.width() else 0
        across = self._title.width_in(width - size.width() - gap)
        high = max(self._title.heightForWidth(across), size.height())
        if apply:
            title.setGeometry(QRect(rect.left(), rect.top(), across, high))
            corner = QPoint(rect.left() + across + gap, rect.top() + high - size.height())
            beside.setGeometry(QRect(corner, size))
        return high

    def _place_narrow(self, rect: QRect, tail: list[QLayoutItem], wide: int, apply: bool) -> int:
        """Let the first line keep clear of its edges, and what follows take the whole width."""
        left, right = self.edges
        first = rect.adjusted(left, 0, -right, 0)
        high = self._first_line(first, first.width(), apply) + 2
        about, y = self._items[2], rect.top() + high
        if about.isEmpty():
            return high + self._wrap(tail, rect, y, apply)
        room, line = rect.width() - wide, about.sizeHint().height()
        if wide and room < about.sizeHint().width() * ENOUGH:
            if apply:
                about.setGeometry(QRect(rect.left(), y, rect.width(), line))
            return high + line + self._wrap(tail, rect, y + line, apply)
        line = max([line, *(item.sizeHint().height() for item in tail)])
        if apply:
            about.setGeometry(QRect(rect.left(), y, room, line))
            self._row(tail, QPoint(rect.left() + room + self.spacing(), y), line)
        return high + line

    def _row(self, items: list[QLayoutItem], start: QPoint, high: int) -> None:
        for item in items:
            size = item.sizeHint()
            item.setGeometry(QRect(start + QPoint(0, max(0, high - size.height()) // 2), size))
            start += QPoint(size.width() + self.spacing(), 0)

    def _wrap(self, items: list[QLayoutItem], rect: QRect, top: int, apply: bool) -> int:
        """Put items below, on as many lines as it takes; give the height added."""
        y, gap = top, self.spacing() // 2
        for line in self._lines_of(items, rect.width()):
            high = max(item.sizeHint().height() for item in line)
            if apply:
                self._row(line, QPoint(rect.left(), y + gap), high)
            y += gap + high
        return y - top

    def _lines_of(self, items: list[QLayoutItem], room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = -1
        for item in items:
            width = item.sizeHint().width()
            if width > left or not lines:
                lines.append([])
                left = room
            lines[-1].append(item)
            left -= width + self.spacing()
        return lines


class Header(QWidget):
    """The words at the top that stay: a title, what it is about, and chips or figures beside it."""

    def __init__(self, title: str, about: str = "", beside: str = "") -> None:
        super().__init__()
        self.title, self.beside = Title(title), Words(beside, "muted", wrap=False)
        self.about = Elided(about, elides=False)
        self._line = HeadLayout(self, self.title, self.beside, self.about)
        show_if(self.beside, beside)
        show_if(self.about, about)

    def add(self, *widgets: QWidget) -> None:
        """Put chips, clocks or buttons beside the words."""
        for widget in widgets:
            self._line.addWidget(widget)

    def show_words(self, title: str, about: str = "", beside: str = "") -> None:
        """Show other words."""
        self.title.show_words(title)
        self.about.show_words(about)
        self.beside.show_words(beside)

    def set_narrow(self, narrow: bool, left: int = 0, right: int = 0) -> None:
        """With little room, cut what it is about, and keep the first line clear of its edges."""
        self.about.set_elides(narrow)
        edges = (left, right) if narrow else (0, 0)
        if edges != self._line.edges:
            self._line.edges = edges
            self._line.invalidate()
            self.updateGeometry()
