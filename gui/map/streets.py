"""The streets and paths of a whole network, drawn as fast as they are moved about."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from casework.maps.of_store import Passes
from gui.map.look import Look, fast_pen
from gui.map.tiles import Segments, Tiles, thinned

Point = tuple[float, float]
TILE = 500.0
"""The side of a square in metres, close up: a view of a walk touches a few dozen."""
CLOSE = 0.22
"""Pixels to a metre from which every segment is drawn as it is: 5 km across 1,100 pixels."""
GRAINS = (8.0, 32.0, 128.0)
"""What ends are rounded to from farther off, in metres; about a pixel and a half."""
PATHS_UNTIL = 16.0
"""The coarsest grain, in metres, at which paths are drawn: from farther off they hide the roads."""
DASHED, DOTTED = 0.45, 0.15
"""Pixels to a metre down to which paths are dashed, then dotted: from farther off dots are dust."""
STREET_AFAR, PATH_AFAR, CONTRAST_AFAR = 150, 80, 140
"""How much of its colour a street has from afar, and a path, of 255; a path in high contrast."""
MANY = 25_000
"""More segments than this are drawn with hard edges; from so far off nobody sees it."""
ORDER = (Passes.NOBODY, Passes.ON_FOOT, Passes.ALL, Passes.VEHICLES)


class Streets:
    """Segments in grid metres with a ``Passes`` for each. ``prepare`` may run in any thread."""

    def __init__(self, segments: Segments, passes: np.ndarray) -> None:
        self.count = len(segments)
        low = segments.reshape(-1, 2).min(axis=0) if self.count else np.zeros(2)
        high = segments.reshape(-1, 2).max(axis=0) if self.count else np.zeros(2)
        # Metres from an origin nearby: what is drawn keeps some seven digits only.
        self.origin = tuple(np.round((low + high) / 2, -3).tolist())
        self.box = QRectF(*low.tolist(), *(high - low).tolist())
        self._segments, self._passes = segments - np.tile(self.origin, 2), passes
        self.classes = frozenset(np.unique(passes).tolist())
        self._levels: dict[float, Tiles] = {}
        self._level(0.0)

    @classmethod
    def of_lines(cls, lines: Sequence[Sequence[Point]], passes: Passes = Passes.ALL) -> Streets:
        """Make streets of lines, all of one class."""
        pairs = [
            (*start, *end) for line in lines for start, end in zip(line, line[1:], strict=False)
        ]
        segments = np.array(pairs, dtype=np.float64).reshape(-1, 4)
        return cls(segments, np.full(len(segments), int(passes)))

    def prepare(self) -> Streets:
        """Make what is drawn from afar, which takes a moment."""
        for grain in GRAINS:
            self._level(grain)
        return self

    def _level(self, grain: float) -> Tiles:
        if grain not in self._levels:
            if grain == 0.0:
                made = Tiles(self._segments, self._passes, TILE)
            else:
                rough = thinned(self._segments, self._passes, grain)
                made = Tiles(*rough, side=TILE * grain / 4)
            self._levels[grain] = made
        return self._levels[grain]

    def paint(
        self, painter: QPainter, seen: QRectF, scale: float, pens: Sequence[tuple[int, QPen]]
    ) -> int:
        """Draw what is seen, an area in metres from the origin; give how many runs were drawn."""
        grain = grain_at(scale)
        tiles, drawn = self._level(grain), 0
        for kind, pen in pens:
            found = list(tiles.seen(seen, kind))
            drawn += len(found)
            painter.setPen(pen)
            if grain == 0.0 and (pen.widthF() > 1 or pen.style() is not Qt.PenStyle.SolidLine):
                for run in found:
                    painter.drawLines(tiles.lines(run))
                continue
            many = sum(end - start for start, end in found) > MANY
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, not many)
            for run in found:
                painter.drawPath(tiles.path(run))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return drawn


def grain_at(scale: float) -> float:
    """Give what ends are rounded to at a scale, 0 where every segment is drawn as it is."""
    if scale >= CLOSE:
        return 0.0
    return max((grain for grain in GRAINS if grain * scale <= 1.8), default=GRAINS[0])


def pens_at(
    look: Look, scale: float, hidden: frozenset[int] = frozenset()
) -> list[tuple[int, QPen]]:
    """Give the pens of a network at a scale, what is drawn first in front."""
    found: list[tuple[int, QPen]] = []
    for kind in ORDER:
        path = kind in (Passes.ON_FOOT, Passes.NOBODY)
        if kind in hidden or (path and not paths_drawn(scale)):
            continue
        if kind is Passes.VEHICLES:
            close = scale >= CLOSE
            found.append((kind, fast_pen(look, "not_known", look.px(5 if close else 2))))
            if close:  # a line down its middle tells it from a street without its colour
                found.append((kind, fast_pen(look, "map_ground", look.px(2))))
        else:
            found.append((kind, path_pen(look, kind, scale) if path else street_pen(look, scale)))
    return found


def paths_drawn(scale: float) -> bool:
    """Say whether paths are drawn at a scale; from farther off they hide the roads."""
    return grain_at(scale) <= PATHS_UNTIL


def street_pen(look: Look, scale: float) -> QPen:
    """Give the pen of a street: from afar a stronger colour makes up for a thinner line."""
    close, contrast = scale >= CLOSE, is_contrast(look)
    wide = look.px(1) if contrast or not close else look.px(2) if scale < 1 else look.px(3)
    made = fast_pen(look, "map_street" if close or contrast else "field_line", wide)
    return made if close or contrast else fainter(made, STREET_AFAR)


def path_pen(look: Look, kind: Passes, scale: float) -> QPen:
    """Give the pen of a path: dashed close up, then dotted, from afar fainter than a street."""
    made = fast_pen(look, "map_street" if is_contrast(look) else "field_line", look.px(1))
    if scale < DOTTED:
        return fainter(made, CONTRAST_AFAR if is_contrast(look) else PATH_AFAR)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    far = scale < DASHED
    made.setDashPattern([1, 4] if kind is Passes.NOBODY else [1.5, 2.5] if far else [4, 3])
    return made


def is_contrast(look: Look) -> bool:
    """Say whether this is the palette of high contrast, whose streets are grey on black."""
    return look.colour("map_ground") == Qt.GlobalColor.black


def fainter(made: QPen, alpha: int) -> QPen:
    """Let the ground shine through a pen."""
    colour = made.color()
    colour.setAlpha(alpha)
    made.setColor(colour)
    return made
