"""Changing the passphrase: the old one, and the new one twice."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.keys import SHORTEST, change_passphrase, is_recovered
from gui.fields.buttons import primary
from gui.fields.card import Card
from gui.fields.entries import Secret
from gui.fields.form import FormField
from gui.fields.notice import Kind
from gui.fields.words import Words
from gui.page import Page
from gui.records_room.saving import Saving
from gui.room import Surroundings
from rules.problems import UserFacingError


class PassphrasePage(Page):
    """Asks no old passphrase where the store was opened by its recovery key."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__("New passphrase", "It opens the store for everyone who works here")
        self.around, self._recovered = around, is_recovered(around.desk)
        self.old, self.new = Secret("Passphrase until now"), Secret("New passphrase")
        self.again = Secret("New passphrase again")
        hint = f"At least {SHORTEST} characters. Four words that have nothing to do with each other"
        self.fields = {
            "old": FormField("Passphrase until now", self.old, "", QWidget()),
            "new": FormField("New passphrase", self.new, f"{hint} are good.", QWidget()),
            "again": FormField("New passphrase again", self.again, "", QWidget()),
        }
        self.saving = Saving(around, self)
        card = Card("Passphrase", gap=16)
        card.add(*self.fields.values())
        self.fields["old"].setHidden(self._recovered)
        self.main.addWidget(self.saving.notice)
        self.main.addWidget(card)
        words = "The recovery key goes on opening the store."
        self.save_button = primary("Change it", self.save, "Ctrl+↵")
        self.set_foot(Words(words, "muted"), self.save_button)
        around.actions.add(self, "Change the passphrase", self.save, "Ctrl+Return", "Records")

    def arrive(self) -> None:
        """Begin with the first that is asked."""
        (self.new if self._recovered else self.old).setFocus()

    def leave(self) -> None:
        """Take the passphrases off the page."""
        for line in (self.old, self.new, self.again):
            line.clear()

    def problems(self) -> dict[str, str]:
        """Say what is still wrong, by field."""
        checks = {
            "old": (self._recovered or bool(self.old.text()), "Type the passphrase until now."),
            "new": (len(self.new.text()) >= SHORTEST, f"Use at least {SHORTEST} characters."),
            "again": (self.again.text() == self.new.text(), "The two differ. Type it again."),
        }
        return {field: words for field, (right, words) in checks.items() if not right}

    def save(self) -> None:
        """Change it, or say beside each field what is still wrong."""
        problems, desk = self.problems(), self.around.desk
        for name, field in self.fields.items():
            field.show_problem(problems.get(name, ""))
        if problems:
            self.fields[next(iter(problems))].setFocus()
            return
        old, new = self.old.text(), self.new.text()
        self.saving.run(lambda: change_passphrase(desk, old, new), self._saved, self._on_refused)

    def _on_refused(self, error: UserFacingError) -> None:
        self.saving.notice.show_error(error)
        self.arrive()
        self.old.selectAll()

    def _saved(self, _: object) -> None:
        self.around.shell.back()
        self.around.shell.show_notice(
            Kind.DONE, "The new passphrase opens the store from now on.",
            next_step="Tell those who work here. Backups made before open with the one before.",
        )  # fmt: skip
