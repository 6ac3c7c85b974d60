"""Plain English in the wording of a letter: each hint placed in the template's own text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from letters.occasions import occasion_days
from letters.plain_english.check import Found, Hint, Rule, findings, hint_at, too_hard
from letters.plain_english.words import WORD, reading_grade, sentences
from letters.template import ENGLISH_TAG, PLACEHOLDER, Piece, Template

DAYS: Final = occasion_days() | {
    "letter_date", "review_by", "starts_on", "ends_on", "mode_told_by", "decided_on",
    "help_reviewed_on", "date_of_birth", "eighth_birthday", "term_ends",
}  # fmt: skip
"""The placeholders that are filled with a day, written out."""

WORDED: Final = ("subject", "heading", "paragraph", "item")


@dataclass(frozen=True, slots=True)
class Measure:
    """How a wording reads: its Flesch–Kincaid grade, sentences, words, and the longest sentence."""

    grade: float | None
    sentences: int
    words: int
    longest: int


def wording_hints(template: Template, others: Collection[str] = ()) -> tuple[Hint, ...]:
    """Give the hints on an English wording, in the order of its text; none on other languages.

    ``others`` are names of children. Lines and columns count from 1 in the template's own text.
    """
    if template.language != ENGLISH_TAG:
        return ()
    text = template.text
    starts = _line_starts(text)
    found: list[Found] = []
    for piece in _worded(template):
        told = (*findings(piece.text, others, _has_a_day), *_shouting_heading(piece))
        found += [_placed(each, piece, starts) for each in told]
    found += _grade(template, starts)
    return tuple(hint_at(text, each) for each in sorted(found, key=lambda one: (one[1], one[2])))


def measure(template: Template) -> Measure:
    """Say how a wording reads as a whole."""
    text = _running(template)
    counts = [len(each.words) for each in sentences(text)]
    return Measure(reading_grade(text), len(counts), sum(counts), max(counts, default=0))


def _worded(template: Template) -> Iterator[Piece]:
    return (piece for piece in template.pieces if piece.shape in WORDED)


def _running(template: Template) -> str:
    """Give the sentences of a wording, its headings left out: they have no full stop."""
    told = (piece.text for piece in _worded(template) if piece.shape in ("paragraph", "item"))
    return "\n".join(told)


def _has_a_day(sentence: str) -> bool:
    return not DAYS.isdisjoint(PLACEHOLDER.findall(sentence))


def _shouting_heading(piece: Piece) -> Iterator[Found]:
    """Find a heading In Title Case; names have capitals too, so two words are needed."""
    if piece.shape not in ("subject", "heading"):
        return
    later = [word for word in WORD.findall(piece.text)[1:] if not word.startswith("${")]
    capital = [word for word in later if word[0].isupper() and not word.isupper()]
    if len(capital) > 1 and len(capital) * 2 >= len(later):
        better = "Write headings as sentences: a capital for the first word and for names."
        yield Rule.HEADING, 0, len(piece.text), better


def _grade(template: Template, starts: list[int]) -> Iterator[Found]:
    """Place the reading grade of the whole at its longest sentence."""
    for rule, _, _, better in too_hard(_running(template)):
        pieces = [piece for piece in _worded(template) if piece.shape in ("paragraph", "item")]
        each, longest = max(
            ((piece, one) for piece in pieces for one in sentences(piece.text)),
            key=lambda pair: len(pair[1].words),
        )
        yield _placed((rule, longest.start, longest.end, better), each, starts)


def _placed(found: Found, piece: Piece, starts: list[int]) -> Found:
    """Give a finding in a piece its place in the whole text."""
    rule, start, end, better = found
    return rule, _offset(piece, start, starts), _offset(piece, end - 1, starts) + 1, better


def _offset(piece: Piece, at: int, starts: list[int]) -> int:
    line, column = piece.place_of(at)
    return starts[line - 1] + column - 1


def _line_starts(text: str) -> list[int]:
    starts, at = [], 0
    for line in text.splitlines(keepends=True):
        starts.append(at)
        at += len(line)
    return starts
