"""The facts of a case: value, source and day of each, what is not known, what was worked out."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea

from casework.assess import Assessment
from gui.fields.buttons import quiet
from gui.fields.figures import nearest_limit, value_words
from gui.fields.layout import settle_layouts
from gui.fields.words import Words
from gui.officer.answering import Answering
from gui.officer.case_card import CaseCard
from gui.officer.fact_line import FactLine
from gui.officer.who_may import may_work, who_answers
from gui.theme import theme
from records.fact import Fact
from records.people import Person
from rules.quantities import day_in_words
from rules.recommendation import Derived
from rules.values import FactType, FactValue
from rules.vocabulary import FactWord


class FactsCard(CaseCard):
    """Every fact in a line below the source it has; pressed, it is asked again. ``answered`` tells.

    A source stands once above all the facts that came from it on the same day. ``schools_asked``
    asks for the table of nearest suitable schools.
    """

    answered = Signal(object)
    schools_asked = Signal()

    def __init__(self, person: Person) -> None:
        super().__init__("Facts", gap=0)
        self._person = person
        self.rows: dict[str, FactLine] = {}
        self._words: dict[str, FactWord] = {}
        self._facts: dict[str, Fact] = {}
        self.changing: Answering | None = None

    def rests_on(self, assessment: Assessment) -> object:
        """Give the facts, the open questions and what was worked out."""
        derived = assessment.recommendation.derived if assessment.recommendation else ()
        return assessment.facts, assessment.questions, derived, limits_of(assessment)

    def fill(self, assessment: Assessment) -> None:
        """List what is not known and matters, what is known, and what was worked out."""
        self._words = dict(assessment.policy.vocabulary)
        self._facts = {fact.name: fact for fact in assessment.facts}
        self._limits = limits_of(assessment)
        self.rows, self.changing = {}, None
        self._begin("Not known, and it matters")
        for question in assessment.questions:
            if question.word.name not in self._facts:
                self._add(FactLine(question.word.name, question.word.label, "Not known", False))
        for source, facts in by_source(assessment.facts):
            self._begin(source)
            for fact in facts:
                self._add(self._known(self._words[fact.name], fact))
        self._begin("Worked out")
        derived = assessment.recommendation.derived if assessment.recommendation else ()
        for each in derived:
            if each.name not in self._facts:
                self._add(self._derived(self._words[each.name], each))
        self.schools_button = quiet("Nearest suitable schools", self.schools_asked.emit)
        self.body.addSpacing(theme().px(8))
        self.body.addWidget(self.schools_button)

    def _begin(self, heading: str) -> None:
        self._heading: str | None = heading

    def _add(self, row: FactLine) -> None:
        if self._heading is not None:
            if self.rows:
                self.body.addSpacing(theme().px(10))
            self.add(Words(self._heading, "small"))
            self._heading = None
        self.rows[row.name] = row
        row.change_asked.connect(self.change)
        self.add(row)

    def _known(self, word: FactWord, fact: Fact) -> FactLine:
        may = may_work(self._person) and not who_answers(word.name, self._person)
        value = words_of(word, fact.value, self._limits.get(word.name))
        source = f"{fact.source}, {day_in_words(fact.on)}"
        return FactLine(word.name, word.label, value, fact.value is not None, source, may)

    def _derived(self, word: FactWord, derived: Derived) -> FactLine:
        value = words_of(word, derived.value, self._limits.get(word.name))
        return FactLine(word.name, word.label, value, derived.value is not None, derived.working)

    def point_at(self, name: str) -> None:
        """Light up the fact of this name, where the card shows it."""
        for each, row in self.rows.items():
            row.point_at(each == name)

    def let_go(self) -> None:
        """Let every fact go."""
        for row in self.rows.values():
            row.point_at(False)

    def change(self, name: str) -> None:
        """Ask for a fact again, right below its line; pressed once more, the line closes."""
        asked = self.changing.word.name if self.changing is not None else None
        self._close_change()
        if asked == name:
            return
        word, fact = self._words[name], self._facts.get(name)
        known = fact is not None
        value = fact.value if fact else None
        self.changing = Answering(word, who_answers(name, self._person), value, known)
        self.changing.answered.connect(self.answered)
        self.rows[name].show_open(True)
        at = self.body.indexOf(self.rows[name])
        self.body.insertWidget(at + 1, self.changing)
        self.changing.setFocus()
        QTimer.singleShot(0, self.changing, self._show_all_of_it)

    def _show_all_of_it(self) -> None:
        """Bring the whole of what is asked into view, once it has found its place."""
        settle_layouts()
        scroll = self.parentWidget()
        while scroll is not None and not isinstance(scroll, QScrollArea):
            scroll = scroll.parentWidget()
        if scroll is not None and self.changing is not None:
            scroll.ensureWidgetVisible(self.changing, theme().px(12), theme().px(40))

    def _close_change(self) -> None:
        if self.changing is not None:
            self.rows[self.changing.word.name].show_open(False)
            self.body.removeWidget(self.changing)
            self.changing.hide()
            self.changing.deleteLater()
            self.changing = None


def by_source(facts: tuple[Fact, ...]) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    """Gather facts under their source and its day or days, in the order each is first met."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.source[:1].upper() + fact.source[1:], []).append(fact)
    return tuple((f"{source}, {_days(group)}", tuple(group)) for source, group in found.items())


def _days(facts: list[Fact]) -> str:
    first, last = min(fact.on for fact in facts), max(fact.on for fact in facts)
    if first == last:
        return day_in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_in_words(last)}"
    return f"{day_in_words(first)} to {day_in_words(last)}"


def limits_of(assessment: Assessment) -> dict[str, int]:
    """Give of each length the limit nearest to it, in mm, so that it is not rounded across it."""
    if assessment.recommendation is None:
        return {}
    steps = [each.because for each in assessment.recommendation.findings]
    derived = assessment.recommendation.derived
    known = [(one.name, one.value) for one in (*assessment.facts, *derived)]
    whole = [(name, value) for name, value in known if isinstance(value, int)]
    found = {name: nearest_limit(value, steps, name) for name, value in whole}
    return {name: limit for name, limit in found.items() if limit is not None}


def words_of(word: FactWord, value: FactValue | None, limit: int | None = None) -> str:
    """Write a fact's value: the vocabulary's own words for a choice.

    A length is never rounded across its ``limit``, in mm.
    """
    labels = dict(zip(word.choices, word.choice_labels, strict=False))
    if isinstance(value, str) and value in labels:
        return labels[value][:1].upper() + labels[value][1:]
    if value is not None and word.type is FactType.LENGTH:
        return value_words(value, word.type, long=True, limit=limit)
    return value_words(value, word.type)
