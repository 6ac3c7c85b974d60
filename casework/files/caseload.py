"""Reads a caseload: a file with one child a row, its columns named by their facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rules.caseload.columns import Children
from rules.caseload.frames import column_names, read_frame
from rules.caseload.reading import read_csv
from rules.problems import UserFacingError
from rules.vocabulary import Vocabulary

REFERENCE = "reference"
"""The one column that may stand beside the facts: what the council calls the child or the case."""

TABLES = {
    ".parquet": ("Parquet", "read_parquet"),
    ".arrow": ("Arrow", "read_ipc"),
    ".ipc": ("Arrow", "read_ipc"),
    ".feather": ("Arrow", "read_ipc"),
    ".arrows": ("an Arrow stream", "read_ipc_stream"),
    ".avro": ("Avro", "read_avro"),
    ".json": ("JSON", "read_json"),
    ".jsonl": ("JSON of one row a line", "read_ndjson"),
    ".ndjson": ("JSON of one row a line", "read_ndjson"),
}
"""Tables that Polars reads, by how their names end: what they are, and its word for reading it."""

SHEETS = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers"})
"""Workbooks: their cells hold what was shown and what was meant, and no sheet is the caseload."""


class BadCaseloadFile(UserFacingError):
    """A caseload file that is not there, or not of a kind that can be read here."""


@dataclass(frozen=True, slots=True)
class Caseload:
    """The children of a file, and each one's reference where the file gives them."""

    children: Children
    references: tuple[str, ...] | None = None


def read_caseload(path: Path, vocabulary: Vocabulary) -> Caseload:
    """Read a caseload: a table as ``TABLES`` lists them by ending, and otherwise CSV.

    Blank cells and nulls are not known; bare numbers are metres, or pounds. Raises BadCaseloadFile,
    or BadFacts naming every row and column that cannot be read.
    """
    ending = path.suffix.lower()
    if ending in SHEETS:
        raise BadCaseloadFile(
            f"{path}: this is a workbook, and nothing was read. Save the sheet with the children "
            "as CSV UTF-8, and give that file."
        )
    read = _table if ending in TABLES else _csv
    try:
        return read(path, vocabulary)
    except OSError as error:
        why = error.strerror or str(error)
        raise BadCaseloadFile(f"{path}: cannot be read ({why}). Nothing was read.") from None


def _csv(path: Path, vocabulary: Vocabulary) -> Caseload:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            children, beside = read_csv(lines, vocabulary, str(path), (REFERENCE,))
    except UnicodeDecodeError:
        raise BadCaseloadFile(f"{path}: this is not UTF-8 text; save it as CSV UTF-8.") from None
    references = beside.get(REFERENCE)
    return Caseload(children, tuple(references) if references is not None else None)


def _table(path: Path, vocabulary: Vocabulary) -> Caseload:
    import polars  # late: a quarter of a second, for a file that few give

    kind, word = TABLES[path.suffix.lower()]
    with path.open("rb"):  # what the file system refuses is told in its own words
        frame = _read(path, kind, getattr(polars, word), polars.exceptions.PanicException)
    children = read_frame(frame, vocabulary, str(path), (REFERENCE,))
    named = REFERENCE in column_names(frame)
    return Caseload(children, tuple(_text(each) for each in frame[REFERENCE]) if named else None)


def _read(path: Path, kind: str, reader: Callable[[Path], Any], panic: type[BaseException]) -> Any:
    try:
        return reader(path)
    except (Exception, panic) as error:  # it has an error of its own for each kind of damage
        first = next(iter(str(error).strip().splitlines()), type(error).__name__)
        raise BadCaseloadFile(
            f"{path}: cannot be read as {kind} ({first[:200]}). Nothing was read. Save the table "
            "anew, or as CSV."
        ) from None


def _text(reference: object) -> str:
    return "" if reference is None else str(reference)
