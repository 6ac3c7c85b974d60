"""Columns and rows whose gaps grow with the text size, and dressing a widget by its properties."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from gui.theme import theme

Margins = int | tuple[int, int, int, int]
Kind = TypeVar("Kind", bound=QLayout)


def spaced(layout: Kind, gap: int, margins: Margins) -> Kind:
    """Give a layout its gap and margins (left, top, right, bottom), as drawn at 100 %."""
    sides = (margins,) * 4 if isinstance(margins, int) else margins
    layout.setProperty("gap", gap)
    layout.setProperty("margins", sides)
    theme().space(layout)
    return layout


def column(parent: QWidget | None = None, gap: int = 8, margins: Margins = 0) -> QVBoxLayout:
    """Make a layout that stacks from top to bottom."""
    return spaced(QVBoxLayout(parent), gap, margins)


def row(parent: QWidget | None = None, gap: int = 8, margins: Margins = 0) -> QHBoxLayout:
    """Make a layout that runs from left to right."""
    return spaced(QHBoxLayout(parent), gap, margins)


def surface(kind: str, edge: str | None = None) -> QFrame:
    """Make a frame of a kind the stylesheet knows: card, well, header, foot, row, quote …"""
    frame = QFrame()
    frame.setProperty("surface", kind)
    if edge is not None:
        frame.setProperty("edge", edge)
    return frame


def ground() -> QWidget:
    """Make a plain widget that shows the window's ground."""
    widget = QWidget()
    widget.setProperty("surface", "ground")
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def redress(widget: QWidget, **properties: object) -> None:
    """Set properties the stylesheet looks at, and let it look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout; its widgets go with the next turn of the event loop."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner := item.layout(), QBoxLayout):
            clear(inner)
