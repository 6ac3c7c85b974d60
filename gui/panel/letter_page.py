"""A letter as it was made, to be read: the very pages that were kept, nothing written anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.fields.buttons import Button
from gui.fields.words import Words
from gui.officer.letter_view import LetterView
from gui.page import Page
from gui.room import Surroundings
from records.letter import Letter
from rules.quantities import day_in_words

GROUP = "Letter"


class KeptLetterPage(Page):
    """Shows a kept letter. It can be made larger and smaller, and nothing else."""

    def __init__(self, around: Surroundings, letter: Letter, reference: str) -> None:
        day = day_in_words(letter.made_at.astimezone().date())
        state = "issued" if letter.issued else "kept, not issued"
        super().__init__(f"Letter of {day}", f"{state} · read-only", reference, scrolls=False)
        self._around = around
        self.view = LetterView()
        self.main.addWidget(self.view, 1)
        pages = self.view.show_pdf(letter.pdf)
        count = "1 page" if pages == 1 else f"{pages} pages"
        self.set_foot(
            Words(f"{count}; SHA-256 {letter.sha256[:16]}…", "muted"),
            Button("Smaller", lambda: self.view.zoom(1 / 1.2), keys="−"),
            Button("Larger", lambda: self.view.zoom(1.2), keys="+"),
        )
        add = around.actions.add
        add(self, "Show the letter larger", lambda: self.view.zoom(1.2), ("+", "="), GROUP)
        add(self, "Show the letter smaller", lambda: self.view.zoom(1 / 1.2), "-", GROUP)
        add(self, "Fit the letter to the width", self.view.fit, "0", GROUP)

    def arrive(self) -> None:
        """Put the focus on the pages, so that the keys scroll them."""
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the case with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._around.shell.back()
        else:
            super().keyPressEvent(event)
