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


WITHDRAWAL = "why it is withdrawn"
"""Under which name the reason is kept while it is being written."""


class WithdrawCard(CaseCard):
    """``withdrawn`` tells the reason. The card hides unless the case is open and may be worked.

    ``jotted`` holds what is being written; it outlives the page.
    """

    withdrawn = Signal(str)

    def __init__(self, person: Person, jotted: dict[str, str]) -> None:
        super().__init__("If the family withdraws")
        self._may, self._jotted = may_work(person), jotted
        self.writing: Writing | None = None

    def rests_on(self, assessment: Assessment) -> object:
        """Give where the case stands."""
        return assessment.case.application.stage

    def fill(self, assessment: Assessment) -> None:
        """Offer the button; the reason is asked for below it."""
        self.writing = None
        self.setVisible(self._may and assessment.case.application.stage is Stage.OPEN)
        self.button = quiet("Withdraw the case…", self.begin)
        self.stays = Words(_STAYS, "muted")
        self.stays.hide()
        self.add(self.button, self.stays)

    def begin(self) -> None:
        """Ask for the reason; nothing is withdrawn before it is written."""
        if self.writing is None:
            draft = self._jotted.get(WITHDRAWAL, "")
            self.writing = Writing(_WHY, "Withdraw the case", draft, _WHY, closes=True)
            self.writing.written.connect(self.withdrawn)
            self.writing.changed.connect(lambda words: self._jotted.__setitem__(WITHDRAWAL, words))
            self.writing.left.connect(self.put_away)
            self.add(self.writing)
            self._show_open(True)
        self.writing.setFocus()

    def put_away(self) -> None:
        """Close the form; the case stays, and what was written is kept."""
        if self.writing is not None:
            self.body.removeWidget(self.writing)
            self.writing.hide()
            self.writing.deleteLater()
            self.writing = None
        self._show_open(False)
        self.button.setFocus()

    def _show_open(self, on: bool) -> None:
        self.button.setVisible(not on)
        self.stays.setVisible(on)
