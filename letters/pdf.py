"""From a letter in words to a tagged PDF: the same content gives the same bytes on any machine."""

from __future__ import annotations

from letters import fonts, furniture
from letters.blocks import LetterContent
from letters.flow import lay_out
from letters.glyphs import check_glyphs
from letters.look import STANDARD, Look
from letters.tagging import TaggedCanvas


def pdf(content: LetterContent, look: Look = STANDARD) -> bytes:
    """Print a letter as a tagged PDF, self-checked but not claimed to conform to PDF/UA.

    A draft is marked on every page, and so is a fictional sample. Raises GlyphMissing where the
    fonts lack a character, and FontsMissing where the fonts are not there; nothing is then made.
    """
    fonts.load()
    check_glyphs(content)
    sheet = lay_out(content.blocks, look)
    canvas = TaggedCanvas(look.page, content.language, len(sheet.pages))
    canvas.root = sheet.root
    for number, page in enumerate(sheet.pages, start=1):
        furniture.below(canvas, content, look)
        for thing in page:
            thing.draw(canvas)
        furniture.around(canvas, content, look, number, len(sheet.pages))
        canvas.end_page()
    subject = f"{content.reference} {content.template}".strip()
    return canvas.finish(content.title, content.author, subject, content.dated)
