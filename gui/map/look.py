"""How a map is dressed: in the window's theme, or in the light palette on paper."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen

from gui.theme import theme
from gui.theme.fonts import font
from gui.theme.tokens import LIGHT


class Look(Protocol):
    """What painting a map asks for: lengths, letters and colours."""

    def px(self, length: float) -> int:
        """Scale a length drawn at 100 %."""

    def font(self, pixels: float = 13, bold: bool = False) -> QFont:
        """Give the typeface at a size drawn for 100 %."""

    def colour(self, tone: str) -> QColor:
        """Give the colour of a token."""


class ScreenLook:
    """The theme in use."""

    def px(self, length: float) -> int:
        """Scale a length drawn at 100 % to the present text size."""
        return theme().px(length)

    def font(self, pixels: float = 13, bold: bool = False) -> QFont:
        """Give the typeface at a size drawn for 100 %."""
        return theme().font(pixels, bold)

    def colour(self, tone: str) -> QColor:
        """Give the colour of a token."""
        return theme().colour(tone)


class PaperLook:
    """The light palette on white, ``times`` as many dots to a length as on the screen."""

    def __init__(self, times: float) -> None:
        self._times = times

    def px(self, length: float) -> int:
        """Scale a length to the dots of the paper."""
        return max(1, round(length * self._times))

    def font(self, pixels: float = 13, bold: bool = False) -> QFont:
        """Give the typeface at that size on paper."""
        return font(self.px(pixels), bold)

    def colour(self, tone: str) -> QColor:
        """Give the colour of a token; the ground of a printed map is white."""
        return QColor("#FFFFFF") if tone == "map_ground" else QColor(getattr(LIGHT, tone))


def pen(look: Look, token: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Make a round pen whose width is in pixels, whatever the scale of the map."""
    made = QPen(look.colour(token), width, style)
    made.setCosmetic(True)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


def fast_pen(look: Look, token: str, width: float) -> QPen:
    """Make a pen for very many lines: Qt draws square ends ten times as fast as round ones."""
    made = QPen(look.colour(token), width)
    made.setCosmetic(True)
    made.setCapStyle(Qt.PenCapStyle.SquareCap)
    return made
