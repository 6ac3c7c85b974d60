"""A case that is decided: the record of the decision, and its letter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from casework.letters.of_case import CaseLetters
from gui.fields.buttons import Button, primary
from gui.fields.chip import outcome_chip
from gui.fields.flow import FlowLayout
from gui.fields.layout import show_if
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.officer.case_card import CaseCard
from gui.officer.caution import caution
from gui.officer.draft import recommended
from gui.officer.letter_words import kind_words, sending_line
from gui.officer.who_may import may_work
from gui.outcomes import OUTCOMES
from gui.theme import Tone
from records.decision import Decision, Discretion
from records.letter import Letter
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
        self._now: CaseLetters | None = None

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

    def show_letters(self, now: CaseLetters) -> None:
        """Say that the letter of the decision is issued, or offer to issue it."""
        self._now = now
        if now.current is not None:
            self._follow_letter()

    def _add_buttons(self) -> None:
        buttons = QWidget()
        line = FlowLayout(buttons, gap=8, margins=(0, 4, 0, 0))
        self.issued = Words("")
        self.preview_button = Button("Preview letter", self.preview_asked.emit, keys="L")
        self.write_button = Button("Write and keep letter", self.write_asked.emit)
        self.issue_button = primary("Issue letter…", self.issue_asked.emit)
        for button in (self.preview_button, self.write_button, self.issue_button):
            line.addWidget(button)
        self.add(self.issued, buttons)
        self._follow_letter()

    def _follow_letter(self) -> None:
        """Once the letter is issued, nothing is left but to read it."""
        letter = self._now.telling if self._now else None
        had_focus = any(button.hasFocus() for button in (self.write_button, self.issue_button))
        for button in (self.write_button, self.issue_button):
            show_if(button, self._may and self._now is not None and letter is None)
        self.issued.show_words(_issued_words(letter, self._now) if letter and self._now else "")
        if had_focus and letter is not None:
            self.preview_button.setFocus()

    def begin(self) -> None:
        """Put the focus on what comes next: the letter to issue, else the letter to read."""
        waits = not self.issue_button.isHidden()
        next_one = self.issue_button if waits else self.preview_button
        next_one.setFocus(Qt.FocusReason.OtherFocusReason)


def _issued_words(letter: Letter, now: CaseLetters) -> str:
    sending = now.sent(letter.id)
    named = kind_words(letter.kind)
    return f"{named}: {sending_line(sending)}" if sending else f"{named}: issued."


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
