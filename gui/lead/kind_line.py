"""A kind of child that a proof or a comparison names: in words, with an example and its trace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from casework.policies.proof_words import ToldKind
from gui.fields.buttons import quiet
from gui.fields.fold import Fold
from gui.fields.layout import column, surface
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words

FEW = 4
"""As many kinds are read one after another; of more, each is folded under its head."""

Opened = Callable[[ToldKind], object]
"""Called with the kind of child whose trace is asked for."""


def kind_lines(kinds: Sequence[ToldKind], opened: Opened, counted: Sequence[str] = ()) -> QWidget:
    """Kinds of children one below the other; where they are many, each opens.

    ``counted`` says of each how many cases there are.
    """
    box = QWidget()
    lines = column(box, gap=0)
    for number, kind in enumerate(kinds, start=1):
        of, told = (number, len(kinds)), counted[number - 1] if counted else ""
        make = _line if len(kinds) <= FEW else _folded
        lines.addWidget(make(kind, of, opened, told))
    return box


def _folded(kind: ToldKind, of: tuple[int, int], opened: Opened, counted: str) -> Fold:
    spoken = f"{of[0]} of {of[1]}: {kind.head}. {counted}".removesuffix(". ")
    make = partial(_line, kind, of, opened, headed=False)
    tail = (Words(counted, "small", wrap=False),) if counted else ()
    return Fold(kind.head, make, spoken, tail, first=of[0] == 1, inset=(28, 0, 0, 8))


def _line(
    kind: ToldKind, of: tuple[int, int], opened: Opened, counted: str = "", headed: bool = True
) -> QFrame:
    frame = surface("row")
    frame.setProperty("first", "true" if of[0] == 1 or not headed else "false")
    line = ReflowLayout(frame, gap=12, margins=(0, 8, 0, 10) if headed else 0, enough=0.6)
    line.set_main(_words(kind, headed, counted))
    button = quiet("Show the trace", lambda: opened(kind))
    button.setAccessibleName(f"Show the trace of {of[0]} of {of[1]}: {kind.head}")
    line.end_with(button)
    return frame


def _words(kind: ToldKind, headed: bool, counted: str) -> QWidget:
    box = QWidget()
    lines = column(box, gap=3)
    if headed:
        lines.addWidget(Words(kind.head, "strong"))
    if counted:
        lines.addWidget(Words(counted, "small"))
    lines.addWidget(Words(f"When {kind.when}."))
    lines.addWidget(Words(f"For example: {kind.example}.", "small"))
    return box


def sentence_lines(sentences: Sequence[str]) -> QWidget:
    """Sentences one below the other, small."""
    box = QWidget()
    lines = column(box, gap=4)
    for each in sentences:
        lines.addWidget(Words(each, "small"))
    return box
