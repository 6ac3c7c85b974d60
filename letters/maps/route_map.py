"""A route drawn over its network, as vectors: places, and below a scale bar, north and a key."""

from __future__ import annotations

from dataclasses import dataclass

from letters.blocks import MapLine, MapMark
from letters.maps.canvas import MapCanvas, Points
from letters.maps.frame import Frame, frame_of, ground_of, thinned
from letters.maps.labels import boxes_of
from letters.maps.signs import ORDER, SAID, STROKES, along, place, stroke
from letters.printing.figures import corners_of
from letters.printing.fonts import width as text_width
from letters.printing.look import INK, LINE, PAPER, Type
from letters.printing.structure import Element

GAP = 11.0
"""Points between one sign of the key and the next."""

SAMPLE = 20.0
"""How long a line is drawn in the key, in points."""

BAR = 0.16
"""The most that the scale bar takes of the map's width."""

CLOSE = 5_000
"""From so many points on the network around is drawn with thinner lines."""

SMALL_PRINT = 9.0
"""The size of letters, in points, beside which signs and lines have the size they are given in."""

NORTH = "grid north"


def bar_metres(scale: float, room: float) -> int:
    """Choose the length of a scale bar: the longest of 1, 2 or 5 times ten that fits ``room``."""
    fitting = [
        n * 10**power for power in range(6) for n in (1, 2, 5) if n * 10**power * scale <= room
    ]
    return max(fitting, default=1)


def bar_words(metres: int) -> str:
    """Write the length of a scale bar: ``500 m``, ``2 km``."""
    return f"{metres} m" if metres < 1000 else f"{metres // 1000} km"


def kinds_in(lines: tuple[MapLine, ...]) -> tuple[str, ...]:
    """Give the kinds of line on a map, in the order of the key."""
    there = {line.kind for line in lines}
    return tuple(kind for kind in SAID if kind in there)


def lead(small: Type, width: float) -> float:
    """Give how much of the first row scale bar and north point take, at the most."""
    words = text_width("500 m", small.bold, small.size) + text_width(NORTH, small.bold, small.size)
    return width * BAR + 17 + words + 2 * GAP


def key_rows(kinds: tuple[str, ...], small: Type, width: float) -> list[list[str]]:
    """Part the key into rows; the first stands beside the scale bar and the north point."""
    rows: list[list[str]] = [[]]
    used = lead(small, width)
    for kind in kinds:
        wide = SAMPLE + 4 + text_width(SAID[kind], small.bold, small.size)
        if used + wide > width:
            rows.append([])
            used = 0.0
        rows[-1].append(kind)
        used += wide + GAP
    return rows


def foot_height(lines: tuple[MapLine, ...], small: Type, width: float) -> float:
    """Give the height of what stands below the map: scale bar, north point and key."""
    return len(key_rows(kinds_in(lines), small, width)) * (small.size + 6) + 2


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """A route map set in an area of the page: x and y its lower left corner, in points.

    The area holds the map and, below it, the scale bar, the north point and the key.
    """

    element: Element
    lines: tuple[MapLine, ...]
    marks: tuple[MapMark, ...]
    x: float
    y: float
    width: float
    height: float
    small: Type

    @property
    def _times(self) -> float:
        """How much larger than in small print lines and signs are drawn: twice at the most."""
        return max(1.0, min(2.0, self.small.size / SMALL_PRINT))

    def draw(self, canvas: MapCanvas) -> None:
        """Draw network, route, places, scale bar, north point and key as one figure."""
        foot = foot_height(self.lines, self.small, self.width)
        y, high = self.y + foot, self.height - foot
        frame = frame_of(ground_of(self.lines, self.marks), self.x, y, self.width, high)
        self.element.box = (self.x, self.y, self.x + self.width, self.y + self.height)
        with canvas.marked(self.element):
            canvas.box(self.x, y, self.width, high, PAPER)
            with canvas.clipped(self.x, y, self.width, high):
                self._lines(canvas, frame, high)
            self._places(canvas, frame, high)
            canvas.path(corners_of(self.x, y, self.width, high), LINE, 0.6, closed=True)
            self._foot(canvas, frame.scale, y)

    def _lines(self, canvas: MapCanvas, frame: Frame, high: float) -> None:
        ways = tuple(line.points for line in self.lines if line.kind == "way")
        if thin := thinned(ways, frame, self.width, high):
            colour, weight, _ = STROKES["way"]
            # Where streets lie close, thinner lines stay as faint as a few of them are.
            close = sum(len(line) for line in thin) > CLOSE
            canvas.paths(tuple(thin), colour, weight * 0.55 if close else weight)
        for line in sorted(self.lines, key=lambda each: ORDER.index(each.kind)):
            if line.kind != "way" and len(line.points) > 1:
                stroke(canvas, line.kind, _plain(frame.place(line.points)), self._times)

    def _places(self, canvas: MapCanvas, frame: Frame, high: float) -> None:
        """Draw the signs of all places, then their names on paper of their own."""
        within = (self.x, frame.y, self.x + self.width, frame.y + high)
        at = frame.place(tuple(mark.at for mark in self.marks))
        shown = [
            (mark, (x, y))
            for mark, (x, y) in zip(self.marks, at, strict=True)
            if within[0] < x < within[2] and within[1] < y < within[3]
        ]
        for mark, (x, y) in shown:
            place(canvas, mark.kind, x, y, self._times)
        named = [(mark.label, where) for mark, where in shown]
        drawn = tuple(
            at
            for line in self.lines
            if line.kind in ("route", "closed", "added") and len(line.points) > 1
            for at in along(frame.place(line.points), 6.0)
        )
        boxes = boxes_of(named, self.small, drawn, within, self._times)
        for (label, _), (left, low, right, upper) in zip(named, boxes, strict=True):
            canvas.box(left, low, right - left, upper - low, PAPER)
            canvas.text(left + 2, low + 3.2, label, self.small)

    def _foot(self, canvas: MapCanvas, scale: float, top: float) -> None:
        """Draw scale bar, north point and key in rows below the map."""
        step = self.small.size + 6
        y = top - step
        self._north(canvas, self._scale_bar(canvas, scale, y), y)
        x = self.x + lead(self.small, self.width)
        for row in key_rows(kinds_in(self.lines), self.small, self.width):
            for kind in row:
                middle = y + self.small.size * 0.35
                stroke(canvas, kind, ((x, middle), (x + SAMPLE, middle)), self._times)
                canvas.text(x + SAMPLE + 4, y, SAID[kind], self.small)
                x += SAMPLE + 4 + text_width(SAID[kind], self.small.bold, self.small.size) + GAP
            x, y = self.x, y - step

    def _scale_bar(self, canvas: MapCanvas, scale: float, y: float) -> float:
        """Draw a bar of a round length; give where it ends."""
        metres = bar_metres(scale, self.width * BAR)
        label = bar_words(metres)
        end = self.x + 1 + metres * scale
        canvas.path(((self.x + 1, y + 5), (self.x + 1, y), (end, y), (end, y + 5)), INK, 1.2)
        canvas.text(end + 5, y, label, self.small)
        return end + 5 + text_width(label, self.small.bold, self.small.size) + GAP

    def _north(self, canvas: MapCanvas, x: float, y: float) -> None:
        """Draw an arrow to grid north, which is up."""
        arrow = ((x + 4, y + 10), (x, y - 1), (x + 4, y + 1.5), (x + 8, y - 1))
        canvas.path(arrow, INK, 0.8, closed=True, fill=INK)
        canvas.text(x + 12, y, NORTH, self.small)


def _plain(points: Points) -> Points:
    """Round points of the paper to a hundredth, finer than any printer draws."""
    return tuple((round(x, 2), round(y, 2)) for x, y in points)


__all__ = ["DrawnMap", "bar_metres", "bar_words", "foot_height", "frame_of"]
