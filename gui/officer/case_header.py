"""The header of a case that stays: name, reference, school, day, policy, outcome and clock."""

from __future__ import annotations

from casework.assess import Assessment
from casework.letters.clocks import AppealClock
from casework.working_days import Clock
from gui.fields.chip import Chip
from gui.fields.words import Words
from gui.officer.outcome_sign import sign_of_case
from gui.outcomes import Sign
from gui.page import Header
from gui.shapes import Shape
from gui.theme import Tone
from records.application import Stage
from records.london import day_in_london
from rules.quantities import day_in_words


class CaseHeader:
    """Fills the header that the shell shows for the page."""

    def __init__(self, header: Header) -> None:
        self._header = header
        self.chip = Chip(Sign(Shape.NOT_KNOWN, "Opening", Tone.MUTED))
        self.clock = Words("", "muted", wrap=False)
        self.appeal = Chip(Sign(Shape.APPEALS, "", Tone.MUTED))
        header.add(self.chip, self.appeal, self.clock)
        self.appeal.hide()
        self.chip.hide()

    def show_case(self, assessment: Assessment) -> None:
        """Show a case as it now stands."""
        case = assessment.case
        day = day_in_words(case.application.day_of_travel)
        about = f"{case.school.name} · travels from {day} · {assessment.policy.title}"
        self._header.show_words(case.child.name, about, case.application.reference)
        self.chip.show_sign(sign_of_case(assessment))
        self.chip.show()
        words, tone = clock_words(assessment)
        self.clock.show_words(words, tone)
        due = day_in_words(assessment.clock.due)
        counted = f"{assessment.clock.words.capitalize()}, in working days since it was received"
        self.clock.setToolTip(f"{counted}; due on {due}")

    def show_clock(self, clock: AppealClock | None) -> None:
        """Show until when the family can ask for the next stage, where a letter says so."""
        self.appeal.setVisible(clock is not None)
        if clock is not None:
            words = f"{clock.words[:1].upper()}{clock.words[1:]}"
            tone = Tone.MUTED if clock.left is None else Tone.ACCENT
            self.appeal.show_sign(Sign(Shape.APPEALS, words, tone))
            self.appeal.setToolTip(clock.in_full)


def late_words(clock: Clock) -> str:
    """Say by how much the time has run out: ``late by 3 working days``."""
    over = clock.day - clock.of
    return f"late by {over} working day{'' if over == 1 else 's'}"


def clock_words(assessment: Assessment) -> tuple[str, Tone]:
    """Say where a case stands against its time; a decided one has none."""
    decision = assessment.case.decision
    if decision is not None:
        return f"decided {day_in_words(day_in_london(decision.decided_at))}", Tone.MUTED
    if assessment.case.application.stage is Stage.WITHDRAWN:
        return "withdrawn", Tone.MUTED
    clock = assessment.clock
    if clock.late:
        return late_words(clock), Tone.NOT_MET
    return clock.words, Tone.MUTED
