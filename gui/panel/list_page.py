"""The list of decided cases: found by words, refusals first, opened with Enter."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from casework.panel import DecidedLine, list_decided
from gui.fields.empty import EmptyState
from gui.fields.entries import Check, Line
from gui.fields.progress import ProgressLine
from gui.fields.reflow import ReflowLayout
from gui.fields.segmented import Option, Segmented
from gui.fields.table import Column, RowsTable
from gui.fields.table.columns import summary
from gui.fields.words import Words
from gui.outcomes import OUTCOMES
from gui.page import Page
from gui.panel.case_page import PanelCasePage
from gui.panel.names import Hearing, initials
from gui.room import Surroundings
from gui.shapes import Shape
from rules.quantities import day_in_words
from rules.values import Outcome

COLUMNS = (
    Column("Reference", lambda line: line.reference, 100),
    Column("Child", lambda line: line.child, 112, stretches=True),
    Column("School", lambda line: line.school, 128, stretches=True),
    Column(
        "Outcome",
        lambda line: OUTCOMES[line.outcome].word,
        130,
        sign=lambda line: OUTCOMES[line.outcome],
    ),
    Column(
        "Decided on",
        lambda line: day_in_words(line.decided_on),
        150,
        sort=lambda line: line.decided_on,
        muted=True,
        spare=1,
    ),
    Column("Decided by", lambda line: line.decided_by, 140, muted=True, spare=3),
    Column(
        "Points",
        lambda line: str(line.points) if line.points else "none",
        80,
        sort=lambda line: line.points,
        figures=True,
        muted=True,
        spare=2,
    ),
)
REFUSED, GRANTED, ALL = "refused", "granted", "all"
SEGMENTS = (Option(REFUSED, "Refused"), Option(GRANTED, "Granted"), Option(ALL, "All decided"))


class DecidedPage(Page):
    """Every decision that stands. Nothing here can be changed."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__("Decided cases", "Read-only: what was decided, and why", scrolls=False)
        self._around, self.hearing = around, Hearing()
        self._lines: tuple[DecidedLine, ...] = ()
        self.initials_box = Check("Initials only")
        self.initials_box.toggled.connect(self.hearing.show_initials)
        self.hearing.changed.connect(self._on_hearing_changed)
        self.header.add(self.initials_box)
        self.main.addWidget(self._filters())
        self.progress = ProgressLine("Reading the decided cases", may_cancel=False)
        self.main.addWidget(self.progress)
        self.table = RowsTable("Decided cases", COLUMNS)
        self.table.row_opened.connect(self.open_case)
        self.main.addWidget(self.table, 1)
        self.empty = EmptyState(Shape.APPEALS, "", "")
        self.empty.hide()
        self.main.addWidget(self.empty, 1)
        self._name_actions()

    def _filters(self) -> QWidget:
        box = QWidget()
        line = ReflowLayout(box, gap=12, enough=0.5)
        self.find = Line("Find in decided cases", 26, "Reference, child, school, officer")
        self.find.textChanged.connect(lambda *_: self._show())
        self.find.returnPressed.connect(self._go_to_list)
        self.kinds = Segmented("Which decided cases", SEGMENTS, REFUSED)
        self.kinds.chosen.connect(lambda *_: self._show())
        self.count = Words("", "muted", wrap=False)
        line.set_main(self.find)
        line.end_with(self.kinds)
        line.end_with(self.count)
        return box

    def _name_actions(self) -> None:
        add = self._around.actions.add
        add(self, "Find a decided case", self.find.setFocus, ("/", "Ctrl+F"), "Decided cases")
        add(self, "Open the chosen case", self._open_chosen, (), "Decided cases")
        add(self, "Initials only, or names again", self.initials_box.toggle, "I", "Decided cases")
        for option in SEGMENTS:
            words = f"Show: {option.word.lower()}"
            add(self, words, lambda value=option.value: self.show_kind(value), (), "Decided cases")

    def arrive(self) -> None:
        """Read the list again: a case may have been decided since."""
        self.initials_box.setChecked(self.hearing.initials_only)
        desk = self._around.desk
        words = "Reading the decided cases"
        self._around.tasks.run(words, lambda _: list_decided(desk), self._on_listed, owner=self)

    def _on_listed(self, lines: tuple[DecidedLine, ...]) -> None:
        first = self.progress.isVisible()
        self.progress.hide()
        self._lines = lines
        self._show()
        if first and self.isVisible() and self.focusWidget() is None:
            self.table.setFocus()

    def _on_hearing_changed(self) -> None:
        self.initials_box.setChecked(self.hearing.initials_only)
        self._show()

    def show_kind(self, kind: object) -> None:
        """Show the refused, the granted or all."""
        self.kinds.set_value(kind)
        self._show()

    def _show(self) -> None:
        hidden = self.hearing.initials_only
        lines = [
            replace(line, child=initials(line.child)) if hidden else line for line in self._lines
        ]
        sought = self.find.text().casefold().split()
        kind = self.kinds.value()
        of_kind = [line for line in lines if _is_of(line.outcome, kind)]
        found = [line for line in of_kind if _holds(line, sought)]
        self.table.set_rows(of_kind)
        self.table.keep(lambda line: _holds(line, sought), lambda _: True)
        self.count.show_words(f"{len(found)} of {len(lines)}")
        self._show_emptiness(bool(found), bool(sought), bool(lines))

    def _show_emptiness(self, found: bool, sought: bool, any_line: bool) -> None:
        self.table.setVisible(found)
        self.empty.setVisible(not found and not self.progress.isVisible())
        if not any_line:
            words = "No case has been decided yet", "It will be listed here once an officer has."
        elif sought:
            words = "Nothing found", "Try fewer letters, or show all decided cases."
        else:
            words = "None of this kind", "Choose All decided to see the others."
        self.empty.heading.show_words(words[0])
        self.empty.words.show_words(words[1])

    def _go_to_list(self) -> None:
        self.table.setFocus()

    def _open_chosen(self) -> None:
        if (line := self.table.chosen_row()) is not None:
            self.open_case(line)

    def open_case(self, line: DecidedLine) -> None:
        """Open a decided case."""
        page = PanelCasePage(self._around, line.decision, self.hearing)
        self._around.shell.open_page(page)


def _is_of(outcome: Outcome, kind: object) -> bool:
    refused = outcome is Outcome.NOT_ENTITLED
    return kind == ALL or refused == (kind == REFUSED)


def _holds(line: DecidedLine, sought: list[str]) -> bool:
    text = summary(COLUMNS, line).casefold()
    return all(word in text for word in sought)
