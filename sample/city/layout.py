"""The whole city as one frozen value, and its network as the text of an edge file."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from io import StringIO

from sample.city.grid import lay_grid
from sample.city.ground import Point, park_line, river_line
from sample.city.paths import lay_islands, lay_park, lay_river_path
from sample.city.streets import Edge, Kind, Streets
from sample.city.villages import lay_villages
from sample.dice import Dice

COLUMNS = ("edge", "u", "v", "name", "kind", "motor", "wkt_bng")


@dataclass(frozen=True, slots=True)
class City:
    """Every street and path, the middle of the river from south to north, the park's edge."""

    edges: tuple[Edge, ...]
    river: tuple[Point, ...]
    park: tuple[Point, ...]


@cache
def city() -> City:
    """Lay out the city; the same to the centimetre every time."""
    streets, dice = Streets(), Dice("marlhaven city")
    lay_grid(streets, dice)
    corners = sorted({node for edge in streets.edges for node in (edge.u, edge.v)})
    lay_park(streets, corners)
    lay_river_path(streets, corners)
    lay_villages(streets, dice, corners)
    lay_islands(streets)
    return City(tuple(streets.edges), river_line(), park_line())


def network_csv(of: City) -> str:
    """Write the network as geography reads it: a row for each edge, lines as WKT in grid metres."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for edge in of.edges:
        motor = "yes" if edge.kind is Kind.STREET else "no"
        writer.writerow([edge.id, edge.u, edge.v, edge.name, edge.kind, motor, wkt(edge.points)])
    return text.getvalue()


def wkt(points: tuple[Point, ...]) -> str:
    """Write a line as well-known text, to the centimetre."""
    return f"LINESTRING ({', '.join(f'{east:.2f} {north:.2f}' for east, north in points)})"
