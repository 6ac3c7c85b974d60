"""The schools of Marlhaven as records, their gates on real corners of the network."""

from __future__ import annotations

from functools import cache

from records.school import Gate, School
from sample.city import City, city
from sample.city.ground import MIDDLE, Point, apart
from sample.identifiers import identifier
from sample.school_table import SCHOOLS, Row

FIRST_URN = 990_001
"""Numbers from here on have not been given to any school."""

GATE_NAMES = ("Main gate", "Back gate", "Field gate")
GATES_APART_M = 85.0
STEP_M = (3.0, 2.0)
"""How far a gate stands from the corner it opens on, east and north."""


@cache
def schools() -> tuple[School, ...]:
    """Give every school, in the order of the table."""
    corners = joined_corners(city())
    return tuple(school(number, row, corners) for number, row in enumerate(SCHOOLS))


def school(number: int, row: Row, corners: list[Point]) -> School:
    """Make one school's record."""
    return School(
        id=identifier("school", number),
        urn=str(FIRST_URN + number),
        name=row.name,
        kind=row.kind,
        governance=row.governance,
        age_from=row.age_from,
        age_to=row.age_to,
        belief=row.belief,
        places_free=row.free,
        gates=gates(row, corners),
    )


def joined_corners(of: City) -> list[Point]:
    """Give the corners where streets meet, each once, in order of their numbers."""
    found = {edge.u: edge.points[0] for edge in of.edges if edge.kind == "street"}
    found |= {edge.v: edge.points[-1] for edge in of.edges if edge.kind == "street"}
    return [found[node] for node in sorted(found)]


def gates(row: Row, corners: list[Point]) -> tuple[Gate, ...]:
    """Put the gates at the nearest corners that lie well apart."""
    whereabouts = (MIDDLE[0] + row.east, MIDDLE[1] + row.north)
    chosen: list[Point] = []
    for corner in sorted(corners, key=lambda each: (apart(each, whereabouts), each)):
        if all(apart(corner, each) > GATES_APART_M for each in chosen):
            chosen.append(corner)
        if len(chosen) == row.gates:
            break
    return tuple(
        Gate(name, round(east + STEP_M[0], 2), round(north + STEP_M[1], 2))
        for name, (east, north) in zip(GATE_NAMES, chosen, strict=False)
    )
