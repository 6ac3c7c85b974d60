"""Smaller cards of a case: evidence, judgements with their reasons, the family's other cases."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from casework.case import Sibling
from gui.fields.facts import FactRow
from gui.fields.layout import column, surface
from gui.fields.opening import Opening
from gui.fields.sign import SignLine
from gui.fields.words import Words
from gui.officer.case_card import CaseCard
from gui.officer.evidence_form import EvidenceForm
from gui.officer.facts_card import words_of
from gui.officer.who_may import may_work
from gui.outcomes import OUTCOMES
from records.application import Evidence, Stage
from records.fact import Judgement
from records.london import day_in_london
from records.people import Person
from rules.quantities import day_in_words
from rules.vocabulary import Vocabulary


class EvidenceCard(CaseCard):
    """What is held on the case: title, who gave it, when, and which facts it supports.

    ``given`` tells what the form that adds evidence was filled in with.
    """

    given = Signal(object)

    def __init__(self, person: Person) -> None:
        super().__init__("Evidence held")
        self._may = may_work(person)
        self.adding: Opening | None = None

    def rests_on(self, assessment: Assessment) -> object:
        """Give the evidence."""
        return assessment.case.evidence

    def fill(self, assessment: Assessment) -> None:
        """List the evidence; for those who only read, the card hides where there is none."""
        held = assessment.case.evidence
        self.setVisible(bool(held) or self._may)
        if not held:
            self.add(Words("No evidence has been taken in so far.", "muted"))
        for at, each in enumerate(held):
            self.add(_evidence(each, assessment.policy.vocabulary, at == 0))
        if self._may:
            self.adding = Opening("Add evidence", self._form)
            self.add(self.adding)

    @property
    def form(self) -> EvidenceForm | None:
        """The form while it is open."""
        found = self.adding.form if self.adding else None
        return found if isinstance(found, EvidenceForm) else None

    def begin(self) -> None:
        """Open the form that adds evidence."""
        if self.adding:
            self.adding.begin()

    def _form(self) -> EvidenceForm:
        form = EvidenceForm()
        form.given.connect(self.given)
        return form


def _evidence(each: Evidence, words: Vocabulary, first: bool) -> FactRow:
    supports = ", ".join(words[name].label for name in each.supports if name in words)
    dated = f", dated {day_in_words(each.dated)}" if each.dated else ""
    source = f"from {each.given_by}, received {day_in_words(each.received_on)}{dated}"
    return FactRow(each.id, each.title, supports or each.kind, source, first=first)


class JudgementsCard(CaseCard):
    """What named people judged, with their reasons."""

    def __init__(self) -> None:
        super().__init__("Judgements")

    def rests_on(self, assessment: Assessment) -> object:
        """Give the judgements."""
        return assessment.case.judgements

    def fill(self, assessment: Assessment) -> None:
        """List the judgements; the card hides where there is none."""
        made = assessment.case.judgements
        self.setVisible(bool(made))
        for each in made:
            self.add(_judgement(each, assessment.policy.vocabulary))


def _judgement(each: Judgement, words: Vocabulary) -> QWidget:
    word = words[each.fact]
    frame = surface("quote")
    lines = column(frame, gap=3, margins=(12, 2, 0, 2))
    lines.addWidget(Words(f"{word.label}: {words_of(word, each.value).lower()}", "strong"))
    lines.addWidget(Words(each.reasons))
    day = day_in_words(day_in_london(each.at))
    until = f"; counts until {day_in_words(each.review_on)}" if each.review_on else ""
    lines.addWidget(Words(f"{each.by_name}, {day}{until}", "small"))
    return frame


class SiblingsCard(CaseCard):
    """Other children of the household, with what was decided for them."""

    def __init__(self) -> None:
        super().__init__("The family's other cases")

    def rests_on(self, assessment: Assessment) -> object:
        """Give the siblings' cases."""
        return assessment.case.siblings

    def fill(self, assessment: Assessment) -> None:
        """List the siblings; the card hides where there is none."""
        siblings = assessment.case.siblings
        self.setVisible(bool(siblings))
        for each in siblings:
            self.add(*_sibling(each))


def _sibling(each: Sibling) -> tuple[QWidget, QWidget]:
    title = Words(f"{each.child.name} · {each.application.reference}", "strong")
    if each.decision is not None:
        day = day_in_words(day_in_london(each.decision.decided_at))
        sign = OUTCOMES[each.decision.outcome]
        return title, SignLine(sign, f"{sign.word}, decided {day}")
    stage = "withdrawn" if each.application.stage is Stage.WITHDRAWN else "not decided yet"
    return title, Words(stage.capitalize(), "muted")
