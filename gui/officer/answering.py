"""A question of a case with all that belongs to answering it: the answer, then what it rests on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.ask import AskRow
from gui.fields.layout import column
from gui.officer.answer import Answer
from gui.officer.because import Because
from rules.values import FactValue
from rules.vocabulary import FactWord


class Answering(QWidget):
    """Asks for one fact. ``answered`` tells a whole Answer: value and source, or reasons."""

    answered = Signal(object)

    def __init__(
        self,
        word: FactWord,
        matters: str = "",
        value: FactValue | None = None,
        known: bool = False,
        first: bool = True,
    ) -> None:
        super().__init__()
        self.word, self._value, self._known = word, value, known
        self._begun = ""
        self._lines = column(self, gap=0)
        self.ask = AskRow(word, value, known, matters, first)
        self.ask.answered.connect(self._on_chosen)
        self._lines.addWidget(self.ask)
        self.because: Because | None = None
        self.setFocusProxy(self.ask)

    def _on_chosen(self, _: str, value: FactValue | None) -> None:
        self._put_away()
        self.because = because = Because(self.word, value)
        because.given.connect(
            lambda words: self.answered.emit(Answer(self.word, value, words, because.review_on()))
        )
        self.because.left.connect(self.take_back)
        because.write(self._begun)
        self._lines.addWidget(self.because)
        self.because.begin()

    def take_back(self) -> None:
        """Show the question as it was, with nothing recorded; words begun come back with it."""
        self._put_away()
        if self.word.choices or not self._known:
            self.ask.editor.show_value(self._value)
        self._clear_answer()
        self.ask.setFocus()

    def _clear_answer(self) -> None:
        answers = getattr(self.ask.editor, "answers", None)
        if answers is not None:
            answers.set_value(self._value if self._known else _NO_ANSWER)

    def _put_away(self) -> None:
        if self.because is not None:
            self._begun = self.because.words()
            self._lines.removeWidget(self.because)
            self.because.hide()
            self.because.deleteLater()
            self.because = None


_NO_ANSWER = object()
