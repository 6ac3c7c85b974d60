"""Backups: made and verified now, and where the last good one lies."""

from __future__ import annotations

from casework.holdings import Holdings
from casework.opening import back_up
from gui.fields.buttons import Button
from gui.fields.facts import FactRow
from gui.fields.notice import Kind
from gui.fields.words import Words
from gui.records_room.file_cards import size_words
from gui.records_room.moments import moment_words
from gui.records_room.work_card import WorkCard
from gui.room import Surroundings


class BackupsCard(WorkCard):
    """An encrypted copy beside the store, opened and read through before it counts."""

    def __init__(self, around: Surroundings) -> None:
        about = "An encrypted copy under the same passphrase, opened and read through at once."
        super().__init__(around, "Backups", about)
        self.make_button = Button("Back up and verify now", self.make)
        self.offer(self.make_button)

    def show_holdings(self, found: Holdings) -> None:
        """Show when the last good backup was made, and where it lies."""
        backup = found.backup
        if backup is None or backup.verified_at is None:
            self.show_facts(
                FactRow("last", "Last verified", "never", known=False, first=True),
                Words(f"It will lie in {found.backup_folder}", "small"),
            )
            return
        self.show_facts(
            FactRow("last", "Last verified", moment_words(backup.verified_at), first=True),
            FactRow("size", "Size", size_words(backup.size)),
            Words(f"It lies at {backup.path}", "small"),
        )

    def make(self) -> None:
        """Make a backup, and open it to see that it holds."""
        desk, status = self.around.desk, self.around.shell.status
        self.progress.cancel_button.hide()

        def made(backup: object) -> None:
            status.show_backup(backup.made_at)
            self.tell(
                Kind.DONE, "The backup is made, and it holds.",
                next_step="Take a copy of it off this computer: the file and its -keys file.",
            )  # fmt: skip

        self.work("Making a backup and reading it through", lambda _: back_up(desk), made)
