"""Where the names of places stand on a map: beside their signs, clear of each other and the way."""

from __future__ import annotations

from letters.maps.canvas import Points
from letters.printing.fonts import width as text_width
from letters.printing.look import Type

Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge in points."""

AWAY = 8.0
"""How far from a place its name stands, in points."""


def boxes_of(
    labels: list[tuple[str, tuple[float, float]]],
    kind: Type,
    drawn: Points,
    within: Box,
    times: float = 1.0,
) -> list[Box]:
    """Choose for each name, in their order, the box that hides least and stays on the map.

    ``times`` is how much larger than in small print the signs are drawn.
    """
    arm = 6 * times
    taken: list[Box] = [(x - arm, y - arm, x + arm, y + 1.5 * arm) for _, (x, y) in labels]
    found: list[Box] = []
    for text, at in labels:
        wide = text_width(text, kind.bold, kind.size) + 4
        choices = [
            _inside(each, within) for each in _choices(at, wide, kind.size + 3, AWAY * times)
        ]
        best = min(choices, key=lambda box: _cost(box, [*taken, *found], drawn))
        found.append(best)
    return found


def _choices(at: tuple[float, float], wide: float, high: float, away: float) -> list[Box]:
    x, y = at
    lefts = (x + away, x - away - wide, x - wide / 2)
    lows = (y + 4, y - high / 2, y - high - 6, y + away + 3, y - high - away - 3)
    beside = [(left, low) for low in lows[:3] for left in lefts[:2]]
    over = [(lefts[2], low) for low in lows[3:]]
    return [(left, low, left + wide, low + high) for left, low in (*beside, *over)]


def _inside(box: Box, within: Box) -> Box:
    """Move a box onto the map where it would stand out over its edge."""
    left, low, right, high = box
    across = max(within[0] + 2 - left, 0) or min(within[2] - 2 - right, 0)
    up = max(within[1] + 2 - low, 0) or min(within[3] - 2 - high, 0)
    return (left + across, low + up, right + across, high + up)


def _cost(box: Box, taken: list[Box], drawn: Points) -> float:
    """Weigh what a box would hide: other names and signs above all, then drawn lines."""
    hidden = sum(100.0 for other in taken if _meet(box, other))
    return hidden + sum(1.0 for x, y in drawn if box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _meet(one: Box, other: Box) -> bool:
    level = one[0] < other[2] and other[0] < one[2]
    return level and one[1] < other[3] and other[1] < one[3]
