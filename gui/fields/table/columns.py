"""What a column of a list is: its title, the words of a row's cell, what it sorts by, its sign."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from gui.outcomes import Sign


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``words`` writes a row's cell; ``sign``, where given, its shape, word and tone.

    ``sort`` gives what to order by (the words, if left out); ``width`` is in pixels at 100 %, and
    the column that ``stretches`` asks for as much as its words take, no less than that, and takes
    what is left. ``spare`` columns are left out of the list, the highest first, where the width is
    short; 0 stays. ``figures`` stand at the right.
    """

    title: str
    words: Callable[[Any], str]
    width: int = 120
    sort: Callable[[Any], Any] | None = None
    sign: Callable[[Any], Sign | None] | None = None
    stretches: bool = False
    figures: bool = False
    muted: bool = False
    spare: int = 0

    def order(self, row: Any) -> Any | None:
        """Give what a row sorts by, None where it is not known."""
        return self.sort(row) if self.sort else self.words(row).casefold()


def summary(columns: Sequence[Column], row: Any) -> str:
    """Write a whole row as one sentence for a screen reader: each title with its words."""
    cells = ((column.title, column.words(row)) for column in columns)
    return ", ".join(f"{title} {words}".strip() for title, words in cells if words)


def ordered(column: Column, rows: Sequence[Any], descending: bool) -> list[Any]:
    """Order rows by a column; equal ones keep their order, what is not known comes last."""
    keyed = [(column.order(row), row) for row in rows]
    known = sorted(
        (pair for pair in keyed if pair[0] is not None),
        key=lambda pair: pair[0],
        reverse=descending,
    )
    return [row for _, row in known] + [row for order, row in keyed if order is None]


def csv_text(columns: Sequence[Column], rows: Sequence[Any]) -> str:
    """Write rows as CSV with their titles. A spreadsheet must not take a name for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.title for column in columns])
    for row in rows:
        writer.writerow([_harmless(column.words(row)) for column in columns])
    return out.getvalue()


def _harmless(words: str) -> str:
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t") else words
