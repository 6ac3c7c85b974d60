"""One proof as a part of a card: whether it holds, whom it fails, and what it rests on."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from casework.policies.proof_words import ToldProof
from gui.fields.fold import Fold
from gui.fields.layout import column
from gui.fields.sign import SignLine
from gui.fields.words import Words
from gui.lead.kind_line import Opened, kind_lines, sentence_lines
from gui.outcomes import Sign
from gui.shapes import Shape
from gui.theme import Tone

_HOLDS: Final = Sign(Shape.MET, "Holds", Tone.MET)
_FALLS: Final = Sign(Shape.NOT_MET, "Does not hold", Tone.NOT_MET)
_LOOK: Final = Sign(Shape.WARNING, "Look at these", Tone.NOT_KNOWN)
_NOTHING: Final = Sign(Shape.MINUS, "Nothing to prove", Tone.MUTED)
_INSET: Final = (16, 0, 0, 8)


class ToldProofPart(QWidget):
    """A proof's title, its sentence with a sign, and what opens below it.

    ``opened`` gets the kind of child whose trace is asked for. ``folds`` are what can be opened.
    """

    def __init__(self, told: ToldProof, opened: Opened) -> None:
        super().__init__()
        self.told, self.folds = told, list[Fold]()
        self._lines = column(self, gap=4, margins=(0, 6, 0, 6))
        self._lines.addWidget(Words(told.title, "small"))
        self._lines.addWidget(SignLine(sign_of(told), told.says, "strong"))
        for line in told.lines:
            self._lines.addWidget(Words(line))
        self._fold(_counted(len(told.kinds)), lambda: kind_lines(told.kinds, opened), told.kinds)
        self._fold(
            f"Not read, so not told: {len(told.unread)}",
            lambda: sentence_lines(told.unread),
            told.unread,
        )
        self._fold("What this rests on", lambda: sentence_lines(told.assumptions), told.assumptions)

    def _fold(self, words: str, make, there: tuple[object, ...]) -> None:  # noqa: ANN001
        if there:
            fold = Fold(words, make, f"{words}: {self.told.title}", first=True, inset=_INSET)
            self.folds.append(fold)
            self._lines.addWidget(fold)


def sign_of(told: ToldProof) -> Sign:
    """Give the sign of a proof: it holds, it is to be looked at, or there is nothing to prove."""
    if told.holds is None:
        return _NOTHING
    if told.holds:
        return _HOLDS
    return _FALLS if told.grave else _LOOK


def _counted(count: int) -> str:
    if count == 1:
        return "The kind of child, with an example"
    return f"The {count} kinds, with examples"
