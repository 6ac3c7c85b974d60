"""The last steps of a run: what was made and what failed, the files, and issuing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.runs.names import FIELDS, USUAL
from casework.runs.state import RunState
from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.entries import Line
from gui.fields.flow import FlowLayout
from gui.fields.form import FormField
from gui.fields.layout import column, show_if
from gui.fields.notice import Kind, Notice
from gui.fields.table import RowsTable
from gui.fields.table_height import RowsHigh
from gui.fields.words import Words
from gui.runs.choose_step import MOST_ROWS
from gui.runs.sample_step import Names
from gui.runs.words import FAILED_COLUMNS, letters, stand_words

BEFORE = (
    "Each letter is written in the format and language of its family, and kept with its case.",
    "Nothing is sent by it: the letters are given out and issued in the next step.",
    "It can be cancelled at any time. What is made by then stays, and the rest can be made later.",
)
"""What is said before the letters of a run are made."""


class DoneStep(QWidget):
    """``case_opened`` tells the line of a letter that failed: reference, child, why, decision."""

    files_asked = Signal()
    merged_asked = Signal()
    sheet_asked = Signal()
    case_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, gap=12)
        self.sentence = Words("", "lead")
        self.stopped = Notice(Kind.CARE, may_close=False)
        self.failed = RowsTable("Letters that failed", FAILED_COLUMNS)
        self._height = RowsHigh(self.failed, MOST_ROWS)
        self.failed_card, self.failed_because = Card("What failed"), Words("", "reading")
        self.failed_card.add(
            Words("Enter opens the case. Settle it, then make the letters again.", "muted"),
            self.failed,
            self.failed_because,
        )
        self.failed.row_chosen.connect(self._tell_why)
        self.failed.row_opened.connect(self.case_opened)
        self.out_card = self._out()
        self.before_card = Card("What making does")
        self.before_card.add(*(Words(each) for each in BEFORE))
        for part in (
            self.sentence, self.stopped, self.before_card, self.out_card, self.failed_card,
        ):  # fmt: skip
            lines.addWidget(part)

    def _out(self) -> Card:
        card = Card("Give the letters out, in print order")
        self.pattern = Line("Names of the files", 34)
        self.pattern.setText(USUAL)
        names = ", ".join(f"{{{name}}}" for name in FIELDS)
        self.pattern_field = FormField(
            "Names of the files", self.pattern, f"Words and {names}. Nothing is overwritten."
        )
        buttons = QWidget()
        line = FlowLayout(buttons, gap=8)
        self.files_button = Button("Save as files…", self.files_asked.emit, keys="F")
        self.merged_button = Button("Save as one PDF…", self.merged_asked.emit, keys="M")
        self.sheet_button = Button("Save the run sheet…", self.sheet_asked.emit, keys="H")
        for button in (self.files_button, self.merged_button, self.sheet_button):
            line.addWidget(button)
        about = (
            "By postcode, then address, then name. The run sheet goes with them: keep it, for it "
            "carries the last line of the audit trail."
        )
        card.add(Words(about, "muted"), self.pattern_field, buttons)
        return card

    def _tell_why(self, line: tuple[str, str, str, str] | None) -> None:
        """Show the chosen line's reason in full: a line of the list may be cut."""
        self.failed_because.show_words(line[2] if line is not None else "")

    def show_state(self, state: RunState, names: Names) -> None:
        """Show what became of a run."""
        self.sentence.show_words(stand_words(state))
        left = len(state.to_make) - len(state.failed)
        show = stopped_words(len(state.made)) if state.stopped and left else ""
        self.stopped.show_notice(Kind.CARE, show, next_step="Make the rest whenever you like.")
        failed = [
            (*names[each], line.why, each)
            for each, line in {**state.failed, **state.not_issued}.items()
        ]
        self.failed.set_rows(failed)
        show_if(self.failed_card, failed)
        show_if(self.out_card, state.made)
        show_if(self.before_card, not state.made and state.to_make)


def stopped_words(made: int) -> str:
    """Say that a run was stopped, and what of it stays."""
    if not made:
        return "The run was stopped before a letter was made."
    return f"The run was stopped. {letters(made)} made by then {'stays' if made == 1 else 'stay'}."
