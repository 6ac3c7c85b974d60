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
from gui.officer.letter_words import kind_words, letter_name
from gui.officer.saving import ask_where, save_pdf
from gui.page import Page
from gui.room import Surroundings
from rules.problems import UserFacingError


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
        self.care = Notice(Kind.CARE, may_close=False)
        self.view = LetterView()
        for part in (self.waiting, self.care):
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
        add(self, "Save the letter as PDF", self.save, "S", group, self.may_be_saved)
        add(self, "Show the letter larger", lambda: self.view.zoom(1.2), ("+", "="), group)
        add(self, "Show the letter smaller", lambda: self.view.zoom(1 / 1.2), "-", group)
        add(self, "Fit the letter to the width", self.view.fit, "0", group)

    def _read(self) -> None:
        task = self.around.tasks.run(
            "Writing the letter",
            lambda progress: written(self.around.desk, self._case, self._intent),
            self.show_letter,
            owner=self,
            quietly=True,
        )
        task.ended.connect(self.waiting.hide)
        task.refused.connect(self._on_refused)
        task.failed.connect(self.around.tasks.failed)

    def _on_refused(self, error: UserFacingError) -> None:
        """Go back to the case, which says why there is no letter."""
        self.around.shell.back()
        self.around.shell.show_error(error)

    def show_letter(self, letter: LetterDraft) -> None:
        """Show the pages, and what stands between the letter and its post."""
        self.letter = letter
        pages = self.view.show_pdf(letter.pdf)
        self.save_button.setEnabled(self.may_be_saved())
        self.told.show_words(f"{kind_words(letter.kind)}, {pages} pages")
        lacking = f"Still to be filled: {', '.join(letter.blanks)}." if letter.blanks else ""
        if not self.may_be_saved():
            happened = "The decision is not recorded yet. This is how its letter would read."
            self.care.show_notice(Kind.INFO, happened, lacking)
        elif letter.draft_because:
            self.care.show_notice(
                Kind.CARE,
                f"This letter is a draft: {letter.draft_because}",
                lacking,
                "It can be saved and looked at. It cannot be issued.",
            )
        elif letter.blanks:
            self.care.show_notice(
                Kind.CARE,
                f"This letter is a draft: {len(letter.blanks)} blanks are left.",
                lacking,
                "It can be saved and looked at. It cannot be issued.",
            )
        self.view.setFocus()

    def may_be_saved(self) -> bool:
        """Say whether the letter tells of a decision that is recorded."""
        return self.letter is not None and self._intent is None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the case with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.around.shell.back()
        else:
            super().keyPressEvent(event)

    def save(self) -> None:
        """Ask where, and save the PDF as it is shown."""
        if self.letter is None or not self.may_be_saved():
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
