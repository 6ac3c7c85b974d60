"""The letter's two embedded fonts: loaded once, measured, and asked which characters they have."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from letters.errors import FontsMissing

REGULAR, BOLD = "MilepostLetter", "MilepostLetterBold"
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf"}


@cache
def load() -> None:
    """Make the fonts ready. Raises FontsMissing where a font's file is not there or not whole."""
    for name, file in FILES.items():
        try:
            # Shaping would depend on whether a further library is installed on this machine.
            pdfmetrics.registerFont(TTFont(name, str(FOLDER / file), shapable=False))
        except (TTFError, OSError) as error:
            raise FontsMissing(
                f"The letter's font {file} is missing or damaged. Nothing was printed, and the "
                "record is unchanged. Install the program again."
            ) from error


def font_name(bold: bool) -> str:
    """Give the name of a weight."""
    return BOLD if bold else REGULAR


@lru_cache(maxsize=20_000)
def width(text: str, bold: bool, size: float) -> float:
    """Measure a text in points."""
    return float(pdfmetrics.stringWidth(text, font_name(bold), size))


@cache
def characters() -> frozenset[int]:
    """Give the code points that both weights have."""
    load()
    faces = (pdfmetrics.getFont(name).face for name in FILES)
    return frozenset.intersection(*(frozenset(face.charToGlyph) for face in faces))
