"""A letter for large print: tables of several columns become one short table for each row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from letters.blocks import Block, LetterContent, Table

LABEL, VALUE = 40, 60


def restacked(content: LetterContent) -> LetterContent:
    """Give the same letter with no table wider than a label and its value."""
    enclosed = tuple(restacked(each) for each in content.enclosures)
    return replace(content, blocks=tuple(_blocks(content.blocks)), enclosures=enclosed)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table) and block.header:
            yield from _rows(block)
        elif isinstance(block, Table):
            yield replace(block, widths=(LABEL, VALUE))
        else:
            yield block


def _rows(table: Table) -> Iterator[Table]:
    """Give each row as a table whose cells stand under one another, each named by its column."""
    for number, row in enumerate(table.rows, start=1):
        pairs = tuple((name, cell) for name, cell in zip(table.header, row, strict=True) if cell)
        yield Table(f"{table.summary}, {number} of {len(table.rows)}", (), pairs, (LABEL, VALUE))
