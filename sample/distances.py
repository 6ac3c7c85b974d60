"""How far every home really is from every school: measured on the network, never made up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geography.nearest import NO_ROUTE_MM, lengths_mm
from geography.network import Network
from geography.readers import network_from_csv
from records.measurement import Way
from records.school import School
from rules.values import MILLIMETRES_PER_MILE
from sample.city import city, network_csv
from sample.homes import Home, homes, moved
from sample.schools import schools

Table = NDArray[np.int64]
"""Whole millimetres on the ground, shape (homes, schools); NO_ROUTE_MM where there is no route."""

CLOSE_MM: Final = 6_000
"""How close to a limit the homes found for it are."""

EACH: Final = 14
"""How many homes are kept for each limit, side and kind of school."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit that homes are found for: how far, which way, to the schools of which ages.

    A home within ``reach_mm`` of it may be moved along its street to the very limit.
    """

    miles: int
    way: Way
    age_to: tuple[int, ...]
    reach_mm: int = 110_000

    @property
    def mm(self) -> int:
        """The limit in millimetres."""
        return self.miles * MILLIMETRES_PER_MILE


LIMITS: Final = (
    Limit(2, Way.WALKING, (7, 11)),
    Limit(3, Way.WALKING, (11,)),
    Limit(3, Way.WALKING, (16, 18)),
    Limit(6, Way.ROAD, (16, 18)),
    Limit(15, Way.ROAD, (16,), 500_000),
)


@dataclass(frozen=True, slots=True, eq=False)
class Distances:
    """All homes with their distances: on foot and by road, each of shape (homes, schools)."""

    homes: tuple[Home, ...]
    schools: tuple[School, ...]
    walking: Table
    road: Table


@cache
def in_area() -> NDArray[np.bool_]:
    """Say of every home whether it lies in Marlhaven's own area."""
    return np.array([home.in_area for home in distances().homes])


@cache
def network() -> Network:
    """Read Marlhaven's network as geography does from its edge file."""
    return network_from_csv(network_csv(city()).encode(), "Marlhaven's network", "Marlhaven")


@cache
def distances() -> Distances:
    """Measure every home to every school, those moved to the limits among them."""
    first = measured(homes())
    at_limits = measured(
        tuple(dict.fromkeys(found for one in LIMITS for found in near(first, one)))
    )
    return Distances(
        (*first.homes, *at_limits.homes),
        first.schools,
        np.concatenate([first.walking, at_limits.walking]),
        np.concatenate([first.road, at_limits.road]),
    )


def measured(of: tuple[Home, ...]) -> Distances:
    """Measure homes to every school, both ways."""
    at = np.array([home.at for home in of], dtype=np.float64)
    walking = lengths_mm(network(), at, schools(), Way.WALKING)
    road = lengths_mm(network(), at, schools(), Way.ROAD)
    return Distances(of, schools(), walking, road)


def near(of: Distances, limit: Limit) -> list[Home]:
    """Move homes that lie near a limit along their streets to just within and just beyond it."""
    columns = [number for number, one in enumerate(of.schools) if fits(one, limit)]
    table = of.road if limit.way is Way.ROAD else of.walking
    candidates = [
        (home, column)
        for row, column in hits(table, columns, limit)
        for home in shifted(of.homes[row], int(table[row, column]) - limit.mm)
    ]
    return list(kept(candidates, columns, limit))


def fits(school: School, limit: Limit) -> bool:
    """Say whether homes are wanted at this limit from the school."""
    faraway = limit.miles < 15 or school.belief is not None
    return school.kind == "mainstream" and school.age_to in limit.age_to and faraway


def hits(table: Table, columns: list[int], limit: Limit) -> Iterator[tuple[int, int]]:
    """Give the homes and schools that are near the limit, by row and column."""
    for column in columns:
        close = abs(table[:, column] - limit.mm) < limit.reach_mm
        for row in np.flatnonzero(close & (table[:, column] != NO_ROUTE_MM)).tolist():
            yield row, column


def shifted(home: Home, too_far: int) -> Iterator[Home]:
    """Give the home moved so that it may come to lie just within or beyond the limit."""
    for spare in (-2_500, 2_500):
        for way in (-1, 1):
            found = moved(home, way * (too_far + spare) / 1000)
            if found is not None:
                yield found


def kept(candidates: list[tuple[Home, int]], columns: list[int], limit: Limit) -> Iterable[Home]:
    """Keep the candidates that were really measured close to the limit, some on either side."""
    at = np.array([home.at for home, _ in candidates], dtype=np.float64)
    taken: dict[tuple[int, bool], int] = {}
    if not candidates:
        return
    wanted = [one for number, one in enumerate(schools()) if number in columns]
    table = lengths_mm(network(), at, wanted, limit.way)
    for row, (home, column) in enumerate(candidates):
        over = int(table[row, columns.index(column)]) - limit.mm
        side = (column, over > 0)
        if abs(over) <= CLOSE_MM and over and taken.get(side, 0) < EACH:
            taken[side] = taken.get(side, 0) + 1
            yield home
