"""A list without a case: what comes first, and the button that leads there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from casework.holdings import is_ready_for_cases
from gui.fields.buttons import Button, primary
from gui.fields.empty import EmptyState
from gui.records_room.room import ROOM as RECORDS
from gui.room import Surroundings
from gui.shapes import Shape

HEADING = "No cases yet"
_READY = "A case begins when an officer takes an application down."
_FIRST = "First choose the council and bring in its schools, in Records."
_OTHERS = "First an officer or an administrator chooses the council and brings in its schools."


class NothingYet(QStackedWidget):
    """``begin`` takes the first application down, if the person at the desk may."""

    def __init__(self, around: Surroundings, begin: Button | None) -> None:
        super().__init__()
        self._around, self._begin = around, begin
        self.records_button: Button | None = None
        if RECORDS.is_for(around.desk):
            self.records_button = primary("Open Records", self._to_records, RECORDS.keys)
        words = _FIRST if self.records_button else _OTHERS
        self.addWidget(EmptyState(Shape.CASES, HEADING, _READY, begin))
        self.addWidget(EmptyState(Shape.CASES, HEADING, words, self.records_button))

    def _to_records(self) -> None:
        self._around.shell.go(RECORDS.key)

    def look(self) -> None:
        """Look whether an application can be taken down already."""
        desk = self._around.desk
        self._around.tasks.run(
            "Looking what is there", lambda _: is_ready_for_cases(desk), self.show_ready, owner=self
        )

    def show_ready(self, ready: bool) -> None:
        """Show what comes first, and put the focus on it where this is in front."""
        self.setCurrentIndex(0 if ready else 1)
        self.go_on()

    def go_on(self) -> None:
        """Put the focus on the button that begins."""
        button = self._begin if self.currentIndex() == 0 else self.records_button
        if button is not None and button.isVisible():
            button.setFocus(Qt.FocusReason.OtherFocusReason)
