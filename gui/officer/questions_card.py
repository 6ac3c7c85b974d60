"""What is still to find out: what matters most comes first, each answerable where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from gui.fields.buttons import Button
from gui.fields.words import Words
from gui.officer.answering import Answering
from gui.officer.case_card import CaseCard
from gui.officer.recommendation_words import at_odds, titles
from gui.officer.who_may import may_work, who_answers
from gui.theme import Tone
from records.fact import Fact
from records.people import Person
from rules.quantities import day_in_words
from rules.values import KnownHow
from rules.vocabulary import FactWord

_NOT_PLACED = "It is measured from the home, and nobody has said yet where the home lies."


class QuestionsCard(CaseCard):
    """The questions that keep the outcome open. ``answered`` tells an Answer.

    Where the first thing wanted is a measurement, ``measure_asked`` is told by its button, or
    ``home_asked`` while nobody has said where the home lies.
    """

    answered = Signal(object)
    measure_asked = Signal()
    home_asked = Signal()

    def __init__(self, person: Person) -> None:
        super().__init__("The question that matters most", Tone.NOT_KNOWN)
        self._person = person
        self.asked: list[Answering] = []
        self.measure_button: Button | None = None
        self.home_button: Button | None = None

    def rests_on(self, assessment: Assessment) -> object:
        """Give the questions, what is at odds, the facts beside them, and whether home is known."""
        home = is_placed(assessment)
        return assessment.questions, assessment.trouble, assessment.facts, home

    def fill(self, assessment: Assessment) -> None:
        """Ask, the most telling question first; of facts at odds, ask which is right."""
        self.asked, self.measure_button, self.home_button = [], None, None
        self.show_title("The question that matters most")
        for at, question in enumerate(assessment.questions):
            if at == 1:
                self.add(Words(f"Also open ({len(assessment.questions) - 1})", "section"))
            waiting = titles_of(assessment, question.waiting) if at == 0 else ""
            self._ask(question.word, f"Waits for it: {waiting}." if waiting else "")
            if question.word.how is KnownHow.MEASURED and not self._offers():
                self._offer_to_measure(is_placed(assessment))
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
        form.ask.editor.setEnabled(not who_answers(word.name, self._person))
        self.asked.append(form)
        self.add(form)

    def _offer_to_measure(self, placed: bool) -> None:
        """Offer to measure; where nobody has said where the home lies, first to place it."""
        if not may_work(self._person):
            return
        if placed:
            button = Button("Measure it on the network", self.measure_asked.emit, keys="M")
            self.measure_button = button
        else:
            self.add(Words(_NOT_PLACED))
            button = Button("Place the home…", self.home_asked.emit, keys="H")
            self.home_button = button
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def begin(self) -> bool:
        """Put the focus where the first question is answered; False where none can be here."""
        way: QWidget | None = self._first_to_answer()
        if self.asked and self.asked[0].word.how is KnownHow.MEASURED:
            way = self.home_button or self.measure_button or way
        if way is None:
            return False
        way.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _offers(self) -> bool:
        return self.measure_button is not None or self.home_button is not None

    def _first_to_answer(self) -> Answering | None:
        return next((each for each in self.asked if each.ask.editor.isEnabled()), None)


def is_placed(assessment: Assessment) -> bool:
    """Say whether it is known where the home lies."""
    home = assessment.case.household
    return home.easting is not None and home.northing is not None


def titles_of(assessment: Assessment, provisions: tuple[str, ...]) -> str:
    """Name the provisions that wait for a fact."""
    return titles(assessment.recommendation, provisions) if assessment.recommendation else ""
