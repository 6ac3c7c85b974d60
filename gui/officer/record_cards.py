"""Smaller cards of a case: evidence, judgements with their reasons, the family's other cases."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from casework.case import Sibling
from gui.fields.finding import OpenLine
from gui.fields.layout import column, surface
from gui.fields.opening import Opening
from gui.fields.words import Words
from gui.marks import Mark
from gui.officer.case_card import CaseCard
from gui.officer.evidence_form import EvidenceForm
from gui.officer.facts_card import words_of
from gui.officer.outcome_sign import WITHDRAWN
from gui.officer.who_may import may_work
from gui.outcomes import OUTCOMES, Sign
from gui.shapes import Shape
from gui.theme import Tone
from records.application import Evidence, Stage
from records.fact import Judgement
from records.london import day_in_london
from records.people import Person
from rules.quantities import day_in_words
from rules.vocabulary import Vocabulary

_OPEN = Sign(Shape.NOT_KNOWN, "Not decided yet", Tone.MUTED)


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
        for each in held:
            self.add(_evidence(each, assessment.policy.vocabulary))
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


def _evidence(each: Evidence, words: Vocabulary) -> QWidget:
    """Name an item first, then what it shows, then where it comes from."""
    frame = surface("quote")
    lines = column(frame, gap=3, margins=(12, 2, 0, 2))
    lines.addWidget(Words(each.title, "strong"))
    supports = ", ".join(words[name].label.lower() for name in each.supports if name in words)
    if supports:
        lines.addWidget(Words(f"Supports: {supports}"))
    dated = f", dated {day_in_words(each.dated)}" if each.dated else ""
    kind = "" if each.kind.casefold() in each.title.casefold() else f"{each.kind}, "
    source = f"{kind}from {each.given_by}, received {day_in_words(each.received_on)}{dated}"
    lines.addWidget(Words(f"{source[:1].upper()}{source[1:]}", "small"))
    return frame


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
    """Other children of the household, with what was decided for them.

    ``open_asked`` tells the application of one that is to be opened, and the child's name.
    """

    open_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("The family's other cases", gap=2)
        self.lines: dict[str, OpenLine] = {}

    def rests_on(self, assessment: Assessment) -> object:
        """Give the siblings' cases."""
        return assessment.case.siblings

    def fill(self, assessment: Assessment) -> None:
        """List the siblings; the card hides where there is none."""
        siblings, self.lines = assessment.case.siblings, {}
        self.setVisible(bool(siblings))
        for each in siblings:
            self.lines[each.application.id] = line = self._line(each)
            self.add(line)

    def _line(self, each: Sibling) -> OpenLine:
        line, sign, words = OpenLine(), *_stands(each)
        line.setCheckable(False)
        name = f"{each.child.name} · {each.application.reference}"
        line.line.lead_with(Mark(sign.shape, sign.tone))
        line.line.set_main(Words(name))
        line.line.end_with(Words(words, tone=sign.tone, wrap=False))
        line.line.end_with(Mark(Shape.CLOSED, Tone.MUTED, size=12))
        line.setAccessibleName(f"{name}: {words}")
        line.setAccessibleDescription("Opens the case.")
        line.clicked.connect(
            lambda *_: self.open_asked.emit(each.application.id, each.child.name)
        )  # fmt: skip
        return line


def _stands(each: Sibling) -> tuple[Sign, str]:
    """Say how a case of the family stands, with its sign."""
    if each.decision is not None:
        day = day_in_words(day_in_london(each.decision.decided_at))
        sign = OUTCOMES[each.decision.outcome]
        return sign, f"{sign.word}, decided {day}"
    if each.application.stage is Stage.WITHDRAWN:
        return WITHDRAWN, "Withdrawn"
    return _OPEN, "Not decided yet"
