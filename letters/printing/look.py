"""How a printed letter looks: page, type and colours, in points; one value for each format.

A Look's ``above`` is the space above a section's heading, ``after`` that below a paragraph, and
``map_share`` is the most of a page's height that a map takes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any

LAYOUT = 2
"""How letters are laid out, by number: raised with every change that draws a record otherwise.

A letter keeps the number it was drawn by, so that a difference found later can be told apart from
one in its words."""

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
    above: float = 12
    cell: float = 4.5
    indent: float = 16
    map_share: float = 0.42
    letterhead: Type = field(default_factory=lambda: Type(18, 23, bold=True, colour=ACCENT))
    letterhead_lines: Type = field(default_factory=lambda: Type(12, 16, colour=MUTED))
    body: Type = field(default_factory=lambda: Type(12, 17))
    strong: Type = field(default_factory=lambda: Type(12, 17, bold=True))
    subject: Type = field(default_factory=lambda: Type(17, 23, bold=True))
    heading: Type = field(default_factory=lambda: Type(14, 19, bold=True, colour=ACCENT))
    notice: Type = field(default_factory=lambda: Type(12, 17, bold=True, colour=NOTICE_INK))
    footer: Type = field(default_factory=lambda: Type(12, 15, colour=MUTED))
    ribbon: Type = field(default_factory=lambda: Type(12, 15, bold=True, colour=NOTICE_INK))

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

COMPACT = Look(
    left=16 * MM,
    right=16 * MM,
    top=12 * MM,
    bottom=15 * MM,
    after=2.5,
    above=3.5,
    cell=0.7,
    indent=12,
    letterhead=Type(12, 15, bold=True, colour=ACCENT),
    letterhead_lines=Type(10.5, 13, colour=MUTED),
    body=Type(12, 14.2),
    strong=Type(12, 14.2, bold=True),
    subject=Type(14, 18, bold=True),
    heading=Type(12.5, 15, bold=True, colour=ACCENT),
    notice=Type(12, 14.2, bold=True, colour=NOTICE_INK),
    footer=Type(10.5, 13, colour=MUTED),
    ribbon=Type(10.5, 13, bold=True, colour=NOTICE_INK),
)
"""A sheet of figures in standard print, to be seen at one look; large print is as for letters."""

COMPACT_PAGES = 2
"""The most pages that such a sheet should have."""

CLOSE = replace(
    COMPACT,
    after=3,
    above=4,
    cell=0.9,
    body=Type(11, 13.4),
    strong=Type(11, 13.4, bold=True),
    heading=Type(12, 15, bold=True, colour=ACCENT),
    notice=Type(11, 13.4, bold=True, colour=NOTICE_INK),
)
"""The same for a sheet that would take more pages than it should."""

LEAST_LARGE, MOST_LARGE = 16, 48
"""The sizes in points that large print may be asked for in; 18 unless told."""

STACKED = 24
"""From so many points on no column is wide enough: a label stands before its value."""

MOST_AROUND = 20
"""The largest that a letterhead's lines are set in beside the council's name."""

MOST_HEAD = 24
"""The largest that they are set in below it."""

MOST_FOOT = 24
"""The largest that the ribbon and the foot are set in: each is one line on every page."""

MOST_NAME = 32
"""The largest that the council's name is set in."""


def large(points: float = 18) -> Look:
    """Give the look of large print: everything grows with the body, which has this many points.

    Raises ValueError outside 16 to 48 points.
    """
    if not LEAST_LARGE <= points <= MOST_LARGE:
        raise ValueError(f"large print has {LEAST_LARGE} to {MOST_LARGE} points, not {points:g}")
    times = points / STANDARD.body.size
    types: dict[str, Any] = {
        each.name: _grown(getattr(STANDARD, each.name), times)
        for each in fields(Look)
        if isinstance(getattr(STANDARD, each.name), Type)
    }
    for name, most in _too_large(types):
        types[name] = _grown(types[name], most / types[name].size)
    return replace(
        STANDARD, left=18 * MM, right=18 * MM, after=8 * times, indent=16 * times, **types
    )


def _too_large(types: dict[str, Type]) -> list[tuple[str, float]]:
    """Give what grew beyond its most, with that."""
    stacked = types["body"].size >= STACKED
    most = {
        "footer": MOST_FOOT,
        "ribbon": MOST_FOOT,
        "letterhead_lines": MOST_HEAD if stacked else MOST_AROUND,
        "letterhead": MOST_NAME,
    }
    return [(name, size) for name, size in most.items() if types[name].size > size]


def _grown(kind: Type, times: float) -> Type:
    """Let a type grow, or shrink again, with its leading."""
    size = max(kind.size * times, 12.0)
    return replace(kind, size=size, leading=size * kind.leading / kind.size, colour=_dark(kind))


def _dark(kind: Type) -> str:
    """Write nothing in grey where people need larger print."""
    return INK if kind.colour == MUTED else kind.colour


EASY = replace(large(16), left=20 * MM, right=20 * MM, heading=Type(20, 27, bold=True))
"""Easy Read: 16 point text, with room for a picture beside every few lines."""
