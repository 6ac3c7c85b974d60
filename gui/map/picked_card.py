"""The line that was picked: its name, kind and length, what may pass it, how it is marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.maps.pick import Picked
from gui.fields.buttons import Button, quiet
from gui.fields.card import Card
from gui.fields.facts import FactRow
from gui.fields.flow import FlowLayout
from gui.fields.layout import clear, column, redress, show_if
from gui.fields.words import Words
from gui.map.stretch_words import title_of
from rules.quantities import metres

HOW = "Click a street or path, or move it under the cross with the arrow keys and press Enter."


class PickedCard(Card):
    """``mark_asked`` and ``add_asked`` begin the form; ``next_asked`` picks another line near."""

    mark_asked = Signal()
    add_asked = Signal()
    next_asked = Signal()

    def __init__(self, may_mark: bool) -> None:
        super().__init__("Street or path")
        self.told = Words(HOW, "muted")
        self._facts = column(gap=0)
        self.mark_button = Button("Mark it…", self.mark_asked.emit, keys="M")
        self.add_button = Button("Add a missing path…", self.add_asked.emit, keys="A")
        self.next_button = quiet("Another line near here", self.next_asked.emit)
        self.next_button.hide()
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        flow.addWidget(self.mark_button)
        flow.addWidget(self.add_button)
        show_if(buttons, may_mark)
        self.mark_button.setEnabled(False)
        self.add(self.told, self._facts, self.next_button, buttons)

    def show_none(self, words: str = HOW) -> None:
        """Tell of no line."""
        clear(self._facts)
        self.mark_button.setEnabled(False)
        self.next_button.hide()
        self.told.show_words(words)
        redress(self.told, role="muted")

    def show_picked(self, picked: Picked | None, others: int = 0) -> None:
        """Tell of a line, and how many more lie near where somebody pointed; or of none."""
        self.show_none(f"No street or path is there. {HOW}")
        if picked is None:
            return
        self.mark_button.setEnabled(True)
        show_if(self.next_button, others)
        self.told.show_words(name_of(picked))
        redress(self.told, role="strong")
        for at, (label, value) in enumerate(facts_of(picked)):
            self._facts.addWidget(FactRow(label, label, value, first=at == 0))
        self.setAccessibleDescription(spoken(picked))


def name_of(picked: Picked) -> str:
    """Give a line's name, or say that it has none."""
    return picked.name or "A line without a name"


def facts_of(picked: Picked) -> Sequence[tuple[str, str]]:
    """List what is known of a line."""
    rows = [
        ("Kind", picked.kind or "the network does not say"),
        ("Length", f"{metres(picked.ground_mm)} on the ground, {metres(picked.grid_mm)} on grid"),
        ("On foot", "may be walked" if picked.foot else "nobody walks it"),
        ("Motor vehicles", passable(picked)),
        ("Line", picked.edge),
    ]
    rows += [("Marked", title_of(one)) for one in picked.marked if one.ended_because is None]
    return rows


def passable(picked: Picked) -> str:
    """Say what a motor vehicle may do."""
    if picked.motor is None:
        return "the network does not say"
    if not picked.motor:
        return "may not pass"
    return "one way" if picked.oneway else "may pass both ways"


def spoken(picked: Picked) -> str:
    """Tell of a line in one sentence, for a screen reader."""
    return f"{name_of(picked)}. " + ". ".join(f"{a}: {b}" for a, b in facts_of(picked))
