"""The second step of a run: the letters of its sample, each opened, read, and marked as read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from casework.letters.write import LetterDraft
from casework.runs.run import mark_read, read_sample
from casework.runs.state import RunState
from gui.fields.buttons import Button, primary
from gui.fields.card import Card
from gui.fields.layout import column, row, surface
from gui.fields.progress import ProgressLine
from gui.fields.words import Words
from gui.marks import Mark
from gui.officer.letter_view import LetterView
from gui.officer.letter_words import kind_words
from gui.page import Page
from gui.room import Surroundings
from gui.shapes import Shape
from gui.theme import Tone
from rules.problems import UserFacingError

Names = dict[str, tuple[str, str]]
"""Reference and child by decision."""


class SampleStep(QWidget):
    """``letter_asked`` tells the decision whose letter is to be read."""

    letter_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.card = Card("The sample, drawn at random")
        column(self, gap=12).addWidget(self.card)
        self.buttons: dict[str, Button] = {}

    def show_sample(self, state: RunState, names: Names) -> None:
        """List the letters to read, those that were read with a tick."""
        self.card.empty()
        self.buttons = {}
        seed = state.run.seed
        self.card.add(
            Words(
                "Read these as the families will. Who read which is recorded; seed "
                f"{seed} draws the same sample again. If one is wrong, settle its cause and begin "
                "another run.",
                "muted",
            )
        )
        for at, decision in enumerate(state.run.sample):
            self.card.add(self._line(decision, decision in state.read, names[decision], at == 0))

    def _line(self, decision: str, read: bool, name: tuple[str, str], first: bool) -> QWidget:
        box = surface("row")
        box.setProperty("first", "true" if first else "false")
        line = row(box, gap=10, margins=(4, 4, 4, 4))
        reference, child = name
        sign = (Shape.MET, Tone.MET) if read else (Shape.NOT_KNOWN, Tone.NOT_KNOWN)
        line.addWidget(Mark(*sign))
        line.addWidget(Words(f"{reference}, {child}: {'read' if read else 'to be read'}"), 1)
        button = Button("Read again" if read else "Read", lambda: self.letter_asked.emit(decision))
        button.setAccessibleName(f"{'Read again' if read else 'Read'} the letter of {child}")
        self.buttons[decision] = button
        line.addWidget(button)
        return box


class SamplePage(Page):
    """One letter of the sample to read. ``read`` tells the run as it stands after it."""

    read = Signal(object)

    def __init__(self, around: Surroundings, run: str, decision: str, name: str) -> None:
        super().__init__("Letter of the sample", name, scrolls=False)
        self.around, self._run, self._decision = around, run, decision
        self.waiting = ProgressLine("Writing the letter", may_cancel=False)
        self.view = LetterView()
        self.main.addWidget(self.waiting)
        self.main.addWidget(self.view, 1)
        self.told = Words("", "muted")
        self.read_button = primary("I have read it", self.mark, "R")
        self.read_button.setEnabled(False)
        self.set_foot(
            self.told, Button("Back without marking", around.shell.back), self.read_button
        )
        add = around.actions.add
        add(self, "Mark the letter as read", self.mark, "R", "Run", self.read_button.isEnabled)
        self._write()

    def _write(self) -> None:
        desk, run, decision = self.around.desk, self._run, self._decision
        task = self.around.tasks.run(
            "Writing the letter",
            lambda progress: read_sample(desk, run, decision),
            self.show_letter,
            owner=self,
            quietly=True,
        )
        task.ended.connect(self.waiting.hide)
        task.refused.connect(self._on_refused)
        task.failed.connect(self.around.tasks.failed)

    def _on_refused(self, error: UserFacingError) -> None:
        """Go back, and say why there is no letter."""
        self.around.shell.back()
        self.around.shell.show_error(error)

    def show_letter(self, letter: LetterDraft) -> None:
        """Show the pages."""
        pages = self.view.show_pdf(letter.pdf)
        self.told.show_words(f"{kind_words(letter.kind)}, {pages} pages. Nothing is kept by it.")
        self.read_button.setEnabled(True)
        self.view.setFocus()

    def mark(self) -> None:
        """Record that it was read, and go back to the run."""
        self.read_button.setEnabled(False)
        desk, run, decision = self.around.desk, self._run, self._decision
        self.around.tasks.run(
            "Recording that the letter was read",
            lambda progress: mark_read(desk, run, decision),
            self._on_marked,
            owner=self,
        )

    def _on_marked(self, state: RunState) -> None:
        self.around.shell.back()
        self.read.emit(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the run with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.around.shell.back()
        else:
            super().keyPressEvent(event)
