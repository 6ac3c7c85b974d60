"""The names of streets, written along them from close up, clear of everything else."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from gui.map.camera import Camera
from gui.map.look import Look
from gui.map.stamps import Stamps

CLOSE = 0.35
"""Pixels to a metre, at 100 %, from which names are written."""
APART = 260.0
"""The same name is not written again within so many pixels, at 100 %."""
LETTERS = 11
MOST = 120
"""So many of the longest lines in sight are tried."""


class StreetNames:
    """Names and the ends of the lines they belong to, shape (n, 4), in grid metres."""

    def __init__(self, words: Sequence[str], ends: np.ndarray) -> None:
        self.words, self._ends = words, ends
        self._middle = (ends[:, :2] + ends[:, 2:]) / 2
        self._length = np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1])
        self._stamps = Stamps()

    def in_sight(self, seen: QRectF) -> list[int]:
        """Give the lines whose middles are seen, the longest first."""
        east, north = self._middle.T
        inside = (east > seen.left()) & (east < seen.right())
        inside &= (north > seen.top()) & (north < seen.bottom())
        found = np.flatnonzero(inside)
        return found[np.argsort(-self._length[found], kind="stable")][:MOST].tolist()

    def paint(
        self, painter: QPainter, look: Look, camera: Camera, taken: Sequence[QRectF]
    ) -> list[str]:
        """Write the names for which there is room; give those written."""
        if camera.scale < CLOSE * look.px(100) / 100:
            return []
        metrics = QFontMetricsF(look.font(LETTERS), painter.device())
        area, full = QRectF(QPointF(0, 0), camera.size), list(taken)
        written: list[tuple[str, QPointF]] = []
        for at in self.in_sight(camera.seen()):
            words, wide = self.words[at], metrics.horizontalAdvance(self.words[at])
            middle, angle = self._spot(at, camera, look)
            box = around(middle, wide, metrics.height(), angle)
            if wide > self._length[at] * camera.scale or not area.contains(box):
                continue
            if any(box.intersects(other) for other in full) or is_near(
                words, middle, written, look.px(APART)
            ):
                continue
            self._write(painter, look, words, middle, angle, QSizeF(wide, metrics.height()))
            full.append(box)
            written.append((words, middle))
        return [words for words, _ in written]

    def _write(
        self, painter: QPainter, look: Look, words: str, middle: QPointF, angle: float, size: QSizeF
    ) -> None:
        """Write one name, from its picture where it has been on the screen before."""
        colours = (look.colour(tone).rgba() for tone in ("map_ground", "muted"))
        looks = (words, look.font(LETTERS).key(), *colours)
        rim = QSizeF(2 * look.px(3), 2 * look.px(3))
        self._stamps.set_down(
            painter, looks, size + rim, middle, angle,
            lambda on, at, turned: paint_name(on, look, words, at, turned),
        )  # fmt: skip

    def _spot(self, at: int, camera: Camera, look: Look) -> tuple[QPointF, float]:
        """Give where a name stands, just above its line, and at which angle, never upside down."""
        west, south, east, north = self._ends[at].tolist()
        if (east, north) < (west, south):
            west, south, east, north = east, north, west, south
        angle = -math.degrees(math.atan2(north - south, east - west))
        off, turn = look.px(10), math.radians(angle)
        middle = camera.pixel(*self._middle[at].tolist())
        return middle + QPointF(math.sin(turn) * off, -math.cos(turn) * off), angle


def is_near(words: str, at: QPointF, written: Sequence[tuple[str, QPointF]], apart: float) -> bool:
    """Say whether the same name stands near already."""
    return any(
        words == other and (at - there).manhattanLength() < apart for other, there in written
    )


def around(middle: QPointF, wide: float, high: float, angle: float) -> QRectF:
    """Give the box around words that are turned."""
    turn = QTransform().translate(middle.x(), middle.y()).rotate(angle)
    return turn.mapRect(QRectF(-wide / 2, -high / 2, wide, high))


def paint_name(painter: QPainter, look: Look, words: str, middle: QPointF, angle: float) -> None:
    """Write a name with a rim of the ground's colour, so that a line beneath does not cross it."""
    font = look.font(LETTERS)
    metrics, path = QFontMetricsF(font, painter.device()), QPainterPath()
    down = (metrics.ascent() - metrics.descent()) / 2
    path.addText(QPointF(-metrics.horizontalAdvance(words) / 2, down), font, words)
    painter.save()
    painter.translate(middle)
    painter.rotate(angle)
    painter.strokePath(path, QPen(look.colour("map_ground"), look.px(3)))
    painter.fillPath(path, look.colour("muted"))
    painter.restore()
