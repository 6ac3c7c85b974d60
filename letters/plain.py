"""A letter as plain text: one line a paragraph, so that any program can read or enlarge it."""

from __future__ import annotations

from collections.abc import Iterator

from letters.blocks import (
    TO_WRITE,
    Address,
    Block,
    Bullets,
    Heading,
    LetterContent,
    Letterhead,
    Note,
    Paragraph,
    Pictured,
    RouteMap,
    Signature,
    Table,
)
from letters.page_words import ribbon_text

LEAF = "*" * 72
"""Stands between a letter and what it encloses."""


def plain(content: LetterContent) -> bytes:
    """Give the text, as UTF-8 with line feeds. Blocks stand apart by an empty line."""
    parts = list(_parts(content))
    mark = ribbon_text(content)
    return "\n\n".join(part for part in (mark, *parts) if part).encode("utf-8") + b"\n"


def _parts(content: LetterContent) -> Iterator[str]:
    """Give the text of each block; what is enclosed begins below a line of its own."""
    yield from ("\n".join(_block(block)) for block in content.blocks)
    for enclosed in content.enclosures:
        yield LEAF
        yield from _parts(enclosed)


def _block(block: Block) -> Iterator[str]:
    """Give the lines of one block."""
    match block:
        case Letterhead(council, lines):
            yield from (council, *lines)
        case Address(lines) | Signature(lines) | Pictured(lines=lines):
            yield from lines
        case Note(text) | Paragraph(text):
            yield text
        case Heading(level, text):
            yield text
            yield ("=" if level == 1 else "-") * len(text)
        case Bullets(items):
            yield from (f"- {item}" for item in items)
        case Table():
            yield from _table(block)
        case RouteMap():
            yield from (block.caption, block.alt)


def _table(table: Table) -> Iterator[str]:
    """Give each row as its cells, each named by its column or by the row's own header."""
    for number, row in enumerate(table.rows):
        if not table.header:
            yield f"{row[0]}: {'; '.join(row[1:]) or TO_WRITE}"
            continue
        if number:
            yield ""
        named = zip(table.header, row, strict=True)
        yield from (f"{name}: {cell}" for name, cell in named if cell)
