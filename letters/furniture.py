"""What stands on every page beside the letter: foot, ribbon and draft mark, all artifacts."""

from __future__ import annotations

from letters.blocks import LetterContent
from letters.fonts import width
from letters.look import LINE, NOTICE, WATERMARK, Look, Type
from letters.tagging import TaggedCanvas

PAGE, REFERENCE = "Page {number} of {number2}", "Our reference: {text}"
SAMPLE, DRAFT = "Fictional sample", "Draft, not to be sent"
PAGE_WORDS = (PAGE, REFERENCE, SAMPLE, DRAFT)
"""What stands on every page, as a language's file names it."""

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


def ribbon_text(content: LetterContent) -> str:
    """Say what a page's ribbon reads: empty where it has none."""
    marks = [content.on_page(SAMPLE)] if content.fictional else []
    marks += [content.on_page(DRAFT)] if content.is_draft else []
    return " · ".join(marks)


def reference_text(content: LetterContent) -> str:
    """Say what a page's foot reads of the reference: empty where there is none."""
    reference = content.reference
    return content.on_page(REFERENCE).format(text=reference) if reference else ""


def _ribbon(canvas: TaggedCanvas, text: str, look: Look) -> None:
    """Draw a tinted band over the whole width of the head."""
    height = 22.0
    canvas.box(0, look.page[1] - height, look.page[0], height, NOTICE)
    x = (look.page[0] - width(text, look.ribbon.bold, look.ribbon.size)) / 2
    canvas.text(x, look.page[1] - height + 7.5, text, look.ribbon)


def _foot(canvas: TaggedCanvas, reference: str, number: str, look: Look) -> None:
    """Draw the letter's reference at the left and the page's number at the right."""
    y, kind = look.bottom - 26, look.footer
    canvas.rule(look.left, y + 15, look.width, LINE, 0.5)
    if reference:
        canvas.text(look.left, y, reference, kind)
    end = look.left + look.width - width(number, kind.bold, kind.size)
    canvas.text(end, y, number, kind)
