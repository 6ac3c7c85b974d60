"""The keys by which a long page is read: Page Down, Space, the arrows, Home and End."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.fields.columns import Columns
from gui.theme import theme

_LINE = 48
_STEPS: Final = {
    Qt.Key.Key_PageDown: 1.0,
    Qt.Key.Key_Space: 1.0,
    Qt.Key.Key_PageUp: -1.0,
    Qt.Key.Key_Down: 0.0,
    Qt.Key.Key_Up: 0.0,
    Qt.Key.Key_End: 1e6,
    Qt.Key.Key_Home: -1e6,
}


def scrolled(columns: Columns | None, event: QKeyEvent) -> bool:
    """Scroll a page by a key that nothing in it has taken; say whether it was such a key."""
    key = Qt.Key(event.key())
    if columns is None or key not in _STEPS:
        return False
    page = columns.viewport().height() - theme().px(_LINE)
    by = _STEPS[key] * page
    if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        by = theme().px(_LINE) * (1 if key == Qt.Key.Key_Down else -1)
    bar = columns.verticalScrollBar()
    bar.setValue(max(bar.minimum(), min(bar.maximum(), round(bar.value() + by))))
    return True
