"""One last day of help on page, record and letter; help by discretion has parts of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from casework.assess import assess
from casework.decide import decide_case, draft_decision
from casework.desk import Desk
from casework.facts_by_day import facts_by_day
from casework.gate import Intent
from casework.last_day import last_day_met, last_day_of_decision
from casework.letters.terms import letter_terms
from casework.panel import replays
from casework.record import record_fact, record_judgement
from records.determination import Determination, JudgedCriterion
from records.fact import Fact
from records.people import Role
from rules.part_values import ContributionOutcome, DeterminationOutcome, PeriodOutcome
from rules.reader import read_closure
from rules.values import Determined, KnownHow, Outcome
from tests.casework.desks import as_person
from tests.casework.town import Town

BY_DISCRETION = Intent(
    Outcome.OFFERED, "A bereavement in June.", "Two terms while the family is in mourning.",
    "The rules do not reach this child.", limits="Until March.", review_on=date(2027, 3, 31),
)  # fmt: skip


@pytest.fixture
def by_discretion(town: Town) -> Intent:
    senior = as_person(town.desk, "R. Reid", Role.SENIOR_REVIEWER)
    return replace(BY_DISCRETION, authorised_by=senior.person.id)


def sixth_former(town: Town) -> str:
    application = town.child_at(
        3.5, born=date(2009, 11, 3), has_send=True, has_ehcp=True, year_group=12,
    )  # fmt: skip
    record_judgement(town.desk, application, "nearest_course", True, "No nearer college has it.")
    return application


def test_what_the_policy_says_ends_help_is_the_last_day_on_page_record_and_letter(
    town: Town,
) -> None:
    application = sixth_former(town)
    found = assess(town.desk, application)
    assert found.parts is not None
    assert found.parts.period.ended_by is not None
    assert found.lasts_until == found.parts.period.until
    decision = draft_decision(town.desk, application, Intent(Outcome.OFFERED, "Beyond 3 miles."))
    assert last_day_of_decision(decision) == found.lasts_until
    assert letter_terms(town.desk, decision).ends_on == found.lasts_until
    policy = read_closure(decision.recommendation.policy, dict(decision.policy_texts))
    facts = {each.name: each.value for each in decision.facts}
    longer = last_day_met(policy, facts, Outcome.OFFERED)
    assert longer is not None
    assert found.lasts_until is not None
    assert found.lasts_until < longer, "the offer's own conditions would hold to the end of August"


def test_a_decision_from_before_parts_were_kept_still_names_its_last_day(town: Town) -> None:
    application = town.child_at(2.3)
    decision = draft_decision(town.desk, application, Intent(Outcome.ENTITLED, "Beyond 2 miles."))
    assert last_day_of_decision(replace(decision, parts=None)) == date(2027, 5, 31)
    assert last_day_of_decision(decision) == date(2027, 5, 31)


def test_help_by_discretion_is_charged_for_arranged_and_ended_and_replays(
    town: Town, by_discretion: Intent
) -> None:
    application = town.child_at(1.5)
    assert assess(town.desk, application).lasts_until is None
    made = decide_case(town.desk, application, by_discretion)
    assert made.parts is not None
    assert made.parts.period.outcome is PeriodOutcome.RUNS
    assert made.parts.arrangement is not None
    assert made.parts.contribution.outcome is ContributionOutcome.NONE
    assert last_day_of_decision(made) == made.parts.period.until == date(2027, 8, 31)
    assert replays(made)


def test_a_decision_by_discretion_of_before_such_help_had_parts_replays_too(
    town: Town, by_discretion: Intent
) -> None:
    application = town.child_at(1.5)
    without = assess(town.desk, application).parts
    made = decide_case(town.desk, application, by_discretion)
    assert replays(replace(made, parts=without))
    other = town.child_at(2.3)
    assert not replays(replace(made, parts=assess(town.desk, other).parts))


def test_a_charge_kept_before_its_figures_were_still_replays_and_another_sum_does_not(
    town: Town,
) -> None:
    application = sixth_former(town)
    record_fact(town.desk, application, "contribution_low_income", False, "asked by letter")
    made = draft_decision(town.desk, application, Intent(Outcome.OFFERED, "Beyond three miles."))
    assert made.parts is not None
    paid = made.parts.contribution
    assert paid.figures
    assert replays(made)
    before = replace(paid, standing=paid.rule_standing, rule_standing=None, figures=())
    assert replays(replace(made, parts=replace(made.parts, contribution=before)))
    dearer = replace(before, annual_pence=60_001)
    assert not replays(replace(made, parts=replace(made.parts, contribution=dearer)))


def test_a_refusal_has_no_last_day(town: Town) -> None:
    refuse = Intent(Outcome.NOT_ENTITLED, "Within two miles.", "We looked at work hours.")
    assert last_day_of_decision(draft_decision(town.desk, town.child_at(1.5), refuse)) is None


def determined(review: date | None, at: datetime) -> Determination:
    criteria = (JudgedCriterion("risk_when_sharing", "Risk", True, "He hits others."),)
    return Determination(
        "d", "a", Determined.SOLO_TRAVEL, "p", "0", DeterminationOutcome.NEEDED, criteria, "Why.",
        "s", "S. Ortega", "m", "M. Quay", at, review,
    )  # fmt: skip


AT = datetime(2026, 9, 1, 12, tzinfo=UTC)
REVIEW = date(2027, 3, 1)


def judged_on(day: date) -> tuple[Fact, ...]:
    how = KnownHow.JUDGED
    return (
        Fact("risk_when_sharing", True, how, "judged by S. Ortega", "s", day),
        Fact("can_walk_alone", False, how, "judged by S. Ortega", "s", day),
    )


@pytest.mark.parametrize(
    ("judged", "review", "day", "known"),
    [
        (AT.date(), REVIEW, date(2027, 2, 28), True),
        (AT.date(), REVIEW, REVIEW, True),
        (AT.date(), REVIEW, date(2027, 3, 2), False),
        (date(2026, 10, 1), REVIEW, date(2027, 3, 2), True),
        (AT.date(), None, date(2027, 3, 2), True),
    ],
    ids=["day before", "day of review", "day after", "judged again since", "no review set"],
)
def test_what_was_determined_counts_until_its_day_of_review(
    judged: date, review: date | None, day: date, known: bool
) -> None:
    facts = facts_by_day(judged_on(judged), [determined(review, AT)])(day)
    assert ("risk_when_sharing" in facts) is known
    assert facts["can_walk_alone"] is False, "what no determination judged stays"


def test_where_nothing_was_determined_every_day_has_the_same_facts(town: Town) -> None:
    desk: Desk = town.desk
    found = assess(desk, town.child_at(2.3))
    by_day = facts_by_day(found.facts, ())
    assert by_day(date(2026, 11, 2)) == by_day(date(2027, 8, 31))
