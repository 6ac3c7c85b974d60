"""A numbered part of a decided case, so that a hearing can say "part 4"."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from casework.panel import PanelCase
from gui.fields.card import Card
from gui.fields.layout import column, surface
from gui.fields.words import Words
from gui.panel.names import Names
from gui.theme import Tone


class Part(Card):
    """A card with its number. Parts are read, never operated but to open what lies under them."""

    def __init__(self, number: int, title: str, edge: Tone | None = None) -> None:
        super().__init__(f"{number}   {title}", edge)
        self.number, self.title = number, title
        self.setAccessibleName(f"Part {number}. {title}")

    @property
    def key(self) -> str:
        """The key that goes to it: 1 to 9, 0 for part 10, and T for travel."""
        return str(self.number % 10) if self.number <= 10 else "T"

    def show_case(self, case: PanelCase, names: Names) -> None:
        """Show a case, with its names in full or as initials."""
        self.empty()
        self.fill(case, names)

    def fill(self, case: PanelCase, names: Names) -> None:
        """Put the part's lines into its empty body."""
        raise NotImplementedError

    def say_none(self, words: str) -> None:
        """Say that there is nothing to show here, and that this is so on record."""
        self.add(Words(words, "muted"))


def quote(words: str, by: str = "") -> QFrame:
    """Make a quotation of somebody's own words, with who said them and when."""
    frame = surface("quote")
    lines = column(frame, gap=4, margins=(12, 2, 0, 2))
    lines.addWidget(Words(words, "reading"))
    if by:
        lines.addWidget(Words(by, "small"))
    return frame


def entry(*widgets: QWidget, first: bool = False) -> QFrame:
    """Put widgets under one another as one line of a list, with a hairline above."""
    frame = surface("row")
    frame.setProperty("first", "true" if first else "false")
    lines = column(frame, gap=6, margins=(0, 8, 0, 8))
    for widget in widgets:
        lines.addWidget(widget)
    return frame
