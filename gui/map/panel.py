"""The map with its buttons, and the same told in words below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from gui.fields.buttons import is_enter
from gui.fields.layout import column
from gui.fields.words import Words
from gui.map.scene import MapScene
from gui.map.view import MapView
from gui.marks import icon
from gui.shapes import Shape
from gui.theme import theme


class MapButton(QToolButton):
    """A small button over the map. It answers Enter as well as Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter; the rest is Qt's."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


class MapPanel(QWidget):
    """A map, three buttons over its corner, and its words below for everyone to read."""

    def __init__(self, scene: MapScene | None = None, words_shown: bool = True) -> None:
        super().__init__()
        lines: QVBoxLayout = column(self, gap=8)
        self.view = MapView()
        lines.addWidget(self.view, 1)
        self.words = Words("", "muted")
        lines.addWidget(self.words)
        self._words_shown = words_shown
        self._buttons = [
            self._button(Shape.PLUS, "Zoom in", "+", lambda: self.view.zoom(1.4)),
            self._button(Shape.MINUS, "Zoom out", "-", lambda: self.view.zoom(1 / 1.4)),
            self._button(Shape.FIT, "Show all of it", "0", self.view.fit),
        ]
        self.view.taken = self._taken
        self.view.resized.connect(self._place)
        theme().changed.connect(self._dress)
        self._dress()
        self.show_scene(scene or MapScene())

    def show_scene(self, scene: MapScene) -> None:
        """Show another scene."""
        self.view.show_scene(scene)
        self.words.show_words(scene.in_words if self._words_shown else "")

    def _button(self, shape: Shape, name: str, key: str, do: Callable[[], object]) -> MapButton:
        button = MapButton(self.view)
        button.setProperty("kind", "map")
        button.setProperty("shape", shape.value)
        button.setAccessibleName(name)
        button.setAccessibleDescription(f"Key {key} while the map has the focus")
        button.setToolTip(f"{name} ({key})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(lambda *_: do())
        return button

    def _taken(self) -> list[QRectF]:
        """Give where the buttons lie, so that no words are written under them."""
        return [QRectF(button.geometry()).adjusted(-4, -4, 4, 4) for button in self._buttons]

    def _dress(self) -> None:
        for button in self._buttons:
            button.setIcon(icon(Shape(button.property("shape")), "ink", 14))
            button.setIconSize(QSize(theme().px(14), theme().px(14)))
        self._place()

    def _place(self) -> None:
        """Put the buttons one below the other; side by side where the map is too low for that."""
        px, view = theme().px, self.view
        side, step = px(28), px(32)
        is_low = view.height() < px(8) + 3 * step + px(60)  # north stands below them
        for at, button in enumerate(self._buttons):
            back, down = (len(self._buttons) - 1 - at, 0) if is_low else (0, at)
            left = view.width() - side - px(8) - back * step
            button.setGeometry(left, px(8) + down * step, side, side)
