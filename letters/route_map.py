"""A route drawn over its network, as vectors: places, a scale bar, and north up."""

from __future__ import annotations

from dataclasses import dataclass

from letters.blocks import MapLine, MapMark
from letters.figures import Points, corners_of, ring
from letters.fonts import width as text_width
from letters.look import ACCENT, INK, LINE, NOTICE, PAPER, Type
from letters.structure import Element
from letters.tagging import TaggedCanvas

MARGIN = 26.0
"""Points kept clear around what is drawn, for labels, scale and north."""

LEAST_METRES = 200.0
"""The least width of ground shown, so that a short route does not fill the page."""

CLOSED = "#9B2618"
ORDER = ("way", "other", "closed", "route")
STROKES: dict[str, tuple[str, float, tuple[float, ...]]] = {
    "way": (LINE, 0.7, ()),
    "other": (INK, 1.2, (4, 3)),
    "closed": (CLOSED, 1.8, (1.5, 2.5)),
    "route": (ACCENT, 2.6, ()),
}
"""How each kind of line is drawn: colour, weight and dashes, so that none relies on hue alone."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How ground becomes paper: a corner of the ground in metres, and points to a metre."""

    west: float
    south: float
    scale: float
    x: float
    y: float

    def place(self, points: Points) -> Points:
        """Put points of the ground on the paper."""
        return tuple(
            (self.x + (east - self.west) * self.scale, self.y + (north - self.south) * self.scale)
            for east, north in points
        )


def frame_of(points: Points, x: float, y: float, width: float, height: float) -> Frame:
    """Fit points of the ground, in metres, into an area of the page, in its middle."""
    easts, norths = [east for east, _ in points], [north for _, north in points]
    wide = max(max(easts) - min(easts), LEAST_METRES)
    high = max(max(norths) - min(norths), LEAST_METRES)
    scale = min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / high)
    west = (min(easts) + max(easts) - width / scale) / 2
    south = (min(norths) + max(norths) - height / scale) / 2
    return Frame(west, south, scale, x, y)


def bar_metres(scale: float, room: float) -> int:
    """Choose the length of a scale bar: the longest of 1, 2 or 5 times ten that fits ``room``."""
    fitting = [
        n * 10**power for power in range(6) for n in (1, 2, 5) if n * 10**power * scale <= room
    ]
    return max(fitting, default=1)


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """A route map set in an area of the page: x and y its lower left corner, in points."""

    element: Element
    lines: tuple[MapLine, ...]
    marks: tuple[MapMark, ...]
    x: float
    y: float
    width: float
    height: float
    small: Type

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw network, route, places, scale bar and north point as one figure."""
        frame = frame_of(self._ground(), self.x, self.y, self.width, self.height)
        self.element.box = (self.x, self.y, self.x + self.width, self.y + self.height)
        with canvas.marked(self.element):
            canvas.box(self.x, self.y, self.width, self.height, PAPER)
            with canvas.clipped(self.x, self.y, self.width, self.height):
                self._lines(canvas, frame)
            for mark in self.marks:
                self._mark(canvas, frame, mark)
            self._scale_bar(canvas, frame.scale)
            self._north(canvas)
            edge = corners_of(self.x, self.y, self.width, self.height)
            canvas.path(edge, LINE, 0.6, closed=True)

    def _ground(self) -> Points:
        """Give the ground that must be seen: the routes and places, not all the network."""
        shown = [point for line in self.lines if line.kind != "way" for point in line.points]
        return (*shown, *(mark.at for mark in self.marks)) or ((0.0, 0.0),)

    def _lines(self, canvas: TaggedCanvas, frame: Frame) -> None:
        for line in sorted(self.lines, key=lambda each: ORDER.index(each.kind)):
            colour, weight, dash = STROKES[line.kind]
            if len(line.points) > 1:
                canvas.path(frame.place(line.points), colour, weight, dash=dash)

    def _mark(self, canvas: TaggedCanvas, frame: Frame, mark: MapMark) -> None:
        """Draw a place: a ring for home, a square for a school or its gate, and its label."""
        ((x, y),) = frame.place((mark.at,))
        if mark.kind == "home":
            canvas.path(ring(x, y, 5), INK, 1.5, closed=True, fill=PAPER)
        else:
            canvas.path(corners_of(x - 4.5, y - 4.5, 9, 9), INK, 1.5, closed=True, fill=NOTICE)
        wide = text_width(mark.label, self.small.bold, self.small.size)
        fits = x + 10 + wide <= self.x + self.width - 4
        left = x + 9 if fits else max(self.x + 4, x - 9 - wide)
        canvas.box(left - 1.5, y + 3, wide + 3, self.small.size + 3, PAPER)
        canvas.text(left, y + 6, mark.label, self.small)

    def _scale_bar(self, canvas: TaggedCanvas, scale: float) -> None:
        """Draw a bar of a round length at the lower left."""
        metres = bar_metres(scale, self.width / 4)
        label = f"{metres} m" if metres < 1000 else f"{metres // 1000} km"
        x, y = self.x + 10, self.y + 10
        canvas.box(
            x - 3, y - 4, metres * scale + 12 + text_width(label, False, self.small.size), 16, PAPER
        )
        canvas.path(
            ((x, y + 4), (x, y), (x + metres * scale, y), (x + metres * scale, y + 4)), INK, 1.2
        )
        canvas.text(x + metres * scale + 5, y, label, self.small)

    def _north(self, canvas: TaggedCanvas) -> None:
        """Draw an arrow to grid north at the upper right."""
        x, y = self.x + self.width - 16, self.y + self.height - 34
        arrow = ((x, y + 16), (x - 5, y), (x, y + 4), (x + 5, y))
        canvas.path(arrow, INK, 1.0, closed=True, fill=INK)
        wide = text_width("N", True, self.small.size)
        canvas.text(x - wide / 2, y + 19, "N", self.small)
