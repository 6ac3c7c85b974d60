"""A run given out: files in print order, one merged PDF, its sheet; and what a bad disk does."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from casework.decide import decide_case
from casework.gate import Intent
from casework.runs.files import NothingToWrite, write_files, write_merged
from casework.runs.names import BadPattern
from casework.runs.preview import RunFilter, preview_run
from casework.runs.put import CouldNotWrite
from casework.runs.run import begin_run, make_run
from casework.runs.state import RunState, run_state
from records.child import Household
from records.people import Person
from rules.values import Outcome
from store import audit, households
from store.audit import Head
from store.identifiers import new_id
from store.letters import letters_of
from store.store import Store
from tests.casework.town import Town, town_in
from tests.letters.pdf_check import check

ROOT = Path(__file__).resolve().parents[2]
HOMES = (("12 Quay Lane", "ZZ14 1AA"), ("9 Quay Lane", "ZZ14 1AA"), ("3 Ash Road", "ZZ9 2AB"))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A town with a run of three letters made, decided in another order than they are printed."""
    town = town_in(tmp_path_factory.mktemp("town"))
    for number, home in enumerate(HOMES):
        household = home_at(town.desk.store, town.desk.person, home, number)
        intent = Intent(Outcome.ENTITLED, "The measured route is longer than two miles.")
        decide_case(town.desk, town.child_at(2.3 + number / 10, household=household), intent)
    run = begin_run(town.desk, preview_run(town.desk, RunFilter()), 0, seed=7)
    make_run(town.desk, run.id, workers=1)
    yield town
    town.desk.store.close()


def home_at(store: Store, by: Person, home: tuple[str, str], number: int) -> str:
    made = Household(new_id(), (home[0], "Marlhaven"), home[1], 4.6e5 + 3702 + number * 161, 5e4,
                     "address", f"P. Tern {number}")  # fmt: skip
    households.add_household(store, made, by)
    return made.id


@pytest.fixture
def state(town: Town) -> RunState:
    from store.runs import list_runs

    return run_state(town.desk, list_runs(town.desk.store)[0].id)


def words(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def test_files_are_named_by_the_pattern_in_print_order(
    town: Town, state: RunState, tmp_path: Path
) -> None:
    done = write_files(town.desk, state.run.id, tmp_path, "{number} {surname} {postcode} {kind}")
    assert [path.name for path in done.files] == [
        "1 Tern ZZ92AB approve.pdf",
        "2 Tern ZZ141AA approve.pdf",
        "3 Tern ZZ141AA approve.pdf",
        "Run sheet 1.pdf",
        "Run sheet 1.csv",
    ]
    assert ["3 Ash Road" in words(done.files[0].read_bytes())[0]] == [True]
    assert "9 Quay Lane" in words(done.files[1].read_bytes())[0]


def test_nothing_that_is_there_is_overwritten(town: Town, state: RunState, tmp_path: Path) -> None:
    first = write_files(town.desk, state.run.id, tmp_path, "{number}").files
    kept = {path: path.read_bytes() for path in first}
    second = write_files(town.desk, state.run.id, tmp_path, "{number}").files
    assert [path.name for path in second][0] == "1 (2).pdf"
    assert not set(first) & set(second)
    assert {path: path.read_bytes() for path in first} == kept


def test_one_merged_file_is_tagged_and_in_print_order(
    town: Town, state: RunState, tmp_path: Path
) -> None:
    merged, *_ = write_merged(town.desk, state.run.id, tmp_path / "all.pdf").files
    letters = [letters_of(town.desk.store, each)[0].pdf for each in state.run.picked]
    assert words(merged.read_bytes()) == [page for each in letters for page in words(each)]
    with pikepdf.open(merged) as pdf:
        assert check(pdf) == []


def test_the_sheet_lists_each_letter_and_the_head_of_the_trail(
    town: Town, state: RunState, tmp_path: Path
) -> None:
    *_, printed, table = write_files(town.desk, state.run.id, tmp_path, "{number}").files
    with pikepdf.open(printed) as pdf:
        assert check(pdf) == []
    text = "".join("".join(words(printed.read_bytes())).split())
    rows = list(csv.reader(io.StringIO(table.read_text("utf-8-sig"))))
    about = {row[0]: row[1] for row in rows if len(row) == 2}
    for each in state.run.picked:
        (letter,) = letters_of(town.desk.store, each)
        assert letter.sha256 == sha256(letter.pdf).hexdigest()
        assert letter.sha256 in text
        assert letter.sha256 in [row[6] for row in rows if len(row) == 8]
    assert audit.verify(town.desk.store, Head.read(about["Audit trail"])).intact
    assert about["Audit trail"] in text
    assert about["Made"].startswith("3, with ") and about["Issued"] == "0"


def test_a_run_without_letters_or_with_a_bad_pattern_writes_nothing(
    town: Town, state: RunState, tmp_path: Path
) -> None:
    with pytest.raises(BadPattern):
        write_files(town.desk, state.run.id, tmp_path, "{surname}")
    empty = begin_run(town.desk, preview_run(town.desk, RunFilter()), 0, seed=7)
    for verb in (
        lambda: write_files(town.desk, empty.id, tmp_path, "{number}"),
        lambda: write_merged(town.desk, empty.id, tmp_path / "all.pdf"),
    ):
        with pytest.raises(NothingToWrite):
            verb()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told_and_the_letters_stay(
    town: Town, state: RunState, tmp_path: Path
) -> None:
    with pytest.raises(CouldNotWrite, match="the folder is not there.*letters stay"):
        write_files(town.desk, state.run.id, tmp_path / "gone", "{number}")
    assert len(run_state(town.desk, state.run.id).made) == 3


def test_stopping_leaves_the_files_written_and_no_half_of_a_merged_one(
    town: Town, state: RunState, tmp_path: Path
) -> None:
    class Stop(Exception):
        """What the window raises to stop."""

    def stop(done: int, total: int) -> None:
        if done:
            raise Stop

    with pytest.raises(Stop):
        write_files(town.desk, state.run.id, tmp_path, "{number}", stop)
    assert [path.name for path in tmp_path.iterdir()] == ["1.pdf"]
    with pytest.raises(Stop):
        write_merged(town.desk, state.run.id, tmp_path / "all.pdf", stop)
    assert not (tmp_path / "all.pdf").exists()


FULL = """
import resource, signal, sys
from pathlib import Path
from casework.runs.put import CouldNotWrite, put, whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
folder = Path(sys.argv[1])
written = (put(folder / "small.pdf", whole(b"x" * 900), ()),)
try:
    put(folder / "large.pdf", whole(b"x" * 5000), written)
except CouldNotWrite as error:
    print(error)
"""

LOCKED = """
import os, sys
from pathlib import Path
from casework.runs.put import CouldNotWrite, put, whole
folder = Path(sys.argv[1])
folder.chmod(0o555)
if hasattr(os, "setuid") and os.getuid() == 0:
    os.setuid(65534)
try:
    put(folder / "letter.pdf", whole(b"x"), ())
except CouldNotWrite as error:
    print(error)
"""


def said(code: str, folder: Path) -> str:
    """Run a piece of code in a process of its own and give what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout


@pytest.mark.skipif(os.name == "nt", reason="a limit on the size of files is a matter of POSIX")
def test_a_full_disk_leaves_the_files_before_it_and_no_half_file(tmp_path: Path) -> None:
    text = said(FULL, tmp_path)
    assert "large.pdf could not be written: the disk is full" in text
    assert "the 1 file written before stays" in text
    assert [path.name for path in tmp_path.iterdir()] == ["small.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="a folder is locked by its mode on POSIX")
def test_a_locked_folder_is_told_with_the_next_step(tmp_path: Path) -> None:
    for above in (tmp_path, *tmp_path.parents[:2]):
        above.chmod(above.stat().st_mode | 0o111)
    folder = tmp_path / "locked"
    folder.mkdir()
    text = said(LOCKED, folder)
    assert "locked, or may not be written to" in text
    assert "Choose another folder" in text
    folder.chmod(0o755)
