"""An editor for each type of fact; every one can also say "Not known"."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.buttons import Button, quiet
from gui.fields.entries import Choice, Line
from gui.fields.figures import value_words
from gui.fields.flow import FlowLayout
from gui.fields.layout import column, row
from gui.fields.reading import Unreadable, read_date, read_length, read_money, read_number
from gui.fields.segmented import Option, Segmented
from gui.fields.words import Words
from gui.theme import Tone
from rules.quantities import day_in_words
from rules.values import FactType, FactValue, NoRoute
from rules.vocabulary import FactWord

Reader = Callable[[str], FactValue]

_READERS: dict[FactType, tuple[Reader, str]] = {
    FactType.NUMBER: (read_number, "for example 3"),
    FactType.DAYS: (read_number, "for example 3"),
    FactType.LENGTH: (read_length, "2.31 miles, 3717 m or no route"),
    FactType.MONEY: (read_money, "for example £616.67"),
    FactType.DATE: (read_date, "for example 14 March 2019"),
}


class Editor(QWidget):
    """What every editor offers: ``given`` tells a value a person gave; None is "Not known"."""

    given = Signal(object)

    def show_value(self, value: FactValue | None) -> None:
        """Show a value without telling anyone."""
        raise NotImplementedError


class YesNoEditor(Editor):
    """Yes, No or Not known."""

    def __init__(self, word: FactWord) -> None:
        super().__init__()
        self.answers = Segmented(word.question)
        row(self, gap=0).addWidget(self.answers)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.answers)
        self.answers.chosen.connect(self.given)

    def show_value(self, value: FactValue | None) -> None:
        """Choose the answer."""
        self.answers.set_value(value)


class ChoiceEditor(Editor):
    """One of the named choices of the vocabulary, or Not known."""

    def __init__(self, word: FactWord) -> None:
        super().__init__()
        words = word.choice_labels or tuple(value_words(one, word.type) for one in word.choices)
        options = [Option(*pair) for pair in zip(word.choices, words, strict=True)]
        self.choice = Choice(word.question, [*options, Option(None, "Not known")])
        self.choice.setCurrentIndex(-1)
        self.choice.setPlaceholderText("Choose…")
        row(self, gap=0).addWidget(self.choice)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.choice)
        self.choice.activated.connect(lambda _: self.given.emit(self.choice.value()))

    def show_value(self, value: FactValue | None) -> None:
        """Choose the value."""
        self.choice.set_value(value)


class TypedEditor(Editor):
    """A figure or a day that is typed, with "Record" and "Not known" beside it."""

    def __init__(self, word: FactWord) -> None:
        super().__init__()
        self._type, (self._read, example) = word.type, _READERS[word.type]
        self.line = Line(word.question, letters=24, example=example)
        self.record = Button("Record", self._give)
        self.record.setAccessibleName(f"Record: {word.question}")
        self.not_known = quiet("Not known", lambda: self.given.emit(None))
        self.not_known.setAccessibleName(f"Not known: {word.question}")
        self.wrong = Words("", "small", Tone.NOT_MET)
        self.wrong.hide()
        outer, parts = column(self, gap=4), QWidget()
        flow = FlowLayout(parts, gap=6)  # in a narrow column the buttons go below the line
        for part in (self.line, self.record, self.not_known):
            flow.addWidget(part)
        outer.addWidget(parts)
        outer.addWidget(self.wrong)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self._give)
        self.line.textEdited.connect(lambda _: self._show_wrong(""))

    def show_value(self, value: FactValue | None) -> None:
        """Write the value into the field."""
        self.line.setText("" if value is None else _typed(value, self._type))

    def _give(self) -> None:
        try:
            value = self._read(self.line.text())
        except Unreadable as problem:
            self._show_wrong(str(problem))
            return
        self._show_wrong("")
        self.given.emit(value)

    def _show_wrong(self, words: str) -> None:
        self.line.show_valid(not words)
        self.line.setAccessibleDescription(words)
        self.wrong.show_words(words)


def _typed(value: FactValue, kind: FactType) -> str:
    """Write a value as a person would type it, so that it reads back the same."""
    if kind is FactType.LENGTH and isinstance(value, int):
        return f"{value // 1000}.{value % 1000:03d} m"
    if kind is FactType.DATE and not isinstance(value, (bool, int, str, NoRoute)):
        return day_in_words(value)
    if kind is FactType.MONEY and isinstance(value, int):
        return f"£{value // 100}.{value % 100:02d}"
    return str(value)


def editor_for(word: FactWord) -> Editor:
    """Make the editor that fits a fact's type."""
    if word.type is FactType.YES_NO:
        return YesNoEditor(word)
    if word.type is FactType.CHOICE:
        return ChoiceEditor(word)
    return TypedEditor(word)
