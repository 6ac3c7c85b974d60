"""Reads places by postcode or UPRN: Code-Point Open, NSPL, AddressBase, OS Open UPRN, our own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geography.counted import counted
from geography.grid import what_is_wrong
from geography.problems import UnreadableFile
from geography.readers.point_layouts import (
    ADDRESS_PARTS,
    CODE_POINT_HEADER,
    KNOWN,
    POSTCODE,
    UPRN,
    UPRN_EXPECTED,
    Columns,
    PointKind,
    check_names_columns,
    is_code_point,
    kind_of,
)
from geography.readers.tables import csv_rows, unreadable
from rules.problems import Problem

UNPLACED: Final = "{has|have} no position in the file and {was|were} left out."


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
    say(notes, len(rows) - len(used), "{postcode|postcodes} no longer in use {was|were} left out.")
    placed = [row for row in used if has_place(row[1], known, kind)]
    say(notes, len(used) - len(placed), UNPLACED)
    problems = [Problem(place, wrong, line) for line, row in placed if (wrong := bad(row, known))]
    if problems:
        raise UnreadableFile(problems)
    if not placed:
        raise unreadable(place, "has no row with a position; expected some.")
    return PointList(kind, tuple(point_of(row, known) for _, row in placed), tuple(notes))


def say(notes: list[str], count: int, words: str) -> None:
    """Note a count where there is one; ``words`` are as ``counted`` reads them."""
    if count:
        notes.append(counted(count, words))


def rows_of(content: bytes, place: str) -> tuple[list[Row], tuple[str, ...]]:
    """Return the rows with their lines, and the header; Code-Point Open has none."""
    read = csv_rows(content, place)
    headless = is_code_point(read[0][1])
    if not headless:
        check_names_columns(read[0][1], place)
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
    uprn = first_of(row, known.uprn)
    if uprn and not UPRN.fullmatch(uprn):
        return f"UPRN is '{uprn}'; {UPRN_EXPECTED}"
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
