"""Runs each bench briefly and prints one Markdown table: what, its rival, the ratio, the goal.

    .venv/bin/python -m bench.report

It takes a few minutes. Each ratio is of figures taken turn by turn in this one run. The figures in
docs/measurements.md were made so; what each bench does in full is told in its own file.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench.rows import Row
from casework.shelf import Shelf
from letters import compose, pdf
from letters.printing import fonts
from records.people import Person, Role
from rules.caseload import run as running
from rules.caseload.run import run
from rules.prove import worlds
from store.file import create
from store.identifiers import new_id
from store.settings import set_setting
from tests.letters.case import GOOD
from tests.rules.children import children

HEAD = ["what", "Milepost", "rival", "the rival", "ratio", "goal"]
CHUNKS = (1 << 16, 1 << 17, 1 << 18)
COUNCIL, BEFORE = "southampton/2025-26", "southampton/2024-25"


def main() -> None:
    """Print the table, row by row as they are found."""
    print_row(HEAD)
    print_row(["---", "---:", "---", "---:", "---:", "---:"])
    for name, part in PARTS.items():
        for cells in found_in(name, part):
            print_row(cells)
    if bench("networks_made").adur() is None:
        print("\nThe streets and paths of Adur are not held here; measuring them is left out.")


def found_in(name: str, part: Callable[[], list[Row]]) -> list[list[str]]:
    """The cells of a bench; one row that says why, where its rival or data is not there."""
    try:
        return [row.cells() for row in part()]
    except (ImportError, FileNotFoundError) as lacking:
        return [[f"{name}: left out, {lacking}", *[""] * (len(HEAD) - 1)]]


def bench(name: str) -> Any:
    """One bench by its file's name, brought in when it is its turn."""
    return import_module(f"bench.{name}")


def print_row(cells: list[str]) -> None:
    print("| " + " | ".join(cells) + " |", flush=True)


def a_caseload() -> list[Row]:
    """A million children, each way at its best chunk."""
    caseload, caseload_rival = bench("caseload"), bench("caseload_rival")
    england = Shelf().read(caseload.ENGLAND)
    table = children(england, caseload.MILLION, seed=3)
    run(england, table)
    times = [
        caseload.interleaved(
            lambda chunk=chunk: run(england, table, chunk=chunk),
            lambda chunk=chunk: caseload_rival.run(table, england.vocabulary, chunk),
            rounds=4,
        )
        for chunk in CHUNKS
    ]
    ours, theirs = (min(each) * 1e3 for each in zip(*times, strict=True))
    hand = "the rules by hand in NumPy"

    def with_nothing_kept() -> object:
        running._KEPT.clear()
        return run(england, table)

    cold, beside = caseload.interleaved(
        with_nothing_kept, lambda: caseload_rival.run(table, england.vocabulary, 1 << 15), rounds=4
    )
    return [
        Row("caseload, a million children", ours, "ms", hand, theirs, "1 x"),
        Row("the same, no kernel kept", cold * 1e3, "ms", hand, beside * 1e3, "1.5 x"),
    ]


def proofs() -> list[Row]:
    """Each proof of one council's version, the table of days made anew."""
    proving = bench("proving")
    before, version = proving.SHELF.read(BEFORE), proving.SHELF.read(COUNCIL)
    rows = []
    for name, proof in proving.PROOFS.items():
        worlds.KEPT.clear()
        took = proving.timed(lambda p=proof: p(before, version))
        rows.append(Row(f"proof of {COUNCIL}: {name}", took * 1e3, "ms", goal="1,000 ms"))
    return rows


def printed_letters() -> list[Row]:
    """One letter of each kind, printed."""
    letters = bench("letters")
    fonts.load()
    rows = []
    for kind, matter in list(GOOD.items())[:2]:
        content = compose(matter, kind)
        ours = letters.best(lambda c=content: pdf(c))
        theirs = letters.best(lambda c=content: letters.bare(c))
        rows.append(Row(f"letter, {kind}", ours, "ms", "bare ReportLab, untagged", theirs))
    return rows


def by_itself(name: str) -> list[Row]:
    """The rows of a bench in a process of its own, where memory is that of the bench alone."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        return alone.submit(rows_of, name).result()


def rows_of(name: str) -> list[Row]:
    """The rows of one bench by its file's name."""
    found: list[Row] = bench(name).rows()
    return found


def a_stored_change() -> list[Row]:
    """One setting with its audit line, encrypted, against the same row in plain SQLite."""
    store = bench("store")
    by = Person(new_id(), "Anna Wright", frozenset({Role.ADMINISTRATOR}))
    with tempfile.TemporaryDirectory() as name, redirect_stdout(StringIO()):
        ours_in, _ = create(Path(name) / "s.milepost", "p", by, label="S")
        ours = store.median("ours", lambda: set_setting(ours_in, "a", "b", by), 200)
        ours_in.close()
        theirs = store.median("plain", plain_row(Path(name)), 200)
    return [Row("a stored change with its audit line", ours, "ms", "plain SQLite, no line", theirs)]


def plain_row(folder: Path) -> Callable[[], object]:
    """What writes the same row to a plain SQLite file, safe on the disk as ours is."""
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("PRAGMA synchronous = FULL")
    plain.execute("CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT)")
    return lambda: plain.execute("INSERT OR REPLACE INTO settings VALUES ('a', 'b')")


PARTS: dict[str, Callable[[], list[Row]]] = {
    "deciding": lambda: bench("deciding").rows(),
    "asking": lambda: bench("asking").rows(),
    "caseload": a_caseload,
    "proofs": proofs,
    "letters": printed_letters,
    "a run of letters": lambda: by_itself("letter_run"),
    "measuring": lambda: bench("measuring_rows").rows(),
    "importing": lambda: bench("importing").rows(),
    "the map": lambda: bench("drawing").rows(),
    "the store": a_stored_change,
}
"""Each bench, brought in only when it is its turn, so that one lacking rival stops no other."""


if __name__ == "__main__":
    main()
