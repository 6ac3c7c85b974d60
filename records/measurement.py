"""A measured route: both lengths, where it starts and ends, and the line it took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from records.gate_words import gate_words
from records.school import Gate

LONG_SNAP_MM: Final = 25_000
"""A home or gate farther than this from the line it was put on is looked at by somebody."""


class Way(StrEnum):
    """What a route is measured for: on foot, or passable for a motor vehicle."""

    WALKING = "walking"
    ROAD = "road"


class Starts(StrEnum):
    """Where a route starts: where the property meets the road, or at its address point."""

    ROAD = "road"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class ChosenPlace:
    """The line that an officer put a home or a gate on, and why not the nearest.

    ``end`` is ``home`` or the gate's name; ``near`` the position whose nearest point on the line
    counts (None: the place's own). ``edge`` None goes back to the nearest line.
    """

    id: str
    application: str
    end: str
    edge: str | None
    near: tuple[float, float] | None
    reason: str
    by: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Measurement:
    """One route measured along one network, between the two snapped points.

    ``grid_mm`` is the length on the National Grid, ``ground_mm`` the same line on the ground
    (each edge divided by its local scale factor); both whole millimetres, None where no route
    exists. The snaps (from the home and the gate to the network) are reported, never added.
    ``line`` is the route in grid metres. ``network`` names the network, ``digest`` is the SHA-256
    of what it was made from.

    ``basis`` is the length that decided which route is shortest. ``made_from`` is the digest over
    the network and the ``stretches`` (by id) in force on the ``day`` of travel for a child of that
    ``age``; ``stopped_by`` names those for which alone there is no route, ``not_placed`` those,
    and the choices of ``chosen``, whose lines this network does not have as they were drawn.
    ``gates`` are all that were open; ``chosen`` says which places were not put on their nearest
    line. Older records lack what follows ``home_is_approximate``.
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
    basis: str = "ground"
    starts: Starts = Starts.ROAD
    made_from: str = ""
    edges: tuple[str, ...] = ()
    gates: tuple[Gate, ...] = ()
    stretches: tuple[str, ...] = ()
    stopped_by: tuple[str, ...] = ()
    not_placed: tuple[str, ...] = ()
    chosen: tuple[ChosenPlace, ...] = ()
    day: date | None = None
    age: int | None = None

    @property
    def length_mm(self) -> int | None:
        """Return the length that decided, None where there is no route."""
        return self.grid_mm if self.basis == "grid" else self.ground_mm

    @property
    def warnings(self) -> tuple[str, ...]:
        """Say which ends lie far from the network: somebody should look at them."""
        ends = (("home", self.home_snap_mm), (gate_words(self.gate), self.gate_snap_mm))
        far = [
            f"The {end} lies {snap / 1000:,.3f} m from the line it was put on. Look whether "
            "that is where it meets the road."
            for end, snap in ends
            if snap > LONG_SNAP_MM
        ]
        return (*far, *self.not_found)

    @property
    def not_found(self) -> tuple[str, ...]:
        """Say what officers marked or chose on an earlier network and this one does not have."""
        lost = self.chosen_lost
        count = len(set(self.not_placed) - {one.id for one in lost})
        marked = [
            f"{count} {'stretch' if count == 1 else 'stretches'} marked on an earlier network "
            "could not be found on this one and did not count. Mark anew what still holds."
        ]
        return (*(marked if count else ()), *map(_lost_words, lost))

    @property
    def chosen_counted(self) -> tuple[ChosenPlace, ...]:
        """Return the choices that this was measured with."""
        return tuple(one for one in self.chosen if one.edge and one.id not in self.not_placed)

    @property
    def chosen_lost(self) -> tuple[ChosenPlace, ...]:
        """Return the choices whose line this network does not have as it was drawn."""
        return tuple(one for one in self.chosen if one.id in self.not_placed)

    @property
    def reachable(self) -> bool:
        """Say whether any route was found."""
        return self.ground_mm is not None


def _lost_words(one: ChosenPlace) -> str:
    end = "home" if one.end == "home" else gate_words(one.end)
    return (
        f"The {end} had been put on the line {one.edge} ({one.reason.rstrip('.')}), which this "
        "network does not have as it was drawn, so that did not count. Choose its line anew."
    )
