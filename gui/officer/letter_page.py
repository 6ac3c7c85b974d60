"""The letters of a case: which kind, what it tells of, how it goes out, and its pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent

from casework.case import Case
from casework.decide import draft_decision
from casework.desk import Desk
from casework.gate import Intent
from casework.letters.desk_page import LetterDesk, draft_letter, letter_desk, occasion_to_fill
from casework.letters.wish import LetterWish
from casework.letters.write import LetterDraft, letter_of
from gui.fields.notice import Kind, Notice
from gui.fields.progress import ProgressLine
from gui.officer.letter_asking import Asking
from gui.officer.letter_doings import LetterDoings
from gui.officer.letter_foot import LetterFoot
from gui.officer.letter_panel import LetterPanel
from gui.officer.letter_split import LetterSplit
from gui.officer.letter_standing import Standing, nothing_fits, standing
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
    to begin with, ``again`` the letter that is issued anew. ``issuing`` asks at once whether to
    issue the letter that is shown.
    """

    def __init__(
        self,
        around: Surroundings,
        case: Case,
        intent: Intent | None = None,
        kind: str = "",
        again: Letter | None = None,
        issuing: bool = False,
    ) -> None:
        super().__init__(
            "Letter", f"{case.child.name} · {case.school.name}", case.application.reference,
            scrolls=False,
        )  # fmt: skip
        self.around, self.case, self.intent, self.again = around, case, intent, again
        self.letter: LetterDraft | None = None
        self.found: LetterDesk | None = None
        self._wanted = again.kind if again else kind
        self._turn = self._shown = 0
        self._wish, self._asks, self._is_new = LetterWish(), issuing, issuing
        self.waiting = ProgressLine("Writing the letter", may_cancel=False)
        self.care, self.asking = Notice(Kind.CARE, may_close=False), Asking()
        self.view = LetterView()
        self.panel = LetterPanel(around.desk.today(), again)
        self.split = LetterSplit(self.panel, self.view)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.write_anew)
        self._place_parts()
        self.doings = LetterDoings(self)
        self._make_foot()
        self.doings.name_actions()
        self._begin()

    def _place_parts(self) -> None:
        self.main.addWidget(self.waiting)
        if self.intent is None:
            self.panel.lead_with(self.care)
            self.panel.lead_with(self.asking)
        else:
            self.main.addWidget(self.care)
        self.main.addWidget(self.split, 1)
        for part in (self.care, self.asking):
            part.hide()
        self.panel.setVisible(self.intent is None)
        self.panel.kind_chosen.connect(self.choose)
        self.panel.changed.connect(self._on_changed)

    def _make_foot(self) -> None:
        self.foot = LetterFoot(self)
        self.told = self.foot.told
        self.save_button, self.record_button = self.foot.save, self.foot.record
        self.keep_button, self.issue_button = self.foot.keep, self.foot.issue
        self.split.arranged.connect(lambda: self.foot.show_wide(self.split.is_wide))

    def _begin(self) -> None:
        """Read the kinds that fit, then what the record knows; or write what is meant at once."""
        if self.intent is not None:
            self.write_anew()
            return
        desk, application = self.around.desk, self.case.application.id
        self._run(lambda: letter_desk(desk, application), self.show_desk)

    def show_desk(self, found: LetterDesk) -> None:
        """Show which kinds fit, and the format of the family."""
        self.found = found
        self.panel.show_desk(found, self._wanted)
        self.choose(self.panel.kinds.name())

    def choose(self, kind: str) -> None:
        """Begin the letter of a kind with what the record knows."""
        if not kind:
            self.waiting.hide()
            self.panel.show_nothing_fits()
            self.view.show_nothing(*nothing_fits(self.found))
            self.view.setFocus()
            return
        desk, application = self.around.desk, self.case.application.id

        def show(known: Occasion | None) -> None:
            self.panel.show_form(kind, known)
            self.write_anew()

        self._run(lambda: occasion_to_fill(desk, application, kind), show)

    def _on_changed(self) -> None:
        """Write the letter anew once typing rests; nothing is issued that was not yet shown."""
        self._rest.start()
        self.foot.confirm.setEnabled(False)
        self._enable()

    def write_anew(self) -> None:
        """Write the letter from what is chosen and typed; the last one asked for is shown."""
        self._rest.stop()
        self._turn += 1
        turn, work = self._turn, self._written()

        def show(letter: LetterDraft) -> None:
            if turn == self._turn:
                self._shown = turn
                self.show_letter(letter)

        self._run(work, show)

    def _written(self):  # noqa: ANN202
        desk, application = self.around.desk, self.case.application.id
        if self.intent is not None:
            return lambda: written(desk, self.case, self.intent)
        kind, occasion, wish = self.panel.kind, self.panel.occasion(), self.panel.wish()
        self._wish = wish
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
        self.view.show_nothing()
        self._enable()
        self.leave_question()
        without = "Take the tick from “Enclose” to write the letter without its papers."
        encloses = self.panel.options.enclose.isChecked()
        self.care.show_notice(Kind.CARE, str(error), "", without if encloses else "")

    def show_letter(self, letter: LetterDraft) -> None:
        """Show the letter, and what stands between it and its post."""
        self.letter = letter
        self.pages = self.view.show_letter(letter.pdf, letter.format.value)
        self._enable()
        count = "1 page" if self.pages == 1 else f"{self.pages} pages"
        self.foot.show_told(f"{kind_words(letter.kind)}, {count}" if self.pages else "")
        found = self.standing()
        self.care.show_notice(found.kind, found.happened, found.kept, found.next_step)
        self._show_question()
        if not self._asks:
            self._go_to_letter()
        self._wanted = ""

    def _go_to_letter(self) -> None:
        """Put the focus where the work goes on, unless somebody is choosing or typing."""
        if self.again is not None and self._wanted:
            self.panel.options.because.setFocus()
        elif self._wanted or not self.panel.isAncestorOf(self.window().focusWidget() or self):
            self.view.setFocus()

    def standing(self) -> Standing:
        """Say what stands between the letter and its post."""
        telling = self.found.now.telling if self.found else None
        return standing(self.letter, self.intent, self.again, telling, self._wish)

    def _enable(self) -> None:
        may_keep = self.may_be_saved()
        self.save_button.setEnabled(may_keep)
        self.keep_button.setEnabled(may_keep)
        self.record_button.setEnabled(may_keep and self.panel.form is not None)
        lacks = self.again is not None and not self.panel.wish().because
        self.issue_button.setEnabled(may_keep and not lacks and self.standing().may_issue)

    def may_be_saved(self) -> bool:
        """Say whether there is a letter that nothing holds back, and not only one that is meant."""
        return self.letter is not None and self.intent is None and not self.letter.held_because

    # -- the question whether to issue it

    def ask(self) -> None:
        """Ask whether to issue the letter, once it is shown as it would go out."""
        self._asks = self._is_new = True
        if self._rest.isActive() or self._shown != self._turn:
            self.write_anew()
        else:
            self._show_question()

    def leave_question(self) -> None:
        """Take the question away; nothing is issued."""
        was, self._asks = self._asks, False
        self._show_question()
        if was:
            self.issue_button.setFocus()

    def is_asking(self) -> bool:
        """Say whether the question stands."""
        return self._asks

    def _show_question(self) -> None:
        self._asks = self._asks and self.issue_button.isEnabled()
        self.foot.show_asking(self._asks, self.panel.form is not None)
        self.panel.show_question(self._asks)
        self.asking.setVisible(self._asks)
        if not self._asks or self.letter is None:
            return
        self.asking.ask(self.letter, self.pages, self._wish)
        self.foot.confirm.setEnabled(True)
        if self._is_new:  # else somebody is changing the day or the way
            self._is_new = False
            self.foot.confirm.setFocus()
            QTimer.singleShot(0, self.split, self.split.to_top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape as no to issuing, else go back to the case."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._asks:
            self.leave_question()
        else:
            self.around.shell.back()

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
