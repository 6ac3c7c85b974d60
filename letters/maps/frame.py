"""How ground becomes paper: which ground a map shows, at what scale, and how lines are thinned."""

from __future__ import annotations

from dataclasses import dataclass

from letters.blocks import MapLine, MapMark
from letters.maps.canvas import Points

MARGIN = 26.0
"""Points kept clear around what is drawn, for labels."""

LEAST_METRES = 200.0
"""The least width of ground shown, so that a short route does not fill the page."""

WIDER = 1.6
"""How many times larger the ground may become for the sake of alternatives and closed lines."""

MARKED = ("other", "closed", "added")
"""Lines beside the route that are shown too where they do not lie far off."""

MOST_PIECES = 20_000
"""The most pieces of line that the network around is drawn with; beyond, it is drawn coarser."""

LATTICES = (0.1, 0.5, 1.0, 2.0, 4.0)
"""How far apart, in points, the places may lie that lines of the network are drawn through."""


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
    wide, high = span_of(points)
    scale = min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / high)
    easts, norths = [east for east, _ in points], [north for _, north in points]
    west = (min(easts) + max(easts) - width / scale) / 2
    south = (min(norths) + max(norths) - height / scale) / 2
    return Frame(west, south, scale, x, y)


def span_of(points: Points) -> tuple[float, float]:
    """Give how wide and how high the ground is that points take, in metres."""
    easts, norths = [east for east, _ in points], [north for _, north in points]
    return (
        max(max(easts) - min(easts), LEAST_METRES),
        max(max(norths) - min(norths), LEAST_METRES),
    )


def ground_of(lines: tuple[MapLine, ...], marks: tuple[MapMark, ...]) -> Points:
    """Give the ground that must be seen: the route and its ends, the rest unless far off.

    An alternative that runs far round would make the route too small to read; it is cut off at
    the edge. Without a route all places must be seen.
    """
    routed = any(line.kind == "route" for line in lines)
    must = tuple(mark.at for mark in marks if not routed or mark.kind == "home")
    must += tuple(at for line in lines if line.kind in ("route", "snap") for at in line.points)
    rest = tuple(mark.at for mark in marks)
    rest += tuple(at for line in lines if line.kind in MARKED for at in line.points)
    if not must:
        return rest or ((0.0, 0.0),)
    whole = (*must, *rest)
    return whole if max(span_of(whole)) <= WIDER * max(span_of(must)) else must


def is_cut(lines: tuple[MapLine, ...], marks: tuple[MapMark, ...]) -> bool:
    """Say whether anything but the network runs beyond the map's edge."""
    shown = ground_of(lines, marks)
    drawn = [at for line in lines if line.kind != "way" for at in line.points]
    return span_of((*drawn, *(mark.at for mark in marks), *shown)) != span_of(shown)


def height_for(points: Points, width: float, least: float, most: float) -> float:
    """Choose how high a map of this width is: as high as its ground calls for, within bounds."""
    wide, high = span_of(points)
    wanted = high / wide * (width - 2 * MARGIN) + 2 * MARGIN
    return max(least, min(most, wanted))


def thinned(lines: tuple[Points, ...], frame: Frame, width: float, height: float) -> list[Points]:
    """Put the network's lines on the paper with no more detail than it can show.

    Lines beyond the frame go; what falls together on a lattice is drawn once. The finest lattice
    is taken that keeps to ``MOST_PIECES``, so that a dense city does not make a huge file.
    """
    placed = [
        line
        for line in map(frame.place, lines)
        if len(line) > 1 and _meets(line, frame, width, height)
    ]
    found: list[Points] = []
    many = sum(map(len, placed)) > 3 * MOST_PIECES
    for lattice in LATTICES[many:]:
        found = on_lattice(placed, lattice)
        if sum(len(line) - 1 for line in found) <= MOST_PIECES:
            break
    return found


def _meets(line: Points, frame: Frame, width: float, height: float) -> bool:
    xs, ys = [x for x, _ in line], [y for _, y in line]
    level = max(xs) >= frame.x and min(xs) <= frame.x + width
    return level and max(ys) >= frame.y and min(ys) <= frame.y + height


def on_lattice(lines: list[Points], lattice: float) -> list[Points]:
    """Move lines to the nearest places of a lattice; a piece drawn before is not drawn again.

    ``lattice`` is how far apart the places lie, in the unit of the points.
    """
    drawn: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    found: list[Points] = []
    for line in lines:
        run: list[tuple[int, int]] = []
        for x, y in line:
            at = (round(x / lattice), round(y / lattice))
            piece = (min(run[-1], at), max(run[-1], at)) if run else None
            if piece and piece[0] == piece[1]:
                continue
            if piece and piece in drawn:
                found += _back([run], lattice)
                run = []
            elif piece:
                drawn.add(piece)
            run.append(at)
        found += _back([run], lattice)
    return found


def _back(runs: list[list[tuple[int, int]]], lattice: float) -> list[Points]:
    """Give runs of two places or more as points on the paper."""
    return [
        tuple((round(x * lattice, 2), round(y * lattice, 2)) for x, y in run)
        for run in runs
        if len(run) > 1
    ]
