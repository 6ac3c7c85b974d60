"""Which part of the land is seen, and how large: its middle, and how many pixels to a metre."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

CLOSEST, FARTHEST = 8.0, 0.002
"""Pixels to a metre, nearest and farthest."""


@dataclass(frozen=True, slots=True)
class Camera:
    """A view of a size in pixels; north is up."""

    east: float
    north: float
    scale: float
    size: QSizeF

    def transform(self, origin: tuple[float, float] = (0.0, 0.0)) -> QTransform:
        """Give what turns metres from an origin into pixels."""
        move = QTransform.fromTranslate(origin[0] - self.east, origin[1] - self.north)
        turn = QTransform.fromScale(self.scale, -self.scale)
        half = QTransform.fromTranslate(self.size.width() / 2, self.size.height() / 2)
        return move * turn * half

    def pixel(self, east: float, north: float) -> QPointF:
        """Give where a place is drawn."""
        across, up = (east - self.east) * self.scale, (north - self.north) * self.scale
        return QPointF(self.size.width() / 2 + across, self.size.height() / 2 - up)

    def metres(self, at: QPointF) -> tuple[float, float]:
        """Give the easting and northing of a pixel."""
        across, down = at.x() - self.size.width() / 2, at.y() - self.size.height() / 2
        return self.east + across / self.scale, self.north - down / self.scale

    def seen(self, origin: tuple[float, float] = (0.0, 0.0)) -> QRectF:
        """Give what is seen, in metres from an origin."""
        wide, high = self.size.width() / self.scale, self.size.height() / self.scale
        left, low = self.east - origin[0] - wide / 2, self.north - origin[1] - high / 2
        return QRectF(left, low, wide, high)


def showing(area: QRectF, size: QSizeF) -> Camera:
    """Give the view of a size that shows all of an area."""
    wide, high = max(size.width(), 1), max(size.height(), 1)
    scale = min(wide / max(area.width(), 1), high / max(area.height(), 1))
    middle = area.center()
    return Camera(middle.x(), middle.y(), within(scale), size)


def within(scale: float) -> float:
    """Keep a scale between the nearest and the farthest."""
    return min(CLOSEST, max(FARTHEST, scale))
