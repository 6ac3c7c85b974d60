"""What an answer rests on: a source, one press away or typed, or the reasons of a judgement."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.fields.buttons import Button, is_control_enter, primary, quiet
from gui.fields.entries import Line, Paragraphs
from gui.fields.figures import value_words
from gui.fields.layout import column, row, surface
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.intake.day_field import DayField
from gui.officer.answer import is_correction, is_judged, sources
from gui.theme import Tone
from rules.values import FactValue
from rules.vocabulary import FactWord


class Suggestion(Button):
    """A source one press away. A letter typed here begins another: ``typed`` tells it.

    It is no key of the page, then: who begins to write a source means words.
    """

    typed = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Claim letters before the keys of the window are asked."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_letter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a letter on to the field; Space and Enter press."""
        if _is_letter(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


def _is_letter(event: QEvent) -> bool:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    plain = isinstance(event, QKeyEvent) and not event.modifiers() & held
    return plain and event.text().isprintable() and bool(event.text().strip())


class Because(QWidget):
    """Asks where a value comes from, or why it was judged so. ``given`` tells the words.

    Nothing is recorded before; Escape or "Leave it" takes the answer back.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self, word: FactWord, value: FactValue | None) -> None:
        super().__init__()
        self._word, self._value = word, value
        self.review: DayField | None = None
        well = surface("well")
        column(self, gap=0, margins=(0, 4, 0, 4)).addWidget(well)
        self._lines = column(well, gap=8, margins=12)
        self.wrong = Words("", "body", Tone.NOT_MET)
        self.wrong.hide()
        self._ask_for_reasons() if is_judged(word) else self._ask_for_source()

    def _answer_words(self) -> str:
        labels = dict(zip(self._word.choices, self._word.choice_labels, strict=False))
        return labels.get(str(self._value)) or value_words(self._value, self._word.type)

    def _ask_for_source(self) -> None:
        self.suggestions = [self._suggestion(words) for words in sources(self._word, self._value)]
        top = QWidget()
        line = ReflowLayout(top, gap=8, enough=0.8)
        asked = (
            "why is it corrected?" if is_correction(self._word) else "where does this come from?"
        )
        line.set_main(Words(f"{self._answer_words()}: {asked}", "strong"))
        for button in self.suggestions:
            line.end_with(button)
        self._lines.addWidget(top)
        what = "reason" if is_correction(self._word) else "source"
        self.field = Line(f"Another {what} for: {self._word.label}", 24, f"another {what}")
        self.record_button = Button("Record", self._give)
        self.record_button.setAccessibleName(f"Record {self._word.label} with this {what}")
        self.field.returnPressed.connect(self._give)
        typed = row(gap=8)
        typed.addWidget(self.field, 1)
        typed.addWidget(self.record_button)
        typed.addWidget(self._leave_button())
        self._end(typed)
        self.first = self.suggestions[0] if self.suggestions else self.field

    def _suggestion(self, words: str) -> Button:
        button = Suggestion(words[:1].upper() + words[1:], lambda: self.given.emit(words))
        button.typed.connect(self._type)
        button.setAccessibleDescription(f"Records {self._answer_words()} with this source.")
        return button

    def _type(self, letter: str) -> None:
        """Go on in the field with what was typed at a suggestion."""
        self.field.setFocus()
        if isinstance(self.field, Line):  # reasons have no suggestions
            self.field.insert(letter)

    def _ask_for_reasons(self) -> None:
        title = f"{self._answer_words()}: on what grounds do you judge so?"
        self._lines.addWidget(Words(title, "strong"))
        hint = "What was looked at, and why it leads to this. Your name stands under it."
        self._lines.addWidget(Words(hint, "muted"))
        self.field = Paragraphs(f"Reasons for judging: {self._word.label}", 3)
        self._lines.addWidget(self.field)
        self.review = DayField("Counts until", "Only where it holds for a time; else leave it.")
        self._lines.addWidget(self.review)
        self.record_button = primary("Record judgement", self._give, "Ctrl+↵")
        typed = row(gap=8)
        typed.addWidget(self.record_button)
        typed.addWidget(self._leave_button())
        typed.addStretch(1)
        self._end(typed)
        self.first = self.field

    def _leave_button(self) -> Button:
        button = quiet("Leave it", self.left.emit)
        button.setAccessibleName(f"Leave {self._word.label} as it was")
        return button

    def _end(self, typed) -> None:  # noqa: ANN001
        self._lines.addWidget(self.wrong)
        self._lines.addLayout(typed)
        self.field.textChanged.connect(lambda *_: self.wrong.hide())

    def words(self) -> str:
        """Give what has been typed so far."""
        return self.field.text() if isinstance(self.field, Line) else self.field.toPlainText()

    def write(self, words: str) -> None:
        """Write what was begun before."""
        if isinstance(self.field, Line):
            self.field.setText(words)
        else:
            self.field.setPlainText(words)

    def review_on(self) -> date | None:
        """Give the last day on which a judgement counts, None where nothing limits it."""
        return self.review.day() if self.review is not None else None

    def _is_torn(self) -> bool:
        """Say whether a day was typed that cannot be read."""
        typed = self.review is not None and self.review.line.text().strip()
        return bool(typed) and self.review_on() is None

    def _give(self) -> None:
        if self._is_torn():
            self.wrong.show_words("The day cannot be read; nothing has been recorded.")
        elif self.words().strip():
            self.given.emit(self.words().strip())
        else:
            self._say_what_lacks()

    def _say_what_lacks(self) -> None:
        lacking = "reasons" if is_judged(self._word) else "a source"
        self.wrong.show_words(f"Write {lacking} first; nothing has been recorded.")
        self.field.show_valid(False)
        self.field.setFocus()

    def begin(self) -> None:
        """Put the focus where one goes on."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the answer back with Escape; record with Ctrl+Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_control_enter(event):
            self._give()
        else:
            super().keyPressEvent(event)
