"""The choice of the text to write: which kind of letter, in which language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.wordings.names import WORDS_TITLE, text_titles
from gui.fields.entries import Choice
from gui.fields.form import FormField
from gui.fields.layout import row
from gui.fields.segmented import Option

ENGLISH, WORDS = "en-GB", "words"
LANGUAGES = {ENGLISH: "English", "cy": "Welsh (cy)"}
"""The languages that are offered from the start; others follow from their files."""


class Chooser(QWidget):
    """Two choices. ``chosen`` tells the kind and the language."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        fields = row(self, gap=16)
        titles = [Option(name, title) for name, title in text_titles()]
        self._titles = [*titles, Option(WORDS, WORDS_TITLE)]
        self.kind = Choice("Letter", titles, titles[0].value)
        self.language = Choice("Language", [Option(*each) for each in LANGUAGES.items()], ENGLISH)
        self.kind.setMinimumContentsLength(16)
        policy = self.kind.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.kind.setSizeAdjustPolicy(policy)
        for field in (self.kind, self.language):
            field.activated.connect(self._on_chosen)
        fields.addWidget(FormField("Letter", self.kind))
        fields.addWidget(FormField("Language", self.language))
        fields.addStretch(1)

    def value(self) -> tuple[str, str]:
        """Give the kind and the language that are chosen."""
        return str(self.kind.value()), str(self.language.value())

    def words(self) -> str:
        """Say what is chosen."""
        return f"{self.kind.currentText()}, {self.language.currentText()}"

    def show_choice(self, kind: str, language: str, languages: Sequence[str]) -> None:
        """Show which text is open; English has no words of its own to write."""
        tags = dict.fromkeys((*LANGUAGES, *languages))
        options = [Option(tag, LANGUAGES.get(tag, tag)) for tag in tags]
        self.language.offer(options, language)
        titles = self._titles[:-1] if language == ENGLISH else self._titles
        self.kind.offer(titles, kind)

    def _on_chosen(self, _at: int) -> None:
        kind, language = self.value()
        if kind == WORDS and language == ENGLISH:
            kind = str(self._titles[0].value)
        self.chosen.emit(kind, language)
