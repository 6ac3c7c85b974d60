"""The formats a letter can be had in, all from the same content."""

from __future__ import annotations

from enum import StrEnum

from letters.blocks import LetterContent
from letters.easy_read.lay_out import easy_read
from letters.html import html
from letters.plain import plain
from letters.printing.look import EASY, STACKED, large
from letters.printing.pdf import pdf
from letters.printing.restack import restacked


class Format(StrEnum):
    """How a letter is given out: three printed formats, a web page, and plain text."""

    STANDARD = "standard"
    LARGE = "large"
    EASY_READ = "easy-read"
    HTML = "html"
    TEXT = "text"

    @property
    def suffix(self) -> str:
        """The ending of a file's name."""
        return {Format.HTML: ".html", Format.TEXT: ".txt"}.get(self, ".pdf")


def given_out(
    content: LetterContent, format: Format = Format.STANDARD, points: float = 18
) -> bytes:
    """Give a letter's bytes in a format; ``points`` is the size of large print.

    Raises GlyphMissing and FontsMissing for the printed formats, ValueError for a size of large
    print outside 16 to 48 points.
    """
    match format:
        case Format.STANDARD:
            return pdf(content)
        case Format.LARGE:
            return pdf(restacked(content, in_lines=points >= STACKED), large(points))
        case Format.EASY_READ:
            return pdf(easy_read(content), EASY)
        case Format.HTML:
            return html(content)
    return plain(content)
