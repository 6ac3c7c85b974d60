"""What a map shows: streets, places, routes, marked stretches, how far a school reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QRectF

from gui.map.names import StreetNames
from gui.map.streets import Streets

Point = tuple[float, float]
Line = Sequence[Point]


class Mark(StrEnum):
    """What a place is; each is drawn in a shape of its own."""

    HOME = "home"
    GATE = "gate"
    SCHOOL = "school"
    SNAP = "snap"


class Layer(StrEnum):
    """What can be shown or hidden, as the legend lists it."""

    STREETS = "streets"
    PATHS = "paths"
    NAMES = "names"
    VEHICLES = "vehicles"
    HOME = "home"
    SCHOOL = "school"
    SCHOOLS = "schools"
    GATES = "gates"
    ROUTE = "route"
    OTHERS = "others"
    CLOSED = "closed"
    UNSAFE = "unsafe"
    ADDED = "added"
    REACH = "reach"
    RING = "ring"


@dataclass(frozen=True, slots=True)
class Place:
    """One place on the map: easting and northing in metres, what it is, and its words.

    Words that are ``needed`` are always written; the others where there is room for them.
    """

    mark: Mark
    easting: float
    northing: float
    words: str = ""
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Trace:
    """Another route that was measured: its line, and in words which it is and how long."""

    words: str
    line: Line


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A stretch that is marked: ``layer`` says as what; its lines, and a sentence on it.

    ``legs`` join an added path to the network; they are measured along with it.
    """

    layer: Layer
    lines: Sequence[Line]
    words: str
    legs: Sequence[Line] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """From where a school is within a limit: streets, where they reach it, the ring around them."""

    words: str
    streets: Streets
    ends: Sequence[Point]
    outline: Sequence[Line]


@dataclass(frozen=True)
class MapScene:
    """Everything a map shows. ``in_words`` is the same for those who do not see it.

    ``streets`` and ``no_foot`` (roads that nobody walks) are lines; a whole ``network`` stands in
    their place where there is one. ``source`` says in words what network and of which day.
    """

    streets: Sequence[Line] = ()
    water: Sequence[Line] = ()
    places: Sequence[Place] = ()
    route: Line = ()
    in_words: str = ""
    fit: Sequence[Point] = field(default=())
    no_foot: Sequence[Line] = ()
    network: Streets | None = None
    others: Sequence[Trace] = ()
    stretches: Sequence[MarkedLine] = ()
    reach: Reach | None = None
    source: str = ""
    names: StreetNames | None = None

    def extent(self) -> QRectF:
        """Give the rectangle to begin with: ``fit``, else route and places, else the streets."""
        points = list(self.fit) or [
            *self.route,
            *((place.easting, place.northing) for place in self.places if place.needed),
        ]
        if not points and self.network is not None:
            return self.network.box
        points = points or [point for line in self.streets for point in line]
        if not points:
            return QRectF(0, 0, 1000, 1000)
        return around(points)

    def layers(self) -> tuple[Layer, ...]:
        """Give the layers that hold anything, in the order of the legend."""
        marks = {place.mark for place in self.places}
        kinds = self.network.classes if self.network else frozenset()
        there = {
            Layer.STREETS: bool(self.streets) or 0 in kinds,
            Layer.NAMES: self.names is not None and bool(self.names.words),
            Layer.PATHS: bool({1, 3} & kinds),
            Layer.VEHICLES: bool(self.no_foot) or 2 in kinds,
            Layer.HOME: Mark.HOME in marks,
            Layer.SCHOOL: any(one.mark is Mark.SCHOOL and one.needed for one in self.places),
            Layer.SCHOOLS: any(one.mark is Mark.SCHOOL and not one.needed for one in self.places),
            Layer.GATES: Mark.GATE in marks,
            Layer.ROUTE: bool(self.route),
            Layer.OTHERS: any(other.line for other in self.others),
            Layer.REACH: self.reach is not None,
            Layer.RING: self.reach is not None and bool(self.reach.outline),
        }
        there |= {one.layer: True for one in self.stretches}
        return tuple(layer for layer in Layer if there.get(layer))


def around(points: Sequence[Point]) -> QRectF:
    """Give the rectangle around points, with room at every side."""
    east, north = [point[0] for point in points], [point[1] for point in points]
    rect = QRectF(min(east), min(north), max(east) - min(east), max(north) - min(north))
    margin = max(rect.width(), rect.height(), 200.0) * 0.16
    return rect.adjusted(-margin, -margin, margin, margin)
