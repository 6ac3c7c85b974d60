"""Reads a CSV file into rows that know their line number, and says what is wrong with it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from geography.problems import UnreadableFile
from rules.problems import Problem

LONGEST_FIELD: Final = 50_000_000
"""Longer than any line's text; the csv module stops at 131,072 characters unless told."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: where in the file it ends, and its fields by column name."""

    line: int
    fields: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.fields.get(column, "")


def unreadable(place: str, message: str, line: int | None = None) -> UnreadableFile:
    """Return the error for a file with one thing wrong."""
    return UnreadableFile([Problem(place, message, line)])


def read_table(content: bytes, place: str, required: Sequence[str]) -> list[Row]:
    """Return the rows of a CSV file with a header, without its empty lines.

    ``place`` is how the file is called in errors. Column names are matched in small letters.
    Raises UnreadableFile where the file is no such table, lacks a column, or breaks off.
    """
    read = csv_rows(content, place)
    header = [column.strip().lower() for column in read[0][1]] if read else []
    check_header(header, place, required)
    rows = read[1:]
    check_widths(rows, header, place)
    if not rows:
        raise unreadable(place, "has a header but no rows; expected one row for each entry.")
    return [Row(line, dict(zip(header, fields, strict=True))) for line, fields in rows]


def csv_rows(content: bytes, place: str) -> list[tuple[int, list[str]]]:
    """Return the rows of a CSV text that are not empty, each with the line it ends on.

    Raises UnreadableFile where the file is no text or breaks off.
    """
    reader = csv.reader(io.StringIO(decoded(content, place), newline=""), strict=True)
    usual = csv.field_size_limit(LONGEST_FIELD)
    try:
        return [(reader.line_num, fields) for fields in reader if any(fields)]
    except csv.Error as error:
        raise unreadable(
            place, f"breaks off or is damaged here ({error}); expected whole rows.", reader.line_num
        ) from error
    finally:
        csv.field_size_limit(usual)


def decoded(content: bytes, place: str) -> str:
    """Return the text of a file in UTF-8, with or without a byte order mark."""
    if not content.strip():
        raise unreadable(place, "is empty; expected a header and rows.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "is not text in UTF-8; save it as 'CSV UTF-8'."
        raise unreadable(place, message, line) from error


def check_header(header: list[str], place: str, required: Sequence[str]) -> None:
    """Raise UnreadableFile where a needed column is missing or a name stands twice."""
    missing = [column for column in required if column not in header]
    if missing:
        expected = f"expected at least {', '.join(required)}."
        if len(missing) == len(required) > 1:  # the same names twice would tell nobody more
            expected = f"its columns are {', '.join(filter(None, header)) or 'without names'}."
        raise unreadable(place, f"{lacking(missing)}; {expected}", 1)
    twice = sorted({column for column in header if column and header.count(column) > 1})
    if twice:
        raise unreadable(place, f"has the column {twice[0]} twice; expected it once.", 1)


def lacking(columns: Sequence[str]) -> str:
    """Say which columns a table lacks, in one list: ``lacks the columns urn, name and gates``."""
    if len(columns) == 1:
        return f"has no column {columns[0]}"
    return f"lacks the columns {', '.join(columns[:-1])} and {columns[-1]}"


def check_widths(rows: Iterable[tuple[int, list[str]]], header: list[str], place: str) -> None:
    """Raise UnreadableFile where rows are shorter or longer than the header."""
    problems = [
        Problem(place, f"has {len(fields)} fields; expected {len(header)}, as in the header.", line)
        for line, fields in rows
        if len(fields) != len(header)
    ]
    if problems:
        raise UnreadableFile(problems)
