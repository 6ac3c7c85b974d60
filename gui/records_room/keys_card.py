"""The passphrase and the recovery key: what each is for, and the ways to change them."""

from __future__ import annotations

from collections.abc import Callable

from casework.keys import is_recovered
from gui.fields.buttons import Button
from gui.fields.notice import Kind
from gui.records_room.work_card import WorkCard
from gui.room import Surroundings


class KeysCard(WorkCard):
    """Two buttons, each of which opens a page. Shown only to those who may change the keys."""

    def __init__(
        self,
        around: Surroundings,
        open_passphrase: Callable[[], object],
        open_recovery: Callable[[], object],
    ) -> None:
        about = "Either of them opens the store. Whoever knows one reads everything in it."
        super().__init__(around, "Passphrase and recovery key", about)
        self.passphrase_button = Button("New passphrase", open_passphrase)
        self.recovery_button = Button("New recovery key", open_recovery)
        self.offer(self.passphrase_button, self.recovery_button)
        if is_recovered(around.desk):
            self.tell(
                Kind.CARE, "The store was opened by its recovery key.",
                next_step="If the passphrase is forgotten, set a new one. The old is not asked.",
            )  # fmt: skip
