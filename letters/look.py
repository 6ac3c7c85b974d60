"""How a printed letter looks: page, type and colours, in points; one value for each format."""

from __future__ import annotations

from dataclasses import dataclass, field

MM = 72 / 25.4
"""Points in a millimetre."""

PAPER = "#FFFFFF"
INK = "#1C2126"
MUTED = "#565D66"
ACCENT = "#14557F"
LINE = "#B9B4AA"
TINT = "#F3F1EC"
NOTICE = "#FBF3DF"
NOTICE_INK = "#5C3900"
WATERMARK = "#EFEDE8"

PAIRS = (
    (INK, PAPER),
    (INK, TINT),
    (INK, WATERMARK),
    (MUTED, PAPER),
    (ACCENT, PAPER),
    (ACCENT, WATERMARK),
    (NOTICE_INK, NOTICE),
    (NOTICE_INK, WATERMARK),
    (MUTED, WATERMARK),
)
"""Every colour of text with every ground it can stand on."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a piece of text is set: weight, size and line height in points, colour."""

    size: float
    leading: float
    bold: bool = False
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Look:
    """A format's page and type. Lengths are points; the page is A4."""

    page: tuple[float, float] = (210 * MM, 297 * MM)
    left: float = 24 * MM
    right: float = 24 * MM
    top: float = 20 * MM
    bottom: float = 22 * MM
    window_top: float = 46 * MM
    after: float = 8
    cell: float = 4.5
    indent: float = 16
    letterhead: Type = field(default_factory=lambda: Type(18, 23, bold=True, colour=ACCENT))
    letterhead_lines: Type = field(default_factory=lambda: Type(10, 14, colour=MUTED))
    body: Type = field(default_factory=lambda: Type(12, 17))
    strong: Type = field(default_factory=lambda: Type(12, 17, bold=True))
    subject: Type = field(default_factory=lambda: Type(17, 23, bold=True))
    heading: Type = field(default_factory=lambda: Type(14, 19, bold=True, colour=ACCENT))
    notice: Type = field(default_factory=lambda: Type(12, 17, bold=True, colour=NOTICE_INK))
    footer: Type = field(default_factory=lambda: Type(9.5, 12, colour=MUTED))
    ribbon: Type = field(default_factory=lambda: Type(10, 13, bold=True, colour=NOTICE_INK))

    @property
    def width(self) -> float:
        """Give the width of the text."""
        return self.page[0] - self.left - self.right

    @property
    def height(self) -> float:
        """Give the height of the text on a page."""
        return self.page[1] - self.top - self.bottom


STANDARD = Look()
"""12 point text with 14 point headings."""
