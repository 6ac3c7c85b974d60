"""Lines that somebody makes rather than reads, and the CSV file of edges that they become."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from geography.network import Network, Point
from geography.readers.edges import network_from_csv


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a network, drawn from node u to node v in grid metres.

    ``motor`` says whether a motor vehicle may pass, None where that is not known.
    """

    id: str
    u: str
    v: str
    points: tuple[Point, ...]
    name: str = ""
    motor: bool | None = None
    oneway: bool = False


def network_of(name: str, lines: Iterable[Line]) -> Network:
    """Build a network from lines: the very one that their CSV file gives, digest and all.

    Raises UnreadableFile, as reading that file would.
    """
    return network_from_csv(edges_csv(lines).encode(), name, name)


def edges_csv(lines: Iterable[Line]) -> str:
    """Return lines as a CSV file of edges, with every digit of their coordinates.

    The column motor is written where all lines say whether a motor vehicle may pass.
    """
    kept = list(lines)
    says_motor = all(line.motor is not None for line in kept)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["edge", "u", "v", "name", *["motor"] * says_motor, "oneway", "wkt_bng"])
    for line in kept:
        flags = [yes_no(line.motor is True)] * says_motor + [yes_no(line.oneway)]
        writer.writerow([line.id, line.u, line.v, line.name, *flags, wkt(line)])
    return out.getvalue()


def wkt(line: Line) -> str:
    """Return a line's points as WKT."""
    points = ", ".join(f"{float(east)!r} {float(north)!r}" for east, north in line.points)
    return f"LINESTRING ({points})"


def yes_no(flag: bool) -> str:
    """Return yes or no."""
    return "yes" if flag else "no"
