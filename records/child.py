"""A child and the household they live in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Household:
    """Where a family lives. Easting and northing are British National Grid metres (EPSG:27700).

    ``position_from`` says how the position is known: ``address`` (the property), ``postcode``
    (the middle of a postcode: approximate) or ``pointed at`` (placed by hand on the map).
    """

    id: str
    address: tuple[str, ...]
    postcode: str
    easting: float | None
    northing: float | None
    position_from: str
    parent_name: str


@dataclass(frozen=True, slots=True)
class Child:
    """A child (or young person) travel is asked for."""

    id: str
    household: str
    given_name: str
    family_name: str
    date_of_birth: date | None

    @property
    def name(self) -> str:
        """The full name, as letters print it."""
        return f"{self.given_name} {self.family_name}".strip()
