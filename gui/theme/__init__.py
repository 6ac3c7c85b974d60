"""How the window looks: colours, type and space, all scaled from one root size."""

from gui.theme.theme import TEXT_SIZES, Theme, theme
from gui.theme.tokens import PALETTES, Palette, Tone

__all__ = ["PALETTES", "TEXT_SIZES", "Palette", "Theme", "Tone", "theme"]
