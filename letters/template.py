"""Reading a letter's wording: a small text that can be checked before any letter is written.

A template is plain text in pieces. ``# `` begins the subject, ``## `` a section's heading,
``- `` an item of a list, ``@name`` a part drawn from the record (a table, a list), ``// `` a note
to whoever edits the wording. All else is a paragraph, up to the next empty line or piece.
``when NAME:`` or ``when not NAME:`` before a piece keeps it to letters where that holds.
``${name}`` is filled from the record. A note ``// to_confirm: WHAT`` holds the letter back.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from letters.errors import BadTemplate
from rules.problems import Problem

PLACEHOLDER = re.compile(r"\$\{([^}]*)\}")
UNENDED = re.compile(r"\$\{(?![^{}$]*\})\w*")
"""What a name looks like that is begun and not ended."""

WHEN = re.compile(r"when (not )?([a-z0-9_]+): +")
ALMOST_WHEN = re.compile(r"\w+ (?:not )?([a-z0-9_]+): +")
"""What a condition looks like whose first word is another than “when”."""

TO_CONFIRM = "to_confirm:"
"""What begins a note that says what nobody has confirmed yet."""

ENGLISH_TAG = "en-GB"

MARKS = {"# ": "subject", "## ": "heading", "- ": "item", "@": "part", "// ": "comment"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a template. ``shape`` is subject, heading, item, part or paragraph.

    ``starts`` says where each of its lines begins: offset in ``text``, line and column, from 1.
    """

    shape: str
    text: str
    line: int
    when: str | None = None
    unless: bool = False
    starts: tuple[tuple[int, int, int], ...] = field(default=(), compare=False)

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Give the names to be filled in this piece."""
        return tuple(PLACEHOLDER.findall(self.text))

    def place_of(self, offset: int) -> tuple[int, int]:
        """Give the line and the column, from 1, of a character of ``text``."""
        first, line, column = max(each for each in self.starts if each[0] <= offset)
        return line, column + offset - first


@dataclass(frozen=True, slots=True)
class Template:
    """A letter's wording: where it stands, its pieces, and the name that a letter keeps of it.

    ``name`` is the file's stem and twelve signs of the text's SHA-256: ``refuse.cy@0123456789ab``.
    ``to_confirm`` says what of it nobody has confirmed yet; until then the letter is a draft.
    ``text`` is what it was read from, so that a letter can be written again from the same words.
    """

    place: str
    name: str
    pieces: tuple[Piece, ...]
    to_confirm: tuple[str, ...] = ()
    text: str = field(default="", compare=False, repr=False)

    @property
    def language(self) -> str:
        """The language its file's name tells (``refuse.cy.txt``): a BCP 47 tag."""
        return self.name.partition("@")[0].partition(".")[2] or ENGLISH_TAG


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
    read = _pieces(text)
    pieces = tuple(piece for piece in read if piece.shape != "comment")
    problems = [problem for piece in pieces for problem in _problems(piece, place, known)]
    if not any(piece.shape == "subject" for piece in pieces):
        problems.append(Problem(place, "a letter needs a subject: a line that begins with “# ”."))
    if problems:
        raise BadTemplate(problems)
    stem = place.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".txt")
    return Template(place, f"{stem}@{digest_of(text)[:12]}", pieces, _to_confirm(read), text)


def unchecked(text: str, place: str) -> Template:
    """Read a text that may have mistakes in it, to look at its sentences; no letter uses it."""
    read = _pieces(text)
    return Template(place, place, tuple(p for p in read if p.shape != "comment"), (), text)


def digest_of(text: str) -> str:
    """Give the SHA-256 of a wording, by which a letter names it."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _to_confirm(pieces: list[Piece]) -> tuple[str, ...]:
    """Give what the notes of a wording say is still to be confirmed."""
    notes = (piece.text for piece in pieces if piece.shape == "comment")
    return tuple(
        note.removeprefix(TO_CONFIRM).strip().rstrip(".")
        for note in notes
        if note.startswith(TO_CONFIRM)
    )


def _pieces(text: str) -> list[Piece]:
    """Cut a text into its pieces."""
    pieces: list[Piece] = []
    broken = True
    for number, raw in enumerate(text.splitlines(), start=1):
        line, column = raw.strip(), len(raw) - len(raw.lstrip()) + 1
        if not line:
            broken = True
        elif broken or _begins(line) or pieces[-1].shape in ("subject", "heading", "part"):
            pieces.append(_piece(line, number, column))
            broken = False
        else:
            pieces[-1] = _longer(pieces[-1], line, number, column)
    return pieces


def _longer(piece: Piece, line: str, number: int, column: int) -> Piece:
    """Let a piece go on over another line."""
    start = (len(piece.text) + 1, number, column)
    return replace(piece, text=f"{piece.text} {line}", starts=(*piece.starts, start))


def _begins(line: str) -> bool:
    """Say whether a line begins a piece by its own mark."""
    return line.startswith(tuple(MARKS)) or WHEN.match(line) is not None


def _piece(line: str, number: int, column: int) -> Piece:
    """Read the first line of a piece, which begins at a column."""
    condition = WHEN.match(line)
    rest = line[condition.end() :] if condition else line
    mark = next((mark for mark in MARKS if rest.startswith(mark)), "")
    words = rest.removeprefix(mark).strip()
    return Piece(
        shape=MARKS.get(mark, "paragraph"),
        text=words,
        line=number,
        when=condition.group(2) if condition else None,
        unless=bool(condition and condition.group(1)),
        starts=((0, number, column + len(line) - len(words)),),
    )


def _problems(piece: Piece, place: str, known: Known) -> list[Problem]:
    """Find the names in a piece that mean nothing here."""
    found = [
        _unknown("placeholder", each.group(), known.placeholders, place, piece, each.start())
        for each in PLACEHOLDER.finditer(piece.text)
        if each.group(1) not in known.placeholders and "${" not in each.group(1)
    ]
    found += [_unended(each, known, place, piece) for each in UNENDED.finditer(piece.text)]
    if piece.shape == "part" and piece.text not in known.parts:
        found.append(_unknown("part", f"@{piece.text}", known.parts, place, piece))
    if piece.when is not None and piece.when not in known.conditions:
        problem = _unknown("condition", piece.when, known.conditions, place, piece)
        found.append(replace(problem, column=None))
    almost = ALMOST_WHEN.match(piece.text)
    if almost and almost.group(1) in known.conditions:
        what = f"a condition begins with “when” or “when not”, not as “{almost.group().strip()}”."
        found.append(Problem(place, what, *piece.place_of(0)))
    return found


def _unended(begun: re.Match[str], known: Known, place: str, piece: Piece) -> Problem:
    """Say that a name is begun and not ended, and which one may be meant."""
    meant = get_close_matches(begun.group()[2:], sorted(known.placeholders), 1, 0.7)
    asked = f" Did you mean ${{{meant[0]}}}?" if meant else ""
    told = f"the name {begun.group()} is begun and not ended: put }} after it.{asked}"
    return Problem(place, told, *piece.place_of(begun.start()))


NEAREST = 5
"""So many names are told where none is much like the one that is not known."""


def _unknown(
    what: str, shown: str, known: Collection[str], place: str, piece: Piece, offset: int = 0
) -> Problem:
    """Say that a name is unknown, where, and what it may be meant for, else the nearest ones."""
    names, wrong = sorted(known), shown.strip("${}@")
    if meant := get_close_matches(wrong, names, 1, 0.75):
        known_words = f"Did you mean “{meant[0]}”?"
    else:
        near = ", ".join(get_close_matches(wrong, names, NEAREST, 0.0))
        known_words = f"Nearest to it: {near}. “letters wording KIND” prints those a letter uses."
    told = f"the {what} {shown} is not known. {known_words}"
    return Problem(place, told, *piece.place_of(offset))
