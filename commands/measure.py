"""measure: the shortest walking routes from one home to the schools of a file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from geography import (
    Basis,
    Network,
    Route,
    UnusablePosition,
    as_geojson,
    measure_case,
    read_network,
    read_schools,
)
from records.measurement import Way
from records.school import School
from rules.problems import UserFacingError
from rules.quantities import miles_and_metres

HELP: Final = "measure walking routes from a home to schools along a network"

FAR_MM: Final = 25_000
"""A snap longer than this is worth a look: the network may lack the path to the door."""

Measured = Sequence[tuple[School, Route]]


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of measure."""
    add = parser.add_argument
    add("--network", required=True, type=Path, metavar="EDGES", help="edges as CSV or GeoJSON")
    add("--schools", required=True, type=Path, metavar="CSV", help="schools with their gates")
    add("--home", required=True, metavar="E,N", help="easting,northing in National Grid metres")
    add("--json", action="store_true", help="print JSON, in the order of the schools file")
    add("--routes", type=Path, metavar="DIR", help="write each route there as URN.geojson")
    add(
        "--basis",
        choices=[one.value for one in Basis],
        default=Basis.GROUND.value,
        help="the length that decides which route is shortest (default: ground)",
    )
    add(
        "--way",
        choices=[one.value for one in Way],
        default=Way.WALKING.value,
        help="on foot (default), or passable for a motor vehicle",
    )


def run(args: argparse.Namespace) -> int:
    """Measure, print and write as asked; raises UserFacingError for input that cannot be used."""
    home = position(args.home)
    network, schools = read_network(args.network), read_schools(args.schools)
    measured = measure_case(network, home, schools, Way(args.way), Basis(args.basis))
    if args.routes is not None:
        write_routes(args.routes, measured)
    print(as_json(measured) if args.json else as_table(network, measured))
    for warning in warnings(network, measured):
        print(f"warning: {warning}", file=sys.stderr)
    return 0


def position(text: str) -> tuple[float, float]:
    """Return the easting and northing in ``E,N``; raises UnusablePosition for other text."""
    parts = text.split(",")
    try:
        easting, northing = (float(part) for part in parts)
    except ValueError as error:
        raise UnusablePosition(
            f"--home: '{text}' is no position; expected easting,northing in National Grid metres, "
            "such as 521430.59,105381.19."
        ) from error
    return easting, northing


def as_json(measured: Measured) -> str:
    """Return the lengths in the order of the file, null where there is no route."""
    return json.dumps([entry(*one) for one in measured], ensure_ascii=False, indent=1)


def entry(school: School, route: Route) -> dict[str, Any]:
    """Return one school's entry; the snaps are whole millimetres and not part of the lengths."""
    return {
        "school": school.urn,
        "name": school.name,
        "reachable": route.reachable,
        "grid_mm": route.grid_mm,
        "ground_mm": route.ground_mm,
        "home_snap_mm": route.home_snap_mm,
        "gate_snap_mm": route.gate_snap_mm,
    }


def as_table(network: Network, measured: Measured) -> str:
    """Return a table to read, with the network that the figures belong to."""
    rows = [("URN", "School", "On the ground", "On the grid", "To gate")]
    rows += [table_row(*one) for one in measured]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    home = f"Home to network: {metres(measured[0][1].home_snap_mm)}, not part of the lengths."
    lines += ["", f"Network {network.name}, digest {network.digest}", home]
    return "\n".join([*lines, *reasons(measured)])


def table_row(school: School, route: Route) -> tuple[str, str, str, str, str]:
    """Return one school's row."""
    to_gate = metres(route.gate_snap_mm)
    if route.ground_mm is None or route.grid_mm is None:
        return school.urn, school.name, "no route", "no route", to_gate
    ground, grid = miles_and_metres(route.ground_mm), metres(route.grid_mm)
    return school.urn, school.name, ground, grid, to_gate


def metres(millimetres: int) -> str:
    """Write whole millimetres as metres."""
    return f"{millimetres // 1000:,}.{millimetres % 1000:03} m"


def reasons(measured: Measured) -> list[str]:
    """Say why schools have no route, each reason once."""
    whys: dict[str, list[str]] = {}
    for school, route in measured:
        if route.why_none is not None:
            whys.setdefault(route.why_none, []).append(school.urn)
    return [f"No route to {', '.join(urns)}: {why}" for why, urns in whys.items()]


def warnings(network: Network, measured: Measured) -> list[str]:
    """Return what the reader should know: the network's notes, and ends far from it."""
    found = list(network.notes)
    home_snap = measured[0][1].home_snap_mm
    if home_snap > FAR_MM:
        found.append(f"the home lies {metres(home_snap)} from the nearest line of the network")
    far = [
        f"{school.urn} ({metres(route.gate_snap_mm)})"
        for school, route in measured
        if route.gate_snap_mm > FAR_MM
    ]
    if far:
        found.append(f"gates more than {metres(FAR_MM)} from the network: {', '.join(far)}")
    return found


def write_routes(folder: Path, measured: Measured) -> None:
    """Write each route that exists as one GeoJSON file named after the URN."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for school, route in measured:
            if route.reachable:
                text = as_geojson(route, school.urn, school.name)
                file = folder / f"{quote(school.urn, safe='')}.geojson"
                file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UserFacingError(
            f"{folder}: routes cannot be written there ({error.strerror or error}). "
            "Name a folder that can be written to with --routes."
        ) from error
