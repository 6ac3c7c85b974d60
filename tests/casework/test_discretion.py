"""Discretion is a record of its own: the power that fits, who considered and who authorised it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casework.assess import assess
from casework.authorise import CannotAuthorise, authorisers
from casework.decide import GateClosed, decide_case
from casework.desk import Desk
from casework.discretion import Considered, DiscretionIncomplete, consider_discretion
from casework.gate import Intent, wanted
from casework.record import record_judgement
from casework.rights import NotAllowed
from records.people import Role
from rules.values import Outcome
from store import audit, decisions, discretions
from tests.casework.desks import as_person
from tests.casework.town import Town

REVIEW = date(2027, 3, 31)
OFFER = Intent(
    Outcome.OFFERED, "A bereavement in June.", "Two terms while the family is in mourning.",
    "The rules do not reach this child.", limits="Until the end of March.", review_on=REVIEW,
)  # fmt: skip


@pytest.fixture
def senior(town: Town) -> Desk:
    return as_person(town.desk, "R. Reid", Role.SENIOR_REVIEWER)


def offered(senior: Desk) -> Intent:
    return replace(OFFER, authorised_by=senior.person.id)


def test_a_refusal_keeps_the_discretion_considered_as_a_row_of_its_own(town: Town) -> None:
    application = town.child_at(1.5)
    refuse = Intent(Outcome.NOT_ENTITLED, "Within two miles.", "We looked at work hours.")
    made = decide_case(town.desk, application, refuse)
    (kept,) = discretions.discretions_of(town.desk.store, application)
    assert kept == made.discretion
    assert (kept.power, kept.used, kept.by_name) == ("s.508C", False, "A. Officer")
    assert (kept.at, kept.authorised_by) == (made.decided_at, None)
    whats = [line.what for line in audit.lines(town.desk.store, application)]
    assert whats[-2:] == ["discretion considered", "decision made"]


def test_help_by_discretion_names_who_authorised_it_its_limits_and_its_review(
    town: Town, senior: Desk
) -> None:
    application = town.child_at(1.5)
    made = decide_case(town.desk, application, offered(senior))
    found = made.discretion
    assert found is not None
    assert (found.used, found.authorised_by_name) == (True, "R. Reid")
    assert (found.limits, found.review_on) == ("Until the end of March.", REVIEW)
    assert decisions.decision(town.desk.store, made.id).discretion == found
    assert discretions.discretions_of(town.desk.store, application) == (found,)


@pytest.mark.parametrize(
    ("lacking", "says"),
    [
        ({"authorised_by": None}, "who authorises it"),
        ({"review_on": None}, "the day it is reviewed"),
        ({"discretion": " "}, r"the reasons for using discretion under s\.508C"),
    ],
)
def test_the_gate_wants_authoriser_review_and_reasons_of_help_by_discretion(
    town: Town, senior: Desk, lacking: dict[str, object], says: str
) -> None:
    application = town.child_at(1.5)
    with pytest.raises(GateClosed, match=says):
        decide_case(town.desk, application, replace(offered(senior), **lacking))  # type: ignore[arg-type]
    assert discretions.discretions_of(town.desk.store, application) == ()


def test_nobody_authorises_what_they_consider_themselves(town: Town) -> None:
    application = town.child_at(1.5)
    own = replace(OFFER, authorised_by=town.desk.person.id)
    with pytest.raises(CannotAuthorise, match="somebody else than A. Officer"):
        decide_case(town.desk, application, own)
    assert decisions.list_decisions(town.desk.store) == ()
    assert discretions.discretions_of(town.desk.store, application) == ()


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.POLICY_LEAD, Role.AUDITOR])
def test_a_person_without_the_role_cannot_authorise(town: Town, role: Role) -> None:
    other = as_person(town.desk, "Somebody", role)
    assert other.person not in authorisers(town.desk)
    with pytest.raises(CannotAuthorise):
        decide_case(town.desk, town.child_at(1.5), replace(OFFER, authorised_by=other.person.id))


def sixth_former(town: Town) -> str:
    application = town.child_at(
        3.5, born=date(2009, 11, 3), has_send=True, has_ehcp=True, year_group=12,
    )  # fmt: skip
    record_judgement(town.desk, application, "nearest_course", True, "No nearer college has it.")
    return application


def test_after_16_the_published_statement_binds_and_is_not_discretion(town: Town) -> None:
    application = sixth_former(town)
    found = assess(town.desk, application)
    assert found.recommendation is not None
    assert found.recommendation.eligibility.outcome is Outcome.OFFERED
    plain = Intent(Outcome.OFFERED, "Beyond three miles, with a plan.", "It was weighed anyway.")
    assert wanted(found, plain) == ()
    send = as_person(town.desk, "S. Ortega", Role.SEND_OFFICER)
    assert decide_case(send, application, plain).discretion is None
    refuse = Intent(Outcome.NOT_ENTITLED, "No.", "Looked.", "We would rather not.")
    assert any("binds the council" in each for each in wanted(found, refuse))


def test_discretion_can_be_considered_before_the_decision(town: Town, senior: Desk) -> None:
    application = town.child_at(1.5)
    first = Considered("s.508C", False, "The family has a car.")
    consider_discretion(town.desk, application, first)
    second = Considered("s.508C", True, "The car was sold.", senior.person.id, "", REVIEW)
    consider_discretion(town.desk, application, second)
    kept = discretions.discretions_of(town.desk.store, application)
    assert [each.used for each in kept] == [False, True]


def test_discretion_without_reasons_or_review_is_not_recorded(town: Town, senior: Desk) -> None:
    application = town.child_at(1.5)
    with pytest.raises(DiscretionIncomplete, match="reasons"):
        consider_discretion(town.desk, application, Considered("s.508C", False, " "))
    used = Considered("s.508C", True, "Grief.", senior.person.id)
    with pytest.raises(DiscretionIncomplete, match="reviewed"):
        consider_discretion(town.desk, application, used)
    with pytest.raises(NotAllowed):
        consider_discretion(senior, application, Considered("s.508C", False, "Looked."))
    assert discretions.discretions_of(town.desk.store, application) == ()
