"""Reads a network from a CSV file of edges with their lines as WKT in National Grid metres.

Columns: ``edge``, ``u``, ``v``, ``wkt_bng``; if there, also ``name``, ``motor`` and ``oneway`` (yes
or no). Any other column is left aside, a length column above all: it is rounded, the line is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from geography.building import LineTable, build
from geography.lengths import BoolArray
from geography.network import Network
from geography.problems import UnreadableFile
from geography.readers.coordinates import problems_of_lines
from geography.readers.tables import Row, read_table
from rules.problems import Problem

REQUIRED: Final = ("edge", "u", "v", "wkt_bng")
YES_NO: Final = ("yes", "no")

Lines = NDArray[np.object_]


def network_from_csv(content: bytes, place: str, name: str) -> Network:
    """Return the network in a CSV file of edges; ``place`` is how errors call the file.

    Raises UnreadableFile for anything in it that cannot be trusted.
    """
    rows = read_table(content, place, REQUIRED)
    stop_at(place, [*blanks(rows), *repeated(rows), *bad_flags(rows)])
    lines = parsed(rows)
    stop_at(
        place,
        [
            (row.line, wrong)
            for row, line in zip(rows, lines, strict=True)
            if (wrong := wrong_line(line))
        ],
    )
    table = table_of(rows, lines)
    stop_at(place, problems_of_lines(table, [row.line for row in rows]))
    return build(name, sha256(content).hexdigest(), table)


def parsed(rows: Sequence[Row]) -> Lines:
    """Return each row's line, None where its text is none; a NaN is found among the points."""
    with np.errstate(invalid="ignore"):
        lines: Lines = shapely.from_wkt([row["wkt_bng"] for row in rows], on_invalid="ignore")
    return lines


def stop_at(place: str, problems: Sequence[tuple[int, str]]) -> None:
    """Raise UnreadableFile where there are problems, each a line number and a message."""
    if problems:
        raise UnreadableFile([Problem(place, message, line) for line, message in problems])


def blanks(rows: Sequence[Row]) -> list[tuple[int, str]]:
    """Find needed fields that are empty."""
    return [
        (row.line, f"has no {column}; expected one in every row.")
        for row in rows
        for column in REQUIRED
        if not row[column].strip()
    ]


def repeated(rows: Sequence[Row]) -> list[tuple[int, str]]:
    """Find edge ids that stand more than once."""
    counts = Counter(row["edge"].strip() for row in rows)
    return [
        (
            row.line,
            f"edge {row['edge'].strip()} stands {counts[row['edge'].strip()]} times; "
            "expected each edge id once.",
        )
        for row in rows
        if counts[row["edge"].strip()] > 1
    ]


def bad_flags(rows: Sequence[Row]) -> list[tuple[int, str]]:
    """Find flags that are neither yes nor no; an empty oneway means no."""
    return [
        (row.line, f"{column} is '{row[column].strip()}'; expected yes or no.")
        for row in rows
        for column, empty_is_no in (("motor", False), ("oneway", True))
        if not is_flag(row, column, empty_is_no)
    ]


def is_flag(row: Row, column: str, empty_is_no: bool) -> bool:
    """Say whether a flag can be understood, or its column is not in the file at all."""
    text = row[column].strip().lower()
    return column not in row.fields or text in YES_NO or (empty_is_no and not text)


def wrong_line(line: Any) -> str | None:
    """Say what is wrong with one parsed line, or None where it can be used."""
    if line is None:
        return "wkt_bng cannot be read; expected LINESTRING (easting northing, …), whole."
    if line.geom_type != "LineString":
        return f"wkt_bng is a {line.geom_type}; expected one LINESTRING in each row."
    if line.has_z or getattr(line, "has_m", False):
        return "wkt_bng has heights or measures; expected easting and northing only."
    if line.is_empty:
        return "wkt_bng has no points; expected at least two."
    return None


def table_of(rows: Sequence[Row], lines: Lines) -> LineTable:
    """Put rows and their lines into columns."""
    says_motor = "motor" in rows[0].fields
    return LineTable(
        ids=[row["edge"].strip() for row in rows],
        u=[row["u"].strip() for row in rows],
        v=[row["v"].strip() for row in rows],
        names=[row["name"].strip() for row in rows],
        points=shapely.get_coordinates(lines),
        counts=shapely.get_num_points(lines).astype(np.int64),
        motor=flags(rows, "motor") if says_motor else None,
        oneway=flags(rows, "oneway"),
    )


def flags(rows: Sequence[Row], column: str) -> BoolArray:
    """Return a column of yes and no; empty is no."""
    return np.array([row[column].strip().lower() == "yes" for row in rows], dtype=np.bool_)
