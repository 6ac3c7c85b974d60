"""Where the words of places stand: beside their mark, on no other words, clear of the glass."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words of a size that belong to a mark at ``at``; ``needed`` are written whatever is there."""

    at: QPointF
    gap: float
    size: QSizeF
    needed: bool = True


def place_words(
    wanted: Sequence[Wanted], area: QRectF, taken: Sequence[QRectF]
) -> list[QRectF | None]:
    """Give a box for each, None where there is no room; those needed are placed first.

    Words of a place that is not in the area are not written.
    """
    full, found = list(taken), [None] * len(wanted)
    for at in sorted(range(len(wanted)), key=lambda at: not wanted[at].needed):
        box = _place(wanted[at], area, full) if area.contains(wanted[at].at) else None
        found[at] = box
        if box is not None:
            full.append(box)
    return found


def boxes_along(line: Sequence[QPointF], area: QRectF, step: float, half: float) -> list[QRectF]:
    """Give small boxes along a line where it runs through an area, one every ``step`` pixels."""
    found = []
    for start, end in zip(line, line[1:], strict=False):
        if not QRectF(start, end).normalized().adjusted(-1, -1, 1, 1).intersects(area):
            continue
        count = max(1, math.ceil((end - start).manhattanLength() / step))
        spots = (start + (end - start) * (at / count) for at in range(count + 1))
        found += [QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half) for at in spots]
    return [box for box in found if box.intersects(area)]


def _place(one: Wanted, area: QRectF, full: Sequence[QRectF]) -> QRectF | None:
    boxes = [box for box in _around(one) if area.contains(box)]
    free = (box for box in boxes if not any(box.intersects(other) for other in full))
    if (found := next(free, None)) is not None:
        return found
    if not one.needed:
        return None
    return min(boxes or [_inside(next(_around(one)), area)], key=lambda box: _hidden(box, full))


def _around(one: Wanted):  # noqa: ANN202
    """Give the places around a mark, the best first: right, left, below, above, then corners."""
    wide, high, gap = one.size.width(), one.size.height(), one.gap
    x, y = one.at.x(), one.at.y()
    lefts = (x + gap, x - gap - wide, x - wide / 2)
    tops = (y - high / 2, y + gap, y - gap - high)
    for left, top in (
        (lefts[0], tops[0]), (lefts[1], tops[0]), (lefts[2], tops[1]), (lefts[2], tops[2]),
        (lefts[0], tops[1]), (lefts[0], tops[2]), (lefts[1], tops[1]), (lefts[1], tops[2]),
    ):  # fmt: skip
        yield QRectF(left, top, wide, high)


def _inside(box: QRectF, area: QRectF) -> QRectF:
    left = min(max(box.left(), area.left()), max(area.left(), area.right() - box.width()))
    top = min(max(box.top(), area.top()), max(area.top(), area.bottom() - box.height()))
    return QRectF(left, top, box.width(), box.height())


def _hidden(box: QRectF, full: Sequence[QRectF]) -> float:
    """Give how much of a box is hidden."""
    over = [box.intersected(other) for other in full]
    return sum(one.width() * one.height() for one in over if not one.isEmpty())
