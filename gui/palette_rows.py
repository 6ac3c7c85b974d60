"""How one action looks in the palette: its words, its group, and its keys at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.actions import Entry
from gui.theme import theme

ENTRY = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class EntryDelegate(QStyledItemDelegate):
    """Draws an action; the one that Enter would do is filled."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give the height of a row."""
        return QSize(theme().px(120), QFontMetrics(theme().font()).height() + theme().px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the words, the group and the keys."""
        entry, chosen = index.data(ENTRY), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("selected"))
            painter.drawRoundedRect(QRectF(option.rect), theme().px(4), theme().px(4))
        area = QRectF(option.rect).adjusted(theme().px(10), 0, -theme().px(10), 0)
        words = theme().colour("on_selected" if chosen else "ink")
        aside = theme().colour("on_selected" if chosen else "muted")
        self._draw(painter, entry, area, words, aside)
        painter.restore()

    @staticmethod
    def _draw(painter: QPainter, entry: Entry, area: QRectF, words: QColor, aside: QColor) -> None:
        font, small = theme().font(), theme().font(12)
        painter.setFont(font)
        painter.setPen(words)
        painter.drawText(area, _LEFT, entry.words)
        painter.setFont(small)
        painter.setPen(aside)
        painter.drawText(area, _RIGHT, entry.keys)
        left = QFontMetrics(font).horizontalAdvance(entry.words) + theme().px(12)
        painter.drawText(area.adjusted(left, 0, 0, 0), _LEFT, entry.group)
