"""Changing palette and text size, from the settings and from everywhere by name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.actions import Actions
from gui.theme import PALETTES, TEXT_SIZES, theme


def larger() -> None:
    """Take the next larger text size."""
    bigger = [size for size in TEXT_SIZES if size > theme().text_size]
    theme().show_as(text_size=bigger[0] if bigger else TEXT_SIZES[-1])


def smaller() -> None:
    """Take the next smaller text size."""
    less = [size for size in TEXT_SIZES if size < theme().text_size]
    theme().show_as(text_size=less[-1] if less else TEXT_SIZES[0])


def use_palette(name: object) -> None:
    """Show another palette, by its name."""
    theme().show_as(palette=str(name))


def name_actions(actions: Actions, window: QWidget) -> None:
    """Name these actions in the window's register."""
    actions.add(window, "Make the text larger", larger, ("Ctrl++", "Ctrl+="), "Settings")
    actions.add(window, "Make the text smaller", smaller, "Ctrl+-", "Settings")
    for palette in PALETTES.values():
        words = f"Use the {palette.title.lower()} palette"
        actions.add(window, words, lambda name=palette.name: use_palette(name), (), "Settings")
