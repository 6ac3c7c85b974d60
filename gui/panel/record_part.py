"""Part 10: the letters that were made, what gave rise to them, and other decisions of the case."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.panel import PanelCase
from gui.fields.buttons import Button
from gui.fields.layout import column
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.marks import Mark
from gui.officer.letter_words import kind_words, letter_line, sending_line
from gui.officer.occasion_told import told
from gui.outcomes import OUTCOMES
from gui.panel.names import Names
from gui.panel.part import Part
from gui.shapes import Shape
from gui.theme import Tone
from records.decision import Decision
from records.letter import Letter
from records.london import day_in_london
from records.occasions import RecordedOccasion
from rules.quantities import day_in_words


class RecordPart(Part):
    """Letters and other decisions of the case. Signals tell which one is to be read."""

    letter_asked = Signal(object)
    decision_asked = Signal(str)
    write_asked = Signal()

    def __init__(self, may_write: bool = False) -> None:
        super().__init__(10, "Letters, and other decisions")
        self._may_write = may_write
        self.write_button: Button | None = None
        self.letter_buttons: list[Button] = []
        self.decision_buttons: list[Button] = []

    def fill(self, case: PanelCase, names: Names) -> None:
        """Show them, each with a button that opens it."""
        self.letter_buttons, self.decision_buttons = [], []
        if not case.letters:
            self.say_none("No letter has been made yet.")
        if case.told.clock is not None:
            self.add(Words(case.told.clock.in_full, "strong"))
        for letter in case.letters:
            self.add(self._letter(letter, case, names))
        for recorded in case.told.every_occasion:
            self.add(_occasion(recorded, case, names))
        for decision in case.earlier:
            self.add(self._decision(decision, case.decision))
        self._offer_writing(names)

    def _offer_writing(self, names: Names) -> None:
        """Offer the letters of stage two to a clerk; they bear names."""
        self.write_button = None
        if self._may_write and not names.hidden:
            self.write_button = Button("Write a letter…", self.write_asked.emit, keys="W")
            self.body.addWidget(self.write_button)

    def _letter(self, letter: Letter, case: PanelCase, names: Names) -> QWidget:
        words = letter_line(letter, case.letters)
        if sent := case.told.sent(letter.id):
            words = f"{words}. {names.said(sending_line(sent))}"
        if letter.because:
            words = f"{words} In the place of an earlier one: {names.said(letter.because)}."
        if names.hidden:
            return Words(f"{words} It bears names, so it is not opened while initials are shown.")
        button = Button("Read", lambda: self.letter_asked.emit(letter))
        button.setAccessibleName(f"Read: {words}")
        self.letter_buttons.append(button)
        return _line(Mark(Shape.LETTER, Tone.MUTED), words, button)

    def _decision(self, other: Decision, shown: Decision) -> QWidget:
        sign = OUTCOMES[other.outcome]
        day = day_in_words(day_in_london(other.decided_at))
        when = "Earlier" if other.decided_at < shown.decided_at else "Later"
        words = f"{when} decision of {day} by {other.decided_by_name}: {sign.word.lower()}"
        button = Button("Open", lambda: self.decision_asked.emit(other.id))
        button.setAccessibleName(f"Open the {words[:1].lower()}{words[1:]}")
        self.decision_buttons.append(button)
        return _line(Mark(sign.shape, sign.tone), words, button)


def _occasion(recorded: RecordedOccasion, case: PanelCase, names: Names) -> QWidget:
    """What was recorded for a letter, in its own words; one that was corrected says so."""
    day = day_in_words(day_in_london(recorded.at))
    corrected = "" if recorded in case.told.occasions else " It was corrected since."
    box = QWidget()
    lines = column(box, gap=2)
    head = f"{kind_words(recorded.kind)}: recorded on {day} by {recorded.by_name}.{corrected}"
    lines.addWidget(Words(head, "strong"))
    lines.addWidget(Words(names.said(told(recorded))))
    return box


def _line(mark: Mark, words: str, button: Button) -> QWidget:
    box = QWidget()
    line = ReflowLayout(box, gap=10)
    line.lead_with(mark)
    line.set_main(Words(words))
    line.end_with(button)
    return box
