"""The letter beside its wording, written anew as somebody types; the last good one stays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from casework.wordings.preview import WordingPreview
from gui.fields.card import Card
from gui.fields.entries import Choice
from gui.fields.form import FormField
from gui.fields.layout import row
from gui.fields.segmented import Option
from gui.fields.words import Words
from gui.officer.letter_view import LetterView
from gui.theme import Tone, theme

MADE_UP = Option(None, "A made-up case")
TALL = 620


class PreviewCard(Card):
    """The preview. ``chosen`` tells the decision of the case that it is to be shown on."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("The letter as it would read")
        self.case = Choice("Shown on", [MADE_UP])
        self.case.activated.connect(lambda _: self.chosen.emit(self.case.value()))
        self.told = Words("", "muted")
        self.view = LetterView()
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        shown = row(gap=0)
        shown.addWidget(FormField("Shown on", self.case))
        shown.addStretch(1)
        self.add(shown, self.told, self.view)
        self._room = 0
        theme().changed.connect(self._fit)
        self._fit()

    def take(self, room: int) -> None:
        """Let the letter grow to so many pixels, where that is more than it has anyway."""
        self._room = room
        self._fit()

    def _fit(self) -> None:
        self.view.setFixedHeight(max(min(theme().px(TALL), 760), self._room))

    def offer(self, cases: Sequence[tuple[str, str]]) -> None:
        """Offer the decided cases that the letter can be shown on, beside the made-up one."""
        kept = self.case.value()
        options = [Option(decided, reference) for decided, reference in cases]
        known = [option.value for option in options]
        self.case.offer([MADE_UP, *options], kept if kept in known else None)

    def show_preview(self, preview: WordingPreview) -> None:
        """Show a letter where it reads otherwise than the last one, else where that was read."""
        bar, before = self.view.verticalScrollBar(), self.view.pages
        at = bar.value()
        self.view.show_pdf(preview.pdf)
        bar.setValue(at)
        if changed := first_difference(before, self.view.pages):
            self.view.show_place(*changed)
        self._tell(_blank_words(preview.blanks), Tone.MUTED)

    def keep_last(self, why: str) -> None:
        """Say that the letter shown is the last that could be written, and why."""
        self._tell(f"This is the last letter that could be written. {why}", Tone.NOT_MET)

    def _tell(self, words: str, tone: Tone) -> None:
        self.told.show_words(words, tone)


def first_difference(before: Sequence[str], after: Sequence[str]) -> tuple[int, float] | None:
    """Give the page, from 0, and how far down it, where two letters first read differently.

    None where they read the same, or there was none before.
    """
    if not before:
        return None
    for at, text in enumerate(after):
        was = before[at] if at < len(before) else ""
        if was != text:
            same = next(
                (n for n, (a, b) in enumerate(zip(was, text, strict=False)) if a != b), None
            )
            found = min(len(was), len(text)) if same is None else same
            return at, found / max(len(text), 1)
    return None


def _blank_words(blanks: Sequence[str]) -> str:
    if not blanks:
        return "Nothing holds this letter back."
    return f"It would be held back until this is known: {'; '.join(blanks)}."
