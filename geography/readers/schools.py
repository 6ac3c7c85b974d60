"""Reads schools from a CSV file; several rows with one URN are several gates of one school.

Columns: ``urn``, ``name``, ``easting``, ``northing``; if there, also ``gate``, ``min_age``,
``max_age``, ``religious_character`` and ``admits`` (mixed, boys or girls), and the days and hours
of ``gate_times``. Without gates the site's own point stands for the gate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from geography.grid import what_is_wrong
from geography.problems import UnreadableFile
from geography.readers.gate_times import (
    CLOSES,
    FROM,
    OPENS,
    UNTIL,
    day_in,
    hour_in,
    wrong_times,
)
from geography.readers.tables import Row, read_table
from records.school import Gate, School
from rules.problems import Problem

REQUIRED: Final = ("urn", "name", "easting", "northing")
NUMBER: Final = re.compile(r"[+-]?\d+(\.\d*)?", re.ASCII)
NO_BELIEF: Final = frozenset({"", "none", "does not apply", "not applicable"})
SITE_POINT: Final = "site point"
ADMITS: Final = {"mixed": "mixed", "boys": "boys", "girls": "girls"}
"""Whom a school admits, by the file's word; for any other that is not known."""


def schools_from_csv(content: bytes, place: str) -> tuple[School, ...]:
    """Return the schools of a CSV file in its order; ``place`` is how errors call the file.

    A school's id is its URN, as in the file. Raises UnreadableFile naming every row that has no
    URN, name or usable position, or that names a school differently from the row before.
    """
    rows = read_table(content, place, REQUIRED)
    problems = [Problem(place, wrong, row.line) for row in rows if (wrong := wrong_with(row))]
    problems += [Problem(place, message, line) for line, message in renamed(rows)]
    if problems:
        raise UnreadableFile(sorted(problems, key=lambda problem: problem.line or 0))
    by_urn: dict[str, list[Row]] = {}
    for row in rows:
        by_urn.setdefault(row["urn"].strip(), []).append(row)
    return tuple(school_of(urn, group) for urn, group in by_urn.items())


def wrong_with(row: Row) -> str | None:
    """Say what is wrong with a row, or None where it can be used."""
    for column in REQUIRED:
        if not row[column].strip():
            return f"has no {column}; expected one in every row."
    for column in ("easting", "northing"):
        if not NUMBER.fullmatch(row[column].strip()):
            return f"{column} is '{row[column].strip()}'; expected National Grid metres."
    wrong = what_is_wrong(float(row["easting"]), float(row["northing"]))
    return wrong_times(row) if wrong is None else f"{wrong}."


def renamed(rows: Sequence[Row]) -> list[tuple[int, str]]:
    """Find rows that give a URN another name than its first row does."""
    names: dict[str, str] = {}
    return [
        (
            row.line,
            f"URN {urn} is '{row['name'].strip()}' here and '{names[urn]}' above; "
            "expected one name for each URN.",
        )
        for row in rows
        if (urn := row["urn"].strip())
        and names.setdefault(urn, row["name"].strip()) != row["name"].strip()
    ]


def school_of(urn: str, rows: Sequence[Row]) -> School:
    """Return one school with its gates. Kind, governance and places are not in such files."""
    belief = rows[0]["religious_character"].strip()
    return School(
        id=urn,
        urn=urn,
        name=rows[0]["name"].strip(),
        kind=None,
        governance=None,
        age_from=whole(rows[0]["min_age"]),
        age_to=whole(rows[0]["max_age"]),
        belief=None if belief.lower() in NO_BELIEF else belief,
        places_free=None,
        gates=tuple(gate_of(row, number, len(rows)) for number, row in enumerate(rows, start=1)),
        admits=ADMITS.get(rows[0]["admits"].strip().lower()),
    )


def gate_of(row: Row, number: int, of: int) -> Gate:
    """Return a row's gate under its own name, or as the site's point, with its days and hours."""
    unnamed = SITE_POINT if of == 1 else f"gate {number}"
    return Gate(
        row["gate"].strip() or unnamed,
        float(row["easting"]),
        float(row["northing"]),
        day_in(row, FROM),
        day_in(row, UNTIL),
        hour_in(row, OPENS),
        hour_in(row, CLOSES),
    )


def whole(text: str) -> int | None:
    """Return the whole number in a field such as ``4`` or ``4.0``, None for anything else."""
    if not re.fullmatch(r"\d{1,3}(\.0*)?", text.strip(), re.ASCII):
        return None
    return int(text.strip().partition(".")[0])
