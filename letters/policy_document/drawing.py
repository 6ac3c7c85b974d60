"""Drawing a policy document: its blocks set on pages, then each page with its head and foot."""

from __future__ import annotations

from letters.blocks import Block
from letters.errors import GlyphMissing
from letters.policy_document.content import (
    Outline,
    OutlineItem,
    PolicyBlock,
    PolicyDocument,
    all_policy_texts,
)
from letters.printing import fonts
from letters.printing.flow import set_first
from letters.printing.fonts import width
from letters.printing.glyphs import drawable
from letters.printing.lines import break_lines
from letters.printing.look import LINE, NOTICE, STANDARD, Look
from letters.printing.placed import Text
from letters.printing.sheet import Sheet
from letters.printing.structure import Element
from letters.printing.tagging import TaggedCanvas


def draw_policy(document: PolicyDocument, look: Look = STANDARD) -> bytes:
    """Draw a document and give the finished file. Raises GlyphMissing and FontsMissing."""
    fonts.load()
    _check_glyphs(document)
    sheet = _laid_out(document.blocks, look)
    canvas = TaggedCanvas(look.page, document.language, len(sheet.pages))
    canvas.root = sheet.root
    for number, page in enumerate(sheet.pages, start=1):
        for thing in page:
            thing.draw(canvas)
        with canvas.artifact("Pagination"):
            _head(canvas, document, look)
            _foot(canvas, document.foot, f"Page {number} of {len(sheet.pages)}", look)
        canvas.end_page()
    return canvas.finish(document.title, document.author, document.foot, document.dated)


def _check_glyphs(document: PolicyDocument) -> None:
    for text in all_policy_texts(document):
        for character in dict.fromkeys(text):
            if not drawable(character):
                raise GlyphMissing(character, "the policy's text", text[:60])


def _laid_out(blocks: tuple[PolicyBlock, ...], look: Look) -> Sheet:
    sheet = Sheet(look)
    for at, block in enumerate(blocks):
        if isinstance(block, Outline):
            _items(sheet, sheet.root.child("L", ListNumbering="Disc"), block.items, 0)
            sheet.skip(look.after - 3)
        else:
            set_first(sheet, (block, *_plain(blocks[at + 1 : at + 3])))
    return sheet


def _plain(following: tuple[PolicyBlock, ...]) -> tuple[Block, ...]:
    """What follows a block, as far as the letters' own rules of keeping together know it."""
    found: list[Block] = []
    for each in following:
        if isinstance(each, Outline):
            break
        found.append(each)
    return tuple(found)


def _items(sheet: Sheet, listed: Element, items: tuple[OutlineItem, ...], depth: int) -> None:
    """Set the items of a list, and within each the list of what stands below it."""
    look, kind = sheet.look, sheet.look.body
    left = look.left + depth * look.indent
    for each in items:
        item = listed.child("LI")
        lines = break_lines(each.text, kind, look.width - (depth + 1) * look.indent)
        sheet.begin(len(lines), kind)
        mark = break_lines("•", kind, look.indent)
        sheet.put(Text(item.child("Lbl"), mark, kind, left + 3, sheet.baseline(kind)))
        body = item.child("LBody")
        sheet.lines(body.child("P"), lines, kind, left + look.indent)
        sheet.skip(2)
        if each.below:
            _items(sheet, body.child("L", ListNumbering="Disc"), each.below, depth + 1)


def _head(canvas: TaggedCanvas, document: PolicyDocument, look: Look) -> None:
    """Draw the band at the head that says what kind of text this is; none for an adopted one."""
    if not document.marks:
        return
    text, height = " · ".join(document.marks), 22.0
    canvas.box(0, look.page[1] - height, look.page[0], height, NOTICE)
    x = (look.page[0] - width(text, look.ribbon.bold, look.ribbon.size)) / 2
    canvas.text(x, look.page[1] - height + 7.5, text, look.ribbon)


def _foot(canvas: TaggedCanvas, text: str, number: str, look: Look) -> None:
    y, kind = look.bottom - 26, look.footer
    canvas.rule(look.left, y + 15, look.width, LINE, 0.5)
    canvas.text(look.left, y, text, kind)
    end = look.left + look.width - width(number, kind.bold, kind.size)
    canvas.text(end, y, number, kind)
