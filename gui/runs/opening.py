"""The way into letters in a run: its name, its key, who may go there."""

from __future__ import annotations

from collections.abc import Callable

from gui.officer.who_may import may_work
from gui.room import Surroundings

WORDS, KEYS = "Letters in a run", "Ctrl+L"


def may_run(around: Surroundings) -> bool:
    """Say whether whoever is at the desk may make letters."""
    return may_work(around.desk.person)


def open_runs(around: Surroundings, open_case: Callable[[str, str], object]) -> None:
    """Open the page; ``open_case(id, title)`` opens a case on top of it."""
    from gui.runs.run_page import RunPage  # its step pages need the list's own words

    around.shell.open_page(RunPage(around, open_case))
