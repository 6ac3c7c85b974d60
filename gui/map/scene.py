"""What a map shows: streets, water, places and a route, as tuples of grid metres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

Point = tuple[float, float]
Line = Sequence[Point]
TILE = 500.0
"""The side of a tile in metres: a view of a walk touches a few dozen."""


class Mark(StrEnum):
    """What a place is; each is drawn in a shape of its own."""

    HOME = "home"
    GATE = "gate"
    SCHOOL = "school"
    SNAP = "snap"


@dataclass(frozen=True, slots=True)
class Place:
    """One place on the map: easting and northing in metres, what it is, and its words."""

    mark: Mark
    easting: float
    northing: float
    words: str = ""


@dataclass(frozen=True)
class MapScene:
    """Everything a map shows. ``in_words`` is the same for those who do not see it."""

    streets: Sequence[Line] = ()
    water: Sequence[Line] = ()
    places: Sequence[Place] = ()
    route: Line = ()
    in_words: str = ""
    fit: Sequence[Point] = field(default=())

    def extent(self) -> QRectF:
        """Give the rectangle to begin with: ``fit``, else route and places, else the streets."""
        points = list(self.fit) or [
            *self.route,
            *((place.easting, place.northing) for place in self.places),
        ]
        points = points or [point for line in self.streets for point in line]
        if not points:
            return QRectF(0, 0, 1000, 1000)
        east, north = [point[0] for point in points], [point[1] for point in points]
        rect = QRectF(min(east), min(north), max(east) - min(east), max(north) - min(north))
        margin = max(rect.width(), rect.height(), 200.0) * 0.16
        return rect.adjusted(-margin, -margin, margin, margin)


Tiles = tuple[tuple[QRectF, QPainterPath], ...]
"""Batches of lines, each with the rectangle it lies in."""


def tiles_of(lines: Sequence[Line], origin: Point) -> Tiles:
    """Batch lines into square tiles, one path each, in metres from ``origin``.

    Metres from an origin nearby, since a path is drawn with some seven digits. A segment goes
    whole into the tile of its middle, so a tile's rectangle may reach over its square.
    """
    tiles: dict[tuple[int, int], QPainterPath] = {}
    for line in lines:
        last: tuple[tuple[int, int], Point] | None = None
        for start, end in zip(line, line[1:], strict=False):
            middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
            key = (int(middle[0] // TILE), int(middle[1] // TILE))
            path = tiles.setdefault(key, QPainterPath())
            if last != (key, start):
                path.moveTo(start[0] - origin[0], start[1] - origin[1])
            path.lineTo(end[0] - origin[0], end[1] - origin[1])
            last = (key, end)
    return tuple((_around(path), path) for path in tiles.values())


def _around(path: QPainterPath) -> QRectF:
    """Give the rectangle of a path, a metre wide at least: a flat one would touch nothing."""
    return path.controlPointRect().adjusted(-1, -1, 1, 1)


def path_of(line: Line, origin: Point) -> QPainterPath:
    """Make one path of a line, in metres from ``origin``."""
    path = QPainterPath()
    for at, (east, north) in enumerate(line):
        step = path.lineTo if at else path.moveTo
        step(east - origin[0], north - origin[1])
    return path
