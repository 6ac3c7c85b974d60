"""Withdrawing an open case because the family does, with the reason; it is kept, and stays so."""

from __future__ import annotations

from PySide6.QtCore import Signal

from casework.assess import Assessment
from gui.fields.buttons import quiet
from gui.fields.words import Words
from gui.officer.case_card import CaseCard
from gui.officer.who_may import may_work
from gui.officer.writing import Writing
from records.application import Stage
from records.people import Person

_WHY = "Why the family withdraws it"
_STAYS = "A withdrawn case is kept and cannot be opened again; a new application would be needed."


class WithdrawCard(CaseCard):
    """``withdrawn`` tells the reason. The card hides unless the case is open and may be worked."""

    withdrawn = Signal(str)

    def __init__(self, person: Person) -> None:
        super().__init__("If the family withdraws")
        self._may = may_work(person)
        self.writing: Writing | None = None

    def rests_on(self, assessment: Assessment) -> object:
        """Give where the case stands."""
        return assessment.case.application.stage

    def fill(self, assessment: Assessment) -> None:
        """Offer the button; the reason is asked for below it."""
        self.writing = None
        self.setVisible(self._may and assessment.case.application.stage is Stage.OPEN)
        self.button = quiet("Withdraw the case…", self.begin)
        self.body.addWidget(self.button)

    def begin(self) -> None:
        """Ask for the reason; nothing is withdrawn before it is written."""
        if self.writing is None:
            self.button.hide()
            self.writing = Writing(_WHY, "Withdraw the case", "", _WHY)
            self.writing.written.connect(self.withdrawn)
            self.add(Words(_STAYS, "muted"), self.writing)
        self.writing.setFocus()
