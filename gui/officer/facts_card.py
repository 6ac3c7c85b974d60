"""The facts of a case: value, source and day of each, what is not known, what was worked out."""

from __future__ import annotations

from PySide6.QtCore import Signal

from casework.assess import Assessment
from gui.fields.facts import FactRow
from gui.fields.figures import value_words
from gui.fields.words import Words
from gui.officer.answering import Answering
from gui.officer.case_card import CaseCard
from gui.officer.who_may import may_work, who_answers
from records.fact import Fact
from records.people import Person
from rules.quantities import day_in_words
from rules.recommendation import Derived
from rules.values import FactType, FactValue
from rules.vocabulary import FactWord

OF_THE_RECORDS = ("day_of_travel", "date_of_birth")
"""Facts that stand in the application and the child's record; they are corrected there."""


class FactsCard(CaseCard):
    """Every fact in a line; "Change" asks for it again where it stands. ``answered`` tells."""

    answered = Signal(object)

    def __init__(self, person: Person) -> None:
        super().__init__("Facts")
        self._person = person
        self.rows: dict[str, FactRow] = {}
        self._words: dict[str, FactWord] = {}
        self._facts: dict[str, Fact] = {}
        self.changing: Answering | None = None

    def rests_on(self, assessment: Assessment) -> object:
        """Give the facts, the open questions and what was worked out."""
        derived = assessment.recommendation.derived if assessment.recommendation else ()
        return assessment.facts, assessment.questions, derived

    def fill(self, assessment: Assessment) -> None:
        """List what is not known and matters, what is known, and what was worked out."""
        self._words = dict(assessment.policy.vocabulary)
        self._facts = {fact.name: fact for fact in assessment.facts}
        self.rows, self.changing = {}, None
        for question in assessment.questions:
            if question.word.name not in self._facts:
                self._add(self._unknown(question.word))
        for fact in assessment.facts:
            self._add(self._known(self._words[fact.name], fact))
        derived = assessment.recommendation.derived if assessment.recommendation else ()
        shown = [each for each in derived if each.name not in self._facts]
        if shown:
            self.body.addSpacing(4)
            self.add(Words("Worked out", "section"))
        for each in shown:
            self._add(self._derived(self._words[each.name], each))

    def _add(self, row: FactRow) -> None:
        self.rows[row.name] = row
        row.change_asked.connect(self.change)
        self.add(row)

    def _unknown(self, word: FactWord) -> FactRow:
        first = not self.rows
        return FactRow(word.name, word.label, "Not known", known=False, first=first)

    def _known(self, word: FactWord, fact: Fact) -> FactRow:
        may = may_work(self._person) and word.name not in OF_THE_RECORDS
        return FactRow(
            word.name,
            word.label,
            words_of(word, fact.value),
            f"{fact.source}, {day_in_words(fact.on)}",
            known=fact.value is not None,
            may_change=may,
            first=not self.rows,
        )

    def _derived(self, word: FactWord, derived: Derived) -> FactRow:
        known = derived.value is not None
        value = words_of(word, derived.value)
        return FactRow(word.name, word.label, value, known=known, working=derived.working)

    def point_at(self, name: str) -> None:
        """Light up the fact of this name, where the card shows it."""
        for each, row in self.rows.items():
            row.point_at(each == name)

    def let_go(self) -> None:
        """Let every fact go."""
        for row in self.rows.values():
            row.point_at(False)

    def change(self, name: str) -> None:
        """Ask for a fact again, right below its line."""
        if self.changing is not None:
            self._close_change()
        word, fact = self._words[name], self._facts.get(name)
        known = fact is not None
        value = fact.value if fact else None
        self.changing = Answering(word, who_answers(name, self._person), value, known)
        self.changing.answered.connect(self.answered)
        at = self.body.indexOf(self.rows[name])
        self.body.insertWidget(at + 1, self.changing)
        self.changing.setFocus()

    def _close_change(self) -> None:
        if self.changing is not None:
            self.body.removeWidget(self.changing)
            self.changing.hide()
            self.changing.deleteLater()
            self.changing = None


def words_of(word: FactWord, value: FactValue | None) -> str:
    """Write a fact's value: the vocabulary's own words for a choice."""
    labels = dict(zip(word.choices, word.choice_labels, strict=False))
    if isinstance(value, str) and value in labels:
        return labels[value][:1].upper() + labels[value][1:]
    if value is not None and word.type is FactType.LENGTH:
        return value_words(value, word.type, long=True)
    return value_words(value, word.type)
