"""The published layouts of files of places: what their columns are called, and how to tell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from geography.readers.tables import unreadable

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
    "organisation", "organisation_name", "rm_organisation_name", "department_name",
    "sub_building_name", "sub_building", "building_name", "building_number",
    "dependent_thoroughfare", "thoroughfare", "street_name",
    "double_dependent_locality", "dependent_locality", "locality", "post_town", "town_name",
)  # fmt: skip
"""In the order in which an address is written."""

NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")
UPRN: Final = re.compile(r"0*[0-9]{1,12}")
UPRN_EXPECTED: Final = (
    "expected up to 12 digits. A spreadsheet may have rewritten it: take the file as it was "
    "supplied"
)


def check_names_columns(first: Sequence[str], place: str) -> None:
    """Raise UnreadableFile for a first row with numbers in it: no header, but data."""
    if any(NUMBER.fullmatch(field.strip()) for field in first):
        raise unreadable(
            place,
            "begins with data, not with the names of its columns. Ordnance Survey supplies those "
            "of AddressBase in a header file of their own: put its line before the first row.",
            1,
        )


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
