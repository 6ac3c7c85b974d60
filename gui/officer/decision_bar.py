"""The bar at the foot of a case: what the gate still wants, the letter, and the one decision."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from casework.determining import travels_alone
from casework.gate import wanted
from gui.fields.buttons import Button, primary
from gui.fields.layout import row
from gui.fields.words import Words
from gui.marks import Mark
from gui.officer.draft import Draft
from gui.officer.who_may import may_work, who_decides
from gui.page import Page
from gui.shapes import Shape
from gui.theme import Tone
from records.people import Person


class DecisionBar:
    """Puts itself into a page's foot and follows the case."""

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

    def show_case(self, assessment: Assessment, draft: Draft) -> None:
        """Say what stands between the case and its decision."""
        decided = assessment.case.decision is not None
        self.decide_button.setText("Decide again…" if decided else "Decide…")
        self.decide_button.setAccessibleName(self.decide_button.text().removesuffix("…"))
        self.decide_button.updateGeometry()
        # The card of a decision has its own button for the letter; twice would be once too many.
        self.letter_button.setVisible(not decided or draft.is_open)
        words, tone, shape = self._standing(assessment, draft)
        self.words.show_words(words, tone)
        self.mark.show_shape(shape, tone)

    def _standing(self, assessment: Assessment, draft: Draft) -> tuple[str, Tone, Shape]:
        solo = travels_alone(assessment)
        if refused := who_decides(assessment.case.application, self._person, solo):
            return refused, Tone.OFFICER, Shape.OFFICER
        if assessment.case.decision is not None and not draft.is_open:
            return (
                "Decided. The decision stands until another takes its place.",
                Tone.MET,
                Shape.MET,
            )
        missing = wanted(assessment, draft.intent(assessment))
        if not missing:
            return "Everything the gate wants is there.", Tone.MET, Shape.MET
        if len(missing) == 1:
            return (
                f"The gate wants one thing: {_as_part(missing[0])}",
                Tone.NOT_KNOWN,
                Shape.NOT_KNOWN,
            )
        words = f"The gate wants {len(missing)} things. First: {_as_part(missing[0])}"
        return words, Tone.NOT_KNOWN, Shape.NOT_KNOWN


def _as_part(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
