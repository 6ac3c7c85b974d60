"""A letter as it was made, to be read: the very pages that were kept, nothing written anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from casework.letters.rebuilt import Rebuilt, rebuilt
from casework.letters.replaced import day_borne
from gui.fields.buttons import Button
from gui.fields.words import Words
from gui.officer.letter_view import LetterView
from gui.page import Page
from gui.room import Surroundings
from gui.theme import Tone
from records.letter import Letter
from rules.quantities import day_in_words

GROUP = "Letter"


class KeptLetterPage(Page):
    """Shows a kept letter. It can be made larger and smaller, and nothing else."""

    def __init__(self, around: Surroundings, letter: Letter, reference: str) -> None:
        day = day_in_words(day_borne(letter))
        state = "issued" if letter.issued else "kept, not issued"
        super().__init__(f"Letter of {day}", f"{state} · read-only", reference, scrolls=False)
        self._around = around
        self.view = LetterView()
        self.main.addWidget(self.view, 1)
        pages = self.view.show_letter(letter.pdf, letter.format)
        self._begin = f"{_count(pages)}SHA-256 {letter.sha256[:16]}…"
        self.told = Words(self._begin, "muted")
        self.set_foot(
            self.told,
            Button("Smaller", lambda: self.view.zoom(1 / 1.2), keys="−"),
            Button("Larger", lambda: self.view.zoom(1.2), keys="+"),
        )
        add = around.actions.add
        add(self, "Show the letter larger", lambda: self.view.zoom(1.2), ("+", "="), GROUP)
        add(self, "Show the letter smaller", lambda: self.view.zoom(1 / 1.2), "-", GROUP)
        add(self, "Fit the letter to the width", self.view.fit, "0", GROUP)
        around.tasks.run(
            "Writing the letter again",
            lambda _: rebuilt(around.desk, letter),
            self.show_proof,
            owner=self,
            quietly=True,
        )

    def show_proof(self, found: Rebuilt) -> None:
        """Say whether the letter comes out again from its record as it went out."""
        self.told.show_words(f"{self._begin} {found.words}", Tone.MUTED)

    def arrive(self) -> None:
        """Put the focus on the pages, so that the keys scroll them."""
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the case with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._around.shell.back()
        else:
            super().keyPressEvent(event)


def _count(pages: int) -> str:
    if not pages:
        return ""
    return "1 page; " if pages == 1 else f"{pages} pages; "
