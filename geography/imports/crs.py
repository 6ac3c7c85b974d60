"""Which coordinate system a file is in: grid metres, degrees, or one that is refused by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from pyproj import CRS
from pyproj.exceptions import CRSError

from geography.lengths import FloatArray, IntArray
from geography.ostn15 import GridFile, accuracy, in_grid_metres
from geography.problems import UnreadableFile
from geography.readers.coordinates import far_degrees
from geography.readers.tables import unreadable
from rules.problems import Problem

DEGREES = ("WGS 84", "WGS84", "WGS_1984", "ETRS89", "ETRS_1989", "CRS84")
"""Datums that OSTN15 starts from. OSGB36 latitude and longitude is not one of them."""

EXPECTED = "expected the National Grid (EPSG:27700), or WGS84 or ETRS89 longitude and latitude"


@dataclass(frozen=True, slots=True)
class Placing:
    """How a file's coordinates become grid metres; ``grid`` is the OSTN15 file, if there is one."""

    place: str
    is_degrees: bool
    grid: GridFile | None

    def in_metres(
        self, points: FloatArray, counts: IntArray, name: Callable[[int], str]
    ) -> FloatArray:
        """Return points of lines, shape (n, 2), in grid metres.

        ``counts`` says how many each line has. Raises UnreadableFile for swapped degrees, and
        with the ``name`` of its line for a point that is far from Great Britain.
        """
        if not self.is_degrees or not len(points):
            return points
        check_degrees(points, self.place)
        far = [Problem(f"{self.place}, {name(at)}", say) for at, say in far_degrees(points, counts)]
        if far:
            raise UnreadableFile(far)
        return in_grid_metres(points, self.grid)

    def note(self) -> str | None:
        """Say how exact that is, None where nothing was transformed."""
        return accuracy(self.grid) if self.is_degrees else None


def placing_of(crs: str | None, place: str, grid: GridFile | None) -> Placing:
    """Read a coordinate system as it is written in a file.

    Raises UnreadableFile where there is none, or one that is neither the grid nor WGS84 degrees.
    """
    if not crs:
        raise unreadable(place, f"does not say its coordinate system; {EXPECTED}.")
    try:
        found = CRS.from_user_input(crs)
    except CRSError as error:
        raise unreadable(place, f"has a coordinate system nobody knows; {EXPECTED}.") from error
    plan = found.sub_crs_list[0] if found.is_compound else found
    name = plan.name.replace("_", " ")
    if plan.to_epsg() == 27700 or "British National Grid" in name:
        return Placing(place, False, grid)
    if plan.is_geographic and any(datum in plan.name for datum in DEGREES):
        return Placing(place, True, grid)
    raise unreadable(place, f"is in {plan.name}; {EXPECTED}.")


def check_degrees(points: FloatArray, place: str) -> None:
    """Raise UnreadableFile for what is no longitude and latitude of England."""
    if not np.isfinite(points).all():
        raise unreadable(place, "has coordinates that are no numbers; expected degrees.")
    if (np.abs(points) > 180).any():
        message = "says it is in degrees, but has coordinates that are none; expected EPSG:27700."
        raise unreadable(place, message)
    if points[:, 0].mean() > points[:, 1].mean():
        raise unreadable(place, "has latitude before longitude; expected longitude first.")
