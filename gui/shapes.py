"""Shapes drawn as vectors on a grid of 16 by 16, since fonts lack them; a word stands by each."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

Points = tuple[tuple[float, float], ...]


class Shape(StrEnum):
    """Every shape of the program: the four of a finding first, then the icons."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_KNOWN = "not_known"
    OFFICER = "officer"
    CASES = "cases"
    APPEALS = "appeals"
    POLICY = "policy"
    MAP = "map"
    REPORTS = "reports"
    RECORDS = "records"
    SETTINGS = "settings"
    SEARCH = "search"
    BACK = "back"
    CLOSED = "closed"
    OPEN = "open"
    PLUS = "plus"
    MINUS = "minus"
    FIT = "fit"
    CROSS = "cross"
    INFO = "info"
    WARNING = "warning"
    LETTER = "letter"
    KEY = "key"
    COPY = "copy"
    TICK = "tick"


_LINES: dict[Shape, tuple[Points, ...]] = {
    Shape.MET: (((4.8, 8.2), (7.1, 10.5), (11.3, 5.7)),),
    Shape.NOT_MET: (((5, 8), (11, 8)),),
    Shape.TICK: (((3.5, 8.4), (6.7, 11.6), (12.5, 5)),),
    Shape.OFFICER: (),
    Shape.CASES: (((3, 3.5), (13, 3.5)), ((3, 8), (13, 8)), ((3, 12.5), (9, 12.5))),
    Shape.APPEALS: (
        ((8, 2.5), (8, 13.5)),
        ((3, 4.5), (13, 4.5)),
        ((1.5, 9.5), (3, 4.5), (4.5, 9.5), (1.5, 9.5)),
        ((11.5, 9.5), (13, 4.5), (14.5, 9.5), (11.5, 9.5)),
        ((5, 13.5), (11, 13.5)),
    ),
    Shape.POLICY: (
        ((8, 4), (8, 13.5)),
        ((8, 4), (2, 2.5), (2, 12), (8, 13.5)),
        ((8, 4), (14, 2.5), (14, 12), (8, 13.5)),
    ),
    Shape.MAP: (
        ((2, 4), (6, 2.5), (10, 4), (14, 2.5), (14, 12), (10, 13.5), (6, 12), (2, 13.5), (2, 4)),
        ((6, 2.5), (6, 12)),
        ((10, 4), (10, 13.5)),
    ),
    Shape.REPORTS: (((3, 13), (3, 8)), ((8, 13), (8, 3)), ((13, 13), (13, 6))),
    Shape.RECORDS: (
        ((2.5, 2.5), (13.5, 2.5), (13.5, 13.5), (2.5, 13.5), (2.5, 2.5)),
        ((2.5, 8), (13.5, 8)),
        ((6.5, 5.2), (9.5, 5.2)),
        ((6.5, 10.8), (9.5, 10.8)),
    ),
    Shape.SETTINGS: (((2, 5), (14, 5)), ((2, 11), (14, 11)), ((5, 3), (5, 7)), ((11, 9), (11, 13))),
    Shape.SEARCH: (((10.3, 10.3), (14, 14)),),
    Shape.BACK: (((13, 8), (3, 8)), ((7, 4), (3, 8), (7, 12))),
    Shape.CLOSED: (((6, 4), (10, 8), (6, 12)),),
    Shape.OPEN: (((4, 6), (8, 10), (12, 6)),),
    Shape.PLUS: (((8, 3), (8, 13)), ((3, 8), (13, 8))),
    Shape.MINUS: (((3, 8), (13, 8)),),
    Shape.FIT: (
        ((2.5, 6), (2.5, 2.5), (6, 2.5)),
        ((10, 2.5), (13.5, 2.5), (13.5, 6)),
        ((13.5, 10), (13.5, 13.5), (10, 13.5)),
        ((6, 13.5), (2.5, 13.5), (2.5, 10)),
    ),
    Shape.CROSS: (((4, 4), (12, 12)), ((12, 4), (4, 12))),
    Shape.INFO: (((8, 7.4), (8, 11.5)), ((8, 4.9), (8, 5.0))),
    Shape.WARNING: (
        ((8, 2), (14.5, 13.5), (1.5, 13.5), (8, 2)),
        ((8, 6.4), (8, 9.8)),
        ((8, 11.6), (8, 11.7)),
    ),
    Shape.LETTER: (
        ((2, 3.5), (14, 3.5), (14, 12.5), (2, 12.5), (2, 3.5)),
        ((2, 4), (8, 9), (14, 4)),
    ),
    Shape.KEY: (((7.2, 8), (14, 8), (14, 11)), ((11, 8), (11, 10.5))),
    Shape.COPY: (
        ((5, 5), (13.5, 5), (13.5, 13.5), (5, 13.5), (5, 5)),
        ((10.5, 2.5), (2.5, 2.5), (2.5, 10.5)),
    ),
}

_CIRCLES: dict[Shape, tuple[tuple[float, float, float], ...]] = {
    Shape.MET: ((8, 8, 6.6),),
    Shape.NOT_MET: ((8, 8, 6.6),),
    Shape.NOT_KNOWN: ((8, 8, 6.4),),
    Shape.OFFICER: ((8, 4.9, 2.9),),
    Shape.SEARCH: ((6.8, 6.8, 4.5),),
    Shape.INFO: ((8, 8, 6.6),),
    Shape.KEY: ((4.6, 8, 2.7),),
}


@cache
def path_of(shape: Shape) -> QPainterPath:
    """Give the outline of a shape on the 16 by 16 grid, to be stroked."""
    path = QPainterPath()
    for x, y, radius in _CIRCLES.get(shape, ()):
        path.addEllipse(QPointF(x, y), radius, radius)
    for points in _LINES.get(shape, ()):
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
    if shape is Shape.OFFICER:
        path.moveTo(2.6, 14.2)
        path.arcTo(QRectF(2.6, 9.4, 10.8, 9.6), 180, -180)
    return path


def pen_of(shape: Shape, colour: QColor) -> QPen:
    """Give the pen of a shape; what is not known is dashed."""
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if shape is Shape.NOT_KNOWN:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.7, 1.45])
    return pen


def draw(painter: QPainter, shape: Shape, rect: QRectF, colour: QColor) -> None:
    """Draw a shape to fill a square rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 16, rect.height() / 16)
    painter.setPen(pen_of(shape, colour))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path_of(shape))
    painter.restore()
