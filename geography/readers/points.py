"""Reads places by postcode or UPRN: Code-Point Open, NSPL, AddressBase, OS Open UPRN, our own."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from geography.grid import what_is_wrong
from geography.problems import UnreadableFile
from geography.readers.tables import LONGEST_FIELD, decoded, unreadable
from rules.problems import Problem

POSTCODE: Final = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}")
CODE_POINT_HEADER: Final = (
    "postcode", "quality", "easting", "northing", "country", "nhs region", "nhs authority",
    "county", "district", "ward",
)  # fmt: skip


class PointKind(StrEnum):
    """What a file of places is."""

    OWN = "postcodes with easting and northing"
    CODE_POINT = "Code-Point Open"
    NSPL = "the National Statistics Postcode Lookup"
    ADDRESSES = "AddressBase"
    OPEN_UPRN = "OS Open UPRN"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; ``ended`` is filled for a postcode no longer in use."""

    postcode: tuple[str, ...] = ()
    uprn: tuple[str, ...] = ()
    east: tuple[str, ...] = ()
    north: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()


KNOWN: Final = {
    PointKind.OPEN_UPRN: Columns(uprn=("uprn",), east=("x_coordinate",), north=("y_coordinate",)),
    PointKind.ADDRESSES: Columns(
        uprn=("uprn",),
        postcode=("postcode", "postcode_locator"),
        east=("x_coordinate", "easting"),
        north=("y_coordinate", "northing"),
        address=("single_line_address", "address"),
    ),
    PointKind.NSPL: Columns(
        postcode=("pcds", "pcd7", "pcd", "pcd2"),
        east=("oseast1m", "east1m"),
        north=("osnrth1m", "north1m"),
        ended=("doterm",),
    ),
    PointKind.OWN: Columns(postcode=("postcode",), east=("easting",), north=("northing",)),
    PointKind.CODE_POINT: Columns(postcode=("postcode",), east=("easting",), north=("northing",)),
}
ADDRESS_PARTS: Final = (
    "organisation", "organisation_name", "sub_building_name", "sub_building", "building_name",
    "building_number", "thoroughfare", "street_name", "locality", "post_town", "town_name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """A place in grid metres: a postcode's middle, or the one address of a UPRN."""

    postcode: str
    uprn: str
    easting: float
    northing: float
    address: str = ""


@dataclass(frozen=True, slots=True)
class PointList:
    """The places of a file in its order, what the file is, and in words what was left out."""

    kind: PointKind
    points: tuple[Point, ...]
    notes: tuple[str, ...]


Row = tuple[int, dict[str, str]]


def read_points(content: bytes, place: str) -> PointList:
    """Return the places of a file; ``place`` is how errors call it.

    Rows without a position by design (Code-Point's quality 90, NSPL's terminated postcodes) are
    left out and counted. Raises UnreadableFile naming rows that cannot be read.
    """
    rows, header = rows_of(content, place)
    kind = kind_of(header, place)
    known, notes = KNOWN[kind], list[str]()
    used = [row for row in rows if not first_of(row[1], known.ended)]
    say(notes, len(rows) - len(used), "postcodes no longer in use were left out.")
    placed = [row for row in used if has_place(row[1], known, kind)]
    say(notes, len(used) - len(placed), "have no position in the file and were left out.")
    problems = [Problem(place, wrong, line) for line, row in placed if (wrong := bad(row, known))]
    if problems:
        raise UnreadableFile(problems)
    if not placed:
        raise unreadable(place, "has no row with a position; expected some.")
    return PointList(kind, tuple(point_of(row, known) for _, row in placed), tuple(notes))


def say(notes: list[str], count: int, words: str) -> None:
    """Note a count where there is one."""
    if count:
        notes.append(f"{count:,} {words}")


def rows_of(content: bytes, place: str) -> tuple[list[Row], tuple[str, ...]]:
    """Return the rows with their lines, and the header; Code-Point Open has none."""
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(io.StringIO(decoded(content, place), newline=""), strict=True)
    try:
        read = [(reader.line_num, fields) for fields in reader if any(fields)]
    except csv.Error as error:
        raise unreadable(place, f"breaks off or is damaged here ({error}).", reader.line_num) from (
            error
        )
    headless = is_code_point(read[0][1])
    header = (
        CODE_POINT_HEADER if headless else tuple(column.strip().lower() for column in read[0][1])
    )
    body = read if headless else read[1:]
    wrong = [
        Problem(place, f"has {len(fields)} fields; expected {len(header)}.", line)
        for line, fields in body
        if len(fields) != len(header)
    ]
    if wrong:
        raise UnreadableFile(wrong)
    if not body:
        raise unreadable(place, "has a header but no rows; expected one row for each place.")
    return [(line, dict(zip(header, fields, strict=True))) for line, fields in body], header


def is_code_point(first: Sequence[str]) -> bool:
    """Say whether a first row is one of Code-Point Open, which has no header."""
    return len(first) == len(CODE_POINT_HEADER) and bool(
        POSTCODE.fullmatch(" ".join(first[0].split()))
    )


def kind_of(header: tuple[str, ...], place: str) -> PointKind:
    """Say what a file with this header is."""
    if header == CODE_POINT_HEADER:
        return PointKind.CODE_POINT
    if "uprn" in header:
        extra = set(header) - {"uprn", "x_coordinate", "y_coordinate", "latitude", "longitude"}
        return PointKind.ADDRESSES if extra else PointKind.OPEN_UPRN
    if any(name in header for name in KNOWN[PointKind.NSPL].east):
        return PointKind.NSPL
    missing = [name for name in ("postcode", "easting", "northing") if name not in header]
    if missing:
        raise unreadable(
            place,
            f"the column {', '.join(missing)} is missing; expected postcode, easting and northing, "
            "or a file of Code-Point Open, NSPL, AddressBase or OS Open UPRN.",
        )
    return PointKind.OWN


def first_of(row: dict[str, str], names: Sequence[str]) -> str:
    """Return the first of these columns that is filled."""
    return next((row[name].strip() for name in names if row.get(name, "").strip()), "")


def has_place(row: dict[str, str], known: Columns, kind: PointKind) -> bool:
    """Say whether a row has a position; files of our own must have one in every row."""
    if kind is PointKind.OWN:
        return True
    if row.get("quality") == "90" or row.get("osgrdind", row.get("gridind")) == "9":
        return False
    east, north = first_of(row, known.east), first_of(row, known.north)
    return bool(east and north) and (east, north) != ("0", "0")


def bad(row: dict[str, str], known: Columns) -> str | None:
    """Say what is wrong with a row, None where it can be used."""
    if not first_of(row, (*known.postcode, *known.uprn)):
        return "has no postcode" if known.postcode and not known.uprn else "has no UPRN"
    for names in (known.east, known.north):
        if metres(first_of(row, names)) is None:
            return f"{names[0]} is '{first_of(row, names)}'; expected National Grid metres"
    return what_is_wrong(
        metres(first_of(row, known.east)) or 0.0, metres(first_of(row, known.north)) or 0.0
    )


def metres(text: str) -> float | None:
    """Return a number of metres, None for other text."""
    try:
        return float(text)
    except ValueError:
        return None


def point_of(row: dict[str, str], known: Columns) -> Point:
    """Return one place."""
    return Point(
        postcode=spaced(first_of(row, known.postcode)),
        uprn=first_of(row, known.uprn),
        easting=float(first_of(row, known.east)),
        northing=float(first_of(row, known.north)),
        address=first_of(row, known.address) or ", ".join(address_parts(row)),
    )


def address_parts(row: dict[str, str]) -> Iterator[str]:
    """Give the parts of an address that are filled, each once."""
    parts = [first_of(row, (name,)) for name in ADDRESS_PARTS]
    yield from Counter(part for part in parts if part)


def spaced(postcode: str) -> str:
    """Write a postcode with its one space: ``SO140AA`` → ``SO14 0AA``."""
    joined = "".join(postcode.upper().split())
    return f"{joined[:-3]} {joined[-3:]}" if POSTCODE.fullmatch(joined) else postcode.strip()
