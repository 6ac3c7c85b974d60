"""A route map on a web page: the same drawing as on paper, as SVG with its words beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

from letters.blocks import RouteMap
from letters.maps.canvas import Points
from letters.maps.frame import ground_of, height_for
from letters.maps.route_map import DrawnMap, foot_height
from letters.printing import fonts
from letters.printing.look import STANDARD, Type
from letters.printing.structure import Element

WIDE, LEAST, MOST = 640.0, 300.0, 520.0
"""The width of the drawing and the bounds of its map's height, in units of its own."""


def drawn_map(block: RouteMap) -> Iterator[str]:
    """Give the lines of markup of a map; screen readers are told what it shows in words.

    Raises FontsMissing: the words on it are measured before they are placed.
    """
    fonts.load()
    small = STANDARD.footer
    foot = foot_height(block.lines, small, WIDE)
    high = height_for(ground_of(block.lines, block.marks), WIDE, LEAST, MOST) + foot
    canvas = SvgCanvas(high)
    DrawnMap(Element("Figure"), block.lines, block.marks, 0, 0, WIDE, high, small).draw(canvas)
    yield f'<svg viewBox="0 0 {WIDE:g} {high:.2f}" role="img" aria-label="{escape(block.alt)}">'
    yield from canvas.parts
    yield "</svg>"


class SvgCanvas:
    """Collects the parts of an SVG drawing; what comes in has y growing upwards."""

    def __init__(self, height: float) -> None:
        self.parts: list[str] = []
        self._height = height

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Draw the content of an element; the drawing is one figure already."""
        yield

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Draw only what lies within a rectangle."""
        inner = f'x="{x:.2f}" y="{self._height - y - height:.2f}"'
        size = f'width="{width:.2f}" height="{height:.2f}"'
        view = f'viewBox="{x:.2f} {self._height - y - height:.2f} {width:.2f} {height:.2f}"'
        self.parts.append(f"<svg {inner} {size} {view}>")
        yield
        self.parts.append("</svg>")

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        at = f'x="{x:.2f}" y="{self._height - y - height:.2f}"'
        self.parts.append(f'<rect {at} width="{width:.2f}" height="{height:.2f}" fill="{colour}"/>')

    def text(self, x: float, y: float, text: str, kind: Type) -> None:
        """Write one run of characters from ``x`` on the baseline ``y``."""
        at = f'x="{x:.2f}" y="{self._height - y:.2f}" font-size="{kind.size:g}"'
        self.parts.append(f'<text {at} fill="{kind.colour}">{escape(text)}</text>')

    def path(
        self,
        points: Points,
        colour: str,
        weight: float,
        *,
        closed: bool = False,
        fill: str | None = None,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a line through points, and fill what it encloses where ``fill`` is a colour."""
        self._path(self._through(points) + ("Z" if closed else ""), colour, weight, fill, dash)

    def paths(self, lines: tuple[Points, ...], colour: str, weight: float) -> None:
        """Draw many lines alike, as one path."""
        self._path("".join(map(self._through, lines)), colour, weight, None, ())

    def _through(self, points: Points) -> str:
        return "M" + "L".join(f"{x:.2f} {self._height - y:.2f}" for x, y in points)

    def _path(
        self, way: str, colour: str, weight: float, fill: str | None, dash: tuple[float, ...]
    ) -> None:
        dashes = f' stroke-dasharray="{" ".join(f"{each:g}" for each in dash)}"' if dash else ""
        ink = f'fill="{fill or "none"}" stroke="{colour}" stroke-width="{weight:g}"'
        self.parts.append(f'<path d="{way}" {ink}{dashes}/>')
