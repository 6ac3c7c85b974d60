"""A letter for large print: tables of several columns become one short table for each row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from letters.blocks import TO_WRITE, Block, Bullets, LetterContent, Table

LABEL, VALUE = 40, 60


def restacked(content: LetterContent, in_lines: bool = False) -> LetterContent:
    """Give the same letter with no table wider than a label and its value.

    ``in_lines`` leaves no table at all: each label stands before its value in a list, for print so
    large that two columns would cut words.
    """
    enclosed = tuple(restacked(each, in_lines) for each in content.enclosures)
    blocks = tuple(_blocks(content.blocks))
    if in_lines:
        blocks = tuple(_listed(block) if isinstance(block, Table) else block for block in blocks)
    return replace(content, blocks=blocks, enclosures=enclosed)


def _listed(table: Table) -> Bullets:
    """Give a table of labels and values as a list; the value alone where it has no label."""
    filled = (tuple(cell or TO_WRITE for cell in r) if table.to_fill else r for r in table.rows)
    return Bullets(tuple(": ".join(filter(None, row)) for row in filled))


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
