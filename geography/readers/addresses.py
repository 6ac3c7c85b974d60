"""Reads files of addresses row by row: a national one needs no more memory than a small one."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geography.problems import UnreadableFile
from geography.readers.point_layouts import KNOWN, Columns, PointKind, check_names_columns, kind_of
from geography.readers.points import bad, first_of, has_place, point_of
from geography.readers.tables import unreadable
from records.address import Address
from rules.problems import Problem

STEP: Final = 50_000
"""How many rows lie between two reports of progress."""

NAMED: Final = 5
"""After how many rows that cannot be read the reading ends: the file is refused in any case."""

Box = tuple[float, float, float, float]
Progress = Callable[[int, int, str], object]


@dataclass(slots=True)
class AddressFile:
    """A file of addresses as it is read: what it is, and what was passed over so far."""

    path: Path
    kind: PointKind
    header: tuple[str, ...]
    beyond: int = 0
    unplaced: int = 0

    def rows(self, box: Box | None, progress: Progress) -> Iterator[Address]:
        """Give the addresses within a box of grid metres, all of them for None.

        Raises UnreadableFile naming the first rows that cannot be read, or where it breaks off.
        """
        known, problems = KNOWN[self.kind], list[Problem]()
        for line, fields in self._fields(progress):
            row = dict(zip(self.header, fields, strict=False))
            if (wrong := self._wrong(row, len(fields), known)) is not None:
                problems.append(Problem(str(self.path), wrong, line))
            elif self._is_wanted(row, known, box):
                yield address_of(row, known)
            if len(problems) >= NAMED:
                break
        if problems:
            raise UnreadableFile(problems)

    def _wrong(self, row: dict[str, str], width: int, known: Columns) -> str | None:
        if width != len(self.header):
            return f"has {width} fields; expected {len(self.header)}."
        return bad(row, known) if has_place(row, known, self.kind) else None

    def _is_wanted(self, row: dict[str, str], known: Columns, box: Box | None) -> bool:
        """Say whether an address has a position within the box; count it where it has not."""
        if not has_place(row, known, self.kind):
            self.unplaced += 1
            return False
        east, north = float(first_of(row, known.east)), float(first_of(row, known.north))
        within = box is None or (box[0] <= east <= box[2] and box[1] <= north <= box[3])
        self.beyond += not within
        return within

    def _fields(self, progress: Progress) -> Iterator[tuple[int, list[str]]]:
        size, read = self.path.stat().st_size, 0
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            try:
                next(reader)
                for number, fields in enumerate(reader, start=1):
                    read += sum(map(len, fields)) + len(fields)
                    if number % STEP == 0:
                        progress(min(read, size), size, "Reading the addresses")
                    if any(fields):
                        yield reader.line_num, fields
            except (csv.Error, UnicodeDecodeError) as error:
                message = f"cannot be read ({error}); copy it anew, whole, as UTF-8."
                raise unreadable(str(self.path), message, reader.line_num) from error


def address_of(row: dict[str, str], known: Columns) -> Address:
    """Return one address; a UPRN is kept without leading noughts."""
    point = point_of(row, known)
    uprn = point.uprn.lstrip("0") or "0"
    return Address(uprn, point.postcode, point.address, point.easting, point.northing)


def open_addresses(path: Path) -> AddressFile:
    """See what a file of addresses is. Raises UnreadableFile for one of anything else, and for one
    whose first row does not name its columns.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = next(csv.reader(file), [])
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise unreadable(str(path), f"cannot be opened or read ({error}).") from error
    check_names_columns(first, str(path))
    header = tuple(column.strip().lower() for column in first)
    if "uprn" not in header:
        raise unreadable(
            str(path), "has no column uprn; expected addresses: AddressBase or OS Open UPRN."
        )
    return AddressFile(path, kind_of(header, str(path)), header)
