"""Which words of a line call for which picture of Easy Read; most lines call for none.

A picture that says something else than its line misleads whoever reads by pictures. So it stands
only where the program's own words leave no doubt what the line is about.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from letters.printing.lines import MONTHS

NO_PICTURE: Final = ""
"""Stands where no picture surely says what a line says."""

CALLS: Final[tuple[tuple[str, str], ...]] = (
    (r"^Dear ", "person"),
    (
        r"\bis not entitled to (?:free|help)|\bnot changed (?:our|the) decision\b"
        r"|^We decided not to\b|^We made a mistake\b",
        "no",
    ),
    (
        r"^(?!.*\b(?:[Ii]f|whether|not|until we)\b).*(?:\bis entitled to\b|^We offer\b"
        r"|^We will help\b)",
        "yes",
    ),
    (r"^To accept, sign\b|^By signing\b|^Please still sign\b", "sign"),
    (r"£\d|\bnothing to pay\b|^You pay\b", "money"),
    (r"\b0\d{2,5} ?\d{3} ?\d{3,4}\b", "phone"),
    (r"https?://|\bwww\.|\S@\S", "screen"),
    (rf"\b\d{{1,2}} (?:{MONTHS}) \d{{4}}\b", "day"),
    (r"^We measured the distance\b", "measure"),
    (
        r"^The walking (?:route|distance)\b|^Walking distance:|^Beyond walking distance\b(?!,)"
        r"|\bmiles?\b.* on foot\b|^These tests ask whether .* can walk there\b",
        "walk",
    ),
    (
        r"^The panel\b|\bask us to review this\b|\bright to a (?:stage one )?review\b"
        r"|^These people\b|^A senior officer\b|^The hearing is\b",
        "people",
    ),
    (r"\bseat on .*\bbus(?:es)?\b|\bbus (?:company|pass|ticket)\b", "bus"),
    (r"^The nearest suitable school is\b|\bchanges school\b", "school"),
    (r"^(?:You can )?[Ww]rite to\b|\bthis letter in large print\b", "letter"),
    (r"\?$", "question"),
)
"""Which words call for which picture; the first that fits counts."""

OWN: Final = frozenset({"phone", "screen", "bus", "letter"})
"""What may stand beside somebody's own words, which can be about anything else."""

DAY: Final = 3
"""A day is written in so many words; fewer are not taken for somebody's own."""

SAID: Final = 6
"""A piece of the record of so many words is somebody's own, and no name, day or figure."""


def symbol_for(lines: str | tuple[str, ...], own: Collection[str] = ()) -> str:
    """Choose the picture for lines that stand together, by the first sentence and what leads to it.

    ``own`` are the pieces that the record gave. Without a picture that is surely right: none.
    """
    each = (lines,) if isinstance(lines, str) else lines
    ends = (at for at, line in enumerate(each, start=1) if not line.endswith((":", ",")))
    first = each[: next(ends, len(each))]
    return next(filter(None, (_called(line, own) for line in first)), NO_PICTURE)


def _called(line: str, own: Collection[str]) -> str:
    name = next((name for words, name in CALLS if re.search(words, line)), NO_PICTURE)
    return name if name in OWN or not _is_own(line, own) else NO_PICTURE


def _is_own(line: str, own: Collection[str]) -> bool:
    """Say whether a line is part of what somebody wrote."""
    said = line.partition(": ")[2] or line
    told = said.strip().rstrip(".")
    return len(told.split()) > DAY and any(told in w for w in own if len(w.split()) >= SAID)
