"""Columns and rows whose gaps grow with the text size, and dressing a widget by its properties."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from gui.theme import theme

_DEEPEST = 24
"""How many layouts one in the other are settled at once: more than any page has."""

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


class Sheet(QWidget):
    """What a scroll area scrolls. It claims no height but that which its width asks for.

    A layout of wrapping words claims the height they would have at their narrowest, which makes
    a page scroll that need not.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def minimumSizeHint(self) -> QSize:
        """Claim next to nothing."""
        return QSize(theme().px(160), 1)


def show_if(widget: QWidget, on: object) -> None:
    """Show or hide a widget in its place. One that has no place yet must not open as a window."""
    if not on:
        widget.hide()
    elif widget.parentWidget() is not None:
        widget.show()
    else:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_Hidden, True)


def redress(widget: QWidget, **properties: object) -> None:
    """Set properties the stylesheet looks at, and let it look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def settle_layouts() -> None:
    """Let every layout that waits for its turn take it now, from the words up to the page.

    Qt tells a layout of a change inside it by a posted event, one level at a time, and may draw
    in between: a page would be seen squashed until the last of them has had its turn.
    """
    for _ in range(_DEEPEST):
        # Sends what waits at this moment; what that posts in its turn waits for the next round.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout; its widgets go with the next turn of the event loop."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner := item.layout(), QBoxLayout):
            clear(inner)
