"""What the sheet of a run of letters tells, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One letter that was made; ``number`` is its place in print order."""

    number: int
    reference: str
    kind: str
    format: str
    pages: int
    sha256: str
    issued: bool


@dataclass(frozen=True, slots=True)
class SheetEvent:
    """What was done from one moment to another, with how many letters, by whom."""

    began: datetime
    ended: datetime
    what: str
    letters: int
    by: str


@dataclass(frozen=True, slots=True)
class RunSheet:
    """All that the sheet of a run tells.

    ``picked`` letters were asked for, ``held`` more were held back by the preview. ``failed``
    pairs a reference with why, and so does ``held_back`` for what the preview held back, which
    runs of before did not keep. ``head`` is the last line of the audit trail: number and hash.
    """

    number: int
    store: str
    fictional: bool
    begun_at: datetime
    begun_by: str
    asked: str
    picked: int
    held: int
    made: int
    issued: int
    seed: int
    sampled: int
    read: int
    rows: tuple[SheetRow, ...]
    failed: tuple[tuple[str, str], ...]
    events: tuple[SheetEvent, ...]
    head: str
    drawn_up_at: datetime
    held_back: tuple[tuple[str, str], ...] = ()
    encloses: bool = False

    @property
    def pages(self) -> int:
        """The pages of all letters together."""
        return sum(row.pages for row in self.rows)
