"""The first step of a run: which cases, what would be made, what is held back; earlier runs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.runs.preview import RunFilter, RunItem, RunPreview
from casework.runs.state import RunState
from gui.fields.buttons import quiet
from gui.fields.card import Card
from gui.fields.entries import Check, Choice
from gui.fields.flow import FlowLayout
from gui.fields.form import FormField
from gui.fields.layout import column, show_if
from gui.fields.segmented import Option
from gui.fields.table import RowsTable
from gui.fields.table_height import RowsHigh
from gui.fields.words import Words
from gui.officer.list_columns import DIRECTORATES
from gui.outcomes import OUTCOMES
from gui.runs.words import HELD_COLUMNS, READY_COLUMNS, preview_words, stand_words
from records.london import day_in_london
from rules.quantities import day_in_words
from rules.values import Outcome

DECIDED = (Outcome.ENTITLED, Outcome.OFFERED, Outcome.NOT_ENTITLED)
MOST_ROWS = 9
"""Rows of a list that are shown before it scrolls."""


class ChooseStep(QWidget):
    """``asked`` tells that another choice was made; ``run_opened`` an earlier run's id."""

    asked = Signal()
    run_opened = Signal(str)
    case_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, gap=12)
        self.sentence = Words("", "lead")
        self.ready = RowsTable("Letters that would be made, in print order", READY_COLUMNS)
        self.held = RowsTable("Letters that are held back", HELD_COLUMNS)
        self._heights = [RowsHigh(each, MOST_ROWS) for each in (self.ready, self.held)]
        self.ready_card, self.held_card = Card("In print order"), Card("Held back")
        self.earlier_card = Card("Earlier runs")
        self.ready_card.add(self.ready)
        self.held_because = Words("", "reading")
        self.held_card.add(
            Words("Enter opens the case. Settle it there, then look here again.", "muted"),
            self.held,
            self.held_because,
        )
        self.held.row_chosen.connect(self._tell_why)
        self.held.row_opened.connect(self.case_opened)
        self.ready.row_opened.connect(self.case_opened)
        for part in (self._choices(), self.sentence, self.held_card, self.ready_card):
            lines.addWidget(part)
        lines.addWidget(self.earlier_card)
        for card in (self.held_card, self.ready_card, self.earlier_card):
            show_if(card, False)

    def _choices(self) -> Card:
        card = Card("Which cases")
        outcomes = [Option(each, OUTCOMES[each].word) for each in DECIDED]
        self.outcome = Choice("Outcome", [Option(None, "Any outcome"), *outcomes])
        places = [Option(each, word) for each, word in DIRECTORATES.items()]
        self.directorate = Choice("Directorate", [Option(None, "Both"), *places])
        box = QWidget()
        line = FlowLayout(box, gap=16)
        for name, field in (("Outcome", self.outcome), ("Directorate", self.directorate)):
            line.addWidget(FormField(name, field))
            field.activated.connect(lambda _: self.asked.emit())
        self.enclose = Check("Enclose the certificate and the list of evidence")
        self.enclose.setChecked(True)
        self.enclose.toggled.connect(lambda _: self.asked.emit())
        about = "Decided cases of which no letter was issued yet. Looking keeps nothing."
        card.add(Words(about, "muted"), box, self.enclose)
        return card

    def filter(self) -> RunFilter:
        """Give what is chosen."""
        return RunFilter(self.outcome.value(), self.directorate.value())

    def show_preview(self, found: RunPreview) -> None:
        """Show what a run of the choice would make and hold back."""
        self.sentence.show_words(preview_words(found))
        for table, card, items in (
            (self.ready, self.ready_card, found.ready),
            (self.held, self.held_card, found.held),
        ):
            table.set_rows(items)
            show_if(card, items)

    def _tell_why(self, item: RunItem | None) -> None:
        """Show the chosen line's reason in full: a line of the list may be cut."""
        self.held_because.show_words((item.held_because or "") if item is not None else "")

    def show_earlier(self, states: tuple[RunState, ...]) -> None:
        """List the runs there were, each with where it stands."""
        self.earlier_card.empty()
        for state in states[:8]:
            day = day_in_words(day_in_london(state.run.at))
            begun = f"Run {state.number}, {day}: {stand_words(state)}"
            button = quiet(begun, lambda id=state.run.id: self.run_opened.emit(id))
            self.earlier_card.add(button)
        show_if(self.earlier_card, states)
