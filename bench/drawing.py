"""Drawing the map of a county against plain QPainter, as ratios in one run.

Run with ``python -m bench.drawing``; nothing here decides a test. The
county is generated. Each figure is the best of several rounds, drawn into an image of 1280 x 800.
Plain QPainter draws the same segments with one call and the same pens, found by no index.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtWidgets import QApplication

from bench.networks_made import made_up
from bench.rows import Row
from geography.drawing import Drawing, drawing_of
from gui.map.camera import Camera
from gui.map.look import ScreenLook
from gui.map.names import StreetNames
from gui.map.streets import Streets, pens_at

WIDE, HIGH, ROUNDS = 1280, 800, 9
VIEWS = (2_000.0, 10_000.0, 60_000.0)


def main() -> None:
    """Print what was measured."""
    for row in rows():
        print(row.line())


def rows() -> list[Row]:
    """Measure the load of a county and three views of it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    drawing = drawing_of(made_up("generated county", 260, 160))
    begin = time.perf_counter()
    streets = Streets(drawing.segments, drawing.passes).prepare()
    load = (time.perf_counter() - begin) * 1e3
    found = [Row(f"{streets.count:,} segments made ready, off the GUI thread", load, "ms")]
    for metres in VIEWS:
        ours, plain, everything, count = view(drawing, streets, metres)
        what = f"a view {metres / 1000:g} km wide, {count:,} segments in it"
        goal = "16 ms" if metres == VIEWS[0] else ""
        found.append(Row(what, ours, "ms", "the same segments, plain QPainter", plain, goal))
        found.append(Row(what, ours, "ms", "the whole county, plain QPainter", everything))
    found.extend(of_names(drawing, streets))
    del app
    return found


def of_names(drawing: Drawing, streets: Streets) -> list[Row]:
    """Write the names of the streets of the closest view, and set them down again as one pans."""
    segments, scale = drawing.segments[::3], WIDE / VIEWS[0]
    names = StreetNames([f"Street {at // 40}" for at in range(len(segments))], segments)
    east, north = streets.box.center().toTuple()
    camera = Camera(east, north, scale, QSizeF(WIDE, HIGH))
    look, plain = ScreenLook(), QTransform()
    first = best(plain, lambda painter: names.paint(painter, look, camera, []), rounds=1)
    again = best(plain, lambda painter: names.paint(painter, look, camera, []))
    return [
        Row("the names of its streets, written first", first, "ms"),
        Row("the names of its streets, as one pans", again, "ms"),
    ]


def view(drawing: Drawing, streets: Streets, metres: float) -> tuple[float, float, float, int]:
    """Draw one view by ours, by plain QPainter its segments alone, and by plain QPainter all."""
    scale = WIDE / metres
    east, north = streets.box.center().toTuple()
    area = QRectF(-metres / 2, -metres * HIGH / WIDE / 2, metres, metres * HIGH / WIDE)
    area.translate(QPointF(east - streets.origin[0], north - streets.origin[1]))
    turn = QTransform.fromTranslate(-area.center().x(), -area.center().y())
    turn *= QTransform.fromScale(scale, -scale) * QTransform.fromTranslate(WIDE / 2, HIGH / 2)
    local = drawing.segments - np.tile(streets.origin, 2)
    inside = within(local, area)
    by_class = [(kind, pen, local[inside & (drawing.passes == kind)], local[drawing.passes == kind])
                for kind, pen in pens_at(ScreenLook(), scale)]  # fmt: skip
    few = [(pen, [QLineF(*row) for row in rows.tolist()]) for _, pen, rows, _ in by_class]
    all_of_them = [(pen, [QLineF(*row) for row in rows.tolist()]) for _, pen, _, rows in by_class]
    pens = pens_at(ScreenLook(), scale)
    return (
        best(turn, lambda painter: streets.paint(painter, area, scale, pens)),
        best(turn, lambda painter: plain(painter, few)),
        best(turn, lambda painter: plain(painter, all_of_them)),
        int(inside.sum()),
    )


def within(segments: np.ndarray, area: QRectF) -> np.ndarray:
    """Say which segments touch an area, by the boxes around them."""
    low, high = (
        np.minimum(segments[:, :2], segments[:, 2:]),
        np.maximum(segments[:, :2], segments[:, 2:]),
    )
    across = (low[:, 0] <= area.right()) & (high[:, 0] >= area.left())
    return across & (low[:, 1] <= area.bottom()) & (high[:, 1] >= area.top())


def plain(painter: QPainter, batches: list) -> None:
    """Draw batches of lines, each with its pen."""
    for pen, lines in batches:
        painter.setPen(pen)
        painter.drawLines(lines)


def best(turn: QTransform, draw: Callable[[QPainter], object], rounds: int = ROUNDS) -> float:
    """Give the best of several rounds of drawing, in milliseconds."""
    image, least = QImage(WIDE, HIGH, QImage.Format.Format_ARGB32_Premultiplied), float("inf")
    for _ in range(rounds):
        image.fill(0xFFECEAE5)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(turn)
        begin = time.perf_counter()
        draw(painter)
        least = min(least, time.perf_counter() - begin)
        painter.end()
    return least * 1e3


if __name__ == "__main__":
    main()
