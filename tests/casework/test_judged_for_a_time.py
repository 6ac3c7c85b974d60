"""A judgement may count until a day: then it is not known, and the timeline says what ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework.assess import assess
from casework.decide import decide_case
from casework.gate import UNDECIDED, Intent
from casework.panel import open_for_panel
from casework.part_words import period_words
from casework.record import CannotRecord, record_judgement
from rules.values import Outcome
from store import applications, decisions, judgements
from tests.casework.town import Town

REVIEW = date(2027, 2, 12)
WHY = "The bridge is closed until the half term."


@pytest.fixture
def case(town: Town) -> str:
    """A child within the limit, whose route is unsafe for a time."""
    found = town.child_at(1.5)
    record_judgement(town.desk, found, "route_unsafe", True, WHY, REVIEW)
    return found


def test_help_that_rests_on_it_ends_on_its_day_and_the_period_says_why(
    town: Town, case: str
) -> None:
    found = assess(town.desk, case)
    assert found.outcome is Outcome.ENTITLED
    assert found.parts is not None
    assert found.parts.period.until == REVIEW
    label = found.policy.vocabulary["route_unsafe"].label
    assert label in (found.parts.period.why or "")
    told = period_words(found.parts.period).head
    assert "to 12 February 2027" in told
    assert label in told


def test_for_travel_after_its_day_it_is_not_known_and_asked_again(town: Town, case: str) -> None:
    application = applications.application(town.desk.store, case)
    for day, known in ((REVIEW, True), (REVIEW + timedelta(days=1), False)):
        moved = replace(application, day_of_travel=day)
        applications.correct_application(town.desk.store, moved, town.desk.person, "It moved.")
        found = assess(town.desk, case)
        assert ("route_unsafe" in {fact.name for fact in found.facts}) is known
        assert (found.outcome is Outcome.ENTITLED) is known
    assert found.outcome in UNDECIDED
    assert found.questions


def test_a_judgement_without_a_day_counts_on(town: Town, case: str) -> None:
    record_judgement(town.desk, case, "route_unsafe", True, "It stays closed.")
    found = assess(town.desk, case)
    assert found.parts is not None
    assert found.parts.period.until != REVIEW


def test_a_day_that_is_over_is_refused_and_nothing_is_recorded(town: Town) -> None:
    case = town.child_at(1.5)
    before = judgements.every_judgement_of(town.desk.store, case)
    over = town.desk.today() - timedelta(days=1)
    with pytest.raises(CannotRecord, match="which is over"):
        record_judgement(town.desk, case, "route_unsafe", True, WHY, over)
    assert judgements.every_judgement_of(town.desk.store, case) == before


def test_a_decision_on_it_is_kept_with_its_day_and_replays(town: Town, case: str) -> None:
    made = decide_case(town.desk, case, Intent(Outcome.ENTITLED, "The route is unsafe for now."))
    stored = decisions.decision(town.desk.store, made.id)
    assert {each.review_on for each in stored.judgements if each.fact == "route_unsafe"} == {REVIEW}
    assert open_for_panel(town.desk, made.id).replays
