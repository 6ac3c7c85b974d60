"""An address from the council's list or the national one: what a home is placed by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """One property by its UPRN. Easting and northing are British National Grid metres.

    ``postcode`` and ``address`` are empty where the list (OS Open UPRN) does not say them.
    """

    uprn: str
    postcode: str
    address: str
    easting: float
    northing: float
