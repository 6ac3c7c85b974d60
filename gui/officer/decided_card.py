"""A case that is decided: the record of the decision, and its letter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from gui.fields.buttons import Button
from gui.fields.chip import outcome_chip
from gui.fields.flow import FlowLayout
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.officer.case_card import CaseCard
from gui.officer.caution import caution
from gui.officer.draft import recommended
from gui.officer.who_may import may_work
from gui.outcomes import OUTCOMES
from gui.theme import Tone
from records.decision import Decision, Discretion
from records.london import day_in_london
from records.people import Person
from rules.quantities import day_in_words


class DecidedCard(CaseCard):
    """The decision that stands. Signals tell what is asked of its letter, or to decide again."""

    preview_asked = Signal()
    write_asked = Signal()
    issue_asked = Signal()

    def __init__(self, person: Person) -> None:
        super().__init__("The decision", Tone.ACCENT)
        self._may = may_work(person)

    def rests_on(self, assessment: Assessment) -> object:
        """Give the decision, and what would be recommended now."""
        return assessment.case.decision, recommended(assessment)

    def fill(self, assessment: Assessment) -> None:
        """Show the decision; the card hides while there is none."""
        decision = assessment.case.decision
        self.setVisible(decision is not None)
        if decision is None:
            return
        self.show_edge(OUTCOMES[decision.outcome].tone)
        self.add(_first_line(decision), Words(decision.reasons, "reading"))
        self._tell_more(decision)
        if recommended(assessment) is not decision.outcome:
            now = OUTCOMES.get(recommended(assessment))
            words = f"On the facts as they stand now: {now.word.lower() if now else 'at odds'}."
            self.add(caution(words))
        self._add_buttons()

    def _tell_more(self, decision: Decision) -> None:
        if decision.discretion is not None:
            used = "used" if decision.discretion.used else "considered and not used"
            words = f"Discretion under {decision.discretion.power} {used}: "
            self.add(Words(words + decision.discretion.reasons))
            if more := authorised(decision.discretion):
                self.add(Words(more, "muted"))
        if decision.departs_because is not None:
            self.add(Words(f"It differs from what was recommended: {decision.departs_because}"))
        if decision.supersedes is not None:
            self.add(Words("It takes the place of an earlier decision, which is kept.", "muted"))

    def _add_buttons(self) -> None:
        buttons = QWidget()
        line = FlowLayout(buttons, gap=8, margins=(0, 4, 0, 0))
        self.preview_button = Button("Preview letter", self.preview_asked.emit, keys="L")
        line.addWidget(self.preview_button)
        if self._may:
            self.write_button = Button("Write and keep letter", self.write_asked.emit)
            self.issue_button = Button("Issue letter", self.issue_asked.emit)
            line.addWidget(self.write_button)
            line.addWidget(self.issue_button)
        self.add(buttons)


def authorised(found: Discretion) -> str:
    """Say who authorised help that only discretion gives, its limits and its review."""
    if not found.used or found.authorised_by_name is None:
        return ""
    limits = f" Limited to: {found.limits}" if found.limits else ""
    review = f", to be reviewed by {day_in_words(found.review_on)}" if found.review_on else ""
    return f"Authorised by {found.authorised_by_name}{review}.{limits}"


def _first_line(decision: Decision) -> QWidget:
    box = QWidget()
    line = ReflowLayout(box, gap=12)
    line.lead_with(outcome_chip(decision.outcome))
    day = day_in_words(day_in_london(decision.decided_at))
    line.set_main(Words(f"Decided by {decision.decided_by_name} on {day}", "strong"))
    line.end_with(Words(decision.policy_title, "small"))
    return box
