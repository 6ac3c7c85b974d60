"""The bundled typeface, loaded from the program's own files so that a bare machine shows words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Noto Sans"
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"


class FontsMissing(RuntimeError):
    """The program's own font files could not be loaded; the installation is incomplete."""


@cache
def load_fonts() -> None:
    """Load the bundled weights once. Raises FontsMissing where a file cannot be used."""
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
        if QFontDatabase.addApplicationFont(str(FOLDER / name)) < 0:
            raise FontsMissing(f"resources/fonts/{name} cannot be loaded. Install Milepost again.")


def font(pixels: int, bold: bool = False) -> QFont:
    """Give the typeface at a size in pixels, with figures of equal width."""
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setBold(bold)
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made
