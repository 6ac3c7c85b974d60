"""Whether somebody is typing: while they are, a single letter is a word's and no key's."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class Typing(QObject):
    """Follows the focus of the program. ``changed`` tells that typing has begun or ended."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.is_on = is_typed_into(application.focusWidget())
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        typed = is_typed_into(now)
        if typed is not self.is_on:
            self.is_on = typed
            self.changed.emit()


@cache
def typing() -> Typing:
    """Give the one that follows the focus; there must be an application."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return Typing(application)


def is_typed_into(widget: QWidget | None) -> bool:
    """Say whether letters pressed now would be written into a field."""
    fields = (QLineEdit, QPlainTextEdit, QTextEdit)
    return isinstance(widget, fields) and not widget.isReadOnly()
