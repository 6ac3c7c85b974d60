"""A field of a form with its label above, a hint, and what is wrong with it beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.fields.entries import Check, Choice, Line, Paragraphs
from gui.fields.layout import column, row, show_if
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.marks import Mark
from gui.shapes import Shape
from gui.theme import Tone


class FormField(QWidget):
    """Label, hint, problem, field: from top to bottom, as people read a form.

    The field takes the whole width, or with something ``beside`` it only as much as it likes. It is
    outlined while there is a problem, each of its parts where it is made of several.
    """

    def __init__(
        self, label: str, field: QWidget, hint: str = "", beside: QWidget | None = None
    ) -> None:
        super().__init__()
        self.field = field
        lines = column(self, gap=3)
        name = Words(label, "strong")
        name.setBuddy(field)
        lines.addWidget(name)
        self._hint_words = Words(hint, "muted")
        show_if(self._hint_words, hint)
        lines.addWidget(self._hint_words)
        self._problem = Words("", "body", Tone.NOT_MET)
        self._problem_line = QWidget()
        line = ReflowLayout(self._problem_line, gap=6)
        line.lead_with(Mark(Shape.WARNING, Tone.NOT_MET, size=15))
        line.set_main(self._problem)
        self._problem_line.hide()
        lines.addWidget(self._problem_line)
        lines.addLayout(_across(field, beside))
        self._hint = hint
        field.setAccessibleDescription(hint)
        self.setFocusProxy(field)

    def show_hint(self, hint: str) -> None:
        """Show another hint."""
        self._hint = hint
        self._hint_words.show_words(hint)
        self.field.setAccessibleDescription(hint)

    def show_problem(self, words: str = "") -> None:
        """Say what is wrong and how to mend it; without words, all is well."""
        self._problem.show_words(words)
        self._problem_line.setVisible(bool(words))
        self.field.setAccessibleDescription(words or self._hint)
        for part in (self.field, *self.field.findChildren(QWidget)):
            if isinstance(part, (Check, Choice, Line, Paragraphs)):
                part.show_valid(not words)


def _across(field: QWidget, beside: QWidget | None) -> QHBoxLayout:
    line = row(gap=12)
    line.addWidget(field)
    if beside is not None:
        line.addWidget(beside, 1)
    return line
