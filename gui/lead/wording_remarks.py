"""What is to be said of a wording as it is written: each remark with its place and a better way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.wordings.check import Measure, Remark, Weight, WordingCheck
from gui.fields.buttons import quiet
from gui.fields.card import Card
from gui.fields.layout import column
from gui.fields.reflow import ReflowLayout
from gui.fields.sign import SignLine
from gui.fields.words import Words
from gui.outcomes import Sign
from gui.shapes import Shape
from gui.theme import Tone

SIGNS = {
    Weight.WRONG: Sign(Shape.NOT_MET, "To be put right", Tone.NOT_MET),
    Weight.UNCONFIRMED: Sign(Shape.OFFICER, "To be confirmed", Tone.OFFICER),
    Weight.HINT: Sign(Shape.WARNING, "Could be plainer", Tone.NOT_KNOWN),
}
USABLE = Sign(Shape.MET, "Letters can be written with this wording.", Tone.MET)
NOT_USABLE = Sign(Shape.NOT_MET, "This wording cannot be used yet.", Tone.NOT_MET)

MOST = 30
"""Remarks that are listed; the first ones are mended first."""


class RemarksCard(Card):
    """The remarks. ``wanted`` tells the remark whose place somebody wants to see."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("What we noticed", gap=6)
        self.lines: list[RemarkLine] = []

    def show_check(self, check: WordingCheck) -> None:
        """Show the remarks of a check, what keeps the wording from use first."""
        self.empty()
        self.lines = []
        self.add(SignLine(USABLE if check.is_usable else NOT_USABLE))
        if check.measure is not None:
            self.add(Words(measure_words(check.measure), "small"))
        for remark in by_weight(check.remarks)[:MOST]:
            line = RemarkLine(remark)
            line.wanted.connect(self.wanted)
            self.lines.append(line)
            self.add(line)
        if len(check.remarks) > MOST:
            self.add(Words(f"And {len(check.remarks) - MOST} more.", "muted"))


class RemarkLine(QWidget):
    """One remark: what it is, where, what is there, and a better way."""

    wanted = Signal(object)

    def __init__(self, remark: Remark) -> None:
        super().__init__()
        self.remark = remark
        lines = column(self, gap=1)
        head = QWidget()
        top = ReflowLayout(head, gap=8)
        sign = SIGNS[remark.weight]
        hinted = remark.weight is Weight.HINT
        top.set_main(SignLine(sign, f"{sign.word}: {remark.about}" if hinted else sign.word))
        lines.addWidget(head)
        if remark.line:
            self.button = quiet(place_words(remark), lambda: self.wanted.emit(remark))
            self.button.setAccessibleDescription(f"{remark.what} {remark.better}")
            top.end_with(self.button)
        if remark.what:
            lines.addWidget(Words(f"“{shortened(remark.what)}”", "body"))
        lines.addWidget(Words(remark.better, "muted"))


def by_weight(remarks: Sequence[Remark]) -> list[Remark]:
    """Give the remarks, those that keep the wording from use first, else in the text's order."""
    weights = list(Weight)
    return sorted(remarks, key=lambda each: weights.index(each.weight))


def place_words(remark: Remark) -> str:
    """Say where a remark's words stand."""
    column = f", column {remark.column}" if remark.column else ""
    return f"Line {remark.line}{column}"


def shortened(words: str, most: int = 90) -> str:
    """Give words that fit a line or two."""
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


def measure_words(measure: Measure) -> str:
    """Say how a wording reads as a whole."""
    if measure.grade is None:
        return "There are no sentences yet."
    return (
        f"Reading grade {measure.grade} (Flesch–Kincaid; 9 or less suits most readers). "
        f"{measure.sentences} sentences, the longest of {measure.longest} words."
    )
