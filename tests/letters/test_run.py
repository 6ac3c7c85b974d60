"""Letters drawn in processes of their own: in order, the same bytes, and one that fails alone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from letters import Format, pdf
from letters.printing.pdf_objects import page_count
from letters.runs.one import Drawn, Job, NotDrawn, drawn
from letters.runs.pool import CannotDraw, draw_all
from tests.letters.case import letter

ROOT = Path(__file__).resolve().parents[2]


def job(number: int, **changes: object) -> Job:
    return Job(str(number), replace(letter("approve"), reference=f"MH-{number}", **changes))


class Deadly:
    """Stands where a letter's content should, and ends the process that unpacks it."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (9,)


def test_letters_come_back_in_the_order_asked_with_the_bytes_they_have_alone() -> None:
    jobs = [job(number) for number in range(5)]
    found = list(draw_all(jobs, workers=2))
    assert [each.key for each in found] == ["0", "1", "2", "3", "4"]
    assert [each.data for each in found] == [pdf(each.content) for each in jobs]
    assert all(each.pages == page_count(each.data) == 3 for each in found)


def test_one_that_fails_is_told_and_the_rest_are_drawn() -> None:
    jobs = [job(1), job(2), job(3, blocks=None), job(4)]
    jobs[1] = job(2, filled=(("child's name", "李"),))
    one, glyph, faulty, four = draw_all(jobs, workers=2)
    assert isinstance(one, Drawn) and isinstance(four, Drawn)
    assert isinstance(glyph, NotDrawn) and "child's name" in glyph.why and "李" in glyph.why
    assert isinstance(faulty, NotDrawn) and "a fault in Milepost" in faulty.why


def test_a_letter_whose_process_is_killed_is_told_and_the_rest_are_drawn() -> None:
    jobs = [job(number) for number in range(6)]
    jobs[2] = Job("2", Deadly())  # type: ignore[arg-type]
    found = list(draw_all(jobs, workers=2))
    assert [each.key for each in found if isinstance(each, NotDrawn)] == ["2"]
    assert "ended twice" in found[2].why
    assert [each.key for each in found] == [str(number) for number in range(6)]


def test_a_run_is_given_up_when_no_process_lives_long_enough() -> None:
    found = []
    with pytest.raises(CannotDraw, match="letters made by then stay"):
        for each in draw_all([Job(str(at), Deadly()) for at in range(50)], workers=1):  # type: ignore[arg-type]
            found.append(each.key)
    assert found == ["0", "1"]


def test_stopping_asks_for_no_more_letters() -> None:
    asked: list[int] = []

    def jobs() -> Iterator[Job]:
        for number in range(1000):
            asked.append(number)
            yield job(number)

    drawing = draw_all(jobs(), workers=1)
    next(drawing)
    drawing.close()
    assert len(asked) < 10


def test_html_and_text_have_no_pages() -> None:
    for format in (Format.HTML, Format.TEXT):
        found = drawn(replace(job(1), format=format))
        assert isinstance(found, Drawn) and found.pages == 0


@pytest.mark.parametrize("module", ["PySide6", "sqlcipher3", "store", "casework", "geography"])
def test_what_a_process_loads_holds_no_store_and_no_screen(module: str) -> None:
    code = (
        "import sys, letters.runs.pool, letters.printing.drawing; "
        "from letters.runs.one import drawn; "
        f"sys.exit('{module}' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert done.returncode == 0


KILLED = """
import multiprocessing, os, signal
from letters.runs.pool import draw_all
from tests.letters.test_run import job
drawing = draw_all((job(number) for number in range(500)), workers=2)
next(drawing)
print(*[process.pid for process in multiprocessing.active_children()], flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not Path("/proc").exists(), reason="processes are looked up in /proc")
def test_no_process_outlives_a_program_that_is_killed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED], cwd=ROOT, check=False, capture_output=True, text=True
    )
    pids = done.stdout.split()
    assert pids
    for _ in range(300):
        if not any(lives(pid) for pid in pids):
            return
        time.sleep(0.1)
    raise AssertionError("a process still runs thirty seconds after its program was killed")


def lives(pid: str) -> bool:
    """Say whether a process runs; one that ended and nobody asked after does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
