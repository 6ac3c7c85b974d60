"""Letters tell what the record holds of paying, travelling and ending; read from the PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import letters as words
from casework.decide import draft_decision
from casework.gate import Intent
from casework.letters.terms import letter_terms
from casework.record import record_fact, record_judgement
from casework.wordings.on_file import sender
from letters import LetterContent
from records.decision import Decision
from rules.part_values import Contribution, ContributionOutcome, Figure
from rules.values import Outcome, Standing
from tests.casework.test_last_day import sixth_former
from tests.casework.test_letters_and_versions import text_of
from tests.casework.town import Town
from tests.letters.occasions import CONTRIBUTION_ASKED

ASKED = replace(
    CONTRIBUTION_ASKED, due_days=(date(2026, 12, 11), date(2027, 1, 29), date(2027, 4, 30))
)
APPROVE = Intent(Outcome.ENTITLED, "The measured route is longer than two miles.")
OFFER = Intent(Outcome.OFFERED, "Beyond three miles, with a plan.")
EXCEPTION = Intent(
    Outcome.OFFERED, "A bereavement.", "Two terms of mourning.", "The rules do not reach it.",
    limits="Until March.", review_on=date(2027, 3, 31),
)  # fmt: skip
LESSER = ("can_use_public_transport", "fit_for_travel_training", "safe_at_pick_up_point")


def content_of(
    town: Town, decision: Decision, kind: str, occasion: object | None = None
) -> LetterContent:
    council = sender(town.desk.shelf, "marlhaven")
    terms = letter_terms(town.desk, decision)
    matter = words.matter_of(decision, council, terms, town.desk.shelf.vocabulary())
    return words.compose(replace(matter, occasion=occasion), kind)


def printed(town: Town, decision: Decision, kind: str, occasion: object | None = None) -> str:
    return text_of(words.pdf(content_of(town, decision, kind, occasion)))


def with_contribution(decision: Decision, found: Contribution) -> Decision:
    assert decision.parts is not None
    return replace(decision, parts=replace(decision.parts, contribution=found))


def judged(town: Town, application: str, **yes: bool) -> None:
    for fact in LESSER:
        record_judgement(town.desk, application, fact, yes.get(fact, False), "Looked at.")
    record_fact(town.desk, application, "consents_to_budget", False, "asked by letter")


# What is paid


def test_help_that_the_law_gives_costs_nothing(town: Town) -> None:
    text = printed(town, draft_decision(town.desk, town.child_at(2.3), APPROVE), "approve")
    assert "What you pay There is nothing to pay for this help." in text


def test_a_contribution_is_told_with_its_rule_its_reason_and_every_part(town: Town) -> None:
    application = sixth_former(town)
    record_fact(town.desk, application, "contribution_low_income", False, "asked by letter")
    decision = draft_decision(town.desk, application, OFFER)
    text = printed(town, decision, "post-16-contribution", ASKED)
    assert decision.parts is not None
    found = decision.parts.contribution
    assert found.outcome is ContributionOutcome.DUE
    assert found.annual_pence is not None
    assert f"For the year £{found.annual_pence / 100:.2f}" in text
    for number, part in enumerate(found.instalments, start=1):
        assert f"Part {number} £{part / 100:.2f}" in text
    assert "paragraphs 4.4 and 4.5" in text
    assert "starts from Post 16 contribution" in text


def test_a_contribution_that_cannot_be_told_yet_leaves_a_blank_and_help_is_not_called_free(
    town: Town,
) -> None:
    decision = draft_decision(town.desk, sixth_former(town), OFFER)
    assert decision.parts is not None
    assert decision.parts.contribution.outcome is ContributionOutcome.CANNOT_TELL_YET
    content = content_of(town, decision, "offer")
    text = text_of(words.pdf(content))
    assert content.blanks == ("what you pay towards the travel",)
    assert "[what you pay towards the travel]" in text
    assert "free travel" not in text


def test_a_waived_contribution_says_why_nothing_is_paid(town: Town) -> None:
    application = sixth_former(town)
    record_fact(town.desk, application, "contribution_low_income", True, "benefit letter")
    decision = draft_decision(town.desk, application, OFFER)
    assert decision.parts is not None
    found = replace(
        decision.parts.contribution,
        outcome=ContributionOutcome.WAIVED, annual_pence=0, instalments=(),
    )  # fmt: skip
    text = printed(town, with_contribution(decision, found), "approve-by-discretion")
    assert "the contribution is waived" in text
    assert "What settles the sum" in text


def test_a_sum_that_nobody_confirmed_says_so_though_its_rule_is_sure(town: Town) -> None:
    application = sixth_former(town)
    record_fact(town.desk, application, "contribution_low_income", False, "asked by letter")
    decision = draft_decision(town.desk, application, OFFER)
    assert decision.parts is not None
    found = decision.parts.contribution
    assert found.sum_name is not None
    sum_open = Figure(found.sum_name, "An older page", Standing.TO_CONFIRM)
    made = with_contribution(
        decision, replace(found, standing=Standing.TO_CONFIRM, figures=(sum_open,))
    )
    text = printed(town, made, "post-16-contribution", ASKED)
    assert "not yet confirmed this figure" in text
    assert "An older page" in text
    assert "not yet confirmed this rule" not in text


def test_a_charge_that_nobody_confirmed_says_so(town: Town) -> None:
    application = sixth_former(town)
    record_fact(town.desk, application, "contribution_low_income", False, "asked by letter")
    decision = draft_decision(town.desk, application, OFFER)
    assert decision.parts is not None
    to_confirm = Standing.TO_CONFIRM
    found = decision.parts.contribution
    open_still = replace(found, standing=to_confirm, rule_standing=to_confirm)
    made = with_contribution(decision, open_still)
    assert "not yet confirmed this rule" in printed(town, made, "post-16-contribution", ASKED)


def test_an_exception_that_is_recorded_without_parts_leaves_what_is_paid_blank(town: Town) -> None:
    decision = draft_decision(town.desk, town.child_at(1.5), EXCEPTION)
    assert "There is nothing to pay" in printed(town, decision, "approve-by-discretion")
    before = replace(decision, parts=None)
    assert "what you pay towards the travel" in content_of(
        town, before, "approve-by-discretion"
    ).blanks  # fmt: skip


# How the child travels


def test_the_kind_of_travel_is_told_with_why_each_lesser_kind_is_not_suitable(town: Town) -> None:
    application = town.child_at(2.3)
    judged(town, application, safe_at_pick_up_point=True)
    record_judgement(town.desk, application, "needs_passenger_assistant", False, "No need.")
    for fact in ("sharing_excluded", "risk_when_sharing"):
        record_judgement(town.desk, application, fact, False, "Looked at.")
    decision = draft_decision(town.desk, application, APPROVE)
    assert decision.parts is not None
    found = decision.parts.arrangement
    assert found is not None and found.suggested is not None
    text = printed(town, decision, "approve")
    assert "We plan to provide this kind of travel: A shared vehicle from a pick-up point" in text
    assert "These are not suitable:" in text
    for rung in found.excluded:
        assert rung.title in text
    assert "cannot use public transport." in text.replace("Can use", "can use")
    assert "We will tell you the details by" in text


def test_travel_until_training_is_done_is_told_or_said_to_be_open(town: Town) -> None:
    application = town.child_at(2.3)
    judged(town, application, fit_for_travel_training=True)
    decision = draft_decision(town.desk, application, APPROVE)
    assert decision.parts is not None
    found = decision.parts.arrangement
    assert found is not None and found.suggested is not None
    text = printed(town, decision, "approve")
    assert "Travel training, with arranged travel until it is done" in text
    told = found.meanwhile or found.open
    assert told is not None and told.title in text
    assert ("Until that is ready:" in text) is (found.meanwhile is not None)
    assert ("It is not settled yet" in text) is (found.open is not None)


def test_no_kind_of_travel_is_named_that_the_record_does_not_hold(town: Town) -> None:
    decision = draft_decision(town.desk, town.child_at(2.3), APPROVE)
    assert decision.parts is not None
    assert decision.parts.arrangement is not None
    assert decision.parts.arrangement.suggested is None
    text = printed(town, decision, "approve")
    assert "We plan" not in text
    assert "We will tell you how Rowan Tern will travel by" in text


# When it ends


@pytest.mark.parametrize(
    ("miles", "born", "because"),
    [
        (2.3, date(2019, 6, 1), "31 May 2027. It ends then for this reason: the 8th birthday."),
        (3.4, date(2018, 6, 1), "31 August 2027. It ends then for this reason: the school year"),
    ],
    ids=["a birthday", "the school year"],
)
def test_the_last_day_is_told_with_what_ends_the_help(
    town: Town, miles: float, born: date, because: str
) -> None:
    decision = draft_decision(town.desk, town.child_at(miles, born=born), APPROVE)
    assert because in printed(town, decision, "approve")


def test_a_rule_that_ends_help_or_has_it_looked_at_again_is_named(town: Town) -> None:
    decision = draft_decision(town.desk, sixth_former(town), OFFER)
    text = printed(town, decision, "offer")
    assert "for this reason: Help after 16 ends with the college year" in text
    assert "paragraph 8.1" in text
    assert "We will look at it again by" in text
    assert "Travel for special needs is looked at again each spring" in text


def test_where_the_letter_names_another_last_day_no_reason_is_given_for_it(town: Town) -> None:
    decision = draft_decision(town.desk, town.child_at(2.3), APPROVE)
    council, vocabulary = sender(town.desk.shelf, "marlhaven"), town.desk.shelf.vocabulary()
    terms = replace(letter_terms(town.desk, decision), ends_on=date(2027, 4, 1))
    matter = words.matter_of(decision, council, terms, vocabulary)
    text = text_of(words.pdf(words.compose(matter, "approve")))
    assert "1 April 2027" in text
    assert "for this reason" not in text
