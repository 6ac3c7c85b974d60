"""The wordings that were saved before: who, when, why, what changed; each can be restored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.wordings.change import PastWording
from gui.fields.buttons import Button, quiet
from gui.fields.card import Card
from gui.fields.fold import Fold
from gui.fields.layout import column, row
from gui.fields.words import Words
from records.london import day_in_london
from rules.quantities import day_in_words

NONE_YET = "Nobody has saved a wording of this kind here. The one on file is used."


class HistoryCard(Card):
    """The history, newest first.

    ``restored`` tells the wording to be used again, ``left`` the wish to go back to the one on
    file, ``read`` a wording to look at in the editor.
    """

    restored = Signal(object)
    read = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("Earlier wordings", gap=0)
        self.folds: list[Fold] = []
        self.restore_buttons: dict[str, Button] = {}

    def show_history(self, past: Sequence[PastWording], is_saved: bool) -> None:
        """Show the wordings that were saved; ``is_saved`` says that one of them is in use."""
        self.empty()
        self.folds, self.restore_buttons = [], {}
        if not past:
            self.add(Words(NONE_YET, "muted"))
        for at, each in enumerate(past):
            fold = Fold(
                _head(each), lambda each=each: self._inside(each), first=at == 0,
                inset=(28, 0, 4, 10),
            )  # fmt: skip
            self.folds.append(fold)
            self.add(fold)
        if is_saved:
            self.file_button = quiet("Use the wording on file again", self.left.emit)
            line = row(gap=0)
            line.addWidget(self.file_button)
            line.addStretch(1)
            self.add(line)

    def _inside(self, past: PastWording) -> QWidget:
        box = QWidget()
        lines = column(box, gap=4)
        lines.addWidget(Words(f"Why: {past.wording.because}"))
        for change in past.changes or ("It says the same as the one before it.",):
            lines.addWidget(Words(change, "small"))
        lines.addWidget(Words(f"Digest (SHA-256) {past.wording.digest[:16]}…", "small"))
        buttons = row(gap=8)
        if past.wording.text:
            buttons.addWidget(quiet("Look at it", lambda: self.read.emit(past.wording)))
        if not past.is_in_use:
            button = Button("Restore it", lambda: self.restored.emit(past.wording))
            self.restore_buttons[past.wording.id] = button
            buttons.addWidget(button)
        buttons.addStretch(1)
        lines.addLayout(buttons)
        return box


def _head(past: PastWording) -> str:
    """Say who saved a wording, and when."""
    said = past.wording
    day = day_in_words(day_in_london(said.at))
    how = "back to the file" if not said.text else "restored" if said.restores else "saved"
    used = ", in use" if past.is_in_use else ""
    return f"{day}: {how} by {said.by_name}{used}"
