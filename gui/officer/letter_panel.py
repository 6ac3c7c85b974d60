"""Beside the letter: the kinds that fit, the form of what it tells, and how it goes out."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from casework.letters.desk_page import LanguageOffered, LetterDesk
from casework.letters.rights import NAMES_OF_DECISION
from casework.letters.wish import LetterWish
from gui.fields.card import Card
from gui.fields.layout import Sheet, column
from gui.officer.letter_kind_list import LetterKindList
from gui.officer.letter_options import LetterOptions
from gui.officer.occasion_form import OccasionForm
from records.letter import Letter
from records.occasions import Occasion

NO_LIMIT = 16_777_215
"""The greatest height a widget may have, which Qt calls QWIDGETSIZE_MAX."""

_GROWS = (QEvent.Type.LayoutRequest, QEvent.Type.Resize)


class LetterPanel(QScrollArea):
    """``kind_chosen`` tells another kind, ``changed`` that something was typed or chosen."""

    kind_chosen = Signal(str)
    changed = Signal()

    def __init__(self, today: date, again: Letter | None = None) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = Sheet()
        self._lines = column(sheet, gap=12)
        self.kind, self.form, self._again, self._is_whole = "", None, again, False
        self._languages: tuple[LanguageOffered, ...] = ()
        self.kinds = LetterKindList()
        self.options = LetterOptions(today, again)
        self._make(again)
        self.setWidget(sheet)
        self.kinds.chosen.connect(self.kind_chosen)
        self.options.changed.connect(self.changed)

    def _make(self, again: Letter | None) -> None:
        chooser = Card("Kind of letter")
        chooser.add(self.kinds)
        self._told = Card("What it tells")
        self._told.hide()
        out = self._out = Card("How it goes out")
        out.add(self.options)
        for card in (chooser, self._told, out):
            self._lines.addWidget(card)
        self._lines.addStretch(1)
        self._chooser = chooser
        chooser.setVisible(again is None)

    def lead_with(self, notice: QWidget) -> None:
        """Put a notice above everything; there it leaves the letter all of its room."""
        self._lines.insertWidget(0, notice)

    def show_question(self, asking: bool) -> None:
        """While it is asked whether to issue, only how the letter goes out can be changed."""
        self._chooser.setVisible(self._again is None and not asking)
        self._told.setVisible(self.form is not None and not asking)

    def show_nothing_fits(self) -> None:
        """Show the kinds and why none fits; nothing goes out."""
        self._out.hide()

    def show_whole(self, on: bool) -> None:
        """Be as high as what is in it, or scroll it within the room there is."""
        self._is_whole = on
        self._fit()

    def _fit(self) -> None:
        if self._is_whole:
            self.setFixedHeight(self.widget().heightForWidth(self.viewport().width()))
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(NO_LIMIT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of what is in it."""
        done = super().eventFilter(watched, event)
        if self._is_whole and watched is self.widget() and event.type() in _GROWS:
            self._fit()
        return done

    def show_desk(self, found: LetterDesk, kind: str) -> None:
        """Show which kinds fit, this one chosen, and the format of the family."""
        self.kinds.show_kinds(found.kinds, kind)
        self.options.show_family(found.format)
        self._languages = found.languages

    def show_form(self, kind: str, known: Occasion | None) -> None:
        """Show the form of a kind, with what the record knows; none for a decision's own letter."""
        self.kind = kind
        self._told.empty()
        self.form = OccasionForm(kind, known) if known is not None else None
        self._told.setVisible(self.form is not None)
        if self.form is not None:
            self.form.changed.connect(self.changed)
            self._told.add(self.form)
        blocked = self.options.blockSignals(True)
        self.options.enclose.setChecked(kind in NAMES_OF_DECISION)
        self.options.show_languages(self._languages, kind)
        self.options.blockSignals(blocked)

    def occasion(self) -> Occasion | None:
        """Give what is typed, as far as it can be read."""
        return self.form.occasion() if self.form is not None else None

    def is_readable(self) -> bool:
        """Say whether everything that was typed can be read."""
        return self.options.is_readable() and (self.form is None or self.form.is_readable())

    def wish(self) -> LetterWish:
        """Give how the letter is to go out."""
        return self.options.wish()

    def first(self) -> QWidget:
        """Give the field to begin in."""
        if self.form is not None and self.form.fields:
            return next(iter(self.form.fields.values()))
        return self.kinds
