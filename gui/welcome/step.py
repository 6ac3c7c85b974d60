"""One step on the way in: a heading, words, fields, a notice for what went wrong, and buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.fields.buttons import Button, primary
from gui.fields.layout import column, row
from gui.fields.notice import Notice
from gui.fields.progress import ProgressLine
from gui.fields.words import Words
from gui.shapes import Shape
from rules.problems import UserFacingError


class Step(QWidget):
    """The frame of a step. ``back_asked`` is told by its Back button."""

    back_asked = Signal()

    def __init__(self, heading: str, words: str = "", may_go_back: bool = True) -> None:
        super().__init__()
        outer = column(self, gap=16)
        outer.setAlignment(Qt.AlignmentFlag.AlignTop)
        if may_go_back:
            back = row(gap=0)
            back.addWidget(Button("Back", self.back_asked.emit, "quiet", shape=Shape.BACK))
            back.addStretch()
            outer.addLayout(back)
        self.heading = Words(heading, "heading")
        outer.addWidget(self.heading)
        if words:
            outer.addWidget(Words(words, "reading"))
        self.notice = Notice()
        outer.addWidget(self.notice)
        self.body = column(gap=16)
        outer.addLayout(self.body)
        self.progress = ProgressLine(may_cancel=False)
        self.progress.hide()
        outer.addWidget(self.progress)
        self._buttons = row(gap=8)
        outer.addLayout(self._buttons)

    def end_with(self, go: Button, *others: Button) -> None:
        """Put in the step's buttons, the one that goes on first."""
        for button in (go, *others):
            self._buttons.addWidget(button)
        self._buttons.addStretch()
        self._pressed = (go, *others)

    def set_busy(self, words: str = "") -> None:
        """Say what is being done, and let nothing be pressed twice; without words it is over."""
        for button in self._pressed:
            button.setEnabled(not words)
        if words:
            self.notice.hide()
            self.progress.begin(words)
        else:
            self.progress.hide()

    def set_free(self) -> None:
        """Say that nothing is being done any more."""
        self.set_busy()

    def show_error(self, error: UserFacingError) -> None:
        """Say inline what did not work."""
        self.set_busy()
        self.notice.show_error(error)

    def arrive(self) -> None:
        """Come to the front: the first field gets the focus."""


def going_on(words: str, do) -> Button:  # noqa: ANN001
    """Make the button that goes on; Enter in a field presses it too."""
    button = primary(words, do)
    button.setAutoDefault(True)
    return button
