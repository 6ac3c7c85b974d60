"""Very many segments in square tiles: only what is in sight is drawn, and less from afar."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QLineF, QRectF
from PySide6.QtGui import QPainterPath

Segments = np.ndarray
"""Shape (n, 4): from x, y to x, y, in metres from an origin nearby."""


class Tiles:
    """Segments of several classes by square and class; what is drawn of a square is made once.

    A segment longer than a square is cut, so that none reaches over half a square beyond its own.
    """

    def __init__(self, segments: Segments, classes: np.ndarray, side: float) -> None:
        segments, classes = cut(segments, classes, side)
        middle = (segments[:, :2] + segments[:, 2:]) / 2
        column, row = np.floor(middle / side).astype(np.int64).T
        order = np.lexsort((classes, row, column))
        self._segments, self.side = segments[order], side
        self._places = runs(column[order], row[order], classes[order])
        self._lines: dict[tuple[int, int], list[QLineF]] = {}
        self._paths: dict[tuple[int, int], QPainterPath] = {}

    def seen(self, area: QRectF, kind: int) -> Iterator[tuple[int, int]]:
        """Give the runs of segments of a class whose squares may touch an area."""
        side = self.side
        west, east = (
            math.floor(x / side + d) for x, d in ((area.left(), -0.5), (area.right(), 0.5))
        )
        low, high = (
            math.floor(y / side + d) for y, d in ((area.top(), -0.5), (area.bottom(), 0.5))
        )
        if (east - west + 1) * (high - low + 1) > len(self._places):
            yield from self._among(west, east, low, high, kind)
            return
        for column in range(west, east + 1):
            for row in range(low, high + 1):
                if (run := self._places.get((column, row, kind))) is not None:
                    yield run

    def _among(
        self, west: int, east: int, low: int, high: int, kind: int
    ) -> Iterator[tuple[int, int]]:
        for (column, row, of), run in self._places.items():
            if of == kind and west <= column <= east and low <= row <= high:
                yield run

    def lines(self, run: tuple[int, int]) -> list[QLineF]:
        """Give a run as lines: drawn wide, they are far faster than a path."""
        if run not in self._lines:
            rows = self._segments[run[0] : run[1]].tolist()
            self._lines[run] = [QLineF(*row) for row in rows]
        return self._lines[run]

    def path(self, run: tuple[int, int]) -> QPainterPath:
        """Give a run as a path: drawn a pixel wide, it is faster than lines."""
        if run not in self._paths:
            self._paths[run] = path_of_segments(self._segments[run[0] : run[1]])
        return self._paths[run]


def runs(
    column: np.ndarray, row: np.ndarray, classes: np.ndarray
) -> dict[tuple[int, int, int], tuple[int, int]]:
    """Give where each square and class begins and ends, in columns sorted by them."""
    if not len(column):
        return {}
    keys = np.stack([column, row, classes.astype(np.int64)], axis=1)
    starts = np.flatnonzero(np.r_[True, (keys[1:] != keys[:-1]).any(axis=1)])
    ends = np.r_[starts[1:], len(keys)]
    spans = zip(starts.tolist(), ends.tolist(), strict=True)
    return {tuple(key): span for key, span in zip(keys[starts].tolist(), spans, strict=True)}


def cut(segments: Segments, classes: np.ndarray, side: float) -> tuple[Segments, np.ndarray]:
    """Cut segments that are longer than a square into parts of equal length."""
    along = segments[:, 2:] - segments[:, :2]
    parts = np.maximum(np.ceil(np.hypot(*along.T) / side), 1).astype(np.int64)
    if not len(segments) or parts.max() == 1:
        return segments, classes
    whose = np.repeat(np.arange(len(segments)), parts)
    which = np.arange(len(whose)) - np.repeat(np.cumsum(parts) - parts, parts)
    share = np.stack([which, which + 1], axis=1) / parts[whose, np.newaxis]
    begin, step = segments[whose, :2], along[whose]
    ends = [begin + share[:, [at]] * step for at in (0, 1)]
    return np.concatenate(ends, axis=1), classes[whose]


def thinned(segments: Segments, classes: np.ndarray, grain: float) -> tuple[Segments, np.ndarray]:
    """Give what is left where every end moves to the nearest corner of a grid of ``grain`` metres.

    Segments that shrink to a point go; of those that fall together one of the first class stays.
    """
    rounded = np.round(segments / grain).astype(np.int64)
    low = np.minimum(rounded[:, :2], rounded[:, 2:])  # either way along, it is the same line
    ends = np.where((rounded[:, :2] == low).all(axis=1)[:, None], rounded, rounded[:, [2, 3, 0, 1]])
    keep = (ends[:, :2] != ends[:, 2:]).any(axis=1)
    ends, left = ends[keep], classes[keep]
    if not len(ends):
        return np.empty((0, 4)), left
    order = np.lexsort((left, *ends.T))
    ends, left = ends[order], left[order]
    first = np.r_[True, (ends[1:] != ends[:-1]).any(axis=1)]
    return ends[first] * grain, left[first]


def path_of_segments(segments: Segments) -> QPainterPath:
    """Make a path of segments at one stroke, by the form in which Qt itself writes paths."""
    elements = np.empty(2 * len(segments), dtype=[("type", ">i4"), ("x", ">f8"), ("y", ">f8")])
    elements["type"] = np.tile([0, 1], len(segments))  # move there, draw a line from there
    elements["x"], elements["y"] = segments.reshape(-1, 2).T
    head, tail = np.array([len(elements)], ">i4"), np.zeros(2, ">i4")
    stream = QDataStream(QByteArray(head.tobytes() + elements.tobytes() + tail.tobytes()))
    path = QPainterPath()
    stream >> path
    return path
