"""The pictures of Easy Read on a page, and the shapes that figures are drawn with."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from letters.easy_read.symbols import SYMBOLS, Disc, Shape
from letters.maps.canvas import MapCanvas, Points
from letters.printing.look import ACCENT, INK
from letters.printing.structure import Element

GRID = 48.0
"""The side of the square that symbols are drawn in."""


def ring(x: float, y: float, radius: float, corners: int = 40) -> Points:
    """Give a circle as the corners of a polygon."""
    turns = (2 * pi * n / corners for n in range(corners))
    return tuple((x + radius * cos(turn), y + radius * sin(turn)) for turn in turns)


def corners_of(x: float, y: float, wide: float, high: float) -> Points:
    """Give the corners of a rectangle whose lower left one is (x, y)."""
    return ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))


@dataclass(frozen=True, slots=True)
class Picture:
    """A symbol set in a square of ``size`` points whose lower left corner is (x, y)."""

    element: Element
    symbol: str
    x: float
    y: float
    size: float

    def draw(self, canvas: MapCanvas) -> None:
        """Draw it as the content of its figure."""
        self.element.box = (self.x, self.y, self.x + self.size, self.y + self.size)
        with canvas.marked(self.element):
            for shape in SYMBOLS[self.symbol].shapes:
                fill = ACCENT if shape.filled else None
                closed = isinstance(shape, Disc) or shape.closed
                canvas.path(self._points(shape), INK, 2.2 * self._scale, closed=closed, fill=fill)

    @property
    def _scale(self) -> float:
        return self.size / GRID

    def _points(self, shape: Shape) -> Points:
        if isinstance(shape, Disc):
            x, y = self._place(shape.x, shape.y)
            return ring(x, y, shape.radius * self._scale)
        return tuple(self._place(*point) for point in shape.points)

    def _place(self, x: float, y: float) -> tuple[float, float]:
        return self.x + x * self._scale, self.y + y * self._scale
