"""Everything a measurement certificate prints, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from records.figure import ClaimedFigure
from records.measurement import ChosenPlace, Measurement
from records.stretch import Point, Stretch


@dataclass(frozen=True, slots=True)
class StreetOnTheWay:
    """A street or path as it is followed: its name and kind (either may be empty), its lengths.

    Lengths are whole nanometres, so that they add up to the route's own to the last digit;
    ``edges`` are the network's ids of the lines in order, ``line`` its points in grid metres.
    """

    name: str
    kind: str
    edges: tuple[str, ...]
    grid_nm: int
    ground_nm: int
    line: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way that was measured: to another gate, by another way, or with nothing closed.

    Lengths are whole millimetres, None without a route, of which ``why_none`` then tells.
    """

    what: str
    grid_mm: int | None
    ground_mm: int | None
    why_none: str | None
    line: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class LimitHeldAgainst:
    """A limit that the figure was held against: its length, and how far beyond it the figure lies.

    ``margin_mm`` is below 0 within the limit, None where there is no route.
    """

    limit_mm: int
    margin_mm: int | None


@dataclass(frozen=True, slots=True)
class MeasurementCertificate:
    """A stored measurement, made again from its record and found the same.

    ``method`` are the sentences that say how it was measured. ``network_edges`` and
    ``imported_on`` tell of the network, whose name and digest the measurement carries;
    ``network_notes`` is what was noted when it was read. ``streets`` are in travelled order.
    ``stretches`` are those that were in force, closed or added; ``not_placed`` those that the
    network does not have. ``counts`` is ``ground`` or ``grid``: the length held against ``limits``.
    ``around`` are the lines of the network near the route, to draw it over. ``as_of`` is the day
    whose limits and claims these are: with ``of_decision`` that of the decision, else that on which
    the certificate was drawn up. Older records lack it, and so do routes measured from files.
    """

    reference: str
    child_name: str
    school_name: str
    day_of_travel: date
    measurement: Measurement
    method: tuple[str, ...]
    imported_on: datetime
    network_edges: int
    network_notes: tuple[str, ...]
    gate_position: Point
    streets: tuple[StreetOnTheWay, ...]
    alternatives: tuple[Alternative, ...]
    stretches: tuple[Stretch, ...]
    not_placed: tuple[Stretch, ...]
    stretch_lines: tuple[tuple[Point, ...], ...]
    chosen: tuple[ChosenPlace, ...]
    counts: str
    limits: tuple[LimitHeldAgainst, ...]
    claimed: tuple[ClaimedFigure, ...]
    around: tuple[tuple[Point, ...], ...]
    warnings: tuple[str, ...]
    as_of: date | None = None
    of_decision: bool = False

    @property
    def length_mm(self) -> int | None:
        """Return the length that counts, None without a route."""
        return self.measurement.length_mm
