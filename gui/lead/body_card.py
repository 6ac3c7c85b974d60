"""The versions of one body on the shelf: title, days, status, and how sure their rules are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QWidget

from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.flow import FlowLayout
from gui.fields.layout import column, row, surface
from gui.fields.reflow import ReflowLayout
from gui.fields.sign import SignLine
from gui.fields.standing import STANDINGS
from gui.fields.words import Words
from gui.lead.shelf_rows import ShelfRow, body_title
from gui.marks import Mark
from gui.outcomes import Sign
from gui.shapes import Shape
from gui.theme import Tone

_CONFIRMED = Sign(Shape.MET, "Confirmed for use", Tone.MET)
_AWAITS = Sign(Shape.NOT_KNOWN, "Not confirmed for use yet", Tone.NOT_KNOWN)


class BodyCard(Card):
    """A line for each version, newest first. ``read`` is called with the id of one to open.

    A text that cannot be read says why in its place, and has no button.
    """

    def __init__(self, body: str, texts: Sequence[ShelfRow], read: Callable[[str], object]) -> None:
        super().__init__(body_title(body), gap=0)
        self._read = read
        self.read_buttons: dict[str, Button] = {}
        for at, text in enumerate(texts):
            self.add(self._line(text, at == 0))

    def _line(self, text: ShelfRow, first: bool) -> QFrame:
        frame = surface("row")
        frame.setProperty("first", "true" if first else "false")
        line = ReflowLayout(frame, gap=12, margins=(0, 8, 0, 8), enough=0.5)
        line.set_main(_words(text))
        if text.is_readable:
            button = Button("Read", lambda: self._read(text.id))
            button.setAccessibleName(f"Read {text.title}, {body_title(text.body)} {text.year}")
            self.read_buttons[text.id] = button
            line.end_with(button)
        return frame


def _words(text: ShelfRow) -> QWidget:
    box = QWidget()
    lines = column(box, gap=3)
    lines.addWidget(Words(text.title, "strong"))
    for problem in text.problems:
        lines.addWidget(SignLine(Sign(Shape.WARNING, str(problem), Tone.NOT_MET)))
    if text.is_readable:
        base = f", built on {text.builds_on}" if text.builds_on else ""
        lines.addWidget(Words(f"{text.id} · travel {text.days} · {text.status}{base}", "small"))
        lines.addWidget(standing_line(text))
    if text.confirmed is not None:
        lines.addWidget(SignLine(_CONFIRMED, text.confirmed, "small"))
    if text.awaits:
        lines.addWidget(SignLine(_AWAITS, role="small"))
    return box


def standing_line(text: ShelfRow) -> QWidget:
    """Count a version's own rules by standing, each with its shape and word."""
    box = QWidget()
    line = FlowLayout(box, gap=16)
    whose = "Its own rules:" if text.adds_rules else "Adds no rules; it inherits:"
    line.addWidget(Words(whose, "small", wrap=False))
    for standing, count in text.standings:
        sign = STANDINGS[standing]
        line.addWidget(_count(sign, f"{count} {sign.word.lower()}"))
    return box


def _count(sign: Sign, words: str) -> QWidget:
    box = QWidget()
    line = row(box, gap=5)
    line.addWidget(Mark(sign.shape, sign.tone, size=14))
    tone = None if sign.tone is Tone.INK else sign.tone
    line.addWidget(Words(words, "small", tone, wrap=False))
    return box
