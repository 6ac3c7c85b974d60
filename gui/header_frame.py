"""Where Back, the headers and the ribbon stand at the top of the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from gui.fields.line_layout import LineLayout


class FrameLayout(LineLayout):
    """Back, the headers and the ribbon, side by side; in a narrow window the headers take all.

    Then Back and the ribbon lie over the ends of the headers' first line, which is kept clear.
    """

    def __init__(self, frame: QWidget, back: QWidget, headers: QWidget, ribbon: QWidget) -> None:
        super().__init__(frame, 16, (24, 12, 24, 12))
        for part in (headers, back, ribbon):
            self.addWidget(part)
        self.is_narrow = False

    def edges(self) -> tuple[int, int]:
        """Give the width that Back and the ribbon take, each with its gap."""
        back, ribbon = (
            0 if item.isEmpty() else item.sizeHint().width() + self.spacing()
            for item in self._items[1:]
        )
        return back, ribbon

    def _place(self, rect: QRect, apply: bool) -> int:
        """Lay the three out within ``rect``, for real only when told; give the height used."""
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        headers, back, ribbon = self._items
        left, right = self.edges()
        room = inner if self.is_narrow else inner.adjusted(left, 0, -right, 0)
        ends = [item.sizeHint() for item in (back, ribbon) if not item.isEmpty()]
        least = max((size.height() for size in ends), default=0)
        high = max(headers.heightForWidth(room.width()), least)
        if apply:
            headers.setGeometry(QRect(room.topLeft(), QSize(room.width(), high)))
            first = least if self.is_narrow else high
            for item, right_of in ((back, False), (ribbon, True)):
                size = item.sizeHint()
                x = inner.left() + inner.width() - size.width() if right_of else inner.left()
                y = inner.top() + max(0, first - size.height()) // 2
                item.setGeometry(QRect(QPoint(x, y), size))
        return high + margins.top() + margins.bottom()
