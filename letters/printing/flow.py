"""Setting blocks on pages: each becomes one element, however many pages it takes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from letters.blocks import (
    Address,
    Block,
    Bullets,
    Heading,
    Letterhead,
    Note,
    Paragraph,
    Pictured,
    RouteMap,
    Signature,
    Table,
)
from letters.printing.flow_figures import figure_on, pictured_height
from letters.printing.flow_head import address, letterhead, note, stack
from letters.printing.flow_table import first_rows, table
from letters.printing.lines import Line, break_lines
from letters.printing.look import Look
from letters.printing.placed import Bookmark, Text
from letters.printing.sheet import Sheet
from letters.printing.structure import Element


def lay_out(blocks: tuple[Block, ...], look: Look) -> Sheet:
    """Set blocks on as many pages as they take."""
    sheet = Sheet(look)
    alone = set(_of_forms(blocks))
    for index in range(len(blocks)):
        if index in alone and not sheet.at_top:
            sheet.turn()
        set_first(sheet, blocks[index:])
    return sheet


def _of_forms(blocks: tuple[Block, ...]) -> Iterator[int]:
    """Give where sections with a form begin and end: they go back, so nothing shares their page."""
    heads = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    for first, after in pairwise((*heads, len(blocks))):
        if any(isinstance(each, Table) and each.to_fill for each in blocks[first:after]):
            yield from (first, after)


def set_first(sheet: Sheet, blocks: tuple[Block, ...]) -> None:
    """Set the first of these blocks; what follows tells how much must stay with it."""
    match blocks[0]:
        case Letterhead() as head:
            letterhead(sheet, head)
        case Address(lines):
            address(sheet, lines)
        case Note(text):
            note(sheet, text)
        case Heading() as heading:
            _heading(sheet, heading, blocks[1:])
        case Paragraph(text):
            _paragraph(sheet, text, blocks[1:])
        case Bullets(items):
            _bullets(sheet, items)
        case Table() as rows:
            table(sheet, rows)
        case Signature(lines):
            _signature(sheet, lines)
        case Pictured() | RouteMap() as figure:
            figure_on(sheet, figure)


def _heading(sheet: Sheet, block: Heading, following: tuple[Block, ...]) -> None:
    """Set a heading with the beginning of what it heads, and list it in the outline."""
    look = sheet.look
    kind = (look.subject, look.heading, look.strong)[min(block.level, 3) - 1]
    lines = break_lines(block.text, kind, look.width)
    sheet.skip(look.above + 2 if block.level == 1 else look.above)
    sheet.need(len(lines) * kind.leading + 4 + _beginning(sheet, following))
    sheet.put(Bookmark(block.text, block.level - 1, sheet.y + 4))
    sheet.lines(sheet.root.child(f"H{block.level}"), lines, kind, look.left)
    sheet.skip(6 if block.level == 1 else 3)


def _beginning(sheet: Sheet, blocks: tuple[Block, ...]) -> float:
    """Give the height of the least part of what comes next that may stand on a page alone."""
    look = sheet.look
    match blocks[0] if blocks else None:
        case Paragraph(text):
            count = len(break_lines(text, look.body, look.width))
            if _leads_on(text, count, blocks[1:]):
                return count * look.body.leading + look.after + _beginning(sheet, blocks[1:])
            return (count if count <= 3 else 2) * look.body.leading
        case Table() as rows:
            return first_rows(sheet, rows)
        case Signature(lines):
            return (len(lines) + 2.6) * look.body.leading + 8
        case Pictured() as figure:
            return pictured_height(look, figure)
    return 2 * look.body.leading


def _leads_on(text: str, count: int, following: tuple[Block, ...]) -> bool:
    """Say whether a paragraph must stay with what follows: a list it names, a table, the close."""
    followed = isinstance(following[0], Table | Signature) if following else False
    return count <= 3 and (followed or text.endswith(":"))


def _paragraph(sheet: Sheet, text: str, following: tuple[Block, ...]) -> None:
    """Set a paragraph; one that leads on stays with the beginning of what follows."""
    look = sheet.look
    lines = break_lines(text, look.body, look.width)
    if _leads_on(text, len(lines), following):
        sheet.need(len(lines) * look.body.leading + look.after + _beginning(sheet, following))
    sheet.lines(sheet.root.child("P"), lines, look.body, look.left)
    sheet.skip(look.after / 2 if text.endswith(":") else look.after)


def _bullets(sheet: Sheet, items: tuple[str, ...]) -> None:
    """Set a list: each item a label and a body."""
    look, kind = sheet.look, sheet.look.body
    listed = sheet.root.child("L", ListNumbering="Disc")
    for text in items:
        _item(sheet, listed.child("LI"), break_lines(text, kind, look.width - look.indent))
    sheet.skip(look.after - 3)


def _item(sheet: Sheet, item: Element, lines: tuple[Line, ...]) -> None:
    """Set one item of a list, its mark on the page where it begins."""
    look, kind = sheet.look, sheet.look.body
    sheet.begin(len(lines), kind)
    mark = break_lines("•", kind, look.indent)
    sheet.put(Text(item.child("Lbl"), mark, kind, look.left + 3, sheet.baseline(kind)))
    sheet.lines(item.child("LBody"), lines, kind, look.left + look.indent)
    sheet.skip(3)


def _signature(sheet: Sheet, texts: tuple[str, ...]) -> None:
    """Set the close, with room to sign between the courtesy and the name."""
    look, kind = sheet.look, sheet.look.body
    sheet.skip(8)
    sheet.need((len(texts) + 2) * kind.leading)
    stack(sheet, texts[:1], kind, look.width)
    sheet.skip(1.6 * kind.leading)
    stack(sheet, texts[1:], kind, look.width)
    sheet.skip(look.after)
