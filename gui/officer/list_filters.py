"""The views of the list of cases: which lines each keeps, and finding a case by what one knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from casework.cases import CaseLine
from records.application import Directorate, Stage
from rules.values import Outcome


@dataclass(frozen=True, slots=True)
class View:
    """One view: its key, its title, and whether it keeps a line."""

    key: str
    title: str
    keeps: Callable[[CaseLine], bool]


def is_open(line: CaseLine) -> bool:
    """Say whether a case waits for its decision."""
    return line.stage is Stage.OPEN


_DECIDABLE = (Outcome.ENTITLED, Outcome.OFFERED, Outcome.NOT_ENTITLED)

VIEWS: Final = (
    View("open", "Open", is_open),
    View("decide", "To decide", lambda line: is_open(line) and line.outcome in _DECIDABLE),
    View(
        "judge",
        "Needs judgement",
        lambda line: is_open(line) and line.outcome is Outcome.FOR_AN_OFFICER,
    ),
    View(
        "facts",
        "Needs facts",
        lambda line: is_open(line) and line.outcome in (None, Outcome.CANNOT_TELL_YET),
    ),
    View("late", "Late", lambda line: is_open(line) and line.clock.late),
    View("send", "SEND", lambda line: is_open(line) and line.directorate is Directorate.SEND),
    View("decided", "Decided", lambda line: line.decision is not None),
    View("all", "All", lambda line: True),
)


def view_of(key: str) -> View:
    """Give a view by its key. Raises StopIteration for an unknown one."""
    return next(view for view in VIEWS if view.key == key)


def counts(lines: Iterable[CaseLine]) -> dict[str, int]:
    """Count the lines of every view."""
    found = dict.fromkeys((view.key for view in VIEWS), 0)
    for line in lines:
        for view in VIEWS:
            found[view.key] += view.keeps(line)
    return found


def text_of(line: CaseLine) -> str:
    """Give all that a case can be found by, folded to one case of letters."""
    parts = (line.child, line.reference, line.postcode, line.postcode.replace(" ", ""), line.school)
    return " ".join(parts).casefold()


def finds(typed: str) -> Callable[[str], bool]:
    """Give a test of a line's text: every word typed is in it, in any order."""
    words = typed.casefold().split()
    return lambda text: all(word in text for word in words)
