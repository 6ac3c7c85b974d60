"""What stands where on the pages of a letter, settled before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from letters.maps.route_map import DrawnMap
from letters.printing.figures import Picture
from letters.printing.fonts import width
from letters.printing.lines import Line
from letters.printing.look import ACCENT, Type
from letters.printing.structure import Element
from letters.printing.tagging import TaggedCanvas


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of one element (or of none: an artifact), down from the baseline ``y``.

    ``right`` is the edge that lines end at, for text set to the right.
    """

    element: Element | None
    lines: tuple[Line, ...]
    kind: Type
    x: float
    y: float
    right: float | None = None

    def draw(self, canvas: TaggedCanvas) -> None:
        """Write the lines, each link as an element of its own inside this one."""
        if self.element is None:
            with canvas.artifact("Pagination"):
                for x, y, text, _ in self._runs():
                    canvas.text(x, y, text, self.kind)
            return
        for href, group in groupby(self._runs(), key=lambda run: run[3]):
            runs = list(group)
            element = self.element if href is None else self.element.child("Link")
            kind = self.kind if href is None else replace(self.kind, colour=ACCENT)
            with canvas.marked(element):
                for x, y, text, _ in runs:
                    canvas.text(x, y, text, kind)
            if href is not None:
                self._make_links(canvas, element, runs, href)

    def _runs(self) -> Iterator[tuple[float, float, str, str | None]]:
        """Give each run of characters with its place and where it leads."""
        y = self.y
        for line in self.lines:
            x = self._start(line)
            for span in line:
                yield x, y, span.text, span.href
                x += width(span.text, self.kind.bold, self.kind.size)
            y -= self.kind.leading

    def _start(self, line: Line) -> float:
        """Say where a line begins."""
        if self.right is None:
            return self.x
        text = "".join(span.text for span in line)
        return self.right - width(text.rstrip(), self.kind.bold, self.kind.size)

    def _make_links(
        self,
        canvas: TaggedCanvas,
        element: Element,
        runs: list[tuple[float, float, str, str | None]],
        href: str,
    ) -> None:
        """Underline a link and make it active, on each line it stands on."""
        size = self.kind.size
        for x, y, text, _ in runs:
            wide = width(text.rstrip(), self.kind.bold, size)
            with canvas.artifact():
                canvas.rule(x, y - 0.14 * size, wide, ACCENT)
            canvas.link(element, href, (x, y - 0.25 * size, x + wide, y + 0.9 * size))


@dataclass(frozen=True, slots=True)
class Box:
    """A filled ground; ``y`` is its lower edge."""

    x: float
    y: float
    width: float
    height: float
    colour: str

    def draw(self, canvas: TaggedCanvas) -> None:
        """Fill it, as an artifact."""
        with canvas.artifact():
            canvas.box(self.x, self.y, self.width, self.height, self.colour)


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line."""

    x: float
    y: float
    width: float
    colour: str
    weight: float = 0.6

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw it, as an artifact."""
        with canvas.artifact():
            canvas.rule(self.x, self.y, self.width, self.colour, self.weight)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline, leading to ``y``."""

    title: str
    level: int
    y: float

    def draw(self, canvas: TaggedCanvas) -> None:
        """Add it."""
        canvas.bookmark(self.title, self.level, self.y)


Placed = Text | Box | Rule | Bookmark | Picture | DrawnMap
