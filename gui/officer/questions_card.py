"""What is still to find out: what matters most comes first, each answerable where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from casework.assess import Assessment
from gui.fields.buttons import Button
from gui.fields.words import Words
from gui.officer.answering import Answering
from gui.officer.case_card import CaseCard
from gui.officer.recommendation_words import titles
from gui.officer.who_may import who_answers
from gui.theme import Tone
from records.people import Person
from rules.values import KnownHow


class QuestionsCard(CaseCard):
    """The questions that keep the outcome open. ``answered`` tells an Answer.

    ``measure_asked`` is told where the first thing wanted is a measurement.
    """

    answered = Signal(object)
    measure_asked = Signal()

    def __init__(self, person: Person) -> None:
        super().__init__("The question that matters most", Tone.NOT_KNOWN)
        self._person = person
        self.asked: list[Answering] = []

    def rests_on(self, assessment: Assessment) -> object:
        """Give the questions and the facts they are asked beside."""
        return assessment.questions, assessment.facts

    def fill(self, assessment: Assessment) -> None:
        """Ask, the most telling question first."""
        self.asked = []
        self.setVisible(bool(assessment.questions))
        for at, question in enumerate(assessment.questions):
            if at == 1:
                self.add(Words(f"Also open ({len(assessment.questions) - 1})", "section"))
            self._ask(assessment, at)
            if at == 0 and question.word.how is KnownHow.MEASURED:
                self._offer_to_measure()

    def _ask(self, assessment: Assessment, at: int) -> None:
        question = assessment.questions[at]
        found = assessment.recommendation
        waiting = titles(found, question.waiting) if found else ""
        told = [f"Waits for it: {waiting}." if waiting else ""]
        told.append(who_answers(question.word.name, self._person))
        form = Answering(question.word, "\n".join(filter(None, told)), first=at < 2)
        form.answered.connect(self.answered)
        self.asked.append(form)
        self.add(form)

    def _offer_to_measure(self) -> None:
        self.measure_button = Button("Measure it on the network", self.measure_asked.emit, keys="M")
        self.body.addWidget(self.measure_button, 0, Qt.AlignmentFlag.AlignLeft)

    def begin(self) -> bool:
        """Put the focus on the first question; False where there is none."""
        if not self.asked:
            return False
        self.asked[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True
