"""A provision of a policy text as a line: title, standing, citation. It opens into its wording."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QFrame, QWidget

from casework.policies.condition_words import WrittenLine
from casework.policies.in_words import WrittenProvision
from gui.fields.fold import Fold
from gui.fields.layout import column
from gui.fields.reflow import ReflowLayout
from gui.fields.sign import SignLine
from gui.fields.standing import IN_FULL, STANDINGS, UNSURE
from gui.fields.words import Words
from gui.marks import Mark
from rules.values import Effect

EFFECTS: Final = {
    Effect.ENTITLES: "Entitles",
    Effect.OFFERS: "Offers",
    Effect.WITHHOLDS: "Withholds",
    Effect.REFERS: "Refers to an officer",
    Effect.EXTENDS: "Extends another rule",
    Effect.OWES: "Says who must act",
    Effect.CHARGES: "Asks for a contribution",
    Effect.ARRANGES: "Arranges this kind of travel",
    Effect.PROTECTS: "Keeps an older policy",
    Effect.ENDS: "Ends help, or has it reviewed",
    Effect.DETERMINES: "Is judged on its own",
}

LONG: Final = 48
"""What is written longer than this, in letters, stands whole below its words, and wraps."""


class ProvisionText(Fold):
    """One provision. ``as_written`` shows the names of the text beside the words."""

    def __init__(
        self, provision: WrittenProvision, first: bool = False, as_written: bool = False
    ) -> None:
        sign = STANDINGS[provision.standing]
        tail: list[QWidget] = []
        if provision.standing in UNSURE:
            tail.append(Words(sign.word, "small", sign.tone, wrap=False))
        if provision.place:
            tail.append(Words(short_place(provision.place), "small", wrap=False))
        super().__init__(
            provision.title,
            lambda: _inside(provision, as_written),
            f"{provision.title}: {EFFECTS[provision.effect].lower()}. "
            f"{provision.cites}, {sign.word.lower()}",
            tuple(tail),
            (Mark(sign.shape, sign.tone, size=14),),
            first,
        )
        self.provision = provision


def _inside(provision: WrittenProvision, as_written: bool) -> QWidget:
    box = QWidget()
    lines = column(box, gap=6)
    lines.addWidget(Words(f"{EFFECTS[provision.effect]}, where", "strong"))
    lines.addWidget(ConditionLines(provision.lines, as_written))
    if provision.then:
        lines.addWidget(Words("Then", "strong"))
        lines.addWidget(ConditionLines(provision.then, as_written))
    sign = STANDINGS[provision.standing]
    lines.addWidget(Words(provision.cites, "small"))
    lines.addWidget(SignLine(sign, f"{sign.word}: {IN_FULL[provision.standing]}"))
    if provision.year_inferred:
        lines.addWidget(Words("The source names no year; the year is inferred.", "small"))
    if provision.note:
        lines.addWidget(Words(f"Note: {provision.note}", "muted"))
    return box


class ConditionLines(QWidget):
    """Conditions in words, each as deep as it stands; beside them, if asked for, the names used."""

    def __init__(self, lines: tuple[WrittenLine, ...], as_written: bool = False) -> None:
        super().__init__()
        stack = column(self, gap=0)
        for line in lines:
            stack.addWidget(_line(line, as_written))


def _line(line: WrittenLine, as_written: bool) -> QFrame:
    frame = QFrame()
    frame.setProperty("surface", "row")
    frame.setProperty("first", "true")
    across = ReflowLayout(frame, gap=12, margins=(18 * line.depth, 2, 0, 2))
    heading = not line.written
    words = Words(line.words + (":" if heading else ""), "muted" if heading else "body")
    if as_written and len(line.written) > LONG:
        across.set_main(_one_below_the_other(words, Words(line.written, "small")))
        return frame
    across.set_main(words)
    if as_written and line.written:
        across.end_with(Words(line.written, "small", wrap=False))
    return frame


def _one_below_the_other(*widgets: QWidget) -> QWidget:
    box = QWidget()
    stack = column(box, gap=1)
    for each in widgets:
        stack.addWidget(each)
    return box


def short_place(place: str) -> str:
    """Write the last part of a place: ``paragraph 6`` of ``Schedule 35B, paragraph 6``."""
    return place.rpartition(", ")[2]
