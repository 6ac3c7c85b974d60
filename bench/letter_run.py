"""A run of letters drawn in processes of their own, against bare ReportLab in one process.

Run with ``python -m bench.letter_run`` (``--letters 1665`` for the whole); nothing here decides a
test. The letters are of one page each and of the length a council's are; the rival sets the same
words with ReportLab's own layout, untagged, in this one process. Memory is that of this process
and all below it, looked at twenty times a second.
"""

from __future__ import annotations

import argparse
import io
import os
import threading
import time
from dataclasses import replace
from pathlib import Path

from bench.letters import bare
from bench.rows import Row
from letters import LetterContent, compose, pdf
from letters.blocks import Table
from letters.printing import fonts
from letters.printing.merge import Merger
from letters.printing.pdf_objects import page_count
from letters.runs.one import Drawn, Job
from letters.runs.pool import draw_all
from tests.letters.case import GOOD, TERMS

WHOLE, WORKERS = 1665, 2
GOAL_SECONDS, GOAL_MB = 20, 300


def one_page() -> LetterContent:
    """As much of the approval, without its tables, as fills one page."""
    content = compose(GOOD["approve"], "approve")
    prose = [block for block in content.blocks if not isinstance(block, Table)]
    parts = (replace(content, blocks=tuple(prose[:end])) for end in range(len(prose), 0, -1))
    return next(part for part in parts if page_count(pdf(part)) == 1)


def jobs(count: int) -> list[Job]:
    """Letters that differ as letters of a run do: by their reference."""
    content = one_page()
    return [Job(str(at), replace(content, reference=f"MH-{at:05d}")) for at in range(count)]


class Memory(threading.Thread):
    """Looks at the memory of this process and those below it; ``peak`` is in megabytes."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak, self._done = 0.0, threading.Event()

    def run(self) -> None:
        """Look until told to stop."""
        while not self._done.wait(0.05):
            self.peak = max(self.peak, resident(Path("/proc/self")))

    def stop(self) -> None:
        """Look no more."""
        self._done.set()
        self.join()


def resident(process: Path) -> float:
    """Megabytes that a process and those below it hold, shared pages counted in shares."""
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
        own = sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
        tasks = (process / "task").iterdir()
        below = [pid for task in tasks for pid in (task / "children").read_text().split()]
    except OSError:  # it ended while we looked
        return 0.0
    return own + sum(resident(Path("/proc") / pid) for pid in below)


def rows(count: int = 200) -> list[Row]:
    """Measure a run of so many letters, and its parts."""
    wanted, memory = jobs(count), Memory()
    memory.start()
    start, used = time.perf_counter(), cpu_seconds()
    found = [each for each in draw_all(iter(wanted), WORKERS) if isinstance(each, Drawn)]
    ours, used = time.perf_counter() - start, cpu_seconds() - used
    memory.stop()
    assert len(found) == count and all(each.pages == 1 for each in found)
    theirs = bare_seconds(wanted, min(count, 100)) * count
    what = f"{count:,} one-page letters, tagged, in {WORKERS} processes"
    return [
        Row(what, ours, "s", "bare ReportLab, untagged, one process", theirs, "1 x"),
        Row(
            "the same, a letter",
            ours / count * 1e3,
            "ms",
            goal=f"{GOAL_SECONDS / WHOLE * 1e3:.0f} ms",
        ),
        Row("processor time of all processes", used, "s", goal=f"{WORKERS * GOAL_SECONDS} s"),
        Row("memory of all processes at its highest", memory.peak, "MB", goal=f"{GOAL_MB} MB"),
        Row(f"{count:,} letters merged into one PDF", merged(found), "s"),
    ]


def cpu_seconds() -> float:
    """Processor time of this process and of those below it that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def bare_seconds(wanted: list[Job], count: int) -> float:
    """Seconds a letter for the rival."""
    fonts.load()
    bare(wanted[0].content)
    start = time.perf_counter()
    for job in wanted[:count]:
        bare(job.content)
    return (time.perf_counter() - start) / count


def merged(found: list[Drawn]) -> float:
    """Seconds for merging letters into one file in memory."""
    start, merger = time.perf_counter(), Merger(io.BytesIO())
    for each in found:
        merger.add(each.key, each.data)
    merger.finish("Letters", "Marlhaven City Council", "en-GB", TERMS.letter_date)
    return time.perf_counter() - start


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--letters", type=int, default=WHOLE)
    for row in rows(parser.parse_args().letters):
        print(row.line())


if __name__ == "__main__":
    main()
