"""The room where a person chooses colours and text size, and sees every shortcut."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.facts import FactRow
from gui.fields.layout import column, row
from gui.fields.reflow import ReflowLayout
from gui.fields.segmented import Option, Segmented
from gui.fields.words import Words
from gui.looks import larger, smaller, use_palette
from gui.page import Page
from gui.room import Room, Surroundings
from gui.shapes import Shape
from gui.theme import PALETTES, TEXT_SIZES, theme


class SettingsPage(Page):
    """Palette, text size and shortcuts. A change is seen at once and kept for the next start."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__("Settings", "How Milepost looks on this computer, for you")
        self._around = around
        self.main.addWidget(self._looks())
        self._shortcuts = Card("Shortcuts on every page")
        self.main.addWidget(self._shortcuts)

    def _looks(self) -> Card:
        card = Card("Looks", gap=16)
        options = [Option(palette.name, palette.title) for palette in PALETTES.values()]
        self.palettes = Segmented("Palette", options, theme().palette.name)
        self.palettes.chosen.connect(use_palette)
        self.size = Words(f"{theme().text_size} %", "strong", wrap=False)
        self.smaller_button = Button("Smaller", smaller, keys="Ctrl+−")
        self.larger_button = Button("Larger", larger, keys="Ctrl++")
        sizes = QWidget()
        line = row(sizes, gap=8)
        for part in (self.smaller_button, self.size, self.larger_button):
            line.addWidget(part)
        card.add(_setting("Palette", "High contrast is black and white.", self.palettes))
        card.add(_setting("Text size", "Everything grows with it.", sizes))
        theme().changed.connect(self._show_theme)
        self._show_theme()
        return card

    def arrive(self) -> None:
        """List the shortcuts as they are now."""
        self._shortcuts.empty()
        entries = [entry for entry in self._around.actions.entries() if entry.keys]
        for at, entry in enumerate(entries):
            line = FactRow(entry.words, entry.words, entry.keys, entry.group, first=at == 0)
            self._shortcuts.add(line)

    def _show_theme(self) -> None:
        self.palettes.set_value(theme().palette.name)
        self.size.show_words(f"{theme().text_size} %")
        self.smaller_button.setEnabled(theme().text_size > TEXT_SIZES[0])
        self.larger_button.setEnabled(theme().text_size < TEXT_SIZES[-1])


def _setting(title: str, about: str, control: QWidget) -> QWidget:
    box, words = QWidget(), QWidget()
    line = ReflowLayout(box, gap=16, enough=0.5)
    stack = column(words, gap=2)
    stack.addWidget(Words(title, "strong"))
    stack.addWidget(Words(about, "muted"))
    line.set_main(words)
    line.end_with(control)
    return box


ROOM = Room("settings", "Settings", Shape.SETTINGS, SettingsPage, "Ctrl+,")
