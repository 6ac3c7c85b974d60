"""A school or other place of education, its gates, ages and places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Gate:
    """A way in. Easting and northing are British National Grid metres (EPSG:27700).

    ``open_from`` and ``open_until`` are the days it is open, both included, and ``opens`` and
    ``closes`` the hours ("08:15"); None where nothing is held, which leaves it open.
    """

    name: str
    easting: float
    northing: float
    open_from: date | None = None
    open_until: date | None = None
    opens: str | None = None
    closes: str | None = None

    def is_open(self, day: date, hour: str | None = None) -> bool:
        """Say whether one can go in on that day, at that hour where one is asked about."""
        begun = self.open_from is None or self.open_from <= day
        if not begun or (self.open_until is not None and day > self.open_until):
            return False
        if hour is None:
            return True
        return (self.opens or "00:00") <= hour <= (self.closes or "24:00")


@dataclass(frozen=True, slots=True)
class School:
    """A place travelled to. ``kind`` and ``governance`` are choices of the vocabulary (or None).

    ``places_free`` is how many places were open in the normal round, None where not known.
    ``admits`` is ``boys``, ``girls`` or ``mixed``, ``listed_on`` the day of the list it is from,
    ``authority`` the council in whose area it lies, by the list's name for it. ``places_on`` is the
    day that ``places_free`` is of, where that is not the list's.
    """

    id: str
    urn: str
    name: str
    kind: str | None
    governance: str | None
    age_from: int | None
    age_to: int | None
    belief: str | None
    places_free: int | None
    gates: tuple[Gate, ...]
    admits: str | None = None
    listed_on: date | None = None
    authority: str | None = None
    places_on: date | None = None

    @property
    def places_day(self) -> date | None:
        """Return the day that the places open are of, None where none is known."""
        return self.places_on or self.listed_on
