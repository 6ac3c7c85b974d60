"""A measured route: both lengths, where it starts and ends, and the line it took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Way(StrEnum):
    """What a route is measured for: on foot, or passable for a motor vehicle."""

    WALKING = "walking"
    ROAD = "road"


class Starts(StrEnum):
    """Where a route starts: where the property meets the road, or at its address point."""

    ROAD = "road"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One route measured along one network, between the two snapped points.

    ``grid_mm`` is the length on the National Grid, ``ground_mm`` the same line on the ground
    (each edge divided by its local scale factor); both whole millimetres, None where no route
    exists. The snaps (from the home and the gate to the network) are reported, never added.
    ``line`` is the route in grid metres. ``network`` names the network, ``digest`` is the SHA-256
    of what it was made from.
    """

    id: str
    application: str
    way: Way
    school: str
    gate: str
    network: str
    digest: str
    home: tuple[float, float]
    home_on_network: tuple[float, float]
    gate_on_network: tuple[float, float]
    home_snap_mm: int
    gate_snap_mm: int
    grid_mm: int | None
    ground_mm: int | None
    line: tuple[tuple[float, float], ...]
    why_none: str | None
    by: str
    at: datetime
    home_is_approximate: bool = False

    @property
    def reachable(self) -> bool:
        """Say whether any route was found."""
        return self.ground_mm is not None
