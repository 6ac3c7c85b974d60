"""What is still to find out: what matters most comes first, each answerable where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from casework.assess import Assessment
from gui.fields.buttons import Button
from gui.fields.words import Words
from gui.officer.answering import Answering
from gui.officer.case_card import CaseCard
from gui.officer.recommendation_words import at_odds, titles
from gui.officer.who_may import who_answers
from gui.theme import Tone
from records.fact import Fact
from records.people import Person
from rules.quantities import day_in_words
from rules.values import KnownHow
from rules.vocabulary import FactWord


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
        """Give the questions, what is at odds, and the facts they are asked beside."""
        return assessment.questions, assessment.trouble, assessment.facts

    def fill(self, assessment: Assessment) -> None:
        """Ask, the most telling question first; of facts at odds, ask which is right."""
        self.asked = []
        self.show_title("The question that matters most")
        for at, question in enumerate(assessment.questions):
            if at == 1:
                self.add(Words(f"Also open ({len(assessment.questions) - 1})", "section"))
            waiting = titles_of(assessment, question.waiting) if at == 0 else ""
            self._ask(question.word, f"Waits for it: {waiting}." if waiting else "")
            if at == 0 and question.word.how is KnownHow.MEASURED:
                self._offer_to_measure()
        self._ask_what_is_at_odds(assessment)
        self.setVisible(bool(self.asked))

    def _ask_what_is_at_odds(self, assessment: Assessment) -> None:
        known = {fact.name: fact for fact in assessment.facts}
        names = [name for name in at_odds(assessment) if name in known]
        if names:
            self.show_title("Which of these is right?")
        for name in names:
            fact = known[name]
            source = f"From {fact.source}, {day_in_words(fact.on)}."
            self._ask(assessment.policy.vocabulary[name], source, fact)

    def _ask(self, word: FactWord, told: str, fact: Fact | None = None) -> None:
        matters = "\n".join(filter(None, (told, who_answers(word.name, self._person))))
        value = fact.value if fact else None
        form = Answering(word, matters, value, fact is not None, first=len(self.asked) < 2)
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


def titles_of(assessment: Assessment, provisions: tuple[str, ...]) -> str:
    """Name the provisions that wait for a fact."""
    return titles(assessment.recommendation, provisions) if assessment.recommendation else ""
