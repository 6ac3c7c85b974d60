"""Buttons: one primary action a page, plain ones beside it, quiet ones in the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from gui.fields.typing import typing
from gui.marks import icon
from gui.shapes import Shape
from gui.theme import theme

_NO_KEY = Qt.KeyboardModifier.NoModifier
_DIM = 0.35
"""How much of a key is seen that would now be typed as a letter."""


class Button(QPushButton):
    """A button with its shortcut shown inside it, as a small key."""

    def __init__(
        self,
        words: str,
        on_pressed: Callable[[], object] | None = None,
        kind: str = "plain",
        keys: str = "",
        shape: Shape | None = None,
    ) -> None:
        super().__init__(f" {words}" if shape else words)
        self._keys, self._shape = keys, shape
        self.setProperty("kind", kind)
        self.setAccessibleName(words.replace("&", ""))
        if keys:
            self.setAccessibleDescription(f"Shortcut {keys}")
        if len(keys) == 1:
            typing().changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if on_pressed is not None:
            self.clicked.connect(lambda *_: on_pressed())
        theme().changed.connect(self._redraw_icon)
        self._redraw_icon()

    def _redraw_icon(self) -> None:
        if self._shape is not None:
            kind = self.property("kind")
            token = {"primary": "on_accent", "quiet": "accent"}.get(kind, "ink")
            self.setIcon(icon(self._shape, token))
            self.setIconSize(QSize(theme().px(16), theme().px(16)))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as with Space: Qt leaves Enter to the dialogs, and a page is none."""
        if not is_enter(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a key held down must not press what comes next
            self.click()

    def is_typed_over(self) -> bool:
        """Say whether the key would now be typed as a letter, and presses nothing."""
        return len(self._keys) == 1 and typing().is_on

    def _key_width(self) -> int:
        if not self._keys:
            return 0
        metrics = QFontMetrics(theme().font(11))
        return metrics.horizontalAdvance(self._keys) + theme().px(8 + 8)

    def sizeHint(self) -> QSize:
        """Make room for the key."""
        return super().sizeHint() + QSize(self._key_width(), 0)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, its words moved left by half the key, and the key."""
        if not self._keys:
            super().paintEvent(event)
            return
        option, painter = QStyleOptionButton(), QPainter(self)
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        option.rect.adjust(0, 0, -self._key_width(), 0)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonLabel, option, painter, self)
        self._draw_key(painter)

    def _draw_key(self, painter: QPainter) -> None:
        px, key = theme().px, self.rect()
        key.setLeft(self.width() - self._key_width() - px(6))
        key.setWidth(self._key_width() - px(8))
        height = QFontMetrics(theme().font(11)).height()
        key.setTop((self.height() - height) // 2)
        key.setHeight(height)
        primary = self.property("kind") == "primary" and self.isEnabled()
        painter.setOpacity(_DIM if self.is_typed_over() else 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().colour("on_accent" if primary else "line"))
        painter.drawRoundedRect(key, px(3), px(3))
        painter.setPen(theme().colour("on_accent" if primary else "muted"))
        painter.setFont(theme().font(11))
        painter.drawText(key, int(Qt.AlignmentFlag.AlignCenter), self._keys)


def is_enter(event: QKeyEvent) -> bool:
    """Say whether a key is Enter, either of the two, with no other key held."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and event.modifiers() in (_NO_KEY, Qt.KeyboardModifier.KeypadModifier)


def is_control_enter(event: QKeyEvent) -> bool:
    """Say whether a key is Enter, either of the two, with Ctrl held: it records what is written."""
    held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(held) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def primary(words: str, on_pressed: Callable[[], object] | None = None, keys: str = "") -> Button:
    """Make the one primary button of a page or a form."""
    return Button(words, on_pressed, "primary", keys)


def quiet(
    words: str, on_pressed: Callable[[], object] | None = None, shape: Shape | None = None
) -> Button:
    """Make a button without an outline, for a small thing beside a text."""
    return Button(words, on_pressed, "quiet", shape=shape)
