"""How what lies on the land is painted: routes, marked stretches, places and their words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from gui.map.camera import Camera
from gui.map.labels import Wanted, place_words
from gui.map.look import Look, pen
from gui.map.scene import Layer, Line, Mark, Place
from gui.shapes import Shape, draw

STRETCH_SIGNS = {Layer.CLOSED: Shape.CROSS, Layer.UNSAFE: Shape.WARNING, Layer.ADDED: Shape.PLUS}
STRETCH_TOKENS = {Layer.CLOSED: "not_met", Layer.UNSAFE: "not_known", Layer.ADDED: "met"}
_DASHES = {Layer.CLOSED: [], Layer.UNSAFE: [2.0, 1.6], Layer.ADDED: [0.4, 1.8]}

RING_WIDTH, RING_DASHES = 1.5, (5.0, 4.0)
"""How the ring around what is within walking distance is drawn."""


def polygon(camera: Camera, line: Line) -> QPolygonF:
    """Give a line in pixels."""
    return QPolygonF([camera.pixel(east, north) for east, north in line])


def paint_line(
    painter: QPainter, look: Look, line: QPolygonF, token: str, width: float,
    dashes: Sequence[float] = (), cased: bool = True,
) -> None:  # fmt: skip
    """Draw a line over a casing, so that it stands off the streets without its colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if cased:
        painter.setPen(pen(look, "map_casing", look.px(width + 4)))
        painter.drawPolyline(line)
    made = pen(look, token, look.px(width))
    if dashes:
        made.setDashPattern(list(dashes))
    painter.setPen(made)
    painter.drawPolyline(line)


def paint_route(painter: QPainter, look: Look, line: QPolygonF) -> None:
    """Draw the route."""
    paint_line(painter, look, line, "map_route", 4)


def paint_other(painter: QPainter, look: Look, line: QPolygonF) -> None:
    """Draw another route that was measured."""
    paint_line(painter, look, line, "ink", 2.5, (3.0, 2.0))


def paint_stretch(painter: QPainter, look: Look, line: QPolygonF, layer: Layer) -> None:
    """Draw a stretch that is marked, its sign in the middle."""
    paint_line(painter, look, line, STRETCH_TOKENS[layer], 4, _DASHES[layer])
    if line.size():
        paint_sign(painter, look, middle_of(line), layer)


def paint_leg(painter: QPainter, look: Look, line: QPolygonF, layer: Layer) -> None:
    """Draw the straight way by which an added path is joined: thinner than the path itself."""
    paint_line(painter, look, line, STRETCH_TOKENS[layer], 2, (1.0, 2.0))


def paint_sign(painter: QPainter, look: Look, at: QPointF, layer: Layer) -> None:
    """Draw the sign of a stretch: a cross, a warning or a plus, that no colour need tell."""
    side = float(look.px(9))
    token = STRETCH_TOKENS[layer]
    painter.setPen(QPen(look.colour(token), look.px(1.6)))
    painter.setBrush(look.colour("surface"))
    painter.drawEllipse(at, side, side)
    inner = side * (0.62 if layer is not Layer.UNSAFE else 0.7)
    box = QRectF(at.x() - inner, at.y() - inner, 2 * inner, 2 * inner)
    draw(painter, STRETCH_SIGNS[layer], box, look.colour(token))


def middle_of(line: QPolygonF) -> QPointF:
    """Give the point half-way along a line."""
    points = list(line)
    steps = [b - a for a, b in zip(points, points[1:], strict=False)]
    lengths = [QPointF.dotProduct(step, step) ** 0.5 for step in steps]
    left = sum(lengths) / 2
    for start, step, length in zip(points, steps, lengths, strict=False):
        if left <= length and length > 0:
            return start + step * (left / length)
        left -= length
    return points[0]


def paint_mark(
    painter: QPainter, look: Look, mark: Mark, at: QPointF, lesser: bool = False
) -> None:
    """Draw a place in its own shape: a disc, a square, a square with a hole."""
    px, side = look.px, float(look.px(4 if lesser else 6))
    painter.setPen(QPen(look.colour("map_casing"), px(2)))
    painter.setBrush(look.colour("ink" if mark is Mark.HOME or lesser else "accent"))
    box = QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side)
    if mark is Mark.HOME:
        painter.drawEllipse(box)
    elif mark is Mark.SNAP:
        painter.drawEllipse(box.adjusted(px(3), px(3), -px(3), -px(3)))
    elif mark is Mark.GATE:
        painter.drawRoundedRect(box.adjusted(px(2), px(2), -px(2), -px(2)), px(1), px(1))
    else:
        painter.drawRoundedRect(box, px(2), px(2))
    if mark is Mark.SCHOOL:
        painter.setBrush(look.colour("map_casing"))
        inset = side * 0.66
        painter.drawRect(box.adjusted(inset, inset, -inset, -inset))


def paint_places(
    painter: QPainter, look: Look, camera: Camera, places: Sequence[Place], taken: Sequence[QRectF]
) -> list[QRectF | None]:
    """Draw places and their words, clear of what is taken; give where the words stand."""
    area = QRectF(QPointF(0, 0), camera.size)
    near = area.adjusted(-look.px(12), -look.px(12), look.px(12), look.px(12))
    spots = [(one, camera.pixel(one.easting, one.northing)) for one in places]
    spots = [(one, at) for one, at in spots if near.contains(at)]
    metrics, margin = QFontMetricsF(look.font(12), painter.device()), look.px(4)
    wanted = [
        Wanted(at, look.px(11), QSizeF(metrics.horizontalAdvance(one.words) + look.px(8),
                                       metrics.height()), one.needed)
        for one, at in spots
    ]  # fmt: skip
    for one, at in sorted(spots, key=lambda each: each[0].needed):
        paint_mark(painter, look, one.mark, at, lesser=not one.needed)
    half = look.px(4)
    marks = [QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half) for _, at in spots]
    named = [at for at, (one, _) in enumerate(spots) if one.words]
    boxes = place_words(
        [wanted[at] for at in named], area.adjusted(margin, margin, -margin, -margin),
        [*taken, *marks],
    )  # fmt: skip
    for at, box in zip(named, boxes, strict=True):
        if box is not None:
            paint_words(painter, look, spots[at][0].words, box)
    return boxes


def paint_words(painter: QPainter, look: Look, words: str, box: QRectF, bold: bool = False) -> None:
    """Write words on a ground that keeps them readable."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(veil(look))
    painter.drawRoundedRect(box, look.px(3), look.px(3))
    painter.setPen(look.colour("ink"))
    painter.setFont(look.font(12, bold))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


def veil(look: Look) -> QColor:
    """Give the ground of words over the map."""
    found = look.colour("surface")
    found.setAlpha(228)
    return found
