"""Lines of the parts beside eligibility, for an officer's case and a panel's record alike."""

from __future__ import annotations

from collections.abc import Container, Sequence

from PySide6.QtWidgets import QWidget

from casework.part_words import Told
from gui.fields.finding import FindingLine
from gui.fields.fold import Fold
from gui.fields.layout import column
from gui.fields.sign import SignLine
from gui.fields.words import Words
from gui.officer.notes import note_of
from gui.outcomes import Sign
from gui.shapes import Shape
from gui.theme import Tone
from rules.recommendation import Finding

_OPEN = Sign(Shape.NOT_KNOWN, "Open", Tone.NOT_KNOWN)


def part(title: str, *below: QWidget) -> QWidget:
    """Put a part's small heading above what is said of it, close together."""
    box = QWidget()
    lines = column(box, gap=4)
    lines.addWidget(Words(title, "small"))
    for each in below:
        lines.addWidget(each)
    return box


def said(told: Told, head: str) -> tuple[QWidget, ...]:
    """Make a part's sentence, without the ``head`` that its heading says, and the lines below."""
    words = capital(told.head.removeprefix(head))
    first = SignLine(_OPEN, words, "strong") if told.settled is False else Words(words, "strong")
    return first, *(Words(capital(line), "muted") for line in told.lines)


def capital(words: str) -> str:
    """Begin a sentence with a capital; the rest stays as it is."""
    return words[:1].upper() + words[1:]


def lesser_kinds(excluded: Sequence[Finding], words: Container[str]) -> Fold:
    """Fold the lesser kinds of travel under their count; each opens into why it is not enough."""
    count = len(excluded)
    said = "1 lesser kind is not enough" if count == 1 else f"{count} lesser kinds are not enough"

    def lines() -> QWidget:
        box = QWidget()
        stack = column(box, gap=0)
        for at, each in enumerate(excluded):
            stack.addWidget(FindingLine(each, note=note_of(each, words), first=at == 0))
        return box

    return Fold(said, lines, first=True, inset=(8, 0, 0, 4))
