"""Drawing a letter: blocks set on pages, then each page with what stands around it."""

from __future__ import annotations

from dataclasses import replace

from letters.blocks import LetterContent
from letters.printing import fonts, furniture
from letters.printing.flow import lay_out
from letters.printing.glyphs import check_glyphs
from letters.printing.look import CLOSE, COMPACT, COMPACT_PAGES, STANDARD, Look
from letters.printing.sheet import Sheet
from letters.printing.structure import Element
from letters.printing.tagging import TaggedCanvas

MAP_SHARES = (0.34, 0.3, 0.26, 0.22, 0.18)
"""How much of a page's height the map of a sheet of figures may take; the first is preferred."""


def draw(content: LetterContent, look: Look) -> bytes:
    """Draw a letter and give the finished file. Raises GlyphMissing and FontsMissing."""
    fonts.load()
    check_glyphs(content)
    sheets = [laid_out(each, look_of(each, look)) for each in documents(content)]
    total = sum(len(sheet.pages) for sheet in sheets)
    canvas = TaggedCanvas(look.page, content.language, total)
    canvas.root = _tree(sheets)
    pages = [(sheet.look, page) for sheet in sheets for page in sheet.pages]
    for number, (own, page) in enumerate(pages, start=1):
        furniture.below(canvas, content, own)
        for thing in page:
            thing.draw(canvas)
        furniture.around(canvas, content, own, number, total)
        canvas.end_page()
    subject = f"{content.reference} {content.template}".strip()
    return canvas.finish(content.title, content.author, subject, content.dated)


def documents(content: LetterContent) -> tuple[LetterContent, ...]:
    """Give a letter and all that it encloses, in the order of the pages."""
    return (content, *(one for each in content.enclosures for one in documents(each)))


def look_of(content: LetterContent, look: Look) -> Look:
    """Say how one of the documents is set: a sheet of figures is smaller in standard print."""
    return COMPACT if content.compact and look == STANDARD else look


def laid_out(content: LetterContent, look: Look) -> Sheet:
    """Set a document on pages. A map gives way where a sheet of figures thereby has fewer.

    Its type gives way only where it would take more pages than such a sheet should.
    """
    if look is not COMPACT:
        return lay_out(content.blocks, look)
    sheet = _fewest_pages(content, COMPACT)
    return sheet if len(sheet.pages) <= COMPACT_PAGES else _fewest_pages(content, CLOSE)


def _fewest_pages(content: LetterContent, look: Look) -> Sheet:
    """Set a sheet of figures with the largest map that does not cost a page."""
    shares = (replace(look, map_share=share) for share in MAP_SHARES)
    return min(
        (lay_out(content.blocks, each) for each in shares), key=lambda sheet: len(sheet.pages)
    )


def _tree(sheets: list[Sheet]) -> Element:
    """Give the structure: a document alone, or the letter and each enclosure as its parts."""
    if len(sheets) == 1:
        return sheets[0].root
    root = Element("Document")
    for sheet in sheets:
        root.child("Part").parts.extend(sheet.root.parts)
    return root
