"""What follows from the table of nearest suitable schools: three facts, the lines behind each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.schools.suitable_view import DrawnFact, SuitableView
from gui.fields.card import Card
from gui.fields.fold import Fold
from gui.fields.form import FormField
from gui.fields.layout import column
from gui.fields.segmented import Option, Segmented
from gui.fields.sign import SignLine
from gui.fields.words import Words
from gui.officer.caution import caution
from gui.officer.facts_card import words_of
from gui.outcomes import Sign
from gui.shapes import Shape
from gui.theme import Tone
from records.suitable import AdmissionRound
from rules.quantities import day_in_words

ROUNDS = (
    Option(AdmissionRound.NORMAL, "In the normal round"),
    Option(AdmissionRound.IN_YEAR, "At another time"),
)
_ROUND_HINT = (
    "In the normal round: would a place have been offered? At another time: was there one?"
)
_SETTLED = Sign(Shape.INFO, "settled", Tone.INK)
_OPEN = Sign(Shape.NOT_KNOWN, "open", Tone.NOT_KNOWN)


class DrawnCard(Card):
    """The facts with their values. ``round_chosen`` tells another time that counts."""

    round_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("What follows from the table", Tone.ACCENT, gap=8)
        self.rounds = Segmented("When the place was sought", ROUNDS, AdmissionRound.NORMAL)
        self.rounds.chosen.connect(self.round_chosen)
        self.add(FormField("When the place was sought", self.rounds, _ROUND_HINT, beside=QWidget()))
        lines = QWidget()
        self._lines = column(lines, gap=6)
        self.add(lines)
        self.folds: dict[str, Fold] = {}

    def show_view(self, view: SuitableView) -> None:
        """Show the facts of a table; a fold that was open stays open."""
        was_open = {name for name, fold in self.folds.items() if fold.is_open}
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.folds = {}
        self.rounds.set_value(view.table.round)
        for at, drawn in enumerate(view.drawn):
            value = words_of(view.assessment.policy.vocabulary[drawn.name], drawn.value)
            self._lines.addWidget(self._fold(drawn, value, at == 0))
            self.folds[drawn.name].open(drawn.name in was_open)

    def _fold(self, drawn: DrawnFact, value: str, first: bool) -> Fold:
        shown = value.lower() if drawn.value is not None else "not settled yet"
        words = f"{drawn.label}: {shown}"
        tail = SignLine(_OPEN if drawn.value is None else _SETTLED, _standing(drawn), wrap=False)
        fold = Fold(words, lambda: _because(drawn), f"{words}. {_standing(drawn)}", (tail,),
                    first=first, role="strong", inset=(28, 0, 4, 8))  # fmt: skip
        self.folds[drawn.name] = fold
        return fold


def _standing(drawn: DrawnFact) -> str:
    held = drawn.recorded
    if drawn.value is None and not drawn.has_changed:
        return "open"
    if held is None or held.value is None:
        return "not recorded yet"
    day = day_in_words(held.on) if held.on else "a day not held"
    return f"recorded {day}" if drawn.is_recorded else f"recorded otherwise on {day}"


def _because(drawn: DrawnFact) -> QWidget:
    box = QWidget()
    lines = column(box, gap=4)
    if drawn.has_changed and drawn.recorded is not None:
        lines.addWidget(caution("The case holds something else: record what follows, or correct."))
    for words in drawn.because:
        lines.addWidget(Words(words))
    return box
