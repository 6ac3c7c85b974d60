"""What we recommend: the one sentence that answers, how long it holds, and what is not certain."""

from __future__ import annotations

from html import escape

from casework.assess import Assessment
from casework.duty_words import duty_places
from gui.fields.words import Words
from gui.officer.case_card import CaseCard
from gui.officer.caution import caution
from gui.officer.cautions import cautions
from gui.officer.outcome_sign import sign_of
from gui.officer.recommendation_words import lead_of, span
from gui.officer.timeline import Timeline
from gui.outcomes import DUTIES
from gui.theme import Tone, theme
from rules.values import DutyOutcome, Outcome


class RecommendationCard(CaseCard):
    """The first glance: outcome, ground, figure; below, what follows and what is unsure."""

    def __init__(self) -> None:
        super().__init__("What we recommend", Tone.MUTED)

    def rests_on(self, assessment: Assessment) -> object:
        """Give what the sentence is made from, and the palette that colours its first words."""
        school = assessment.case.school.name
        return (
            assessment.recommendation, assessment.trouble, school, assessment.uses, assessment.kept
        )  # fmt: skip

    def fill(self, assessment: Assessment) -> None:
        """Write the sentence, the bar, the duty and the cautions."""
        self._lead = lead_of(assessment)
        self._tone = sign_of(assessment).tone
        self.show_edge(self._tone)
        self.sentence = Words("", "lead", rich=True)
        self._colour()
        self.add(self.sentence)
        if (days := span(assessment)) is not None:
            self.add(Timeline(*days))
        if self._lead.then:
            self.add(Words(self._lead.then, "muted"))
        if duty := _duty(assessment):
            self.add(Words(duty, "muted"))
        for words in cautions(assessment):
            self.add(caution(words))

    def words(self) -> str:
        """Give the sentence as plain text."""
        return f"{self._lead.outcome} {self._lead.because}".strip()

    def _colour(self) -> None:
        colour = theme().colour(self._tone).name()
        outcome = f'<b style="color:{colour}">{escape(self._lead.outcome)}</b>'
        self.sentence.setText(f"{outcome} {escape(self._lead.because)}")
        self.sentence.setAccessibleName(self.words())

    def redress_words(self) -> None:
        """Colour the first words again once the palette has changed."""
        if hasattr(self, "_lead"):
            self._colour()


def _duty(assessment: Assessment) -> str:
    found = assessment.recommendation
    if found is None or found.eligibility.outcome is not Outcome.ENTITLED:
        return ""
    where = ", ".join(duty_places(assessment.policy, found)).replace("section ", "s.")
    if found.duty.outcome is DutyOutcome.CANNOT_TELL_YET:
        return f"Whether the council itself must arrange travel ({where}) cannot be told yet."
    return f"{DUTIES[found.duty.outcome].word} ({where})."
