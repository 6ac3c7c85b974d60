"""Which view shows a whole area, no mark of it lying under what stands on the glass of the map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product

from PySide6.QtCore import QMarginsF, QRectF, QSizeF

from gui.map.camera import Camera, showing

Point = tuple[float, float]
Glass = Callable[[Camera], Sequence[QRectF]]
"""Gives the boxes, in pixels, that stand over a view."""


def fitted(
    area: QRectF, size: QSizeF, marks: Sequence[Point], glass: Glass, edge: float, around: float
) -> Camera:
    """Give the closest view of all of an area that keeps its marks clear of the glass.

    Sides are kept free, ``edge`` pixels of each, only as far as it takes. A mark is clear where it
    lies ``around`` pixels from every box; where no view is so, the one that hides fewest is given.
    """
    best: tuple[int, float] | None = None
    found = showing(area, size)
    for left, top, right, bottom in product((0.0, edge), repeat=4):
        camera = inside(area, size, QMarginsF(left, top, right, bottom))
        under = hidden(camera, marks, glass(camera), around)
        if best is None or (-under, camera.scale) > best:
            best, found = (-under, camera.scale), camera
    return found


def inside(area: QRectF, size: QSizeF, margins: QMarginsF) -> Camera:
    """Give the view that shows an area within margins."""
    room = QRectF(0, 0, size.width(), size.height()).marginsRemoved(margins)
    camera = replace(showing(area, room.size()), size=size)
    off = room.center() - QRectF(0, 0, size.width(), size.height()).center()
    east, north = camera.east - off.x() / camera.scale, camera.north + off.y() / camera.scale
    return replace(camera, east=east, north=north)


def hidden(camera: Camera, marks: Sequence[Point], boxes: Sequence[QRectF], around: float) -> int:
    """Count the marks that lie under a box or too near to one."""
    wide = [box.adjusted(-around, -around, around, around) for box in boxes if not box.isEmpty()]
    spots = [camera.pixel(*mark) for mark in marks]
    return sum(any(box.contains(spot) for box in wide) for spot in spots)
