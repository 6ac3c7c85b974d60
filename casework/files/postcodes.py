"""Reads a file of postcodes: ours, Code-Point Open, or the National Statistics Postcode Lookup."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geography.problems import UnreadableFile
from geography.readers import PointKind, read_places
from records.child import Household
from rules.problems import UserFacingError
from store.identifiers import new_id

ROWS_NAMED = 5
"""How many bad rows a message names; the rest are counted."""


class UnreadablePostcodes(UserFacingError):
    """A postcode file in which rows cannot be read; nothing of it was brought in."""


@dataclass(frozen=True, slots=True)
class PostcodeFile:
    """A home at the middle of each postcode, marked as approximate, and what to tell of it."""

    homes: tuple[Household, ...]
    notes: tuple[str, ...]


def read_postcodes(path: Path) -> PostcodeFile:
    """Read a home at the middle of each postcode of a file.

    Raises UnreadablePostcodes naming the column, or the lines, and what was expected; also for a
    file of addresses, which holds many places for one postcode.
    """
    try:
        found = read_places(path)
    except UnreadableFile as error:
        raise UnreadablePostcodes(_words(path, error)) from error
    if found.kind in (PointKind.ADDRESSES, PointKind.OPEN_UPRN):
        raise UnreadablePostcodes(
            f"{path}: is {found.kind}, which has many places for a postcode; expected postcodes, "
            "such as Code-Point Open. Nothing was kept."
        )
    homes = tuple(
        Household(new_id(), (), each.postcode, each.easting, each.northing, "postcode", "")
        for each in found.points
    )
    return PostcodeFile(homes, (f"The file is {found.kind}.", *found.notes))


def _words(path: Path, error: UnreadableFile) -> str:
    said = [
        f"line {problem.line}: {problem.message}" if problem.line else problem.message
        for problem in error.problems
    ]
    more = f" and {len(said) - ROWS_NAMED} more" if len(said) > ROWS_NAMED else ""
    return f"{path}: {'; '.join(said[:ROWS_NAMED])}{more}. Nothing was kept; mend the file first."
