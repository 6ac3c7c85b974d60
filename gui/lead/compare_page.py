"""Two versions held against the cases of the store: a sentence, a matrix, changes and cautions."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent

from casework.policies.proof_words import ToldKind
from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.reading_keys import scrolled
from gui.fields.tab_order import follow, stops
from gui.fields.words import Words
from gui.lead.cases_page import CasesPage
from gui.lead.changes_card import ChangesCard, outcome_words
from gui.lead.figures import Change, sentence
from gui.lead.kinds_card import KindsCard, difference_paper
from gui.lead.matrix import Matrix
from gui.lead.paper import paper
from gui.lead.shelf_rows import body_title
from gui.lead.side_cards import TroubleCard, UnsureCard, method_card, versions_card
from gui.lead.study import Study
from gui.lead.trace_page import TracePage
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
        self.kinds = KindsCard(around, study)
        self.kinds.trace_asked.connect(self.open_trace)
        self.kinds.shown.connect(self._order_kinds)
        self.main.addWidget(self.kinds)
        self.unsure, self.trouble = UnsureCard(study), TroubleCard(study)
        for card in (versions_card(study), self.unsure, self.trouble, method_card()):
            self.side.addWidget(card)
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

    def _order_kinds(self) -> None:
        """Let Tab come to the kinds where they are seen: after the changes, before the side."""
        above = [*stops(self.matrix), *stops(self.changes)]
        if above:
            follow(above[-1], self.kinds)

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

    def open_trace(self, kind: ToldKind) -> None:
        """Show an example child, decided under the old version and the new one."""
        self._around.shell.open_page(TracePage(self._around, kind))

    def _open(self, title: str, cases) -> None:  # noqa: ANN001
        self._around.shell.open_page(CasesPage(self._around, self.study, title, cases))

    def copy_figures(self) -> str:
        """Put all that the page says on the clipboard, as text for a paper."""
        kinds = difference_paper(self.kinds.told)
        text = paper(self.study) + (f"\n{kinds}\n" if kinds else "")
        QGuiApplication.clipboard().setText(text)
        self.told.show_words(
            "Copied: the sentence, the matrix, the changes, the kinds of children, the cautions."
        )
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
