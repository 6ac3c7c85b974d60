"""The school year as a bar: filled while help lasts, outlined once the case is looked at again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import theme
from rules.quantities import day_in_words


class Timeline(QWidget):
    """Three days as a bar: first day of travel, last of help, end of the school year."""

    def __init__(self, start: date, last: date, end: date) -> None:
        super().__init__()
        self._start, self._last, self._end = start, last, end
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = f"From {day_in_words(start)} until {day_in_words(last)}"
        self.setAccessibleName(f"{words}; the school year ends on {day_in_words(end)}")
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        """Give room for the bar and the days below it."""
        metrics = QFontMetrics(theme().font(12))
        return QSize(theme().px(320), theme().px(22) + metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Let the bar grow narrow."""
        return QSize(theme().px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, then the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, wide = theme().px, float(self.width() - 2)
        days = max(1, (self._end - self._start).days)
        until = 1 + wide * min(1.0, ((self._last - self._start).days + 1) / days)
        top, high = float(px(5)), float(px(9))
        self._draw_bar(painter, QRectF(1, top, wide, high), until)
        self._draw_days(painter, until, int(top + high + px(4)))

    def _draw_bar(self, painter: QPainter, whole: QRectF, until: float) -> None:
        px, radius = theme().px, whole.height() / 2
        if self._last < self._end:
            painter.setPen(QPen(theme().colour("muted"), max(1.0, px(12) / 10)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            rest = QRectF(until + px(3), whole.top(), whole.right() - until - px(3), whole.height())
            painter.drawRoundedRect(rest, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("met"))
        helped = QRectF(whole.left(), whole.top(), until - whole.left(), whole.height())
        painter.drawRoundedRect(helped, radius, radius)

    def _draw_days(self, painter: QPainter, until: float, top: int) -> None:
        painter.setFont(theme().font(12))
        painter.setPen(theme().colour("muted"))
        metrics, high = QFontMetrics(theme().font(12)), self.height() - top
        first, last, end = (f"{day.day} {day:%b}" for day in (self._start, self._last, self._end))
        painter.drawText(QRectF(0, top, self.width(), high), int(Qt.AlignmentFlag.AlignLeft), first)
        left_end = metrics.horizontalAdvance(first) + theme().px(12)
        right_start = self.width() - metrics.horizontalAdvance(end) - theme().px(12)
        half = metrics.horizontalAdvance(last) / 2
        if self._last < self._end:
            right = Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(0, top, self.width(), high), int(right), end)
        at = min(max(until, left_end + half), right_start - half)
        if self._last >= self._end:
            at = self.width() - half
        place = QRectF(at - half - 2, top, 2 * half + 4, high)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignHCenter), last)
