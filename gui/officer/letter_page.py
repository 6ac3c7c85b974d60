"""The letter of a decision as it will be printed, with its blanks, and the way to a PDF file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from casework.case import Case
from casework.decide import draft_decision
from casework.desk import Desk
from casework.gate import Intent
from casework.letters import LetterDraft, letter_of, preview_letter
from gui.fields.buttons import Button, primary
from gui.fields.notice import Kind, Notice
from gui.fields.progress import ProgressLine
from gui.fields.words import Words
from gui.officer.letter_view import LetterView
from gui.officer.saving import ask_where, letter_name, save_pdf
from gui.page import Page
from gui.room import Surroundings


class LetterPage(Page):
    """A preview. Nothing is kept by looking at it."""

    def __init__(self, around: Surroundings, case: Case, intent: Intent | None = None) -> None:
        super().__init__(
            "Letter", f"{case.child.name} · {case.school.name}", case.application.reference,
            scrolls=False,
        )  # fmt: skip
        self.around, self._case, self._intent = around, case, intent
        self.letter: LetterDraft | None = None
        self.waiting = ProgressLine("Writing the letter", may_cancel=False)
        self.blanks = Notice(Kind.CARE, may_close=False)
        self.view = LetterView()
        for part in (self.waiting, self.blanks):
            self.main.addWidget(part)
        self.main.addWidget(self.view, 1)
        self._make_foot()
        self._name_actions()
        self._read()

    def _make_foot(self) -> None:
        self.told = Words("", "muted")
        self.smaller = Button("Smaller", lambda: self.view.zoom(1 / 1.2), keys="−")
        self.larger = Button("Larger", lambda: self.view.zoom(1.2), keys="+")
        self.save_button = primary("Save as PDF…", self.save, "S")
        self.save_button.setEnabled(False)
        self.set_foot(self.told, self.smaller, self.larger, self.save_button)

    def _name_actions(self) -> None:
        add, group = self.around.actions.add, "Letter"
        add(self, "Save the letter as PDF", self.save, "S", group, lambda: self.letter is not None)
        add(self, "Show the letter larger", lambda: self.view.zoom(1.2), ("+", "="), group)
        add(self, "Show the letter smaller", lambda: self.view.zoom(1 / 1.2), "-", group)
        add(self, "Fit the letter to the width", self.view.fit, "0", group)

    def _read(self) -> None:
        task = self.around.tasks.run(
            "Writing the letter",
            lambda progress: written(self.around.desk, self._case, self._intent),
            self.show_letter,
            owner=self,
        )
        task.ended.connect(self.waiting.hide)

    def show_letter(self, letter: LetterDraft) -> None:
        """Show the pages, and what the letter still lacks."""
        self.letter = letter
        pages = self.view.show_pdf(letter.pdf)
        self.save_button.setEnabled(True)
        kind = f"{letter.kind.replace('_', ' ').capitalize()} letter, {pages} pages"
        meant = "" if self._intent is None else ". The decision is not recorded yet."
        self.told.show_words(kind + meant)
        lacking = ", ".join(letter.blanks)
        self.blanks.show_notice(
            Kind.CARE,
            f"Draft: the letter has {len(letter.blanks)} blanks." if lacking else "",
            f"Still to be filled: {lacking}." if lacking else "",
            "A letter with blanks can be looked at and saved; it cannot be issued.",
        )
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the case with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.around.shell.back()
        else:
            super().keyPressEvent(event)

    def save(self) -> None:
        """Ask where, and save the PDF as it is shown."""
        if self.letter is None:
            return
        name = letter_name(self._case.application.reference, self.letter.kind)
        self.dialog = ask_where(self, name, self._save)

    def _save(self, path: Path) -> None:
        if self.letter is not None:
            save_pdf(self.around, path, self.letter.pdf)


def written(desk: Desk, case: Case, intent: Intent | None) -> LetterDraft:
    """Write the letter of the decision that stands, or of one that is still meant (``intent``)."""
    if intent is not None:
        return letter_of(desk, draft_decision(desk, case.application.id, intent))
    if case.decision is None:
        raise LookupError("a letter tells of a decision, or of what is meant")
    return preview_letter(desk, case.decision.id)
