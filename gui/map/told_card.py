"""The map told in words beside it, to be read, read out and copied; and its printing and saving."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.flow import FlowLayout
from gui.fields.layout import clear, column
from gui.fields.words import Words


class ToldCard(Card):
    """``save_asked`` and ``print_asked`` are told by the buttons."""

    save_asked = Signal()
    print_asked = Signal()
    copied = Signal()

    def __init__(self) -> None:
        super().__init__("What the map shows")
        self.lines: tuple[str, ...] = ()
        self._words = column(gap=4)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        self.copy_button = Button("Copy these words", self.copy, keys="Ctrl+Shift+C")
        self.save_button = Button("Save the map…", self.save_asked.emit, keys="S")
        self.print_button = Button("Print…", self.print_asked.emit, keys="Ctrl+P")
        for button in (self.copy_button, self.save_button, self.print_button):
            flow.addWidget(button)
        self.add(self._words, buttons)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show what the map shows, in words."""
        if tuple(lines) == self.lines:
            return
        self.lines = tuple(lines)
        clear(self._words)
        for line in self.lines:
            self._words.addWidget(Words(line))
        self.setAccessibleDescription(" ".join(self.lines))

    def copy(self) -> None:
        """Copy the words."""
        QGuiApplication.clipboard().setText("\n".join(self.lines))
        self.copied.emit()
