"""What stands on the glass of a map: the scale bar, grid north, what the lines are from."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintDevice, QPainter, QPainterPath, QPen

from gui.map.camera import Camera
from gui.map.look import Look
from gui.map.painting import veil


def round_length(most: float) -> float:
    """Give the longest of 1, 2 or 5 times a power of ten that is not over ``most`` metres."""
    power = 10 ** math.floor(math.log10(max(most, 1e-6)))
    return max(step * power for step in (1, 2, 5) if step * power <= most)


def scale_box(look: Look, scale: float, size: QSizeF) -> QRectF:
    """Give where the scale bar stands: at the lower left."""
    length = round_length(look.px(110) / scale) * scale
    base = size.height() - look.px(14)
    wide = max(length, look.px(46)) + look.px(12)
    return QRectF(look.px(6), base - look.px(24), wide, look.px(32))


def paint_scale(painter: QPainter, look: Look, scale: float, size: QSizeF) -> None:
    """Draw the scale bar, in metres or kilometres."""
    px, metres = look.px, round_length(look.px(110) / scale)
    box = scale_box(look, scale, size)
    left, base, length = box.left() + px(6), box.bottom() - px(8), metres * scale
    words = f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(veil(look))
    painter.drawRoundedRect(box, px(4), px(4))
    painter.setPen(QPen(look.colour("ink"), px(2)))
    painter.drawLine(QLineF(left, base, left + length, base))
    for x in (left, left + length):
        painter.drawLine(QLineF(x, base - px(4), x, base))
    painter.setFont(look.font(11))
    painter.drawText(QPointF(left, base - px(8)), words)


def north_box(look: Look, size: QSizeF) -> QRectF:
    """Give where the north point stands: at the lower right."""
    return QRectF(size.width() - look.px(34), size.height() - look.px(50), look.px(24), look.px(40))


def paint_north(painter: QPainter, look: Look, size: QSizeF) -> None:
    """Draw the arrow that points to grid north."""
    px, box = look.px, north_box(look, size)
    middle, top = box.center().x(), box.top() + px(4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(veil(look))
    painter.drawRoundedRect(box, px(4), px(4))
    arrow = QPainterPath(QPointF(middle, top))
    for across, down in ((px(6), px(17)), (0, px(13)), (-px(6), px(17))):
        arrow.lineTo(middle + across, top + down)
    arrow.closeSubpath()
    painter.setBrush(look.colour("ink"))
    painter.drawPath(arrow)
    painter.setPen(look.colour("ink"))
    painter.setFont(look.font(11, bold=True))
    words = QRectF(box.left(), top + px(17), box.width(), px(17))
    painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), "N")


def boxes_of(
    look: Look, words: str, camera: Camera, device: QPaintDevice | None = None
) -> list[QRectF]:
    """Give every box on the glass: scale bar, north point, and what the lines are from."""
    return [
        scale_box(look, camera.scale, camera.size),
        north_box(look, camera.size),
        source_box(look, words, camera, device),
    ]


def paint_cross(painter: QPainter, look: Look, size: QSizeF) -> None:
    """Draw the cross in the middle, at which the keyboard points."""
    x, y = size.width() / 2, size.height() / 2
    for token, width in (("map_casing", look.px(5)), ("ink", look.px(2))):
        painter.setPen(QPen(look.colour(token), width))
        for inner, outer in ((look.px(4), look.px(13)), (-look.px(4), -look.px(13))):
            painter.drawLine(QLineF(x + inner, y, x + outer, y))
            painter.drawLine(QLineF(x, y + inner, x, y + outer))


def source_box(
    look: Look, words: str, camera: Camera, device: QPaintDevice | None = None
) -> QRectF:
    """Give where it is said what the lines are from: between scale bar and north point, if room.

    The letters are those of a device that is painted on, of the screen without one.
    """
    size = camera.size
    left = scale_box(look, camera.scale, size).right() + look.px(6)
    right = north_box(look, size).left() - look.px(6)
    if not words or right - left < look.px(80):
        return QRectF()
    font = look.font(11)
    metrics = QFontMetricsF(font, device) if device else QFontMetricsF(font)
    wide = min(metrics.horizontalAdvance(words) + look.px(10), right - left)
    top = size.height() - metrics.height() - look.px(8)
    return QRectF(right - wide, top, wide, metrics.height() + look.px(2))


def paint_source(painter: QPainter, look: Look, words: str, box: QRectF) -> None:
    """Write what the lines are from, cut to its box."""
    if box.isEmpty():
        return
    metrics = QFontMetricsF(look.font(11), painter.device())
    room = box.width() - look.px(8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(veil(look))
    painter.drawRoundedRect(box, look.px(3), look.px(3))
    painter.setPen(look.colour("muted"))
    painter.setFont(look.font(11))
    said = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), said)
