"""The theme in use: one palette and one text size, changed while the program runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from gui.theme.colours import qt_palette
from gui.theme.fonts import font, load_fonts
from gui.theme.sheet import stylesheet
from gui.theme.tokens import LIGHT, PALETTES, Palette, Tone

SMALLEST, LARGEST = 80, 200
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)


class Theme(QObject):
    """The palette and the text size (in per cent), and all that is drawn from them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.palette: Palette = LIGHT
        self.text_size = 100

    def px(self, length: float) -> int:
        """Scale a length drawn at 100 % to the present text size, in pixels."""
        return max(1, round(length * self.text_size / 100))

    def font(self, pixels: float = 13, bold: bool = False) -> QFont:
        """Give the typeface at a size drawn for 100 %."""
        return font(self.px(pixels), bold)

    def colour(self, tone: Tone | str) -> QColor:
        """Give the colour of a tone, or of a token by its name."""
        return QColor(getattr(self.palette, str(tone)))

    def show_as(self, palette: str | None = None, text_size: int | None = None) -> None:
        """Change the palette (by name) or the text size (80 to 200 per cent), or both."""
        self.palette = PALETTES.get(palette or self.palette.name, LIGHT)
        self.text_size = min(LARGEST, max(SMALLEST, text_size or self.text_size))
        self.dress()

    def dress(self) -> None:
        """Put the theme on the application and on every layout that stands."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        load_fonts()
        application.setFont(self.font())
        application.setPalette(qt_palette(self.palette))
        application.setStyleSheet(stylesheet(self.palette, self.px))
        for window in application.topLevelWidgets():
            self._space_out(window)
        self.changed.emit()

    def _space_out(self, window: QWidget) -> None:
        for layout in window.findChildren(QLayout):
            self.space(layout)

    def space(self, layout: QLayout) -> None:
        """Give a layout the gap and margins it was made with, at the present size."""
        gap, margins = layout.property("gap"), layout.property("margins")
        if gap is not None:
            layout.setSpacing(self.px(gap) if gap else 0)
        if margins is not None:
            layout.setContentsMargins(*(self.px(side) if side else 0 for side in margins))


_theme: Theme | None = None


def theme() -> Theme:
    """Give the one theme of the application."""
    global _theme  # noqa: PLW0603  one per process, made on first use, after QApplication
    if _theme is None:
        _theme = Theme()
    return _theme
