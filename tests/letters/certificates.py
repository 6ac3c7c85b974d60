"""A measurement certificate to change one thing of: a route of two miles over a few streets."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from records.certificate import (
    Alternative,
    LimitHeldAgainst,
    MeasurementCertificate,
    StreetOnTheWay,
)
from records.figure import ClaimedFigure
from records.measurement import ChosenPlace, Measurement, Way
from records.school import Gate
from records.stretch import Stretch, StretchKind

NM = 1_000_000
EAST, NORTH = 442_000.0, 112_000.0
AT = datetime(2026, 6, 14, 23, 30, tzinfo=UTC)  # half past midnight on the 15th in Britain
HOME, GATE = (EAST - 6.0, NORTH + 4.0), (EAST + 1_603.0, NORTH + 1_604.0)
LINE = (
    (EAST, NORTH),
    (EAST + 800.0, NORTH),
    (EAST + 800.0, NORTH + 1_600.0),
    (EAST + 1_600.0, NORTH + 1_600.0),
)


def street(name: str, kind: str, metres: float, *line: tuple[float, float]) -> StreetOnTheWay:
    """A street whose length on the ground is a little more than that on the grid."""
    grid = round(metres * 1000 * NM)
    return StreetOnTheWay(name, kind, ("7",), grid, grid + grid // 2500, line)


STREETS = (
    street("Quay Lane", "", 800.0, *LINE[:2]),
    street("Harbour Road", "", 1_600.0, *LINE[1:3]),
    street("", "footway", 799.9996, *LINE[2:]),
)
GRID_MM = -(-sum(each.grid_nm for each in STREETS) // NM)
GROUND_MM = -(-sum(each.ground_nm for each in STREETS) // NM)

KEPT = Measurement(
    id="m-1",
    application="a-1",
    way=Way.WALKING,
    school="s-1",
    gate="main gate",
    network="Marlhaven streets 2026-06",
    digest="ab" * 32,
    home=HOME,
    home_on_network=LINE[0],
    gate_on_network=LINE[-1],
    home_snap_mm=7_212,
    gate_snap_mm=5_000,
    grid_mm=GRID_MM,
    ground_mm=GROUND_MM,
    line=LINE,
    why_none=None,
    by="p-1",
    at=AT,
    made_from="cd" * 32,
    gates=(Gate("main gate", *GATE), Gate("back gate", GATE[0] + 150, GATE[1] + 20)),
    day=date(2026, 9, 1),
    age=7,
)

UNSAFE = Stretch(
    "st-1", StretchKind.UNSAFE, "Mill Hill", "ab" * 32, ("12",),
    (((EAST, NORTH + 300), (EAST + 400, NORTH + 300), (EAST + 800, NORTH + 300)),),
    ((EAST + 100, NORTH + 300), (EAST + 500, NORTH + 300)), (Way.WALKING,),
    "No footway on a bend", "site visit of 3 June 2026", date(2026, 9, 1), None, None, 10,
    "p-1", "A. Officer", AT,
)  # fmt: skip
ADDED = replace(
    UNSAFE, id="st-2", kind=StretchKind.ADDED, name="Orchard path", edges=(), between=None,
    lines=(((EAST + 700, NORTH), (EAST + 800, NORTH + 100)),), reason="Walked daily",
    from_day=None, age_to=None,
)  # fmt: skip
CLAIM = ClaimedFigure(
    "c-1", "a-1", Way.WALKING, 3_100_000, "a web map", date(2026, 6, 20), "m-1", GROUND_MM,
    "It follows a stretch that was found unsafe; ours goes round it.", "p-1", "A. Officer", AT,
)  # fmt: skip
PLACE = ChosenPlace("ch-1", "a-1", "home", "44", None, "The drive meets Quay Lane", "p-1",
                    "A. Officer", AT)  # fmt: skip

RECORD = MeasurementCertificate(
    reference="MH-00217",
    child_name="Rowan Thackeray",
    school_name="Brook Road Primary",
    day_of_travel=date(2026, 9, 1),
    measurement=KEPT,
    method=("This is the shortest walking route that is available along streets and paths.",),
    imported_on=datetime(2026, 1, 31, 12, tzinfo=UTC),
    network_edges=1_204,
    network_notes=("Two lines had no length.",),
    gate_position=GATE,
    streets=STREETS,
    alternatives=(
        Alternative("to the back gate", GRID_MM + 150_000, GROUND_MM + 150_060, None,
                    (*LINE, (GATE[0] + 150, GATE[1] + 20))),
        Alternative("by road, passable for a motor vehicle", None, None, "No such road", ()),
    ),
    stretches=(UNSAFE, ADDED),
    not_placed=(replace(UNSAFE, id="st-3", name="Old Bridge"),),
    stretch_lines=(*UNSAFE.lines, *ADDED.lines),
    chosen=(PLACE,),
    counts="ground",
    limits=(LimitHeldAgainst(3_218_688, GROUND_MM - 3_218_688),),
    claimed=(CLAIM,),
    around=tuple(
        line
        for n in range(-4, 14)
        for line in (
            ((EAST - 900, NORTH + n * 200.0), (EAST + 3_000, NORTH + n * 200.0)),
            ((EAST + n * 200.0, NORTH - 900), (EAST + n * 200.0, NORTH + 3_000)),
        )
    ),
    warnings=("The home lies 7 m from the line it was put on.",),
)  # fmt: skip


def record(**changes: Any) -> MeasurementCertificate:
    """The certificate with something changed; ``kept`` holds changes of its measurement."""
    kept = replace(RECORD.measurement, **changes.pop("kept", {}))
    return replace(RECORD, measurement=kept, **changes)


def without_route(why: str) -> MeasurementCertificate:
    """The certificate of a route that does not exist."""
    return record(
        kept={"grid_mm": None, "ground_mm": None, "line": (), "why_none": why},
        streets=(),
        limits=(LimitHeldAgainst(3_218_688, None),),
    )


def long_way(streets: int) -> MeasurementCertificate:
    """The certificate of a route along so many named streets of 40 metres."""
    ways = tuple(
        street(f"Street {n}", "residential", 40.0, (EAST + 40.0 * n, NORTH),
               (EAST + 40.0 * n + 40.0, NORTH))
        for n in range(streets)
    )  # fmt: skip
    grid, ground = (sum(getattr(each, f"{on}_nm") for each in ways) for on in ("grid", "ground"))
    line = ((EAST, NORTH), (EAST + 40.0 * streets, NORTH))
    return record(
        kept={"grid_mm": -(-grid // NM), "ground_mm": -(-ground // NM), "line": line},
        streets=ways,
        gate_position=line[-1],
    )
