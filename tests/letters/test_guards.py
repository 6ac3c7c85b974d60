"""A letter that its record does not bear out is refused, with a message that says what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from letters import kind_for, kind_named
from letters.discretion import ADULT, EARLY_YEARS, SCHOOL, SIXTH_FORM, power_for, power_named
from letters.errors import LetterRefused, UnknownKind
from records.decision import Discretion
from rules.values import Outcome, Result
from tests.letters.case import (
    APPROVED,
    GOOD,
    NEED,
    REFUSED,
    SENDER,
    beyond,
    letter,
    recommendation,
    terms,
)


@pytest.mark.parametrize("outcome", [Outcome.NOT_ENTITLED, Outcome.OFFERED])
def test_an_approval_needs_a_decision_that_entitles(outcome: Outcome) -> None:
    with pytest.raises(LetterRefused, match="Choose the kind of letter"):
        letter("approve", outcome=outcome)


@pytest.mark.parametrize("outcome", [Outcome.ENTITLED, Outcome.OFFERED])
def test_a_refusal_needs_a_decision_that_refuses(outcome: Outcome) -> None:
    with pytest.raises(LetterRefused, match="Choose the kind of letter"):
        letter("refuse", outcome=outcome)


@pytest.mark.parametrize("grounds", [(), ("para-4",), ("para-6", "para-11")])
def test_an_approval_names_the_ground_of_the_trace_and_no_other(grounds: tuple[str, ...]) -> None:
    with pytest.raises(LetterRefused, match="the rules found para-6"):
        letter("approve", grounds=grounds)


def test_an_approval_is_not_written_where_the_rules_did_not_entitle() -> None:
    found = recommendation(Outcome.FOR_AN_OFFICER, (NEED,), ("para-6",))
    with pytest.raises(LetterRefused, match="for an officer"):
        letter("approve", recommendation=found)


def test_a_refusal_against_the_rules_must_say_why() -> None:
    found = recommendation(Outcome.ENTITLED, (beyond(3_717_604, Result.MET),), ("para-6",))
    with pytest.raises(LetterRefused, match="without saying why it departs"):
        letter("refuse", recommendation=found)
    assert letter("refuse", recommendation=found, departs_because="The family has moved")


def test_a_refusal_is_not_written_while_the_rules_cannot_tell() -> None:
    found = recommendation(Outcome.CANNOT_TELL_YET, (replace(NEED, result=Result.UNKNOWN),))
    with pytest.raises(LetterRefused, match="cannot tell yet"):
        letter("refuse", recommendation=found)


def test_a_refusal_is_not_written_where_discretion_was_used() -> None:
    used = replace(REFUSED.discretion, used=True)
    with pytest.raises(LetterRefused, match="Decide that help is offered"):
        letter("refuse", discretion=used)


@pytest.mark.parametrize(
    ("phase", "kind", "power", "fits"),
    [
        ("school_age", "mainstream", "s.509A", "s.508C"),
        ("early_years", "early_years_setting", "s.508C", "s.509A"),
        ("early_years", "mainstream", "s.509A", "s.508C"),
        ("sixth_form_age", "sixth_form", "s.508C", "s.509AA statement"),
        ("adult_learner", "further_education", "s.509AA statement", "s.508F(8)"),
        ("school_age", "mainstream", "our own kindness", "s.508C"),
    ],
)
def test_the_discretion_cited_must_fit_the_phase(
    phase: str | None, kind: str, power: Any, fits: str
) -> None:
    discretion = Discretion(power, used=False, reasons="Reasons.")
    with pytest.raises(LetterRefused) as refused:
        letter("refuse", phase=phase, school_kind=kind, discretion=discretion)
    assert f"for this child it is {fits}" in str(refused.value)
    right = replace(discretion, power=fits)
    assert letter("refuse", phase=phase, school_kind=kind, discretion=right)


@pytest.mark.parametrize(
    "change",
    [
        {"review_how": "Appeal to the SEND Tribunal within two months"},
        {"other_help": ("SENDIST can help you",)},
    ],
)
@pytest.mark.parametrize("kind", ["approve", "refuse"])
def test_a_dispute_about_travel_is_never_sent_to_the_send_tribunal(
    kind: str, change: dict[str, Any]
) -> None:
    with pytest.raises(LetterRefused, match="cannot decide a dispute about travel alone"):
        letter(kind, sender=replace(SENDER, **change))


def test_the_family_and_the_officer_may_speak_of_a_tribunal() -> None:
    reasons = "The First-tier Tribunal named the school in March 2026."
    assert letter("refuse", reasons=reasons).blanks == ()


def test_the_last_day_for_a_review_lies_after_the_letter() -> None:
    with pytest.raises(LetterRefused, match="not after the day of the letter"):
        letter(terms=terms(review_by=date(2026, 6, 15)))


def test_a_refused_letter_says_that_nothing_was_lost() -> None:
    with pytest.raises(LetterRefused, match="Nothing was printed, and the record is unchanged"):
        letter("approve", matter=APPROVED, outcome=Outcome.OFFERED)


def test_an_unknown_kind_names_those_there_are() -> None:
    with pytest.raises(UnknownKind, match="approve, approve-by-discretion"):
        kind_named("approval")


def test_each_decision_has_the_letter_that_tells_of_it() -> None:
    assert kind_for(APPROVED).name == "approve"
    assert kind_for(REFUSED).name == "refuse"
    for kind in ("approve-by-discretion", "offer", "post-16-contribution"):
        assert kind_for(GOOD[kind]).name == kind
    with pytest.raises(UnknownKind, match="cannot tell yet"):
        kind_for(replace(APPROVED, outcome=Outcome.CANNOT_TELL_YET))


@pytest.mark.parametrize(
    ("phase", "kind", "power"),
    [
        ("school_age", None, SCHOOL),
        ("school_age", "section_19_place", SCHOOL),
        ("early_years", "mainstream", SCHOOL),
        ("early_years", "nursery", SCHOOL),
        ("early_years", "early_years_setting", EARLY_YEARS),
        ("sixth_form_age", "further_education", SIXTH_FORM),
        ("adult_learner", None, ADULT),
    ],
)
def test_the_power_that_fits(phase: str | None, kind: str, power: Any) -> None:
    assert power_for(phase, kind) is power


def test_no_power_is_guessed_where_phase_or_place_is_not_known() -> None:
    assert power_for(None, "mainstream") is None
    assert power_for("early_years", None) is None


@pytest.mark.parametrize(
    ("text", "power"),
    [
        ("s.508C", SCHOOL),
        ("section 508C of the Education Act 1996", SCHOOL),
        ("s 509A", EARLY_YEARS),
        ("s.509AA statement", SIXTH_FORM),
        ("section 508F(8)", ADULT),
    ],
)
def test_a_power_is_known_by_its_section_however_written(text: str, power: Any) -> None:
    assert power_named(text) is power
    assert power_named("local kindness") is None
