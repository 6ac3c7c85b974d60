"""A run's letters given out as files, in print order: one each by a pattern, or one merged PDF.

Nothing that is there is overwritten. When the disk or the folder refuses, the letters stay in
their cases, the files written so far stay, and the run can be given out again elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from casework.desk import Desk
from casework.rights import OFFICERS, require
from casework.runs.names import checked_pattern, file_name
from casework.runs.order import postcode_of
from casework.runs.preview import Progress
from casework.runs.put import put, whole
from casework.runs.sheet import run_sheet, sheet_csv, sheet_pdf
from casework.runs.state import RunState, run_state
from letters.formats import Format
from letters.printing.merge import Merger
from records.letter import Letter
from rules.problems import UserFacingError
from store import applications, children, runs
from store.letters import letter
from store.runs import Addressed


class NothingToWrite(UserFacingError):
    """A run of which no letter was made, or none of them is a PDF."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written. ``left_out`` are references of letters that are no PDF and not merged."""

    files: tuple[Path, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """One letter of a run with what its file is named by."""

    number: int
    letter: Letter
    to: Addressed
    surname: str


def write_files(
    desk: Desk, run: str, folder: Path, pattern: str, progress: Progress | None = None
) -> Written:
    """Write each letter made to a file of its own, named by ``pattern``; and the run's sheet.

    Raises BadPattern, NothingToWrite, CouldNotWrite, NotAllowed. ``progress`` may raise to stop;
    the files written stay.
    """
    require(desk, "A run of letters", *OFFICERS)
    checked = checked_pattern(pattern)
    state = run_state(desk, run)
    total, width = len(state.made), len(str(len(state.run.picked)))
    written: list[Path] = []
    for made in letters_made(desk, state):
        if progress is not None:
            progress(len(written), total)
        suffix = Format(made.letter.format).suffix
        name = file_name(checked, _values(made, width), suffix)
        written.append(put(folder / name, whole(made.letter.pdf), tuple(written)))
    return Written((*written, *write_sheet(desk, run, folder, tuple(written))))


def write_merged(desk: Desk, run: str, path: Path, progress: Progress | None = None) -> Written:
    """Write every letter that is a PDF into one, tagged and with bookmarks; and the run's sheet.

    Raises NothingToWrite, CouldNotWrite, NotAllowed. ``progress`` may raise to stop; then no
    merged file is left behind.
    """
    require(desk, "A run of letters", *OFFICERS)
    state = run_state(desk, run)
    left_out: list[str] = []

    def write(out: BinaryIO) -> None:
        left_out.extend(_merge(desk, state, out, progress))

    merged = put(path, write, ())
    return Written((merged, *write_sheet(desk, run, path.parent, (merged,))), tuple(left_out))


def write_sheet(
    desk: Desk, run: str, folder: Path, written: tuple[Path, ...] = ()
) -> tuple[Path, ...]:
    """Write a run's sheet as PDF and as CSV. Raises CouldNotWrite."""
    sheet = run_sheet(desk, run)
    name = f"Run sheet {sheet.number}"
    printed = put(folder / f"{name}.pdf", whole(sheet_pdf(sheet)), written)
    return printed, put(folder / f"{name}.csv", whole(sheet_csv(sheet)), (*written, printed))


def letters_made(desk: Desk, state: RunState) -> Iterator[Made]:
    """Give the letters of a run in print order, each read from the store when its turn comes."""
    if not state.made:
        raise NothingToWrite(
            "No letter of this run was made yet, so no file was written. Make the letters first."
        )
    for number, each in enumerate(state.run.picked, start=1):
        line = state.made.get(each)
        if line is not None and line.letter is not None:
            found = letter(desk.store, line.letter)
            case = applications.application(desk.store, found.application)
            surname = children.child(desk.store, case.child).family_name
            yield Made(number, found, runs.addressed(desk.store, each), surname)


def _merge(desk: Desk, state: RunState, out: BinaryIO, progress: Progress | None) -> list[str]:
    """Merge the letters into an open file; give the references of those that are no PDF."""
    merger, left_out, merged = Merger(out), [], 0
    for done, made in enumerate(letters_made(desk, state)):
        if progress is not None:
            progress(done, len(state.made))
        if Format(made.letter.format).suffix == ".pdf":
            merger.add(f"{made.to.reference}, {made.to.child_name}", made.letter.pdf)
            merged += 1
        else:
            left_out.append(made.to.reference)
    if not merged:
        raise NothingToWrite(
            "None of this run's letters is a PDF, so none was merged. Write them as files."
        )
    merger.finish(f"Letters of run {state.number}", desk.store.label, "en-GB", desk.today())
    return left_out


def _values(made: Made, width: int) -> dict[str, str]:
    return {
        "number": str(made.number).zfill(width),
        "reference": made.to.reference,
        "surname": made.surname,
        "postcode": postcode_of(made.to.address).replace(" ", ""),
        "kind": made.letter.kind,
    }
