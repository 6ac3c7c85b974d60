"""A run of letters: what was picked, which were read first, and what became of each letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RunStep(StrEnum):
    """What happened in a run."""

    READ = "read"
    MADE = "made"
    STOPPED = "stopped"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class LetterRun:
    """A run of letters as it was begun; what happens in it is added as steps.

    ``picked`` lists the decisions whose letters are to be made, in print order, and ``held`` how
    many others the preview held back. ``sample`` lists those of ``picked`` that must be read
    first; ``seed`` draws the same again. ``asked`` tells in words what was asked for.
    ``held_back`` names each decision held back and why; runs of before have only their number.
    ``encloses`` says whether the certificate and the list of evidence go with each letter.
    """

    id: str
    asked: str
    picked: tuple[str, ...]
    held: int
    sample: tuple[str, ...]
    seed: int
    by: str
    by_name: str
    at: datetime
    held_back: tuple[RunLine, ...] = ()
    encloses: bool = False


@dataclass(frozen=True, slots=True)
class RunLine:
    """What a step did with one decision's letter.

    ``letter`` is the letter made or issued and ``pages`` how many it has (0: it is no PDF); where
    there is none, ``why`` says why. Both are empty for a letter that was read.
    """

    decision: str
    letter: str | None = None
    pages: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class RunEvent:
    """One step of a run: what was done, with which letters, by whom and when."""

    id: str
    run: str
    step: RunStep
    lines: tuple[RunLine, ...]
    by: str
    by_name: str
    at: datetime
