"""Two versions held against the cases of the store: a sentence, a matrix, changes and cautions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.fold import Fold
from gui.fields.layout import column
from gui.fields.reading_keys import scrolled
from gui.fields.standing import STANDINGS
from gui.fields.words import Words
from gui.lead.cases_page import CasesPage
from gui.lead.changes_card import ChangesCard, outcome_words
from gui.lead.figures import Change, sentence
from gui.lead.matrix import Matrix
from gui.lead.paper import paper
from gui.lead.shelf_rows import body_title
from gui.lead.study import Study
from gui.officer.caution import caution
from gui.outcomes import OUTCOMES
from gui.page import Page
from gui.room import Surroundings
from gui.theme import Tone
from rules.quantities import day_in_words
from rules.values import Outcome

GROUP = "Comparison"


class ComparePage(Page):
    """A comparison as it was made; it is made again from the shelf, so that it never goes stale."""

    def __init__(self, around: Surroundings, study: Study) -> None:
        super().__init__(
            _title(study.old.id, study.new.id),
            f"{study.tally.total:,} cases of {around.desk.store.label}, no names · compared on "
            f"{day_in_words(study.made_on)}",
        )
        self._around, self.study = around, study
        self.main.addWidget(self._sentence())
        self.main.addWidget(self._matrix())
        self.changes = ChangesCard(study)
        self.changes.opened.connect(self.open_change)
        self.main.addWidget(self.changes)
        self.side.addWidget(self._versions())
        self.side.addWidget(self._unsure())
        self.side.addWidget(self._trouble())
        self.side.addWidget(self._method())
        self._name_actions()
        self._begun = False

    def _name_actions(self) -> None:
        self.told = Words("Counts to be read with the cautions beside them.", "muted")
        self.copy_button = Button("Copy the figures", self.copy_figures, keys="Y")
        self.set_foot(self.told, self.copy_button)
        add = self._around.actions.add
        add(self, "Copy the figures as text", self.copy_figures, "Y", GROUP)
        add(self, "Show every case that changes", self.open_changed, "A", GROUP)

    def _sentence(self) -> Card:
        card = Card("In a sentence", Tone.ACCENT)
        first, *rest = sentence(self.study.tally)
        said = f"<b>{escape(first)}</b> {escape(' '.join(rest))}"
        # A number stays on the line of the word it counts.
        self.headline = Words(re.sub(r"(\d) (?=\w)", "\\1&nbsp;", said), "lead", rich=True)
        card.add(self.headline)
        return card

    def _matrix(self) -> Card:
        card = Card("Old outcome by new outcome")
        study = self.study
        self.matrix = Matrix(study.comparison, study.old.title, study.new.title)
        self.matrix.opened.connect(self.open_cell)
        total = f"{study.tally.total:,} cases in all; the numbers add up to it. "
        card.add(self.matrix, Words(f"{total}Each number opens its cases, without names.", "small"))
        return card

    def _versions(self) -> Card:
        card = Card("The two versions", gap=4)
        for word, version in (("Old", self.study.old), ("New", self.study.new)):
            card.add(Words(f"{word}: {version.title}", "strong"))
            card.add(Words(f"{version.id}, {version.status}; travel {version.days}", "small"))
        return card

    def _unsure(self) -> Card:
        card = Card("What is not certain in the texts")
        unsure, figures = self.study.unsure(), self.study.unsure_figures()
        if not unsure and not figures:
            card.add(
                Words("Every rule of both versions was read in the text that counts.", "muted")
            )
            return card
        if unsure:
            card.add(caution(self._resting()))
        for each in unsure:
            sign = STANDINGS[each.standing]
            card.add(Words(f"{each.title} ({each.owner}): {sign.word.lower()}", "small"))
        if figures:
            count = "1 figure is" if len(figures) == 1 else f"{len(figures)} figures are"
            words = f"{count} still to be confirmed"
            self.figures = Fold(words, lambda: _lines(figures), first=True, inset=(16, 0, 0, 4))
            card.add(self.figures)
        return card

    def _resting(self) -> str:
        resting = sum(len(each.cases) for each in self.study.changes if self._rests(each))
        words = "1 case changes" if resting == 1 else f"{resting:,} cases change"
        return f"{words} by a rule that is to be confirmed or was not read."

    def _rests(self, change: Change) -> bool:
        unsure = {each.id for each in self.study.unsure()}
        return change.difference is not None and change.difference.provision in unsure

    def _trouble(self) -> Card:
        card = Card("Cases that could not be compared")
        trouble = self.study.comparison.trouble
        if not trouble:
            card.add(Words("None: every case of the store is in the figures.", "muted"))
            return card
        count = "1 case is" if len(trouble) == 1 else f"{len(trouble):,} cases are"
        card.add(caution(f"{count} left out of every figure here."))
        self.trouble = Fold("Which, and why", self._trouble_lines, inset=(16, 0, 0, 4))
        card.add(self.trouble)
        return card

    def _trouble_lines(self) -> QWidget:
        return _lines([f"{reference}: {why}" for reference, why in self.study.comparison.trouble])

    def _method(self) -> Card:
        card = Card("How it was counted")
        card.add(
            Words(
                "Every case of the store is decided under both versions on the facts it holds "
                "now, for its own day of travel, also where that day lies outside a version's own "
                "days. Officers' decisions are not changed and do not count here. The rule named "
                "is the first, in the order of the text, whose result differs.",
                "small",
            )
        )
        return card

    def arrive(self) -> None:
        """Put the focus on the first change when the page is shown for the first time."""
        cell = self.matrix.first_change()
        if cell is not None and not self._begun:
            self._begun = True
            cell.setFocus()
            # The focus brings its cell into view; a reader begins at the top all the same.
            QTimer.singleShot(0, self, self._to_top)

    def _to_top(self) -> None:
        if self.columns is not None:
            self.columns.verticalScrollBar().setValue(0)

    def open_cell(self, old: Outcome, new: Outcome) -> None:
        """Show the cases of a number."""
        was, now = OUTCOMES[old].word, OUTCOMES[new].word.lower()
        title = f"{was} under both" if old is new else f"{was}, then {now}"
        self._open(title, self.study.comparison.cell(old, new))

    def open_change(self, change: Change) -> None:
        """Show the cases of a kind of change."""
        self._open(outcome_words(change), change.cases)

    def open_changed(self) -> None:
        """Show every case whose outcome differs."""
        self._open("Every case that changes", self.study.comparison.changed)

    def _open(self, title: str, cases) -> None:  # noqa: ANN001
        self._around.shell.open_page(CasesPage(self._around, self.study, title, cases))

    def copy_figures(self) -> str:
        """Put the sentence, the matrix and the changes on the clipboard, as text for a paper."""
        text = paper(self.study)
        QGuiApplication.clipboard().setText(text)
        self.told.show_words("Copied: the sentence, the matrix, the changes and the cautions.")
        return text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the shelf with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._around.shell.back()
        elif not scrolled(self.columns, event):
            super().keyPressEvent(event)


def _title(old: str, new: str) -> str:
    """Write the two versions as people name them: ``Marlhaven 2025-26 against 2026-27``."""
    (body, year), (other, later) = (each.split("/") for each in (old, new))
    second = later if body == other else f"{body_title(other)} {later}"
    return f"{body_title(body)} {year} against {second}"


def _lines(said: Sequence[str]) -> QWidget:
    box = QWidget()
    lines = column(box, gap=6)
    for words in said:
        lines.addWidget(Words(words, "small"))
    return box
