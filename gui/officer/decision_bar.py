"""The bar at the foot of a case: what is still wanted, the letter, and the one decision."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from casework.determining import travels_alone
from casework.gate import wanted
from gui.fields.buttons import Button, primary
from gui.fields.layout import redress, row
from gui.fields.words import Words
from gui.marks import Mark
from gui.officer.draft import Draft
from gui.officer.who_may import may_work, who_decides
from gui.page import Page
from gui.shapes import Shape
from gui.theme import Tone
from records.application import Stage
from records.people import Person

_DECIDED = "Decided. The decision stands until another takes its place."
_WITHDRAWN = "Withdrawn. Nothing is decided any more."
_NOTHING_WANTED = "Everything wanted for a decision is there."


class DecisionBar:
    """Puts itself into a page's foot and follows the case. Until one is shown nothing can be done.

    The decision is the page's one primary button until it is being written, which has its own,
    and until it is made: then the letter comes next.
    """

    def __init__(
        self,
        page: Page,
        person: Person,
        decide: Callable[[], object],
        preview: Callable[[], object],
    ) -> None:
        self._person = person
        self.mark = Mark(Shape.NOT_KNOWN, Tone.NOT_KNOWN, size=15)
        self.words = Words("", "body")
        box = QWidget()
        line = row(box, gap=8)
        line.addWidget(self.mark)
        line.addWidget(self.words, 1)
        self.letter_button = Button("Preview letter", preview, keys="L")
        self.decide_button = primary("Decide…", decide, "D")
        page.set_foot(box, self.letter_button, self.decide_button)
        self.decide_button.setVisible(may_work(person))  # in the foot: alone it would be a window
        self.mark.hide()
        for button in (self.letter_button, self.decide_button):
            button.setEnabled(False)

    def show_case(self, assessment: Assessment, draft: Draft) -> None:
        """Say what stands between the case and its decision."""
        decided = assessment.case.decision is not None
        self.letter_button.setEnabled(True)
        # The card of a decision has its own button for the letter; twice would be once too many.
        self.letter_button.setVisible(not decided or draft.is_open)
        self._show_decide(assessment, draft, decided)
        words, tone, shape = self._standing(assessment, draft)
        self.words.show_words(words, tone)
        self.mark.show_shape(shape, tone)
        self.mark.show()

    def _show_decide(self, assessment: Assessment, draft: Draft, decided: bool) -> None:
        button = self.decide_button
        button.setText("Decide again…" if decided else "Decide…")
        button.setAccessibleName(button.text().removesuffix("…"))
        redress(button, kind="plain" if decided else "primary")
        button.updateGeometry()
        button.setEnabled(not self.refused(assessment))
        button.setVisible(may_work(self._person) and not draft.is_open)

    def refused(self, assessment: Assessment) -> str:
        """Say why the person does not decide this case; empty where they do."""
        if assessment.case.application.stage is Stage.WITHDRAWN:
            return _WITHDRAWN
        solo = travels_alone(assessment)
        return who_decides(assessment.case.application, self._person, solo)

    def begin(self) -> None:
        """Put the focus on the decision, else on the letter."""
        able = self.decide_button.isEnabled() and not self.decide_button.isHidden()
        button = self.decide_button if able else self.letter_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _standing(self, assessment: Assessment, draft: Draft) -> tuple[str, Tone, Shape]:
        if refused := self.refused(assessment):
            return refused, Tone.OFFICER, Shape.OFFICER
        if assessment.case.decision is not None and not draft.is_open:
            return _DECIDED, Tone.MET, Shape.MET
        missing = wanted(assessment, draft.intent(assessment))
        if not missing:
            return _NOTHING_WANTED, Tone.MET, Shape.MET
        return wanted_words(missing), Tone.NOT_KNOWN, Shape.NOT_KNOWN


def wanted_words(missing: tuple[str, ...]) -> str:
    """Say how much is wanted before the decision can be recorded, and what comes first."""
    first = f"{missing[0][:1].lower()}{missing[0][1:]}"
    if len(missing) == 1:
        return f"Wanted before it is recorded: {first}"
    return f"{len(missing)} things are wanted before it is recorded. First: {first}"
