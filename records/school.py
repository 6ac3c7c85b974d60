"""A school or other place of education, its gates, ages and places."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gate:
    """A way in. Easting and northing are British National Grid metres (EPSG:27700)."""

    name: str
    easting: float
    northing: float


@dataclass(frozen=True, slots=True)
class School:
    """A place travelled to. ``kind`` and ``governance`` are choices of the vocabulary (or None).

    ``places_free`` is how many places were open in the normal round, None where not known.
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
