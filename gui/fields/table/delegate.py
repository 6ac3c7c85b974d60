"""How a cell of a list is drawn: its shape, its word, a hairline below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.fields.table.model import MUTED, SIGN
from gui.outcomes import Sign
from gui.shapes import draw
from gui.theme import theme

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Draws cells in the theme's colours. The chosen row is filled, the current one ringed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give the height of a row."""
        height = QFontMetrics(theme().font()).height() + theme().px(14)
        return QSize(theme().px(80), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, theme().colour("selected"))
        painter.setPen(QPen(theme().colour("line"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        self._draw_words(painter, option.rect, index, chosen)
        painter.restore()

    def _draw_words(self, painter: QPainter, cell: QRect, index: Index, chosen: bool) -> None:
        px, sign = theme().px, index.data(SIGN)
        area = cell.adjusted(px(8), 0, -px(8), 0)
        colour = self._colour(sign, bool(index.data(MUTED)), chosen)
        if sign is not None:
            side = px(15)
            top = area.center().y() - side / 2 + 0.5
            draw(painter, sign.shape, QRectF(area.left(), top, side, side), colour)
            area.setLeft(area.left() + px(21))
        font = theme().font(bold=chosen and index.column() == 0)
        painter.setFont(font)
        painter.setPen(colour)
        words = QFontMetrics(font).elidedText(
            index.data(), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), words)

    @staticmethod
    def _colour(sign: Sign | None, muted: bool, chosen: bool) -> QColor:
        if chosen:
            return theme().colour("on_selected")
        if sign is not None:
            return theme().colour(sign.tone)
        return theme().colour("muted" if muted else "ink")
