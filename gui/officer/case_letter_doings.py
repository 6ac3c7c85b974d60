"""What can be done with the letters of a case: looked at, written, issued, saved, proved."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from casework.gate import UNDECIDED
from casework.letters.matter import kind_of_decision
from casework.letters.rebuilt import Rebuilt, rebuilt
from casework.letters.rights import may_write
from casework.letters.wish import LetterWish
from casework.letters.write import sent_otherwise, write_letter
from gui.fields.notice import Kind
from gui.officer.letter_page import LetterPage
from gui.officer.letter_words import letter_name
from gui.officer.letters_card import OTHER_KIND
from gui.officer.saving import ask_where, save_pdf
from gui.officer.who_may import may_work
from records.letter import Letter
from records.sending import SentBy

if TYPE_CHECKING:
    from gui.officer.case_page import CasePage

WHOLE = LetterWish(enclose=True)
"""How a letter of a decision is kept at once: with its certificate and the list of evidence."""


class CaseLetterDoings:
    """Connects the letters of a case page to the verbs, and names its actions."""

    def __init__(self, page: CasePage) -> None:
        self._page = page
        page.decided.preview_asked.connect(self.preview)
        page.decided.write_asked.connect(self.write)
        page.decided.issue_asked.connect(self.issue)
        page.letters.save_asked.connect(self.save)
        page.letters.write_asked.connect(self.open)
        page.letters.again_asked.connect(self.issue_again)
        page.letters.proof_asked.connect(self.prove)
        page.letters.sent_otherwise.connect(self.correct_sending)
        self._name_actions()

    def _name_actions(self) -> None:
        page, person = self._page, self._page.around.desk.person

        def add(words: str, do, keys: str = "", when=lambda: True) -> None:  # noqa: ANN001
            ready = lambda: page.view is not None and when()  # noqa: E731
            page.around.actions.add(page, words, do, keys, "Case", ready)

        add("Preview the letter", self.preview, "L")
        if may_write(person, OTHER_KIND):
            add("Write a letter of the case", self.open, "W")
        if may_work(person):
            add("Write and keep the letter", self.write, "", self._is_decided)
            add("Issue the letter", self.issue, "", self._waits_for_letter)

    def _is_decided(self) -> bool:
        return self._decision() is not None

    def _waits_for_letter(self) -> bool:
        """Say whether the case is decided and the letter of it is not issued yet."""
        view = self._page.view
        return view is not None and self._is_decided() and view.letters.telling is None

    def _decision(self) -> str | None:
        found = self._page.assessment
        return found.case.decision.id if found and found.case.decision else None

    def preview(self) -> None:
        """Open the letter: of the decision being written, else of the decision that stands."""
        page, found = self._page, self._page.assessment
        if found is None:
            return
        draft = page.draft()
        intent = draft.intent(found) if draft.is_open or found.case.decision is None else None
        if intent is not None and intent.outcome in UNDECIDED:
            page.around.shell.show_notice(
                Kind.INFO,
                "There is no letter to show yet: nothing is decided.",
                next_step="Choose the outcome in the decision (D); the letter shows it at once. "
                "Other letters of the case are written with W.",
            )
            return
        decision = found.case.decision if intent is None else None
        kind = kind_of_decision(decision) if decision else ""
        page.around.shell.open_page(LetterPage(page.around, found.case, intent, kind))

    def open(self) -> None:
        """Open the letters of the case: which fit, and what they tell of."""
        page, found = self._page, self._page.assessment
        if found is not None:
            page.around.shell.open_page(LetterPage(page.around, found.case))

    def issue_again(self, letter: Letter) -> None:
        """Open a letter that was issued, to issue it anew with the reason."""
        page, found = self._page, self._page.assessment
        if found is not None:
            again = LetterPage(page.around, found.case, again=letter)
            page.around.shell.open_page(again)

    def write(self) -> None:
        """Write the letter of the decision and keep it with the case."""
        if (decision := self._decision()) is not None:
            self._page.run(
                "Writing the letter", lambda desk: write_letter(desk, decision, wish=WHOLE)
            )

    def issue(self) -> None:
        """Show the letter of the decision as it would go out, and ask whether to issue it."""
        page, found = self._page, self._page.assessment
        if found is not None and found.case.decision is not None:
            kind = kind_of_decision(found.case.decision)
            asking = LetterPage(page.around, found.case, kind=kind, issuing=True)
            page.around.shell.open_page(asking)

    def save(self, letter: Letter) -> None:
        """Ask where a kept letter is to be saved, and save it."""
        found, page = self._page.assessment, self._page
        if found is None:
            return
        name = letter_name(found.case.application.reference, letter.kind, letter.format)

        def then(path: Path) -> None:
            save_pdf(page.around, path, letter.pdf)

        page.dialog = ask_where(page, name, then)

    def correct_sending(self, letter: Letter, day: date, way: SentBy, because: str) -> None:
        """Record that a letter was sent on another day, or otherwise; its clock follows at once."""
        self._page.run(
            "Recording how the letter was sent",
            lambda desk: sent_otherwise(desk, letter.id, day, way, because),
        )

    def prove(self, letter: Letter) -> None:
        """Write a kept letter again from the record, and say whether it is the same."""
        page, desk = self._page, self._page.around.desk

        def show(found: Rebuilt) -> None:
            page.around.shell.show_notice(Kind.DONE if found.same else Kind.CARE, found.words)

        page.around.tasks.run(
            "Writing the letter again", lambda _: rebuilt(desk, letter), show, owner=page
        )
