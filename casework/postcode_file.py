"""Reads a file of postcodes with their middles in grid metres."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from geography.grid import what_is_wrong
from records.child import Household
from rules.problems import UserFacingError
from store.identifiers import new_id

COLUMNS = ("postcode", "easting", "northing")
ROWS_NAMED = 5
"""How many bad rows a message names; the rest are counted."""

Row = dict[str, str | None]


class UnreadablePostcodes(UserFacingError):
    """A postcode file in which rows cannot be read; nothing of it was brought in."""


def read_postcodes(path: Path) -> list[Household]:
    """Read a home at the middle of each postcode of a file, marked as approximate.

    Raises UnreadablePostcodes naming the column, or the lines, and what was expected.
    """
    rows = _rows(path)
    columns = set(rows[0]) if rows else set()
    if missing := [column for column in COLUMNS if column not in columns]:
        raise UnreadablePostcodes(
            f"{path}: the column {', '.join(missing)} is missing; expected postcode, "
            "easting and northing. Nothing was kept."
        )
    wrong = [f"line {line}: {words}" for line, row in enumerate(rows, 2) if (words := _wrong(row))]
    if wrong:
        more = f" and {len(wrong) - ROWS_NAMED} more" if len(wrong) > ROWS_NAMED else ""
        raise UnreadablePostcodes(
            f"{path}: {'; '.join(wrong[:ROWS_NAMED])}{more}. Nothing was kept; mend the file first."
        )
    return [_home(row) for row in rows]


def _rows(path: Path) -> list[Row]:
    try:
        return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    except UnicodeDecodeError:
        why = "it is not text in UTF-8"
    except (OSError, csv.Error) as error:
        why = getattr(error, "strerror", None) or str(error)
    raise UnreadablePostcodes(f"{path}: cannot be read ({why}). Nothing was kept.")


def _wrong(row: Row) -> str | None:
    """Say what is wrong with a row, None where it can be used."""
    if not (row["postcode"] or "").strip():
        return "has no postcode"
    for column in ("easting", "northing"):
        if _metres(row[column]) is None:
            return f"{column} is '{row[column] or ''}'; expected National Grid metres"
    return what_is_wrong(_metres(row["easting"]) or 0.0, _metres(row["northing"]) or 0.0)


def _metres(text: str | None) -> float | None:
    try:
        return float(text or "")
    except ValueError:
        return None


def _home(row: Row) -> Household:
    easting, northing = _metres(row["easting"]), _metres(row["northing"])
    postcode = (row["postcode"] or "").strip()
    return Household(new_id(), (), postcode, easting, northing, "postcode", "")
