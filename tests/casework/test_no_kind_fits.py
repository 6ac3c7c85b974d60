"""Help that is due and that no kind of travel in the text fits: a letter says who settles it."""

from __future__ import annotations

from dataclasses import replace

from casework.decide import draft_decision
from casework.part_words import rung_words
from rules.part_values import Arrangement, ArrangementOutcome
from tests.casework.test_help_told import APPROVE, judged, printed
from tests.casework.town import Town


def test_a_letter_says_that_an_officer_settles_the_travel_where_no_kind_fits(town: Town) -> None:
    application = town.child_at(2.3)
    judged(town, application)
    decision = draft_decision(town.desk, application, APPROVE)
    assert decision.parts is not None and decision.parts.arrangement is not None
    none_fits = Arrangement(None, decision.parts.arrangement.excluded, (), None)
    assert none_fits.excluded
    assert none_fits.outcome is ArrangementOutcome.FOR_AN_OFFICER
    assert rung_words(none_fits).endswith("an officer must settle it.")
    made = replace(decision, parts=replace(decision.parts, arrangement=none_fits))
    text = printed(town, made, "approve")
    assert "None of them is suitable:" in text
    assert "an officer will settle how the travel is arranged" in text
