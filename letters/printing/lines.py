"""Breaking text into lines, so that each keeps its words, its blanks and its links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from letters.links import Span, linked
from letters.printing.fonts import width
from letters.printing.look import Type

Line = tuple[Span, ...]

HOLD = "\x00"
JOINS = frozenset("/-_@.?&=")
"""Signs after which a word that is too wide is rather cut than between other characters."""

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
KEPT = re.compile(
    rf"\b\d{{1,2}} (?:{MONTHS})(?: \d{{4}})?\b|\d (?:miles?|m|km|days)\b"
    r"|\b(?:section|paragraph|Schedule|page)s? (?=\d)"
)
"""What is kept on one line: a day of a month, a figure with its unit, a place in a text."""


def line_text(line: Line) -> str:
    """Give a line's characters, with the blank that ends it where the text goes on."""
    return "".join(span.text for span in line)


@lru_cache(maxsize=20_000)
def break_lines(text: str, kind: Type, room: float) -> tuple[Line, ...]:
    """Break a text into lines no wider than ``room`` points.

    A line that goes on keeps its closing blank, so that a screen reader does not run two words
    together; a word wider than the room is cut between characters.
    """
    lines: list[Line] = []
    line: list[Span] = []
    used = 0.0
    for word in _words(text, kind, room):
        wide = _measure(line_text(word).rstrip(), kind)
        if line and used + wide > room:
            lines.append(_merged(line))
            line, used = [], 0.0
        line += word
        used += _measure(line_text(word), kind)
    lines.append(_merged(line))
    return tuple(lines)


def _words(text: str, kind: Type, room: float) -> Iterator[Line]:
    """Give a text's words, each with the blank after it, cut where one is wider than the room."""
    held = KEPT.sub(lambda found: found.group().replace(" ", HOLD), text)
    for word in re.findall(r"[^ ]+ *", held):
        spans = tuple(linked(word.replace(HOLD, " ")))
        if _measure(line_text(spans).rstrip(), kind) <= room:
            yield spans
        elif HOLD in word:  # a day or a figure that no line holds goes on in the next, uncut
            yield from _words_apart(word.replace(HOLD, " "), kind, room)
        else:
            yield from _cut(spans, kind, room)


def _words_apart(text: str, kind: Type, room: float) -> Iterator[Line]:
    """Give the words of a text with nothing held together."""
    for word in re.findall(r"[^ ]+ *", text):
        spans = tuple(linked(word))
        whole = _measure(line_text(spans).rstrip(), kind) <= room
        yield from (spans,) if whole else _cut(spans, kind, room)


def _cut(word: Line, kind: Type, room: float) -> Iterator[Line]:
    """Cut a word that is too wide into parts that fit; a link stays a link in each."""
    part: list[Span] = []
    used = 0.0
    for span in word:
        for character in span.text:
            wide = _measure(character, kind)
            if part and used + wide > room:
                count = _joint(part)
                yield _merged(part[:count])
                part = part[count:]
                used = sum(_measure(each.text, kind) for each in part)
            part.append(Span(character, span.href))
            used += wide
    yield _merged(part)


def _joint(part: list[Span]) -> int:
    """Say after how many characters a word is cut: at its last sign that joins, if it has one."""
    after = (at for at in range(len(part), len(part) // 3, -1) if part[at - 1].text in JOINS)
    return next(after, len(part))


def _merged(spans: list[Span]) -> Line:
    """Join neighbouring spans that lead to the same place."""
    return tuple(
        Span("".join(span.text for span in run), href)
        for href, run in groupby(spans, key=lambda span: span.href)
    )


@lru_cache(maxsize=50_000)
def _measure(text: str, kind: Type) -> float:
    """Measure a text in points."""
    return width(text, kind.bold, kind.size)
