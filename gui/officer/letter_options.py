"""How a letter goes out: its format, on which day and how it is sent, and what goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.letters.desk_page import LanguageOffered
from casework.letters.wish import Format, LetterWish
from gui.fields.buttons import quiet
from gui.fields.entries import Check, Choice, Line, Paragraphs
from gui.fields.form import FormField
from gui.fields.layout import column, show_if
from gui.fields.segmented import Option, Segmented
from gui.intake.day_field import DayField
from gui.officer.letter_words import FORMATS, SENT_BY, format_words
from records.letter import Letter
from records.letter_format import LetterFormat
from records.sending import SentBy
from rules.quantities import day_in_words

LARGE, ENGLISH = "large", "en-GB"
LEAST, MOST, USUAL = 16.0, 48.0, 18.0


class LetterOptions(QWidget):
    """``changed`` as something is chosen; ``remember_asked`` keeps format and language."""

    changed = Signal()
    remember_asked = Signal(str, float, str)

    def __init__(self, today: date, again: Letter | None = None) -> None:
        super().__init__()
        self._again = again
        lines = column(self, gap=12)
        self.format = Choice("Format", [Option(name, word) for name, word in FORMATS.items()])
        self.format.set_value("standard")
        self.points = Line("Size in points", 6)
        self.points.setText(f"{USUAL:g}")
        self._format = FormField("Format", self.format, beside=QWidget())
        self._points = FormField("Size in points", self.points, f"{LEAST:g} to {MOST:g}", QWidget())
        self.language = Choice("Language", [Option(ENGLISH, "English")], ENGLISH)
        self._language = FormField("Language", self.language, beside=QWidget())
        self._language.hide()
        self._wanted, self._chosen = ENGLISH, ""
        self._names: dict[str, str] = {ENGLISH: "English"}
        self.remember = quiet("Remember this format for the family", self._on_remember)
        self.sent_by = Segmented("Sent", [Option(way, word) for way, word in SENT_BY.items()])
        self.sent_by.set_value(SentBy.POST)
        self.day = DayField("Sent on", "The letter bears this day, and its clock runs from it.")
        self.day.show_day(day_in_words(today))
        self.enclose = Check("Enclose the certificate and the list of evidence")
        self.because = Paragraphs("Why it is issued again", 2)
        self._because = FormField(
            "Why it is issued again", self.because, "The family reads this reason."
        )
        for part in (
            self._because, FormField("Sent", self.sent_by, beside=QWidget()), self.day,
            self._format, self._points, self._language, self.remember, self.enclose,
        ):  # fmt: skip
            lines.addWidget(part)
        show_if(self._because, again is not None)
        self._connect()

    def _connect(self) -> None:
        self.format.activated.connect(lambda _: self._on_format())
        self.language.activated.connect(lambda _: self._on_language())
        self.sent_by.chosen.connect(lambda _: self.changed.emit())
        for typed in (self.points.textChanged, self.because.textChanged):
            typed.connect(lambda *_: self.changed.emit())
        self.day.changed.connect(self.changed)
        self.enclose.toggled.connect(lambda _: self.changed.emit())
        self._points.hide()

    def show_family(self, found: LetterFormat | None) -> None:
        """Choose the format that the family asked for."""
        if found is not None:
            self.format.set_value(found.format)
            self.points.setText(f"{found.points:g}")
            self._format.show_hint(f"The family asked for {format_words(found.format).lower()}.")
            self._wanted = found.language
        self._points.setVisible(self.format.value() == LARGE)

    def show_languages(self, offered: Sequence[LanguageOffered], kind: str) -> None:
        """Offer the languages that a kind has a wording in; the family's own is chosen first."""
        fitting = [each for each in offered if kind in each.kinds]
        tags = {each.tag for each in fitting}
        chosen = self._chosen if self._chosen in tags else self._wanted
        options = [Option(each.tag, each.name) for each in fitting] or [Option(ENGLISH, "English")]
        self.language.offer(options, chosen if chosen in tags else ENGLISH)
        self._names = {each.tag: each.name for each in offered}
        lacks = self._wanted not in (ENGLISH, *tags)
        self._language.show_hint(self._hint(lacks))
        self._language.setVisible(len(fitting) > 1 or lacks)

    def _hint(self, lacks: bool) -> str:
        if self._wanted == ENGLISH:
            return ""
        more = " There is no wording of this letter in it." if lacks else ""
        return f"The family asked for {self.language_name(self._wanted)}.{more}"

    def language_name(self, tag: str) -> str:
        """Give a language's own name, its tag where that is not known."""
        return self._names.get(tag, tag)

    def _on_language(self) -> None:
        self._chosen = str(self.language.value())
        self.changed.emit()

    def _on_format(self) -> None:
        self._points.setVisible(self.format.value() == LARGE)
        self.changed.emit()

    def _on_remember(self) -> None:
        language = self._chosen or self._wanted
        self.remember_asked.emit(str(self.format.value()), self.print_size(), language)

    def print_size(self) -> float:
        """Give the size of large print, the usual one where none can be read."""
        try:
            points = float(self.points.text().strip())
        except ValueError:
            points = 0.0
        fits = LEAST <= points <= MOST
        wrong = f"A size from {LEAST:g} to {MOST:g} points."
        self._points.show_problem("" if fits else wrong)
        return points if fits else USUAL

    def is_readable(self) -> bool:
        """Say whether the day can be read, beside its field where not."""
        day = self.day.day()
        self.day.show_problem("" if day else "Type a day, a month and a year.")
        return day is not None

    def wish(self) -> LetterWish:
        """Give what is chosen; a day that cannot be read is today."""
        sent_by = self.sent_by.value()
        return LetterWish(
            dated=self.day.day(),
            sent_by=sent_by if isinstance(sent_by, SentBy) else SentBy.POST,
            format=Format(str(self.format.value())),
            points=self.print_size(),
            replaces=self._again,
            because=self.because.toPlainText().strip(),
            enclose=self.enclose.isChecked(),
            language=str(self.language.value()),
        )
