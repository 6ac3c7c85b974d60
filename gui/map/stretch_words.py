"""Stretches told in words and drawn on a scene: what they are, since when, for whom, and why."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from casework.maps.added_paths import Joined, Leg
from gui.map.scene import Layer, MarkedLine
from records.measurement import Way
from records.stretch import Stretch, StretchKind
from rules.quantities import day_in_words

LAYERS = {
    StretchKind.CLOSED: Layer.CLOSED,
    StretchKind.UNSAFE: Layer.UNSAFE,
    StretchKind.ADDED: Layer.ADDED,
}
KINDS = {
    StretchKind.CLOSED: "closed",
    StretchKind.UNSAFE: "unsafe on foot",
    StretchKind.ADDED: "added path",
}
_WAYS = {Way.WALKING: "on foot", Way.ROAD: "by road"}


def title_of(stretch: Stretch) -> str:
    """Name a stretch: ``Mill Lane: unsafe on foot``."""
    name = stretch.name or "A line without a name"
    part = ", a part of it" if stretch.between is not None else ""
    return f"{name}{part}: {KINDS[stretch.kind]}"


def days_words(stretch: Stretch) -> str:
    """Say on which days of travel a stretch counts."""
    first, last = stretch.from_day, stretch.until_day
    if first and last:
        return f"from {day_in_words(first)} to {day_in_words(last)}"
    if first:
        return f"from {day_in_words(first)} on"
    return f"until {day_in_words(last)}" if last else "on every day"


def ages_words(stretch: Stretch) -> str:
    """Say for which ages a stretch counts."""
    low, high = stretch.age_from, stretch.age_to
    if low is not None and high is not None:
        return f"for ages {low} to {high}"
    if low is not None:
        return f"from age {low}"
    return f"up to age {high}" if high is not None else "for every age"


def terms_words(stretch: Stretch) -> str:
    """Say when, for whom and by which way a stretch counts."""
    ways = " and ".join(_WAYS[way] for way in stretch.ways)
    words = f"{ways}, {days_words(stretch)}, {ages_words(stretch)}"
    return words[:1].upper() + words[1:]


def sentence_of(stretch: Stretch, legs: Sequence[Leg] = ()) -> str:
    """Tell of a stretch in one line, for the map told in words."""
    joins = f" {joined_words(legs)}" if legs else ""
    return f"{title_of(stretch)}. {terms_words(stretch)}.{joins} Reason: {stretch.reason}"


def joined_words(legs: Sequence[Leg]) -> str:
    """Say how an added path is joined to the network: ``by straight ways of 5 m and 61 m``."""
    lengths = [f"{math.dist(*leg):,.0f} m" if math.dist(*leg) >= 1 else "under 1 m" for leg in legs]
    *most, last = lengths
    words = f"{', '.join(most)} and {last}" if most else last
    ways = "straight ways" if most else "a straight way"
    return f"Joined to the network by {ways} of {words}, measured along with it."


def marked_lines(
    stretches: Iterable[Stretch], joined: Sequence[Joined] = ()
) -> tuple[MarkedLine, ...]:
    """Give stretches as a scene draws them, the added paths with the legs that join them."""
    legs = {one.stretch: one.legs for one in joined}
    return tuple(
        MarkedLine(
            LAYERS[one.kind], drawn_lines(one), sentence_of(one, legs.get(one.id, ())),
            legs.get(one.id, ()),
        )
        for one in stretches
    )  # fmt: skip


def drawn_lines(stretch: Stretch) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Give the lines of a stretch; of a part of a line, the part alone."""
    if stretch.between is None or not stretch.lines:
        return stretch.lines
    return (part_between(stretch.lines[0], *stretch.between),)


def part_between(
    line: tuple[tuple[float, float], ...], one: tuple[float, float], other: tuple[float, float]
) -> tuple[tuple[float, float], ...]:
    """Cut the part of a line between the points of it that are nearest to two positions."""
    (at, first), (to, last) = sorted((_foot(line, one), _foot(line, other)))
    inner = [point for number, point in enumerate(line) if at < number < to]
    return (first, *inner, last)


def _foot(
    line: tuple[tuple[float, float], ...], point: tuple[float, float]
) -> tuple[float, tuple[float, float]]:
    """Give the nearest point of a line, and how far along it lies, counted in its points."""
    best = (float("inf"), 0.0, line[0])
    for number, (a, b) in enumerate(zip(line, line[1:], strict=False)):
        east, north = b[0] - a[0], b[1] - a[1]
        squared = east * east + north * north
        share = ((point[0] - a[0]) * east + (point[1] - a[1]) * north) / squared if squared else 0.0
        share = min(1.0, max(0.0, share))
        foot = (a[0] + share * east, a[1] + share * north)
        away = (foot[0] - point[0]) ** 2 + (foot[1] - point[1]) ** 2
        best = min(best, (away, number + share, foot))
    return best[1], best[2]
