"""Families already known at a postcode, and where a postcode lies."""

from __future__ import annotations

from dataclasses import dataclass

from casework.desk import Desk
from geography.grid import what_is_wrong
from records.child import Child, Household
from store import children, households

BY_POSTCODE = "postcode"
"""How a household's position is marked where it is only the middle of a postcode."""


@dataclass(frozen=True, slots=True)
class Family:
    """A household somebody has applied from, with its children."""

    household: Household
    children: tuple[Child, ...]


@dataclass(frozen=True, slots=True)
class AtPostcode:
    """What is known at a postcode: its families, and its middle in grid metres (None: unknown)."""

    postcode: str
    families: tuple[Family, ...]
    middle: tuple[float, float] | None


def at_postcode(desk: Desk, postcode: str) -> AtPostcode:
    """Look a postcode up, however it is spaced. Its middle comes from the postcodes brought in."""
    homes = households.households_at(desk.store, postcode)
    families, middle = [], None
    for home in homes:
        found = children.children_of(desk.store, home.id)
        if is_bare(home):
            middle = _position(home) or middle
        if found or not is_bare(home):
            families.append(Family(home, found))
    return AtPostcode(postcode, tuple(families), middle)


def is_bare(home: Household) -> bool:
    """Say whether a household is only a postcode brought in: no parent, no address."""
    return home.position_from == BY_POSTCODE and not home.parent_name and not home.address


def what_is_wrong_with(easting: float, northing: float) -> str | None:
    """Say why a position cannot be a home's on the National Grid, None where it can."""
    return what_is_wrong(easting, northing)


def _position(home: Household) -> tuple[float, float] | None:
    if home.easting is None or home.northing is None:
        return None
    return home.easting, home.northing
