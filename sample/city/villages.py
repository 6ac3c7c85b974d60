"""Villages outside the city, and the winding lanes that join them to it and to one another."""

from __future__ import annotations

from math import cos, hypot, pi, sin
from typing import Final

from sample.city.ground import Point, apart
from sample.city.streets import Kind, Streets
from sample.dice import Dice

VILLAGES: Final[dict[str, Point]] = {
    "Nether Gull": (451_700.0, 58_200.0),
    "Skerry Magna": (467_200.0, 57_400.0),
    "Long Tarn": (468_600.0, 50_300.0),
    "Wrack St Anne": (468_000.0, 42_200.0),
    "Saltby": (459_400.0, 41_300.0),
    "Hither Ness": (451_800.0, 42_500.0),
}

LANES: Final = (
    ("Nether Gull", "Hither Ness", "Marsh Lane"),
    ("Skerry Magna", "Long Tarn", "Ridge Lane"),
    ("Long Tarn", "Wrack St Anne", "Cockle Lane"),
    ("Wrack St Anne", "Saltby", "Pans Lane"),
)

ACROSS, UP, SPACING_M = 5, 4, 135.0
FARM_M: Final = 520.0
"""How far apart the nodes of a lane lie; farms and cottages stand in between."""

VILLAGE_STREETS: Final = ("High Street", "Church Lane", "Mill Lane", "Green Lane", "Forge Lane")


def lay_villages(streets: Streets, dice: Dice, city_nodes: list[int]) -> None:
    """Lay every village, its lane to the nearest street of the city, and lanes between villages."""
    nodes = {name: lay_village(streets, dice, at) for name, at in VILLAGES.items()}
    for name, own in nodes.items():
        city = streets.nearest(VILLAGES[name], city_nodes)
        near = streets.nearest(streets.nodes[city], own)
        lay_lane(streets, dice, near, city, f"{name} Road")
    for one, other, lane in LANES:
        near = streets.nearest(VILLAGES[other], nodes[one])
        far = streets.nearest(VILLAGES[one], nodes[other])
        lay_lane(streets, dice, near, far, lane)


def lay_village(streets: Streets, dice: Dice, middle: Point) -> list[int]:
    """Lay one village's streets and give its nodes."""
    turn = dice.between(0, pi)
    nodes = {
        (column, row): streets.node(village_point(dice, middle, turn, column, row))
        for column in range(ACROSS)
        for row in range(UP)
    }
    for (column, row), node in nodes.items():
        if column + 1 < ACROSS and (row == 1 or not dice.chance(0.2)):
            name = VILLAGE_STREETS[0] if row == 1 else VILLAGE_STREETS[1 + row % 4]
            streets.edge(node, nodes[column + 1, row], name, Kind.STREET)
        if row + 1 < UP:
            kind = Kind.FOOTPATH if (column + row) % 5 == 4 else Kind.STREET
            name = "Church Path" if kind is Kind.FOOTPATH else VILLAGE_STREETS[column % 5]
            streets.edge(node, nodes[column, row + 1], name, kind)
    return list(nodes.values())


def village_point(dice: Dice, middle: Point, turn: float, column: int, row: int) -> Point:
    """Give where a corner of a village lies."""
    east = (column - (ACROSS - 1) / 2) * SPACING_M + dice.between(-24, 24)
    north = (row - (UP - 1) / 2) * SPACING_M + dice.between(-24, 24)
    return (
        middle[0] + east * cos(turn) - north * sin(turn),
        middle[1] + east * sin(turn) + north * cos(turn),
    )


def lay_lane(streets: Streets, dice: Dice, start: int, end: int, name: str) -> None:
    """Lay a winding lane with a node at every farm."""
    begin, finish = streets.nodes[start], streets.nodes[end]
    stops = max(1, round(apart(begin, finish) / FARM_M))
    sway, waves = dice.between(110, 190), dice.whole(2, 4)
    line = [winding(begin, finish, step / (stops * 6), sway, waves) for step in range(stops * 6)]
    last = start
    for stop in range(1, stops + 1):
        node = end if stop == stops else streets.node(line[stop * 6])
        streets.edge(last, node, name, Kind.STREET, tuple(line[stop * 6 - 5 : stop * 6]))
        last = node


def winding(begin: Point, finish: Point, share: float, sway: float, waves: int) -> Point:
    """Give a point part of the way along a lane that sways and ends where it should."""
    east, north = finish[0] - begin[0], finish[1] - begin[1]
    length = hypot(east, north)
    aside = sway * sin(pi * share) * sin(2 * pi * waves * share)
    return (
        begin[0] + share * east - aside * north / length,
        begin[1] + share * north + aside * east / length,
    )
