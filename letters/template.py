"""Reading a letter's wording: a small text that can be checked before any letter is written.

A template is plain text in pieces. ``# `` begins the subject, ``## `` a section's heading,
``- `` an item of a list, ``@name`` a part drawn from the record (a table, a list), ``// `` a note
to whoever edits the wording. All else is a paragraph, up to the next empty line or piece.
``when NAME:`` or ``when not NAME:`` before a piece keeps it to letters where that holds.
``${name}`` is filled from the record.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from letters.errors import BadTemplate
from rules.problems import Problem

PLACEHOLDER = re.compile(r"\$\{([^}]*)\}")
WHEN = re.compile(r"when (not )?([a-z0-9_]+): +")
ALMOST_WHEN = re.compile(r"\w+ (?:not )?([a-z0-9_]+): +")
"""What a condition looks like whose first word is another than “when”."""

MARKS = {"# ": "subject", "## ": "heading", "- ": "item", "@": "part", "// ": "comment"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a template. ``shape`` is subject, heading, item, part or paragraph."""

    shape: str
    text: str
    line: int
    when: str | None = None
    unless: bool = False

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Give the names to be filled in this piece."""
        return tuple(PLACEHOLDER.findall(self.text))


@dataclass(frozen=True, slots=True)
class Template:
    """A letter's wording: where it stands, its pieces, and the name that a letter keeps of it."""

    place: str
    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The names that a template may use: placeholders, parts and conditions."""

    placeholders: Collection[str]
    parts: Collection[str]
    conditions: Collection[str]


def read_template(text: str, place: str, known: Known) -> Template:
    """Read a template's text; ``place`` names the file, and its stem begins the template's name.

    Raises BadTemplate with every unknown placeholder, part and condition, by line.
    """
    pieces = tuple(piece for piece in _pieces(text) if piece.shape != "comment")
    problems = [problem for piece in pieces for problem in _problems(piece, place, known)]
    if not any(piece.shape == "subject" for piece in pieces):
        problems.append(Problem(place, "a letter needs a subject: a line that begins with “# ”."))
    if problems:
        raise BadTemplate(problems)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]
    stem = place.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".txt")
    return Template(place, f"{stem}@{digest}", pieces)


def _pieces(text: str) -> list[Piece]:
    """Cut a text into its pieces."""
    pieces: list[Piece] = []
    broken = True
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if not line:
            broken = True
        elif broken or _begins(line) or pieces[-1].shape in ("subject", "heading", "part"):
            pieces.append(_piece(line, number))
            broken = False
        else:
            pieces[-1] = replace(pieces[-1], text=f"{pieces[-1].text} {line}")
    return pieces


def _begins(line: str) -> bool:
    """Say whether a line begins a piece by its own mark."""
    return line.startswith(tuple(MARKS)) or WHEN.match(line) is not None


def _piece(line: str, number: int) -> Piece:
    """Read the first line of a piece."""
    condition = WHEN.match(line)
    rest = line[condition.end() :] if condition else line
    mark = next((mark for mark in MARKS if rest.startswith(mark)), "")
    return Piece(
        shape=MARKS.get(mark, "paragraph"),
        text=rest.removeprefix(mark).strip(),
        line=number,
        when=condition.group(2) if condition else None,
        unless=bool(condition and condition.group(1)),
    )


def _problems(piece: Piece, place: str, known: Known) -> list[Problem]:
    """Find the names in a piece that mean nothing here."""
    found = [
        _unknown("placeholder", f"${{{name}}}", known.placeholders, place, piece)
        for name in piece.placeholders
        if name not in known.placeholders
    ]
    if piece.shape == "part" and piece.text not in known.parts:
        found.append(_unknown("part", f"@{piece.text}", known.parts, place, piece))
    if piece.when is not None and piece.when not in known.conditions:
        found.append(_unknown("condition", piece.when, known.conditions, place, piece))
    almost = ALMOST_WHEN.match(piece.text)
    if almost and almost.group(1) in known.conditions:
        what = f"a condition begins with “when” or “when not”, not as “{almost.group().strip()}”."
        found.append(Problem(place, what, piece.line))
    return found


def _unknown(what: str, shown: str, known: Collection[str], place: str, piece: Piece) -> Problem:
    """Say that a name is unknown, and which are known."""
    names = ", ".join(sorted(known))
    return Problem(place, f"the {what} {shown} is not known. Known: {names}.", piece.line)
