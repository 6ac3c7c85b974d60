"""How a map is painted: ground, water, streets, route, places, scale bar and north."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QTransform

from gui.map.scene import Mark, Place, Tiles
from gui.theme import theme


def pen(token: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Make a pen whose width is in pixels of the screen, whatever the scale of the map."""
    made = QPen(theme().colour(token), width, style)
    made.setCosmetic(True)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


def paint_tiles(painter: QPainter, tiles: Tiles, seen: QRectF) -> int:
    """Draw the tiles that touch what is seen; give how many that were."""
    paths = [path for around, path in tiles if around.intersects(seen)]
    for path in paths:
        painter.drawPath(path)
    return len(paths)


def paint_route(painter: QPainter, path: QPainterPath) -> None:
    """Draw the route over a casing, so that it stands off the streets without its colour."""
    painter.setPen(pen("map_casing", theme().px(8)))
    painter.drawPath(path)
    painter.setPen(pen("accent", theme().px(4)))
    painter.drawPath(path)


def paint_place(painter: QPainter, place: Place, at: QPointF) -> None:
    """Draw a place in its own shape, with its words on a ground that keeps them readable."""
    px = theme().px
    painter.setPen(QPen(theme().colour("map_casing"), px(2)))
    painter.setBrush(theme().colour("ink" if place.mark is Mark.HOME else "accent"))
    side = float(px(6))
    box = QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side)
    if place.mark is Mark.HOME:
        painter.drawEllipse(box)
    elif place.mark is Mark.SNAP:
        painter.drawEllipse(box.adjusted(px(3), px(3), -px(3), -px(3)))
    else:
        painter.drawRoundedRect(box, px(2), px(2))
    if place.mark is Mark.SCHOOL:
        painter.setBrush(theme().colour("map_casing"))
        painter.drawRect(box.adjusted(px(4), px(4), -px(4), -px(4)))
    _paint_words(painter, place.words, QPointF(at.x() + side + px(5), at.y()))


def _paint_words(painter: QPainter, words: str, left: QPointF) -> None:
    if not words:
        return
    font = theme().font(12)
    metrics = QFontMetrics(font)
    box = QRectF(0, 0, metrics.horizontalAdvance(words) + theme().px(8), metrics.height())
    box.moveTopLeft(QPointF(left.x() - theme().px(2), left.y() - metrics.height() / 2))
    edge = painter.device().width() - theme().px(4)
    if box.right() > edge:
        box.moveRight(left.x() - theme().px(20))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_veil())
    painter.drawRoundedRect(box, theme().px(3), theme().px(3))
    painter.setPen(theme().colour("ink"))
    painter.setFont(font)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


def _veil() -> QColor:
    veil = theme().colour("surface")
    veil.setAlpha(225)
    return veil


def round_length(most: float) -> float:
    """Give the longest of 1, 2 or 5 times a power of ten that is not over ``most`` metres."""
    power = 10 ** math.floor(math.log10(max(most, 1e-6)))
    return max(step * power for step in (1, 2, 5) if step * power <= most)


def paint_scale(painter: QPainter, view: QTransform, height: int) -> None:
    """Draw the scale bar at the lower left, in metres or kilometres."""
    px = theme().px
    metres = round_length(px(110) / abs(view.m11()))
    length = metres * abs(view.m11())
    left, base = float(px(12)), float(height - px(14))
    words = f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"
    font = theme().font(11)
    box = QRectF(left - px(6), base - px(24), max(length, px(40)) + px(12), px(32))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_veil())
    painter.drawRoundedRect(box, px(4), px(4))
    painter.setPen(QPen(theme().colour("ink"), px(2)))
    painter.drawLine(QLineF(left, base, left + length, base))
    for x in (left, left + length):
        painter.drawLine(QLineF(x, base - px(4), x, base))
    painter.setFont(font)
    painter.drawText(QPointF(left, base - px(8)), words)


def paint_north(painter: QPainter, width: int, height: int) -> None:
    """Draw the arrow that points to grid north, at the lower right."""
    px = theme().px
    middle, top = float(width - px(22)), float(height - px(46))
    box = QRectF(middle - px(12), top - px(4), px(24), px(40))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_veil())
    painter.drawRoundedRect(box, px(4), px(4))
    arrow = QPainterPath(QPointF(middle, top))
    for across, down in ((px(6), px(17)), (0, px(13)), (-px(6), px(17))):
        arrow.lineTo(middle + across, top + down)
    arrow.closeSubpath()
    painter.setBrush(theme().colour("ink"))
    painter.drawPath(arrow)
    painter.setPen(theme().colour("ink"))
    painter.setFont(theme().font(11, bold=True))
    words = QRectF(box.left(), top + px(17), box.width(), px(17))
    painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), "N")
