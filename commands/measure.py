"""measure: the shortest walking routes from one home to the schools of a file."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, Final

from casework.files.measure import Basis, MeasuredFile, Route, measure_files
from commands.network import add_reading, choices_of
from records.measurement import Way
from records.school import School
from rules.quantities import metres, miles_and_metres

HELP: Final = "measure walking routes from a home to schools along a network"

NETWORK: Final = "any file of streets and paths that can be brought in, or roads and paths together"

FAR_MM: Final = 25_000
"""A snap longer than this is worth a look: the network may lack the path to the door."""

TOO_FAR_MM: Final = 500_000
"""No drive or school path is as long: the figure itself says that it is not to be relied on."""

NAMED: Final = 5
"""How many schools a warning names before it says only how many more there are."""

HEADER: Final = ("URN", "School", "On the ground", "On the grid", "Gate to network")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of measure."""
    add = parser.add_argument
    add("--network", required=True, nargs="+", type=Path, metavar="FILE", help=NETWORK)
    add("--schools", required=True, type=Path, metavar="CSV", help="schools with their gates")
    add("--home", required=True, metavar="E,N", help="easting,northing in National Grid metres")
    add("--json", action="store_true", help="print JSON, in the order of the schools file")
    add("--routes", type=Path, metavar="DIR", help="write each route there as URN.geojson")
    add("--certificates", type=Path, metavar="DIR", help="write each certificate there as URN.pdf")
    bases, ways = [one.value for one in Basis], [one.value for one in Way]
    add("--basis", choices=bases, default="ground", help="the length that decides (%(default)s)")
    add("--way", choices=ways, default="walking", help="what the route is for (%(default)s)")
    add_reading(parser)


def run(args: argparse.Namespace) -> int:
    """Measure, print and write as asked; raises UserFacingError for input that cannot be used."""
    way, basis = Way(args.way), Basis(args.basis)
    to = (args.routes, args.certificates)
    choices = choices_of(args)
    measured = measure_files(args.network, args.schools, args.home, way, basis, *to, choices)
    print(as_json(measured) if args.json else as_table(measured))
    for warning in warnings(measured):
        print(f"warning: {warning}", file=sys.stderr)
    return 0


def as_json(measured: MeasuredFile) -> str:
    """Return the lengths in the order of the file, null where there is no route."""
    return json.dumps([entry(*one) for one in measured.routes], ensure_ascii=False, indent=1)


def entry(school: School, route: Route) -> dict[str, Any]:
    """Return one school's entry; the snaps are whole millimetres and not part of the lengths.

    An end beyond every sensible distance from the network adds a ``warning``.
    """
    found = {
        "school": school.urn,
        "name": school.name,
        "reachable": route.reachable,
        "grid_mm": route.grid_mm,
        "ground_mm": route.ground_mm,
        "home_snap_mm": route.home_snap_mm,
        "gate_snap_mm": route.gate_snap_mm,
    }
    far = too_far(route)
    return {**found, "warning": far} if far else found


def too_far(route: Route) -> str:
    """Say which end lies too far from the network for its figure to be relied on, if one does."""
    ends = (("home", route.home_snap_mm), ("gate", route.gate_snap_mm))
    far = [f"the {end} lies {metres(snap)} from it" for end, snap in ends if snap > TOO_FAR_MM]
    return f"the network does not reach there: {' and '.join(far)}" if far else ""


def as_table(measured: MeasuredFile) -> str:
    """Return a table to read, with the network that the figures belong to."""
    rows = [HEADER, *(table_row(*one) for one in measured.routes)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    home = f"Home to network: {metres(home_snap_mm(measured))}. No length includes it."
    named = f"Network {measured.network}, digest {measured.digest}"
    return "\n".join([*lines, "", named, home, *reasons(measured)])


def table_row(school: School, route: Route) -> tuple[str, str, str, str, str]:
    """Return one school's row."""
    to_network = metres(route.gate_snap_mm)
    if far := too_far(route):
        to_network = f"{to_network}; not to be relied on: {far}"
    if route.ground_mm is None or route.grid_mm is None:
        return school.urn, school.name, "no route", "no route", to_network
    ground, grid = miles_and_metres(route.ground_mm), metres(route.grid_mm)
    return school.urn, school.name, ground, grid, to_network


def reasons(measured: MeasuredFile) -> list[str]:
    """Say why schools have no route, each reason once."""
    whys: dict[str, list[str]] = {}
    for school, route in measured.routes:
        if route.why_none is not None:
            whys.setdefault(route.why_none, []).append(school.urn)
    return [f"No route to {', '.join(urns)}: {why}" for why, urns in whys.items()]


def warnings(measured: MeasuredFile) -> list[str]:
    """Return what the reader should know: the network's notes, and ends far from it."""
    found, home_snap = list(measured.notes), home_snap_mm(measured)
    if home_snap > FAR_MM:
        found.append(f"the home lies {metres(home_snap)} from the nearest line of the network")
    far = [
        f"{school.urn} ({metres(route.gate_snap_mm)})"
        for school, route in measured.routes
        if route.gate_snap_mm > FAR_MM
    ]
    if measured.unplaced:
        named = ", ".join(f"{school.urn} ({school.name})" for school in measured.unplaced)
        found.append(f"not measured, since they have no position: {named}")
    if far:
        more = f" and {len(far) - NAMED} more" if len(far) > NAMED else ""
        listed = ", ".join(far[:NAMED]) + more
        found.append(f"gates more than {metres(FAR_MM)} from the network: {listed}")
    return found


def home_snap_mm(measured: MeasuredFile) -> int:
    """Return how far the home lies from the network: the same for every school of a file."""
    return measured.routes[0][1].home_snap_mm
