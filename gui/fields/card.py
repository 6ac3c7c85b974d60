"""A card: a quiet box with a small heading and whatever a page puts into it."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

from gui.fields.edged import EdgedFrame
from gui.fields.layout import clear, column, show_if
from gui.fields.words import SectionHeading
from gui.theme import Tone


class Card(EdgedFrame):
    """A titled box. ``body`` is the column to put things in; an ``edge`` marks the main one."""

    def __init__(self, title: str = "", edge: Tone | None = None, gap: int = 8) -> None:
        super().__init__("card", edge)
        outer = column(self, gap=8, margins=(16, 14, 16, 16))
        self.heading = SectionHeading(title)
        show_if(self.heading, title)
        outer.addWidget(self.heading)
        self.body = column(gap=gap)
        outer.addLayout(self.body, 1)
        if title:
            self.setAccessibleName(title)

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put widgets or layouts into the body, one below the other."""
        for part in parts:
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)

    def empty(self) -> None:
        """Take everything out of the body."""
        clear(self.body)

    def show_title(self, title: str) -> None:
        """Show another heading."""
        self.heading.show_words(title)
        self.setAccessibleName(title)
