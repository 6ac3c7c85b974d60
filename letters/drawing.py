"""Drawing a letter: blocks set on pages, then each page with what stands around it."""

from __future__ import annotations

from letters import fonts, furniture
from letters.blocks import LetterContent
from letters.flow import lay_out
from letters.glyphs import check_glyphs
from letters.look import Look
from letters.tagging import TaggedCanvas


def draw(content: LetterContent, look: Look) -> bytes:
    """Draw a letter and give the finished file. Raises GlyphMissing and FontsMissing."""
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
