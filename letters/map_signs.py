"""The signs of a route map: how each kind of line and each place is drawn, and said in words."""

from __future__ import annotations

from letters.figures import Points, corners_of
from letters.look import ACCENT, INK, LINE, MUTED, NOTICE, PAPER
from letters.tagging import TaggedCanvas

CLOSED = "#9B2618"
ADDED = "#1B6239"

ORDER = ("way", "snap", "other", "route", "added", "closed")
"""In which order the kinds of line are drawn: what is marked by officers lies uppermost."""

STROKES: dict[str, tuple[str, float, tuple[float, ...]]] = {
    "way": (LINE, 0.5, ()),
    "snap": (INK, 0.9, (1, 2)),
    "other": (MUTED, 1.3, (5, 3)),
    "route": (ACCENT, 2.8, ()),
    "added": (ADDED, 1.8, (7, 2, 1.5, 2)),
    "closed": (CLOSED, 1.6, ()),
}
"""How each kind of line is drawn: colour, weight and dashes. A closed line has crosses on it."""

SAID = {
    "route": "the route",
    "other": "another way measured",
    "closed": "closed or unsafe",
    "added": "path added",
    "snap": "from a place to the network",
    "way": "the network",
    "home": "home",
    "gate": "gate",
    "school": "school",
}
"""What the key says of each sign."""

IN_KEY = ("route", "other", "closed", "added", "snap", "way", "home", "school", "gate")


def stroke(canvas: TaggedCanvas, kind: str, points: Points) -> None:
    """Draw a line of a kind: it differs by weight, dashes or crosses, never by colour alone."""
    colour, weight, dash = STROKES[kind]
    canvas.path(points, colour, weight, dash=dash)
    if kind == "closed":
        for x, y in _along(points, 9.0):
            canvas.path(((x - 2.6, y - 2.6), (x + 2.6, y + 2.6)), colour, 1.2)
            canvas.path(((x - 2.6, y + 2.6), (x + 2.6, y - 2.6)), colour, 1.2)


def _along(points: Points, step: float) -> Points:
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


def place(canvas: TaggedCanvas, kind: str, x: float, y: float) -> None:
    """Draw a place: a house for home, a gate with its bars, a building with a flag for a school."""
    if kind == "home":
        house = ((x - 5, y - 5), (x + 5, y - 5), (x + 5, y + 1), (x, y + 6), (x - 5, y + 1))
        canvas.path(house, INK, 1.3, closed=True, fill=PAPER)
    elif kind == "gate":
        canvas.path(corners_of(x - 5, y - 4.5, 10, 9), INK, 1.3, closed=True, fill=NOTICE)
        canvas.path(((x, y - 4.5), (x, y + 4.5)), INK, 1.1)
        canvas.path(((x - 5, y), (x + 5, y)), INK, 1.1)
    else:
        canvas.path(corners_of(x - 5, y - 5, 10, 7), INK, 1.3, closed=True, fill=NOTICE)
        canvas.path(((x, y + 2), (x, y + 9), (x + 5, y + 7), (x, y + 5)), INK, 1.1)


def sample(canvas: TaggedCanvas, kind: str, x: float, y: float) -> float:
    """Draw a sign for the key, its middle at the height ``y``; give how wide it is."""
    if kind in STROKES:
        stroke(canvas, kind, ((x, y), (x + 22, y)))
        return 22.0
    place(canvas, kind, x + 5, y)
    return 10.0
