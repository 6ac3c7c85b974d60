"""Places where families may live: beside a street, with a number and a made-up postcode."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from sample.city import City, Edge, Kind, city
from sample.city.ground import MIDDLE, Point, apart, rounded
from sample.city.paths import ISLANDS
from sample.city.villages import VILLAGES
from sample.dice import Dice

HOW_MANY: Final = 1_300
SHORTEST_STREET_M: Final = 70.0
LANE_M: Final = 400.0
"""What is longer than this without a corner is a lane between villages."""

OUTSIDE: Final = "Hither Ness"
"""The village that belongs to the next council's area."""

CITY_RADIUS_M: Final = 5_600.0
INWARD: Final = "ABDEFGHJLNPQRSTUWXYZ"
"""Letters that postcodes use in their second half."""


@dataclass(frozen=True, slots=True)
class Home:
    """A home beside one edge: how far along it, on which side, and how far back from it."""

    edge: Edge
    along_m: float
    side: int
    back_m: float

    @property
    def at(self) -> Point:
        """Where the front door is, in grid metres."""
        return beside(self.edge.points, self.along_m, self.side * self.back_m)

    @property
    def number(self) -> int:
        """The house number: odd on one side of the street, even on the other."""
        return 2 * (1 + int(self.along_m // 9)) - (1 if self.side > 0 else 0)

    @property
    def place(self) -> str:
        """The village or island it lies in, or Marlhaven."""
        near = min(PLACES, key=lambda name: apart(PLACES[name], self.at))
        if near in ISLANDS:
            return near if apart(PLACES[near], self.at) < 500 else place_on_land(self.at)
        return place_on_land(self.at)

    @property
    def in_area(self) -> bool:
        """Say whether it lies in Marlhaven's own area."""
        return self.place != OUTSIDE


PLACES: Final = VILLAGES | ISLANDS


def place_on_land(at: Point) -> str:
    """Give the village whose land a point lies on, or Marlhaven for the city."""
    if apart(at, MIDDLE) < CITY_RADIUS_M:
        return "Marlhaven"
    return min(VILLAGES, key=lambda name: apart(VILLAGES[name], at))


def length_of(points: tuple[Point, ...]) -> float:
    """Add up a line's pieces on the grid, in metres."""
    return sum(apart(one, other) for one, other in zip(points, points[1:], strict=False))


def beside(points: tuple[Point, ...], along_m: float, aside_m: float) -> Point:
    """Give the point part of the way along a line and a little to its left (or right)."""
    left = along_m
    for one, other in zip(points, points[1:], strict=False):
        piece = apart(one, other)
        if left <= piece or other == points[-1]:
            break
        left -= piece
    east, north = (other[0] - one[0]) / piece, (other[1] - one[1]) / piece
    return rounded(one[0] + left * east - aside_m * north, one[1] + left * north + aside_m * east)


@cache
def homes() -> tuple[Home, ...]:
    """Give homes all over the city, the villages and the lanes, and on every island."""
    dice = Dice("marlhaven homes")
    return (*homes_by_streets(city(), dice), *homes_on_islands(city(), dice))


def homes_by_streets(of: City, dice: Dice) -> Iterator[Home]:
    """Draw homes beside streets that are long enough, and one on every stretch of lane."""
    streets = [
        edge
        for edge in of.edges
        if edge.kind is Kind.STREET
        and length_of(edge.points) > SHORTEST_STREET_M
        and "Bridge" not in edge.name
    ]
    for _ in range(HOW_MANY):
        yield home_by(dice, dice.pick(streets))
    for lane in streets:
        if length_of(lane.points) > LANE_M:
            yield home_by(dice, lane)


def homes_on_islands(of: City, dice: Dice) -> Iterator[Home]:
    """Draw two homes beside each path of the islands."""
    for edge in of.edges:
        if any(edge.name.startswith(island) for island in ISLANDS):
            yield home_by(dice, edge)
            yield home_by(dice, edge)


def home_by(dice: Dice, edge: Edge) -> Home:
    """Draw a home beside one edge."""
    length = length_of(edge.points)
    along = round(dice.between(0.12, 0.88) * length, 1)
    return Home(edge, along, dice.pick((-1, 1)), round(dice.between(8, 15), 1))


def address(home: Home) -> tuple[str, ...]:
    """Write a home's address, without its postcode."""
    town = () if home.place == "Marlhaven" else ("near Marlhaven",)
    return (f"{home.number} {home.edge.name}", home.place, *town)


def postcode(home: Home) -> str:
    """Give a postcode of the area ZZ, which is not allocated: one for each stretch of street."""
    outward = f"ZZ{1 + zone(home)}"
    unit = (home.edge.id * 7 + (1 if home.side > 0 else 0)) % 3_600
    digit, letters = unit % 9 + 1, unit // 9
    return f"{outward} {digit}{INWARD[letters // 20]}{INWARD[letters % 20]}"


def zone(home: Home) -> int:
    """Number nine parts of the city, then the villages."""
    if home.place != "Marlhaven":
        return 9 + sorted(PLACES).index(home.place)
    east = sum(home.at[0] > MIDDLE[0] + edge for edge in (-1_600, 1_600))
    north = sum(home.at[1] > MIDDLE[1] + edge for edge in (-1_300, 1_300))
    return 3 * north + east


def moved(home: Home, metres: float) -> Home | None:
    """Give a home further along the same street (or back); None where the street ends before."""
    along = home.along_m + metres
    if not 3 < along < length_of(home.edge.points) - 3:
        return None
    return Home(home.edge, round(along, 2), home.side, home.back_m)
