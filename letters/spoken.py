"""The parts that the program writes, put into the letter's language; the record's words stay."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from letters.blocks import (
    Block,
    Bullets,
    Heading,
    Note,
    Paragraph,
    RouteMap,
    Signature,
    Table,
)
from letters.language import Saying

FACTS = "The facts we used"
"""A table with a reading of its own: what was recorded, and where it came from."""


def spoken(block: Block, saying: Saying, own: Collection[str]) -> Block:
    """Give a block in the letter's language. ``own`` are the texts that the record gave."""
    match block:
        case Paragraph(text) | Note(text):
            return replace(block, text=saying.say(text, own))
        case Heading(_, text):
            return replace(block, text=saying.say(text, own))
        case Bullets(items):
            return Bullets(tuple(saying.say(item, own) for item in items))
        case Signature((close, name, post)):
            return Signature((saying.say(close), name, post))
        case Table():
            return _table(block, saying, own)
        case RouteMap(alt, caption):
            return replace(block, alt=saying.say(alt, own), caption=saying.say(caption, own))
    return block


def _table(table: Table, saying: Saying, own: Collection[str]) -> Table:
    """Put over a table's summary, its headers, and what of its cells the program wrote."""
    rows = table.rows
    if table.summary == FACTS:
        rows = tuple((saying.say(a), saying.say(b), _source(c, saying)) for a, b, c in rows)
    elif not table.own_words:
        rows = tuple(_row(table, row, saying, own) for row in rows)
    header = tuple(saying.say(each) for each in table.header)
    return replace(table, summary=saying.say(table.summary), header=header, rows=rows)


def _row(
    table: Table, row: tuple[str, ...], saying: Saying, own: Collection[str]
) -> tuple[str, ...]:
    """Put over a row; without headers above, its first cell is a label of the program's."""
    first = saying.say(row[0], own if table.header else ())
    return (first, *(saying.say(cell, own) for cell in row[1:]))


def _source(text: str, saying: Saying) -> str:
    """Put over where a fact came from: the recorded words stay, the day after them does not."""
    words, comma, day = text.rpartition(", ")
    written = saying.figure(day)
    if comma and written:
        return f"{words}{comma}{written}"
    return saying.say(text, (text,))
