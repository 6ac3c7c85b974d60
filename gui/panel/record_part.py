"""Part 10: the letters that were made, and decisions that this one took the place of."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.panel import PanelCase
from gui.fields.buttons import Button
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.marks import Mark
from gui.outcomes import OUTCOMES
from gui.panel.names import Names
from gui.panel.part import Part
from gui.shapes import Shape
from gui.theme import Tone
from records.decision import Decision
from records.letter import Letter
from rules.quantities import day_in_words

KINDS = {"refuse": "refusal", "approve": "help granted"}


class RecordPart(Part):
    """Letters and other decisions of the case. Signals tell which one is to be read."""

    letter_asked = Signal(object)
    decision_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(10, "Letters, and other decisions")
        self.letter_buttons: list[Button] = []
        self.decision_buttons: list[Button] = []

    def fill(self, case: PanelCase, names: Names) -> None:
        """Show them, each with a button that opens it."""
        self.letter_buttons, self.decision_buttons = [], []
        if not case.letters:
            self.say_none("No letter has been made yet.")
        for letter in case.letters:
            self.add(self._letter(letter, names))
        for decision in case.earlier:
            self.add(self._decision(decision, case.decision))

    def _letter(self, letter: Letter, names: Names) -> QWidget:
        day = day_in_words(letter.made_at.astimezone().date())
        state = "issued" if letter.issued else "kept, not issued"
        kind = KINDS.get(letter.kind, letter.kind.replace("_", " "))
        words = f"Letter of {day}: {kind}, {state}"
        if names.hidden:
            return Words(f"{words}. It bears names, so it is not opened while initials are shown.")
        button = Button("Read", lambda: self.letter_asked.emit(letter))
        button.setAccessibleName(f"Read the {words}")
        self.letter_buttons.append(button)
        return _line(Mark(Shape.LETTER, Tone.MUTED), words, button)

    def _decision(self, other: Decision, shown: Decision) -> QWidget:
        sign = OUTCOMES[other.outcome]
        day = day_in_words(other.decided_at.astimezone().date())
        when = "Earlier" if other.decided_at < shown.decided_at else "Later"
        words = f"{when} decision of {day} by {other.decided_by_name}: {sign.word.lower()}"
        button = Button("Open", lambda: self.decision_asked.emit(other.id))
        button.setAccessibleName(f"Open the {words[:1].lower()}{words[1:]}")
        self.decision_buttons.append(button)
        return _line(Mark(sign.shape, sign.tone), words, button)


def _line(mark: Mark, words: str, button: Button) -> QWidget:
    box = QWidget()
    line = ReflowLayout(box, gap=10)
    line.lead_with(mark)
    line.set_main(Words(words))
    line.end_with(button)
    return box
