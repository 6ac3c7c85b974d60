"""The letters of a case: which kind, what it tells of, how it goes out, and its pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from casework.case import Case
from casework.decide import draft_decision
from casework.desk import Desk
from casework.gate import Intent
from casework.letter_desk import LetterDesk, draft_letter, letter_desk, occasion_to_fill
from casework.letter_wish import LetterWish
from casework.letters import LetterDraft, letter_of
from gui.fields.buttons import Button, primary
from gui.fields.layout import row
from gui.fields.notice import Kind, Notice
from gui.fields.progress import ProgressLine
from gui.fields.words import Words
from gui.officer.letter_doings import LetterDoings
from gui.officer.letter_panel import LetterPanel
from gui.officer.letter_view import LetterView
from gui.officer.letter_words import kind_words, letter_name
from gui.officer.saving import ask_where, save_pdf
from gui.page import Page
from gui.room import Surroundings
from records.letter import Letter
from records.occasions import Occasion
from rules.problems import UserFacingError

REST_MS = 350
"""How long typing must rest before the letter is written anew."""


class LetterPage(Page):
    """A preview of any letter of a case, kept or issued when told to.

    With an ``intent`` it shows how a decision that is only meant would read. ``kind`` is the kind
    to begin with, ``again`` the letter that is issued anew.
    """

    def __init__(
        self,
        around: Surroundings,
        case: Case,
        intent: Intent | None = None,
        kind: str = "",
        again: Letter | None = None,
    ) -> None:
        super().__init__(
            "Letter", f"{case.child.name} · {case.school.name}", case.application.reference,
            scrolls=False,
        )  # fmt: skip
        self.around, self.case, self.intent, self._again = around, case, intent, again
        self.letter: LetterDraft | None = None
        self._wanted = again.kind if again else kind
        self._turn = 0
        self.waiting = ProgressLine("Writing the letter", may_cancel=False)
        self.care = Notice(Kind.CARE, may_close=False)
        self.care.hide()
        self.view = LetterView()
        self.panel = LetterPanel(around.desk.today(), again)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.write_anew)
        self._place_parts()
        self._make_foot()
        self.doings = LetterDoings(self)
        self._begin()

    def _place_parts(self) -> None:
        self.main.addWidget(self.waiting)
        if self.intent is None:
            self.panel.lead_with(self.care)
        else:
            self.main.addWidget(self.care)
        across = QWidget()
        line = row(across, gap=16)
        line.addWidget(self.panel, 38)
        line.addWidget(self.view, 62)
        self.main.addWidget(across, 1)
        self.panel.setVisible(self.intent is None)
        self.panel.kind_chosen.connect(self.choose)
        self.panel.changed.connect(self._rest.start)

    def _make_foot(self) -> None:
        self.told = Words("", "muted")
        self.smaller = Button("Smaller", lambda: self.view.zoom(1 / 1.2), keys="−")
        self.larger = Button("Larger", lambda: self.view.zoom(1.2), keys="+")
        self.save_button = Button("Save as a file…", self.save, keys="S")
        self.record_button = Button("Record only", self._record, keys="R")
        self.keep_button = Button("Keep", self._keep, keys="K")
        self.issue_button = primary("Issue", self._issue, "I")
        self.set_foot(
            self.told, self.smaller, self.larger, self.save_button, self.record_button,
            self.keep_button, self.issue_button,
        )  # fmt: skip
        self.save_button.setEnabled(False)
        for button in (self.record_button, self.keep_button, self.issue_button):
            button.setEnabled(False)

    def _record(self) -> None:
        self.doings.record()

    def _keep(self) -> None:
        self.doings.keep()

    def _issue(self) -> None:
        self.doings.issue()

    def _begin(self) -> None:
        """Read the kinds that fit, then what the record knows; or write what is meant at once."""
        if self.intent is not None:
            self.write_anew()
            return
        desk, application = self.around.desk, self.case.application.id
        self._run(lambda: letter_desk(desk, application), self.show_desk)

    def show_desk(self, found: LetterDesk) -> None:
        """Show which kinds fit, and the format of the family."""
        self.panel.show_desk(found, self._wanted)
        self.choose(self.panel.kinds.name())

    def choose(self, kind: str) -> None:
        """Begin the letter of a kind with what the record knows."""
        if not kind:
            self.waiting.hide()
            self.care.show_notice(Kind.INFO, "No letter fits this case now.")
            self.care.show()
            return
        desk, application = self.around.desk, self.case.application.id

        def show(known: Occasion | None) -> None:
            self.panel.show_form(kind, known)
            self.write_anew()

        self._run(lambda: occasion_to_fill(desk, application, kind), show)

    def write_anew(self) -> None:
        """Write the letter from what is chosen and typed; the last one asked for is shown."""
        self._rest.stop()
        self._turn += 1
        turn, work = self._turn, self._written()

        def show(letter: LetterDraft) -> None:
            if turn == self._turn:
                self.show_letter(letter)

        self._run(work, show)

    def _written(self):  # noqa: ANN202
        desk, application = self.around.desk, self.case.application.id
        if self.intent is not None:
            return lambda: written(desk, self.case, self.intent)
        kind, occasion, wish = self.panel.kind, self.panel.occasion(), self.panel.wish()
        return lambda: draft_letter(desk, application, kind, occasion, wish)

    def _run(self, work, then) -> None:  # noqa: ANN001
        self.waiting.show()
        task = self.around.tasks.run(
            "Writing the letter", lambda progress: work(), then, owner=self, quietly=True
        )
        task.ended.connect(self.waiting.hide)
        task.refused.connect(self._on_refused)
        task.failed.connect(self.around.tasks.failed)

    def _on_refused(self, error: UserFacingError) -> None:
        """Say why there is no letter; what was typed stays where it is."""
        if self.intent is not None:
            self.around.shell.back()
            self.around.shell.show_error(error)
            return
        self.letter = None
        self._enable()
        self.view.show_nothing()
        without = "Take the tick from “Enclose” to write the letter without its papers."
        encloses = self.panel.options.enclose.isChecked()
        self.care.show_notice(Kind.CARE, str(error), "", without if encloses else "")
        self.care.show()

    def show_letter(self, letter: LetterDraft) -> None:
        """Show the letter, and what stands between it and its post."""
        self.letter = letter
        pages = self.view.show_letter(letter.pdf, letter.format.value)
        self._enable()
        count = "1 page" if pages == 1 else f"{pages} pages"
        self.told.show_words(f"{kind_words(letter.kind)}, {count}" if pages else "")
        lacking = f"Still to be filled: {', '.join(letter.blanks)}." if letter.blanks else ""
        self.care.setVisible(self._tell(letter, lacking))
        if not self.panel.isAncestorOf(self.window().focusWidget() or self):
            self.view.setFocus()

    def _tell(self, letter: LetterDraft, lacking: str) -> bool:
        kept = "It can be kept and looked at. It cannot be issued."
        if self.intent is not None:
            happened = "The decision is not recorded yet. This is how its letter would read."
            self.care.show_notice(Kind.INFO, happened, lacking)
        elif letter.held_because:
            happened = f"This letter is held back: {letter.held_because}"
            self.care.show_notice(Kind.CARE, happened, lacking, "Nothing is recorded yet.")
        elif letter.draft_because:
            happened = f"This letter is a draft: {letter.draft_because}"
            self.care.show_notice(Kind.CARE, happened, lacking, kept)
        elif letter.blanks:
            count = len(letter.blanks)
            left = "1 blank is left" if count == 1 else f"{count} blanks are left"
            self.care.show_notice(Kind.CARE, f"This letter is a draft: {left}.", lacking, kept)
        else:
            return False
        return True

    def _enable(self) -> None:
        letter = self.letter
        self.save_button.setEnabled(self.may_be_saved())
        may_keep = self.may_be_saved()
        self.keep_button.setEnabled(may_keep)
        self.record_button.setEnabled(may_keep and self.panel.form is not None)
        whole = letter is not None and not letter.blanks and not letter.draft_because
        self.issue_button.setEnabled(may_keep and whole)

    def may_be_saved(self) -> bool:
        """Say whether there is a letter that nothing holds back, and not only one that is meant."""
        return self.letter is not None and self.intent is None and not self.letter.held_because

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the case with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.around.shell.back()
        else:
            super().keyPressEvent(event)

    def save(self) -> None:
        """Ask where, and save the letter as it is shown."""
        if self.letter is None or not self.may_be_saved():
            return
        format = self.letter.format.value
        name = letter_name(self.case.application.reference, self.letter.kind, format)
        self.dialog = ask_where(self, name, self._save)

    def _save(self, path: Path) -> None:
        if self.letter is not None:
            save_pdf(self.around, path, self.letter.pdf)


def written(desk: Desk, case: Case, intent: Intent | None) -> LetterDraft:
    """Write the letter of a decision that is still meant."""
    if intent is None:
        raise LookupError("only what is meant is written here")
    return letter_of(desk, draft_decision(desk, case.application.id, intent), wish=LetterWish())
