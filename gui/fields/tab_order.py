"""The order in which Tab comes to what is made later: after the line it belongs to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(before: QWidget, inside: QWidget) -> None:
    """Let Tab come to all that stands in ``inside`` right after ``before``.

    Qt puts a widget that is made later after the whole page, wherever it is seen.
    """
    for stop in stops(inside):
        QWidget.setTabOrder(before, stop)
        before = stop


def stops(inside: QWidget) -> list[QWidget]:
    """Give what Tab stops at within a widget, the widget itself first, in the order it was made."""
    every = [inside, *inside.findChildren(QWidget)]
    return [each for each in every if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
