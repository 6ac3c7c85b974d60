"""From a letter in words to a tagged PDF: the same content gives the same bytes on any machine."""

from __future__ import annotations

from letters.blocks import LetterContent
from letters.printing.look import STANDARD, Look


def pdf(content: LetterContent, look: Look = STANDARD) -> bytes:
    """Print a letter as a tagged PDF, self-checked but not claimed to conform to PDF/UA.

    A draft is marked on every page, and so is a fictional sample. Raises GlyphMissing where the
    fonts lack a character, and FontsMissing where the fonts are not there; nothing is then made.
    """
    # ReportLab is loaded with the first letter, not by every caller of this room.
    from letters.printing.drawing import draw

    return draw(content, look)
