"""Making a new recovery key: what that means first, then the key, shown once."""

from __future__ import annotations

from casework.keys import new_recovery_key
from gui.fields.buttons import primary
from gui.fields.card import Card
from gui.fields.notice import Kind
from gui.fields.words import Words
from gui.page import Page
from gui.records_room.saving import Saving
from gui.room import Surroundings
from gui.welcome.keep_key import KeepKeyStep


class RecoveryPage(Page):
    """Nothing is made before the button is pressed. Once it is kept, the page closes."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__("New recovery key", "The other way in, if the passphrase is forgotten")
        self.around = around
        self.saving = Saving(around, self)
        self.make_button = primary("Make a new recovery key", self.make)
        self.before = Card("Before you make it", gap=12)
        self.before.add(
            Words(
                "The key printed before will not open the store any more. Have a printer or a pen "
                "at hand: the new one is shown once.",
                "reading",
            ),
            self.make_button,
        )
        self.keep = KeepKeyStep()
        self.keep.hide()
        self.keep.go.connect(self._kept)
        for part in (self.saving.notice, self.before, self.keep):
            self.main.addWidget(part)

    def arrive(self) -> None:
        """Begin at the button, or where the key is shown."""
        (self.make_button if self.keep.isHidden() else self.keep.key).setFocus()

    def leave(self) -> None:
        """Take the key off the page."""
        self.keep.key.clear()

    def make(self) -> None:
        """Make the key, and show it."""
        desk = self.around.desk
        self.saving.run(lambda: new_recovery_key(desk), self._show)

    def _show(self, key: str) -> None:
        self.before.hide()
        self.keep.show_key(key)
        self.keep.show()
        self.keep.arrive()

    def _kept(self) -> None:
        self.around.shell.back()
        self.around.shell.show_notice(
            Kind.DONE, "The new recovery key opens the store, the one before does not.",
            next_step="Destroy the old paper. Backups made before still open with it.",
        )  # fmt: skip
