"""Letters of a case in the store say nothing that its record denies, from a file or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casework.decide import decide_case, draft_decision
from casework.discretion import DiscretionIncomplete
from casework.gate import Intent
from casework.letters.matter import content_for, matter_for
from casework.letters.wish import LetterWish
from casework.letters.write import preview_letter, write_case_letter
from casework.occasions.known import known_occasion
from casework.occasions.record import occasions_of, record_occasion
from casework.record import record_fact
from letters.blocks import all_texts
from letters.errors import LetterRefused
from records.people import Role
from records.reviews import LateRequest
from rules.values import Outcome
from tests.casework.desks import as_person
from tests.casework.test_help_told import ASKED as CONTRIBUTION
from tests.casework.test_help_told import EXCEPTION, OFFER
from tests.casework.test_last_day import sixth_former
from tests.casework.test_letters_and_versions import REFUSE, text_of
from tests.casework.test_letters_occasions import (
    ASKED,
    HEARING,
    PANEL,
    PANEL_ASKED,
    at,
    case_of,
    refused,
    reviewed,
)
from tests.casework.town import Town


@pytest.mark.parametrize(("low", "sum_", "figure"), [
    (True, "£300.00", "The contribution of a household with a low income."),
    (False, "£600.00", "A contribution for a school year, in three parts."),
])  # fmt: skip
def test_what_settles_a_contribution_is_told_as_used_and_its_figure_in_the_policys_words(
    town: Town, low: bool, sum_: str, figure: str
) -> None:
    application = sixth_former(town)
    record_fact(town.desk, application, "contribution_low_income", low, "award letter")
    decision = draft_decision(town.desk, application, OFFER)
    kind = "post-16-contribution"
    turned = {row.name: row.turned for row in matter_for(town.desk, decision, kind).facts}
    assert turned["contribution_low_income"] and not turned["free_travel_by_others"]
    said = list(all_texts(content_for(town.desk, decision, kind, CONTRIBUTION)))
    assert figure in said and sum_ in said
    (others,) = [each for each in said if each.startswith("We also recorded this")]
    assert "Low income for the contribution" not in others


def test_an_exception_lists_every_test_of_the_law_that_was_not_met(town: Town) -> None:
    decision = draft_decision(town.desk, town.child_at(1.5), EXCEPTION)
    text = " ".join(all_texts(content_for(town.desk, decision)))
    for number in (2, 4, 6):
        assert f"Schedule 35B, paragraph {number})" in text


def test_help_by_discretion_is_looked_at_again_after_today_and_after_its_letter(
    town: Town,
) -> None:
    senior = as_person(town.desk, "S. Reviewer", Role.SENIOR_REVIEWER)
    case, meant = town.child_at(1.5), replace(EXCEPTION, authorised_by=senior.person.id)
    for day in (date(2020, 1, 1), town.desk.today()):
        with pytest.raises(DiscretionIncomplete, match="is not after today. Nothing was recorded"):
            decide_case(town.desk, case, replace(meant, review_on=day))
    decision = decide_case(town.desk, case, meant)
    text = " ".join(all_texts(content_for(town.desk, decision)))
    assert "We will look at it again on 31 March 2027." in text
    with pytest.raises(LetterRefused, match="not after the day of the letter"):
        content_for(town.desk, decision, wish=LetterWish(dated=date(2027, 4, 1)))


def test_a_reception_child_is_not_said_to_be_in_year_0(town: Town) -> None:
    application = town.child_at(2.5, born=date(2022, 5, 1), year_group=0)
    decision = draft_decision(town.desk, application, Intent(Outcome.OFFERED, "Reception."))
    said = list(all_texts(content_for(town.desk, decision)))
    assert "Reception" in said
    assert not any("year group is 0" in each for each in said)


def test_the_childs_own_school_is_told_as_far_away_as_the_fact_that_decided(town: Town) -> None:
    application = town.child_at(1.5, measured=False)
    record_fact(town.desk, application, "walking_distance", 1_900, "a measuring wheel")
    decision = decide_case(town.desk, application, REFUSE)
    assert decision.nearest_suitable is not None
    assert decision.nearest_suitable.walking_mm == 1_900_000
    assert "1.18 miles (1,900.000 m)" in text_of(preview_letter(town.desk, decision.id).pdf)


def test_a_hearing_on_a_closed_day_is_not_recorded(town: Town) -> None:
    desk = reviewed(town)
    record_occasion(desk, case_of(desk), PANEL_ASKED, kind=PANEL)
    before = occasions_of(desk, case_of(desk))
    easter = replace(HEARING, hearing_on=date(2027, 3, 28))
    with pytest.raises(LetterRefused, match="is a Sunday.*next working day is 30 March 2027"):
        record_occasion(desk, case_of(desk), easter)
    assert occasions_of(desk, case_of(desk)) == before


@pytest.mark.parametrize(("stage", "ends", "days"), [
    (1, "31 December 2026", 20), (2, "23 February 2027", 40),
])  # fmt: skip
def test_an_acknowledgement_of_each_stage_says_when_its_outcome_comes_late(
    town: Town, stage: int, ends: str, days: int
) -> None:
    if stage == 1:
        decision = refused(town)
        desk, case, kind, asked = town.desk, decision.application, "stage-1-acknowledgement", ASKED
        desk = at(desk, date(2026, 12, 2))
    else:
        desk, kind, asked = reviewed(town), PANEL, PANEL_ASKED
        case = case_of(desk)
    in_time = replace(asked, outcome_due=date(2027, 2, 23) if stage == 2 else date(2026, 12, 31))
    record_occasion(desk, case, in_time, kind=kind)
    assert "later than usual" not in text_of(write_case_letter(desk, case, kind).pdf)
    record_occasion(desk, case, replace(asked, outcome_due=date(2027, 3, 31)), kind=kind)
    text = text_of(write_case_letter(desk, case, kind).pdf)
    assert f"The guidance recommends {days} working days, which end on {ends}." in text


def test_a_late_request_that_is_taken_begins_with_the_day_of_its_answer(town: Town) -> None:
    decision = refused(town)
    desk = at(town.desk, date(2027, 2, 1))
    begun = known_occasion(desk, decision.application, "late-appeal")
    assert isinstance(begun, LateRequest) and begun.outcome_due == date(2027, 3, 1)
    taken = replace(begun, taken=True, why_late="I was away", reason="It was short",
                    how_to_complain="Write to us", reviewer_role="the Head of Travel")  # fmt: skip
    record_occasion(desk, decision.application, taken)
    text = text_of(write_case_letter(desk, decision.application, "late-appeal").pdf)
    assert "decide it: the Head of Travel." in text and "outcome by 1 March 2027" in text
