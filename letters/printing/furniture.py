"""What stands on every page beside the letter: foot, ribbon and draft mark, all artifacts."""

from __future__ import annotations

from dataclasses import replace

from letters.blocks import LetterContent
from letters.page_words import PAGE, reference_text, ribbon_text
from letters.printing.fonts import width
from letters.printing.look import LINE, NOTICE, WATERMARK, Look, Type
from letters.printing.tagging import TaggedCanvas

DRAFT_MARK = Type(150, 150, bold=True, colour=WATERMARK)


def below(canvas: TaggedCanvas, content: LetterContent, look: Look) -> None:
    """Draw what lies under the text: the draft mark, across the page."""
    if content.is_draft:
        with canvas.artifact("Pagination"):
            canvas.slanted("DRAFT", DRAFT_MARK, look.page)


def around(canvas: TaggedCanvas, content: LetterContent, look: Look, page: int, pages: int) -> None:
    """Draw the ribbon at the head and the line at the foot."""
    with canvas.artifact("Pagination"):
        ribbon = ribbon_text(content)
        if ribbon:
            _ribbon(canvas, ribbon, look)
        number = content.on_page(PAGE).format(number=page, number2=pages)
        _foot(canvas, reference_text(content), number, look)


def _ribbon(canvas: TaggedCanvas, text: str, look: Look) -> None:
    """Draw a tinted band over the whole width of the head."""
    height = look.ribbon.leading + 9
    canvas.box(0, look.page[1] - height, look.page[0], height, NOTICE)
    x = (look.page[0] - width(text, look.ribbon.bold, look.ribbon.size)) / 2
    canvas.text(x, look.page[1] - height + 4.5 + look.ribbon.size * 0.28, text, look.ribbon)


def _foot(canvas: TaggedCanvas, reference: str, number: str, look: Look) -> None:
    """Draw the letter's reference at the left and the page's number at the right."""
    kind = _fitting(f"{reference}    {number}", look)
    y = look.bottom - 14 - kind.size
    canvas.rule(look.left, y + kind.size + 3, look.width, LINE, 0.5)
    if reference:
        canvas.text(look.left, y, reference, kind)
    end = look.left + look.width - width(number, kind.bold, kind.size)
    canvas.text(end, y, number, kind)


def _fitting(text: str, look: Look) -> Type:
    """Give the type of the foot, smaller where its line would be wider than the text."""
    kind = look.footer
    wide = width(text, kind.bold, kind.size)
    return kind if wide <= look.width else replace(kind, size=kind.size * look.width / wide)
