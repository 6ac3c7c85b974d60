"""The letters of a case: each as it stands, when it was sent, what it tells of, and its proof."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.letters.of_case import CaseLetters
from casework.letters.rights import may_write
from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.facts import FactRow
from gui.fields.flow import FlowLayout
from gui.fields.fold import Fold
from gui.fields.layout import column
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.marks import Mark
from gui.officer.letter_words import kind_words, letter_line, sending_line
from gui.officer.occasion_told import told
from gui.officer.sending_form import SendingForm
from gui.shapes import Shape
from gui.theme import Tone
from records.letter import Letter
from records.london import day_in_london
from records.occasions import RecordedOccasion
from records.people import Person
from records.sending import Sending
from rules.quantities import day_in_words

OTHER_KIND = "stage-1-acknowledgement"
"""Whoever may write this may write letters of a case that no decision tells."""


class LettersCard(Card):
    """Signals tell what is asked: to write one, save one, issue it again, or prove it.

    ``sent_otherwise`` tells a letter, with the day, the way and the reason of the correction.
    """

    write_asked = Signal()
    save_asked = Signal(object)
    again_asked = Signal(object)
    proof_asked = Signal(object)
    sent_otherwise = Signal(object, object, object, str)

    def __init__(self, person: Person) -> None:
        super().__init__("Letters")
        self._may = may_write(person, OTHER_KIND)
        self._person = person
        self._shown: CaseLetters | None = None
        self.again_buttons: list[Button] = []
        self.proof_buttons: list[Button] = []
        self.sent_buttons: list[Button] = []
        self.sending_form: SendingForm | None = None

    def show_letters(self, now: CaseLetters) -> None:
        """Show the letters of a case and what they tell of; nothing moves that has not changed."""
        if now == self._shown:
            return
        self._shown = now
        self.again_buttons, self.proof_buttons, self.sent_buttons = [], [], []
        self.sending_form = None
        self.empty()
        if not now.letters:
            self.add(Words("No letter has been written yet.", "muted"))
        for letter in now.letters:
            self.add(self._line(letter, now))
        if now.every_occasion:
            self.add(self._occasions(now))
        if self._may:
            self.write_button = Button("Write a letter…", self.write_asked.emit, keys="W")
            self.body.addWidget(self.write_button)

    def _line(self, letter: Letter, now: CaseLetters) -> QWidget:
        box = QWidget()
        lines = column(box, gap=4)
        head = QWidget()
        line = ReflowLayout(head, gap=8)
        line.lead_with(Mark(Shape.LETTER, Tone.MUTED))
        line.set_main(Words(letter_line(letter, now.letters)))
        buttons = self._buttons(letter, now)
        line.end_with(buttons)
        lines.addWidget(head)
        if sent := now.sent(letter.id):
            lines.addWidget(Words(sending_line(sent), "muted"))
            self._offer_correction(letter, sent, buttons, lines)
        if letter.because:
            lines.addWidget(Words(f"In the place of an earlier one: {letter.because}", "muted"))
        return box

    def _offer_correction(
        self, letter: Letter, sent: Sending, buttons: QWidget, lines: QVBoxLayout
    ) -> None:
        """Offer to correct how a letter was sent, to whoever writes letters of its kind."""
        if not may_write(self._person, letter.kind):
            return
        otherwise = Button("Sent otherwise…", lambda: self._correct(letter, sent, lines))
        otherwise.setAccessibleName(f"Correct how it was sent: {kind_words(letter.kind)}")
        self.sent_buttons.append(otherwise)
        buttons.layout().addWidget(otherwise)

    def _correct(self, letter: Letter, sent: Sending, lines: QVBoxLayout) -> None:
        """Open the form under the letter; there is one at a time."""
        self._put_away()
        form = self.sending_form = SendingForm(sent)
        form.given.connect(lambda *given: self.sent_otherwise.emit(letter, *given))
        form.left.connect(self._put_away)
        lines.addWidget(form)
        form.setFocus()

    def _put_away(self) -> None:
        if self.sending_form is not None:
            self.sending_form.hide()
            self.sending_form.deleteLater()
            self.sending_form = None

    def _buttons(self, letter: Letter, now: CaseLetters) -> QWidget:
        box, named = QWidget(), letter_line(letter, now.letters)
        flow = FlowLayout(box, gap=8)
        save = Button("Save…", lambda: self.save_asked.emit(letter))
        save.setAccessibleName(f"Save: {named}")
        proof = Button("Check", lambda: self.proof_asked.emit(letter))
        proof.setAccessibleName(f"Write again from the record and compare: {named}")
        self.proof_buttons.append(proof)
        flow.addWidget(save)
        flow.addWidget(proof)
        if letter in now.standing and may_write(self._person, letter.kind):
            again = Button("Issue again…", lambda: self.again_asked.emit(letter))
            again.setAccessibleName(f"Issue again: {named}")
            self.again_buttons.append(again)
            flow.addWidget(again)
        return box

    def _occasions(self, now: CaseLetters) -> QWidget:
        count = len(now.occasions)
        words = f"{count} recorded for letters" if count else "Recorded for letters"
        rows = tuple(now.every_occasion)
        self.folded = Fold(words, lambda: _rows(rows, now), first=True, inset=(0, 4, 0, 0))
        return self.folded


def _rows(occasions: tuple[RecordedOccasion, ...], now: CaseLetters) -> QWidget:
    box = QWidget()
    stack = column(box, gap=0)
    for each in occasions:
        corrected = "" if each in now.occasions else " (corrected since)"
        day = day_in_words(day_in_london(each.at))
        source = f"recorded {day} by {each.by_name}{corrected}"
        stack.addWidget(FactRow(each.id, kind_words(each.kind), told(each), source))
    return box
