"""The map of a certificate: route, places, other ways and stretches, and all of it in words."""

from __future__ import annotations

from itertools import chain
from math import atan2, degrees, hypot

from letters.blocks import MapLine, MapMark, RouteMap
from letters.certificate.words import WAY, capital, found
from letters.maps.frame import is_cut
from records.certificate import MeasurementCertificate
from records.gate_words import gate_words
from records.stretch import Point, Stretch, StretchKind

COMPASS = ("east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east")


def map_of(record: MeasurementCertificate) -> RouteMap:
    """Draw a certificate's map."""
    lines, marks = _lines(record), _marks(record)
    caption = _caption(record)
    if is_cut(lines, marks):
        caption += " Other ways run on beyond its edge."
    return RouteMap(_in_words(record), caption, lines, marks)


def _caption(record: MeasurementCertificate) -> str:
    kept = record.measurement
    drawn = "route as it was measured" if kept.reachable else "places, with no route between them"
    return f"The {drawn}, over the network {kept.network}."


def _lines(record: MeasurementCertificate) -> tuple[MapLine, ...]:
    kept = record.measurement
    around = (MapLine("way", line) for line in record.around)
    others = (MapLine("other", each.line) for each in record.alternatives if len(each.line) > 1)
    marked = (MapLine(_kind(one), line) for one in record.stretches for line in meant(one))
    snaps = [(kept.home, kept.home_on_network)]
    if kept.reachable:
        snaps.append((record.gate_position, kept.gate_on_network))
    ends = (MapLine("snap", snap) for snap in snaps if hypot(*_apart(*snap)) >= 1.0)
    route = [MapLine("route", kept.line)] if len(kept.line) > 1 else []
    return tuple(chain(around, ends, others, route, marked))


def _kind(stretch: Stretch) -> str:
    return "added" if stretch.kind is StretchKind.ADDED else "closed"


def _marks(record: MeasurementCertificate) -> tuple[MapMark, ...]:
    kept = record.measurement
    home = "Home, approximate" if kept.home_is_approximate else "Home"
    others = [
        MapMark("gate", capital(gate_words(gate.name)), (gate.easting, gate.northing))
        for gate in kept.gates
        if gate.name != kept.gate
    ]
    gate = f"{record.school_name}, {gate_words(kept.gate)}"
    return (
        MapMark("home", home, kept.home),
        MapMark("gate", gate, record.gate_position),
        *others,
    )


def meant(stretch: Stretch) -> tuple[tuple[Point, ...], ...]:
    """Give the lines of a stretch, or the part of its single line that is meant."""
    if stretch.between is None or len(stretch.lines) != 1:
        return stretch.lines
    line = stretch.lines[0]
    begin, end = sorted(_along(line, at) for at in stretch.between)
    inner = tuple(point for at, point in zip(_reached(line), line, strict=True) if begin < at < end)
    return ((_at(line, begin), *inner, _at(line, end)),)


def _reached(line: tuple[Point, ...]) -> list[float]:
    """Give how far along a line each of its points lies, in metres."""
    found = [0.0]
    for one, other in zip(line, line[1:], strict=False):
        found.append(found[-1] + hypot(*_apart(one, other)))
    return found


def _along(line: tuple[Point, ...], near: Point) -> float:
    """Give how far along a line its nearest point to a position lies."""
    best, where = float("inf"), 0.0
    for start, one, other in zip(_reached(line), line, line[1:], strict=False):
        east, north = _apart(one, other)
        long = east * east + north * north
        back = _apart(one, near)
        share = min(1.0, max(0.0, (back[0] * east + back[1] * north) / long)) if long else 0.0
        far = hypot(back[0] - share * east, back[1] - share * north)
        if far < best:
            best, where = far, start + share * long**0.5
    return where


def _at(line: tuple[Point, ...], along: float) -> Point:
    """Give the point of a line that lies so far along it."""
    for start, one, other in zip(_reached(line), line, line[1:], strict=False):
        east, north = _apart(one, other)
        long = hypot(east, north)
        if long and start + long >= along:
            share = (along - start) / long
            return one[0] + share * east, one[1] + share * north
    return line[-1]


def _apart(one: Point, other: Point) -> Point:
    return other[0] - one[0], other[1] - one[1]


def _in_words(record: MeasurementCertificate) -> str:
    """Say all that the map shows, for somebody who does not see it."""
    kept = record.measurement
    said = [
        f"Map, grid north at the top, with a scale bar. {found(record)}",
        f"The {gate_words(kept.gate)} lies to the {_direction(kept.home, record.gate_position)} of "
        "home.",
        _streets(record),
        *(f"Another way: {each.what}." for each in record.alternatives if len(each.line) > 1),
        *(f"Drawn as {_drawn(one)}: {one.name or 'a line of the network'}."
          for one in record.stretches),
        *(f"Another gate: {gate.name}." for gate in kept.gates if gate.name != kept.gate),
        f"Around it, faintly, the {WAY[kept.way]} network." if record.around else "",
    ]  # fmt: skip
    return " ".join(filter(None, said))


def _streets(record: MeasurementCertificate) -> str:
    names = [each.name or each.kind or "a way without a name" for each in record.streets]
    following = [name for at, name in enumerate(names) if at == 0 or names[at - 1] != name]
    return f"The route follows {', then '.join(following)}." if following else ""


def _drawn(stretch: Stretch) -> str:
    return (
        "added, with rings"
        if stretch.kind is StretchKind.ADDED
        else "closed or unsafe, with crosses"
    )


def _direction(home: Point, gate: Point) -> str:
    """Say in which of eight directions a gate lies."""
    east, north = _apart(home, gate)
    return COMPASS[round(degrees(atan2(north, east)) / 45) % 8]
