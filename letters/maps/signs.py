"""The signs of a route map: how each kind of line and each place is drawn, and said in words."""

from __future__ import annotations

from letters.maps.canvas import MapCanvas, Points
from letters.printing.figures import corners_of, ring
from letters.printing.look import ACCENT, INK, LINE, MUTED, NOTICE, PAPER

CLOSED = "#9B2618"
ADDED = "#1B6239"

ORDER = ("way", "snap", "other", "route", "added", "closed")
"""In which order the kinds of line are drawn: what is marked by officers lies uppermost."""

STROKES: dict[str, tuple[str, float, tuple[float, ...]]] = {
    "way": (LINE, 0.5, ()),
    "snap": (INK, 0.9, (1, 2)),
    "other": (MUTED, 1.3, (5, 3)),
    "route": (ACCENT, 2.8, ()),
    "added": (ADDED, 1.6, ()),
    "closed": (CLOSED, 1.6, ()),
}
"""How each kind is drawn: colour, weight, dashes. Closed lines bear crosses, added ones rings."""

SAID = {
    "route": "the route",
    "other": "another way measured",
    "closed": "closed or unsafe",
    "added": "path added",
    "snap": "to the network",
    "way": "the network",
}
"""What the key says of each kind of line, in the key's order; places bear their names."""


def stroke(canvas: MapCanvas, kind: str, points: Points, times: float = 1.0) -> None:
    """Draw a line of a kind: it differs by weight, dashes or marks, never by colour alone.

    ``times`` is how much larger than in small print it is drawn.
    """
    colour, weight, dash = STROKES[kind]
    canvas.path(points, colour, weight * times, dash=tuple(each * times for each in dash))
    for x, y in along(points, 9.0 * times) if kind in ("closed", "added") else ():
        if kind == "closed":
            arm = 2.6 * times
            canvas.path(((x - arm, y - arm), (x + arm, y + arm)), colour, 1.2 * times)
            canvas.path(((x - arm, y + arm), (x + arm, y - arm)), colour, 1.2 * times)
        else:
            circle = ring(x, y, 2.3 * times, 16)
            canvas.path(circle, colour, 1.1 * times, closed=True, fill=PAPER)


def along(points: Points, step: float) -> Points:
    """Give places along a line, a step apart and beginning half a step in; one at the least."""
    found: list[tuple[float, float]] = []
    due = step / 2
    for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
        long = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        while long and due <= long:
            found.append((ax + (bx - ax) * due / long, ay + (by - ay) * due / long))
            due += step
        due -= long
    middle = points[len(points) // 2]
    return tuple(found) or (((points[0][0] + middle[0]) / 2, (points[0][1] + middle[1]) / 2),)


def place(canvas: MapCanvas, kind: str, x: float, y: float, times: float = 1.0) -> None:
    """Draw a place: a house for home, a gate with its bars, a building with a flag for a school."""

    def draw(points: Points, weight: float, fill: str | None = None) -> None:
        at = tuple((x + east * times, y + north * times) for east, north in points)
        canvas.path(at, INK, weight * times, closed=fill is not None, fill=fill)

    if kind == "home":
        draw(((-5, -5), (5, -5), (5, 1), (0, 6), (-5, 1)), 1.3, PAPER)
    elif kind == "gate":
        draw(corners_of(-5, -4.5, 10, 9), 1.3, NOTICE)
        draw(((0, -4.5), (0, 4.5)), 1.1)
        draw(((-5, 0), (5, 0)), 1.1)
    else:
        draw(corners_of(-5, -5, 10, 7), 1.3, NOTICE)
        draw(((0, 2), (0, 9), (5, 7), (0, 5)), 1.1)
