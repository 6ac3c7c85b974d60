"""The foot of a letter's page: its buttons, and those of the question whether to issue it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.fields.buttons import Button, primary
from gui.fields.layout import show_if
from gui.fields.words import Words

if TYPE_CHECKING:
    from gui.officer.letter_page import LetterPage


class LetterFoot:
    """Puts itself into the page's foot. One primary button at a time: to issue, or to confirm it.

    ``told`` says what the letter is, where there is room for it on the line of the buttons.
    """

    def __init__(self, page: LetterPage) -> None:
        doings, self.told = page.doings, Words("", "muted")
        self.smaller = Button("Smaller", lambda: page.view.zoom(1 / 1.2), keys="−")
        self.larger = Button("Larger", lambda: page.view.zoom(1.2), keys="+")
        self.save = Button("Save…", page.save, keys="S")
        self.save.setAccessibleName("Save as a file")
        self.record = Button("Record only", doings.record, keys="R")
        self.keep = Button("Keep", doings.keep, keys="K")
        self.issue = primary("Issue…", doings.ask, "I")
        self.leave = Button("Not yet", doings.leave_question, keys="Esc")
        self.confirm = primary("Issue it now", doings.issue, "Ctrl+↵")
        page.set_foot(
            self.told, self.smaller, self.larger, self.save, self.record, self.keep, self.issue,
            self.leave, self.confirm,
        )  # fmt: skip
        self._is_wide = True
        for button in (self.save, self.record, self.keep, self.issue):
            button.setEnabled(False)
        self.show_asking(False, False)

    def show_asking(self, asking: bool, has_form: bool) -> None:
        """Show the buttons of the question, or those of the letter."""
        for button in (self.save, self.keep, self.issue):
            show_if(button, not asking)
        show_if(self.record, has_form and not asking)
        for button in (self.leave, self.confirm):
            show_if(button, asking)

    def show_told(self, words: str) -> None:
        """Say what the letter is."""
        self.told.show_words(words)
        show_if(self.told, words and self._is_wide)

    def show_wide(self, wide: bool) -> None:
        """With little room the buttons take the whole line: the letter says itself what it is."""
        self._is_wide = wide
        self.show_told(self.told.text())
