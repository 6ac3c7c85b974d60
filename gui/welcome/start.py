"""The first thing anyone sees: the ways in, the sample first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.layout import column, show_if
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.theme import Tone
from gui.welcome.step import Step


class StartStep(Step):
    """Offers the store opened last, the sample, another store, or a new one."""

    sample_asked = Signal()
    removal_asked = Signal()
    open_asked = Signal(str)
    create_asked = Signal()

    def __init__(self, last_store: Path | None) -> None:
        super().__init__(
            "Milepost",
            "Decide who gets help to travel to school, show why, and see what a new policy would "
            "do before it is adopted. Everything stays on this computer, in one encrypted file.",
            may_go_back=False,
        )
        self.heading.setProperty("role", "title")
        self._last = str(last_store or "")
        self.last_button = Button("Open", lambda: self.open_asked.emit(self._last), "primary")
        kind = "plain" if last_store else "primary"
        self.sample_button = Button("Open the sample", self.sample_asked.emit, kind)
        self.remove_button = Button("Remove it", self.removal_asked.emit, "quiet")
        self.remove_button.setAccessibleName("Remove the sample council")
        self.remove_button.hide()
        self.open_button = Button("Open a store…", lambda: self.open_asked.emit(""))
        self.create_button = Button("Create a store…", self.create_asked.emit)
        if last_store is not None:
            about = f"The store you opened last, in {last_store.parent}."
            self._offer(last_store.stem, about, self.last_button, edge=Tone.ACCENT)
        else:
            self.last_button.setParent(self)  # nobody's button would outlive the window
            self.last_button.hide()
        self._offer_the_rest()
        # The keyboard comes to what opens the sample first, though removing it stands before it.
        QWidget.setTabOrder(self.sample_button, self.remove_button)
        QWidget.setTabOrder(self.remove_button, self.open_button)
        self._go = self.last_button if last_store else self.sample_button
        self._pressed = (
            self.last_button, self.sample_button, self.remove_button, self.open_button,
            self.create_button,
        )  # fmt: skip
        self.progress.cancel_button.show()

    def _offer_the_rest(self) -> None:
        self._offer(
            "Look round the sample council",
            "Marlhaven is a made-up city with 400 made-up applications. Nothing you do there "
            "touches anything else, and it can be removed again.",
            self.remove_button,
            self.sample_button,
        )
        self._offer(
            "Open your council's store",
            "You need its file and its passphrase, or the printed recovery key.",
            self.open_button,
        )
        self._offer(
            "Start a new store",
            "An encrypted file on this computer or on a drive your team shares.",
            self.create_button,
        )

    def _offer(self, title: str, about: str, *buttons: Button, edge: Tone | None = None) -> None:
        card = Card(edge=edge)
        line = ReflowLayout(gap=16, enough=0.6)
        line.set_main(_title_and_words(title, about))
        for button in buttons:
            line.end_with(button)
            button.setAccessibleDescription(about)
        card.body.addLayout(line)
        self.body.addWidget(card)

    def show_sample(self, is_here: bool) -> None:
        """Offer to remove the sample while it is on this computer."""
        show_if(self.remove_button, is_here)

    def arrive(self) -> None:
        """Let Enter open what is most likely wanted."""
        self._go.setFocus()


def _title_and_words(title: str, about: str) -> QWidget:
    box = QWidget()
    lines = column(box, gap=2)
    lines.addWidget(Words(title, "strong"))
    lines.addWidget(Words(about, "muted"))
    return box
