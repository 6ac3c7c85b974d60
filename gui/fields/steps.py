"""The conditions of a finding: its trace as indented lines, each with its shape and its word."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QFrame, QWidget

from gui.fields.figures import figure_words, limit_words, value_words
from gui.fields.layout import column, redress
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.marks import Mark
from gui.outcomes import RESULTS
from rules.recommendation import Step
from rules.values import FactType

_GROUP_WORDS = {
    "all": "All of these",
    "any": "Any one of these",
    "none": "None of these",
    "not": "Not so",
    "unread": "Nobody here has read this part of the text yet",
}
Label = Callable[[str], str]


class Condition(QFrame):
    """One line of a trace. Hovering or focusing it tells which fact it rests on."""

    pointed_at = Signal(str)
    let_go = Signal()

    def __init__(self, step: Step, label: Label, depth: int) -> None:
        super().__init__()
        self.step = step
        self.setProperty("surface", "row")
        self.setProperty("first", "true")
        sign, words, figure = RESULTS[step.result], step_words(step, label), found_words(step)
        line = ReflowLayout(self, gap=10, margins=(20 * depth, 3, 4, 3))
        line.lead_with(Mark(sign.shape, sign.tone, size=13))
        line.set_main(Words(words))
        line.end_with(Words(figure or sign.word.lower(), "small", wrap=False))
        self.setAccessibleName(f"{words}: {sign.word.lower()}. {figure}".strip())
        if step.name is not None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _point(self, on: bool) -> None:
        if self.step.name is not None:
            redress(self, pointed="true" if on else "false")
            self.pointed_at.emit(self.step.name) if on else self.let_go.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Point at the fact."""
        self._point(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Let the fact go."""
        self._point(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point at the fact from the keyboard."""
        self._point(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the fact go."""
        self._point(False)


def step_words(step: Step, label: Label) -> str:
    """Say what a step asks: its own text, else the group's words or the fact's label."""
    if step.text:
        return step.text
    return _GROUP_WORDS.get(step.kind) or (label(step.name) if step.name else step.kind)


def found_words(step: Step) -> str:
    """Say what was found, and against which limit."""
    if step.kind != "test":
        return ""
    if step.type is FactType.LENGTH and (figure := figure_words(step)):
        return figure
    found = value_words(step.value, step.type, long=False)
    found = found if step.type is FactType.DATE else found.lower()
    if step.limit is None or step.type is FactType.YES_NO:
        return found
    limit = limit_words(step.limit, step.type)
    operators = _OF_DAYS if step.type is FactType.DATE else _OPERATORS
    return f"{found} ({operators.get(step.operator or '', '')} {limit})".replace("( ", "(")


_OPERATORS = {
    "<": "wanted under",
    "<=": "wanted at most",
    ">": "wanted over",
    ">=": "wanted at least",
    "=": "wanted",
    "==": "wanted",
    "is": "wanted",
    "in": "wanted one of",
    "not in": "wanted none of",
    "!=": "wanted other than",
}
_OF_DAYS = {
    "<": "wanted before",
    "<=": "wanted on or before",
    ">": "wanted after",
    ">=": "wanted on or after",
    "=": "wanted",
}


class Conditions(QWidget):
    """The whole trace of a finding, groups above their parts, indented."""

    pointed_at = Signal(str)
    let_go = Signal()

    def __init__(self, step: Step, label: Label) -> None:
        super().__init__()
        self._label = label
        self._lines = column(self, gap=0)
        # What makes up the finding itself needs no heading: the line above is that.
        for each in step.parts if step.kind == "all" else (step,):
            self._add(each, 0)

    def _add(self, step: Step, depth: int) -> None:
        line = Condition(step, self._label, depth)
        line.pointed_at.connect(self.pointed_at)
        line.let_go.connect(self.let_go)
        self._lines.addWidget(line)
        for part in step.parts:
            self._add(part, depth + 1)
