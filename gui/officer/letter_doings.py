"""What can be done with a letter: kept, issued, saved, shown larger, its format remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from casework.desk import Desk
from casework.letters.format import record_letter_format
from casework.letters.of_case import case_letters
from casework.letters.tell import record_told, tell_letter
from casework.letters.wish import Format
from gui.fields.notice import Kind
from gui.officer.letter_asking import issued_words
from gui.officer.letter_words import format_words, kind_words
from gui.tasks import Task
from records.letter import Letter
from records.sending import Sending

if TYPE_CHECKING:
    from gui.officer.letter_page import LetterPage

Told = TypeVar("Told")


class LetterDoings:
    """Connects a letter's page to the verbs, and names its actions."""

    def __init__(self, page: LetterPage) -> None:
        self._page = page
        self._task: Task | None = None
        page.panel.options.remember_asked.connect(self.remember)

    def name_actions(self) -> None:
        """Name what can be done, once the page has its buttons."""
        page = self._page
        add, group = page.around.actions.add, "Letter"
        add(page, "Issue the letter", self.ask, "I", group, self._may_ask)
        add(page, "Issue the letter now", self.issue, "Ctrl+Return", group, self._may_issue)
        add(page, "Keep the letter", self.keep, "K", group, page.keep_button.isEnabled)
        may_record = page.record_button.isEnabled
        add(page, "Record what it tells, without a letter", self.record, "R", group, may_record)
        add(page, "Save the letter as a file", page.save, "S", group, page.may_be_saved)
        add(page, "Choose the kind of letter", self._to_kinds, "T", group, self._chooses)
        add(page, "Show the letter larger", lambda: page.view.zoom(1.2), ("+", "="), group)
        add(page, "Show the letter smaller", lambda: page.view.zoom(1 / 1.2), "-", group)
        add(page, "Fit the letter to the width", page.view.fit, "0", group)

    def _chooses(self) -> bool:
        return self._page.panel.isVisible() and not self._page.is_asking()

    def _may_ask(self) -> bool:
        return self._page.issue_button.isEnabled() and not self._page.is_asking()

    def _may_issue(self) -> bool:
        return self._page.is_asking() and self._page.foot.confirm.isEnabled()

    def _to_kinds(self) -> None:
        self._page.panel.kinds.setFocus()

    def keep(self) -> None:
        """Record what is typed and keep the letter with the case."""
        self._tell("Keeping the letter", issued=False)

    def ask(self) -> None:
        """Ask whether to issue the letter: an issued one cannot be taken back."""
        if self._is_readable():
            self._page.ask()

    def leave_question(self) -> None:
        """Issue nothing for now."""
        self._page.leave_question()

    def issue(self) -> None:
        """Record what is typed, keep the letter, and record it as sent."""
        self._tell("Issuing the letter", issued=True)

    def record(self) -> None:
        """Record what is typed, and write no letter yet."""
        panel = self._page.panel
        kind, occasion = panel.kind, panel.occasion()
        if occasion is not None:
            self._do(
                "Recording it",
                lambda desk, case: record_told(desk, case, kind, occasion),
                lambda _: self._leave(f"{kind_words(kind)}: recorded."),
            )

    def _tell(self, words: str, issued: bool) -> None:
        panel = self._page.panel
        kind, occasion, wish = panel.kind, panel.occasion(), panel.wish()

        def verb(desk: Desk, case: str) -> tuple[Letter, Sending | None]:
            letter = tell_letter(desk, case, kind, occasion, wish, issued)
            return letter, case_letters(desk, case).sent(letter.id)

        self._do(words, verb, lambda told: self._on_told(*told))

    def _is_readable(self) -> bool:
        """Say whether all that was typed can be read, and tell where not."""
        page = self._page
        if readable := page.panel.is_readable():
            return readable
        page.around.shell.show_notice(
            Kind.CARE, "Something that was typed cannot be read.", "Nothing was recorded.",
            "It is marked beside its field.",
        )  # fmt: skip
        return False

    def _do(
        self, words: str, verb: Callable[[Desk, str], Told], then: Callable[[Told], object]
    ) -> None:
        """Do a verb on the case, unless something that was typed cannot be read."""
        page = self._page
        if not self._is_readable():
            return
        desk, application = page.around.desk, page.case.application.id
        if self._task is None:  # a second press while the first is being done does nothing
            self._task = page.around.tasks.run(
                words, lambda _: verb(desk, application), then, owner=page
            )
            self._task.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self._task = None

    def _on_told(self, letter: Letter, sending: Sending | None) -> None:
        """Go back to the case, which shows the letter."""
        if letter.issued:
            self._leave(*issued_words(letter.kind, sending))
        else:
            self._leave(f"{kind_words(letter.kind)} is kept with the case.")

    def _leave(self, *words: str) -> None:
        self._page.around.shell.back()
        self._page.around.shell.show_notice(Kind.DONE, *words)

    def remember(self, format: str, points: float, language: str) -> None:
        """Record the format and language for the family's letters."""
        page, desk = self._page, self._page.around.desk
        application = page.case.application.id
        spoken = page.panel.options.language_name(language)
        how = f"{format_words(format).lower()}, in {spoken}"
        words = f"The family's letters come in this format: {how}."
        page.around.tasks.run(
            "Remembering the format",
            lambda _: record_letter_format(desk, application, Format(format), points, language),
            lambda _: page.around.shell.show_notice(Kind.DONE, words),
            owner=page,
        )
