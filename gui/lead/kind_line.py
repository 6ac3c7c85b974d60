"""A kind of child that a proof or a comparison names: in words, with an example and its trace."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QWidget

from casework.proof_words import ToldKind
from gui.fields.buttons import quiet
from gui.fields.layout import column, surface
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words

Opened = Callable[[ToldKind], object]
"""Called with the kind of child whose trace is asked for."""


def kind_lines(kinds: Sequence[ToldKind], opened: Opened) -> QWidget:
    """Kinds of children one below the other."""
    box = QWidget()
    lines = column(box, gap=0)
    for number, kind in enumerate(kinds, start=1):
        lines.addWidget(_line(kind, number, len(kinds), opened))
    return box


def _line(kind: ToldKind, number: int, total: int, opened: Opened) -> QFrame:
    frame = surface("row")
    frame.setProperty("first", "true" if number == 1 else "false")
    line = ReflowLayout(frame, gap=12, margins=(0, 8, 0, 10), enough=0.6)
    line.set_main(_words(kind))
    button = quiet("Show the trace", lambda: opened(kind))
    button.setAccessibleName(f"Show the trace of {number} of {total}: {kind.head}")
    line.end_with(button)
    return frame


def _words(kind: ToldKind) -> QWidget:
    box = QWidget()
    lines = column(box, gap=3)
    lines.addWidget(Words(kind.head, "strong"))
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
