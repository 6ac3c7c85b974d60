"""One field of an occasion's form, by its shape: a text, a day, a yes or no, lines, or items."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtWidgets import QWidget

from casework.occasions.form import FieldAsked, Shape
from gui.fields.entries import Line, Paragraphs
from gui.fields.form import FormField
from gui.fields.reading import Unreadable
from gui.fields.segmented import Segmented
from gui.intake.day_field import DayField
from gui.intake.days import read_day
from gui.officer.occasion_items import ItemsField
from rules.quantities import day_in_words

_HINTS = {
    Shape.SUM: "Written as £0.45.",
    Shape.LENGTH: "Written as 8 miles, or 1200 m.",
    Shape.NUMBER: "A whole number.",
    Shape.LINES: "One on each line.",
    Shape.DAYS: "One day on each line.",
}


class OccasionField(Protocol):
    """What a form asks of each of its fields."""

    def value(self) -> object:
        """Give what is typed: None or nothing in it where it is empty."""

    def show_value(self, value: object) -> None:
        """Write a value in."""

    def show_problem(self, words: str = "") -> None:
        """Say what is wrong with it."""


class TextField(FormField):
    """A text, or several lines, of which each is an entry."""

    def __init__(self, asked: FieldAsked, changed: Callable[[], object]) -> None:
        self._many = asked.shape in (Shape.LINES, Shape.DAYS)
        self._days = asked.shape is Shape.DAYS
        one_line = asked.shape in (Shape.SUM, Shape.LENGTH, Shape.NUMBER)
        field = Line(asked.label, 16) if one_line else Paragraphs(asked.label, 2)
        super().__init__(_label(asked), field, _HINTS.get(asked.shape, ""))
        field.textChanged.connect(lambda *_: changed())  # a line also tells its text

    def value(self) -> object:
        """Give the text, or its lines; a line that is no day stays as it was typed."""
        field = self.field
        text = field.text() if isinstance(field, Line) else field.toPlainText()
        if not self._many:
            return text.strip()
        lines = tuple(line.strip() for line in text.splitlines() if line.strip())
        return tuple(_day(line) for line in lines) if self._days else lines

    def show_value(self, value: object) -> None:
        """Write a text in, or its lines."""
        text = "\n".join(map(_written, value)) if isinstance(value, tuple) else str(value or "")
        if isinstance(self.field, Line):
            self.field.setText(text)
        else:
            self.field.setPlainText(text)


class AnswerField(FormField):
    """A yes or a no; not known leaves a blank."""

    def __init__(self, asked: FieldAsked, changed: Callable[[], object]) -> None:
        self.answer = Segmented(asked.label)
        super().__init__(_label(asked), self.answer, beside=QWidget())
        self.answer.chosen.connect(lambda _: changed())

    def value(self) -> object:
        """Give the answer, None where it is not known."""
        return self.answer.value() if self.answer.is_answered() else None

    def show_value(self, value: object) -> None:
        """Choose an answer."""
        self.answer.set_value(value)


class WhenField(DayField):
    """A day; a day that cannot be read is said to be so."""

    def __init__(self, asked: FieldAsked, changed: Callable[[], object]) -> None:
        super().__init__(_label(asked), "")
        self.changed.connect(changed)

    def value(self) -> object:
        """Give the day, or what was typed where it is none."""
        return self.day() or self.line.text().strip()

    def show_value(self, value: object) -> None:
        """Write a day in."""
        self.show_day(day_in_words(value) if isinstance(value, date) else str(value or ""))


def field_of(asked: FieldAsked, changed: Callable[[], object]) -> QWidget:
    """Make the field for what is asked; ``changed`` is called as one types."""
    match asked.shape:
        case Shape.DAY:
            return WhenField(asked, changed)
        case Shape.YES_NO:
            return AnswerField(asked, changed)
        case Shape.ITEMS:
            return ItemsField(_label(asked), changed)
    return TextField(asked, changed)


def _label(asked: FieldAsked) -> str:
    return f"{asked.label} (if there is any)" if asked.optional else asked.label


def _day(text: str) -> object:
    try:
        return read_day(text) or text
    except Unreadable:
        return text


def _written(value: object) -> str:
    return day_in_words(value) if isinstance(value, date) else str(value)
