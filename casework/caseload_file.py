"""Reads a caseload: a file with one child a line, its columns named by their facts."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rules.caseload.columns import Children
from rules.caseload.frames import column_names, read_frame
from rules.caseload.reading import read_csv
from rules.problems import UserFacingError
from rules.vocabulary import Vocabulary

REFERENCE = "reference"
"""The one column that may stand beside the facts: what the council calls the child or the case."""

READERS = {"pyarrow": "pyarrow.parquet", "polars": "polars", "pandas": "pandas"}
"""Libraries that read Parquet, none of which Milepost brings along: module by package."""


class BadCaseloadFile(UserFacingError):
    """A caseload file that is not there, or not of a kind that can be read here."""


@dataclass(frozen=True, slots=True)
class Caseload:
    """The children of a file, and each one's reference where the file gives them."""

    children: Children
    references: tuple[str, ...] | None = None


def read_caseload(path: Path, vocabulary: Vocabulary) -> Caseload:
    """Read a caseload from a ``.csv`` or ``.parquet`` file.

    Blank cells are not known; bare numbers are metres, or pounds. Raises BadCaseloadFile, or
    BadFacts naming every line and column that cannot be read.
    """
    if path.suffix.lower() == ".parquet":
        return _parquet(path, vocabulary)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            children, beside = read_csv(lines, vocabulary, str(path), (REFERENCE,))
    except OSError as error:
        raise BadCaseloadFile(f"{path}: cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise BadCaseloadFile(f"{path}: this is not UTF-8 text; save it as CSV UTF-8.") from None
    references = beside.get(REFERENCE)
    return Caseload(children, tuple(references) if references is not None else None)


def _parquet(path: Path, vocabulary: Vocabulary) -> Caseload:
    package = next((each for each in READERS if find_spec(each)), None)
    if package is None:
        raise BadCaseloadFile(
            f"{path}: reading Parquet needs pyarrow, polars or pandas, and none is installed here. "
            "Nothing was read. Save the table as CSV, or install one of them."
        )
    reader: Any = import_module(READERS[package])
    try:
        frame = (reader.read_table if package == "pyarrow" else reader.read_parquet)(path)
    except Exception as error:  # each library has errors of its own for a file that is not Parquet
        raise BadCaseloadFile(f"{path}: cannot be read as Parquet ({error}).") from None
    children = read_frame(frame, vocabulary, str(path), (REFERENCE,))
    named = REFERENCE in column_names(frame)
    return Caseload(children, tuple(str(each) for each in frame[REFERENCE]) if named else None)
