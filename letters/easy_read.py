"""A letter laid out for Easy Read: one idea a line, short lines, a picture beside them.

It is the same content, laid out anew. It does not replace a text that people with learning
disabilities have written or checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from letters.blocks import (
    TO_WRITE,
    Block,
    Bullets,
    LetterContent,
    Paragraph,
    Pictured,
    RouteMap,
    Table,
)
from letters.restack import restacked
from letters.symbols import SYMBOLS, symbol_for

SENTENCE = re.compile(
    r"(?<=[.?!])\s+(?=[A-Z£“\[])|(?<=;)\s+|(?<=:)\s+(?=[A-Z][^;.:\s]*(?:\s[^;.:\s]+){3})"
)
"""Where a text may be cut: after a sentence, a semicolon, or a colon before several words."""

LABEL = 40
"""The most characters of a row's label; longer words are somebody's own and stand alone."""

TOGETHER = 3
"""As many lines as share one picture."""


def easy_read(content: LetterContent) -> LetterContent:
    """Give the same letter as short lines with pictures; headings and the address stay.

    A sheet of figures keeps every figure: it is set in large print instead.
    """
    if content.compact:
        return restacked(content)
    enclosed = tuple(easy_read(each) for each in content.enclosures)
    return replace(content, blocks=tuple(_blocks(content.blocks)), enclosures=enclosed)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield from pictured(SENTENCE.split(text))
            case Bullets(items):
                yield from pictured(line for item in items for line in SENTENCE.split(item))
            case Table(plain=True):
                yield replace(block, widths=(36, 64))
            case Table():
                yield from pictured(line for row in block.rows for line in _row(block, row))
            case RouteMap(alt):
                yield from pictured(SENTENCE.split(alt))
            case _:
                yield block


def _row(table: Table, row: tuple[str, ...]) -> Iterator[str]:
    """Say a row in a line: its label and its value, without where a fact came from.

    What somebody said and what was answered stand apart, each under the name of its column.
    """
    if table.header and len(row[0]) > LABEL:
        said = zip(table.header, row, strict=True)
        yield from (f"{name}: {words}" for name, words in said if words)
    elif table.header and len(row) > 2:
        yield f"{row[0]}: {row[1]}"
    else:
        yield f"{row[0]}: {'; '.join(row[1:]) or TO_WRITE}"


def pictured(lines: Iterator[str] | list[str] | tuple[str, ...]) -> Iterator[Pictured]:
    """Set lines beside pictures: neighbours that call for the same one share it."""
    run: list[str] = []
    showing = ""
    for line in filter(None, map(str.strip, lines)):
        symbol = symbol_for(line)
        if run and (symbol != showing or len(run) == TOGETHER):
            yield _picture(showing, run)
            run = []
        showing = symbol
        run.append(line)
    if run:
        yield _picture(showing, run)


def _picture(symbol: str, lines: list[str]) -> Pictured:
    return Pictured(symbol, f"Picture of {SYMBOLS[symbol].shows}", tuple(lines))
