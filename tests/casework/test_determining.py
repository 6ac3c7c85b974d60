"""Travel alone is a determination: every criterion, an authoriser, a review, and SEND alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from casework.assess import assess
from casework.authorise import CannotAuthorise
from casework.decide import GateClosed, decide_case
from casework.desk import Desk
from casework.determining import (
    CannotDetermine,
    Determining,
    Judged,
    asked_of,
    criteria_of,
    determine,
    wanted_determinations,
)
from casework.gate import Intent
from casework.panel import open_for_panel, replays
from casework.policies.confirm import confirm_version
from casework.record import record_fact, record_judgement
from casework.rights import NotAllowed
from records.people import Role
from rules.part_values import DeterminationOutcome
from rules.values import Determined, Outcome
from store import audit, decisions, determinations, judgements
from tests.casework.desks import as_person
from tests.casework.live import DRAFT, live_case
from tests.casework.town import Town

REVIEW = date(2027, 3, 1)
NOT_SUITABLE = ("can_use_public_transport", "fit_for_travel_training", "safe_at_pick_up_point")
APPROVE = Intent(Outcome.ENTITLED, "The measured route is longer than two miles.")


@pytest.fixture
def send(town: Town) -> Desk:
    return as_person(town.desk, "S. Ortega", Role.SEND_OFFICER)


@pytest.fixture
def second(town: Town) -> Desk:
    return as_person(town.desk, "M. Quay", Role.SEND_OFFICER)


@pytest.fixture
def application(town: Town) -> str:
    """A child for whom every lesser kind of travel was looked at and is not suitable."""
    found = live_case(town)
    confirm_version(as_person(town.desk, "P. Lead", Role.POLICY_LEAD), DRAFT, "A minute.")
    for fact in NOT_SUITABLE:
        record_judgement(town.desk, found, fact, False, "Looked at with the school.")
    record_judgement(town.desk, found, "needs_passenger_assistant", False, "No need of one.")
    record_fact(town.desk, found, "consents_to_budget", False, "asked by letter")
    return found


def meant(desk: Desk, application: str, second: Desk, **yes: bool | None) -> Determining:
    """Every criterion answered no, but for those given."""
    found = assess(desk, application)
    asked = asked_of(found, Determined.SOLO_TRAVEL)
    assert asked is not None
    names = [word.name for word in criteria_of(found, asked)]
    judged = {name: Judged(yes.get(name, False), f"Reasons for {name}.") for name in names}
    return Determining(
        Determined.SOLO_TRAVEL, judged, "He hits others when near them.", second.person.id, REVIEW
    )


NEEDED = {"risk_when_sharing": True, "sharing_excluded": True}


def test_the_criteria_are_those_of_the_policy_each_a_question_a_person_judges(
    send: Desk, application: str
) -> None:
    found = assess(send, application)
    asked = asked_of(found, Determined.SOLO_TRAVEL)
    assert asked is not None
    names = {word.name for word in criteria_of(found, asked)}
    assert names == {
        "risk_when_sharing", "care_in_transit_excludes_sharing", "equipment_excludes_sharing",
        "sensory_need_excludes_sharing", "shared_journey_too_long", "one_to_one_at_school",
        "sharing_excluded",
    }  # fmt: skip


def test_a_determination_is_kept_with_its_criteria_reasons_authoriser_and_review(
    send: Desk, second: Desk, application: str
) -> None:
    made = determine(send, application, meant(send, application, second, **NEEDED))
    (kept,) = determinations.determinations_of(send.store, application)
    assert kept == made
    assert made.outcome is DeterminationOutcome.NEEDED
    assert (made.by_name, made.authorised_by_name) == ("S. Ortega", "M. Quay")
    assert made.review_on == REVIEW
    assert {each.fact: each.met for each in made.criteria}["risk_when_sharing"] is True
    line = audit.lines(send.store, application)[-1]
    assert (line.what, line.body["kind"]) == ("determination made", "solo_travel")
    judged = {each.fact: each.value for each in judgements.judgements_of(send.store, application)}
    assert judged["sharing_excluded"] is True


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.SEND_OFFICER])
def test_nobody_but_the_send_officer_determines_travel_alone(
    town: Town, send: Desk, second: Desk, application: str, role: Role
) -> None:
    other = as_person(town.desk, "Somebody", role)
    with pytest.raises(NotAllowed, match="SEND officer"):
        determine(other, application, meant(send, application, second, **NEEDED))
    assert determinations.determinations_of(town.desk.store, application) == ()


def test_nobody_authorises_their_own_determination(
    send: Desk, second: Desk, application: str
) -> None:
    own = replace(meant(send, application, second, **NEEDED), authorised_by=send.person.id)
    with pytest.raises(CannotAuthorise, match="somebody else than S. Ortega"):
        determine(send, application, own)
    transport = replace(own, authorised_by=None)
    with pytest.raises(CannotAuthorise):
        determine(send, application, transport)


def test_a_transport_officer_cannot_authorise_travel_alone(
    town: Town, send: Desk, second: Desk, application: str
) -> None:
    wrong = replace(meant(send, application, second), authorised_by=town.desk.person.id)
    with pytest.raises(CannotAuthorise, match="SEND officer"):
        determine(send, application, wrong)


Change = Callable[[Determining], Determining]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda one: replace(one, review_on=None), "reviewed"),
        (lambda one: replace(one, reasons=" "), "in all"),
        (
            lambda one: replace(
                one, judged={**one.judged, "one_to_one_at_school": Judged(True, " ")}
            ),
            "Still without: One-to-one at school",
        ),
        (
            lambda one: replace(
                one, judged={k: v for k, v in one.judged.items() if k != "sharing_excluded"}
            ),
            "Still without: Sharing ruled out",
        ),
    ],
)
def test_what_a_determination_lacks_is_named_and_nothing_is_recorded(
    send: Desk, second: Desk, application: str, change: Change, says: str
) -> None:
    before = audit.head(send.store)
    with pytest.raises(CannotDetermine, match=says):
        determine(send, application, change(meant(send, application, second, **NEEDED)))
    assert audit.head(send.store) == before


def test_not_known_is_an_answer_and_leaves_it_open(
    send: Desk, second: Desk, application: str
) -> None:
    open_one = meant(send, application, second, **NEEDED, sensory_need_excludes_sharing=None)
    assert determine(send, application, open_one).outcome is DeterminationOutcome.CANNOT_TELL_YET


def test_the_gate_refuses_a_solo_vehicle_that_was_judged_but_not_determined(
    town: Town, send: Desk, second: Desk, application: str
) -> None:
    for name, judged in meant(send, application, second, **NEEDED).judged.items():
        record_judgement(town.desk, application, name, judged.met, judged.reasons)
    found = assess(send, application)
    assert found.parts is not None
    assert found.parts.arrangement is not None
    assert found.parts.arrangement.suggested is not None
    assert found.parts.arrangement.suggested.provision.endswith("#solo-vehicle")
    assert [each.name for each in wanted_determinations(found)] == [Determined.SOLO_TRAVEL]
    with pytest.raises(GateClosed, match="SEND officer determines travelling alone"):
        decide_case(send, application, APPROVE)
    determine(send, application, meant(send, application, second, **NEEDED))
    made = decide_case(send, application, APPROVE)
    assert [each.kind for each in made.determinations] == [Determined.SOLO_TRAVEL]


def test_travel_alone_is_decided_by_the_send_officer(
    town: Town, send: Desk, second: Desk, application: str
) -> None:
    determine(send, application, meant(send, application, second, **NEEDED))
    with pytest.raises(NotAllowed, match="Deciding on solo travel is for the SEND officer"):
        decide_case(town.desk, application, APPROVE)
    assert decide_case(send, application, APPROVE).decided_by_name == "S. Ortega"


def test_a_judgement_changed_after_the_determination_closes_the_gate_again(
    send: Desk, second: Desk, application: str
) -> None:
    determine(send, application, meant(send, application, second))
    record_judgement(send, application, "risk_when_sharing", True, "A new report.")
    record_judgement(send, application, "sharing_excluded", True, "Tried in October.")
    with pytest.raises(GateClosed, match="determines travelling alone"):
        decide_case(send, application, APPROVE)


def test_the_parts_are_frozen_stored_and_replayed_byte_for_byte(
    send: Desk, second: Desk, application: str
) -> None:
    determine(send, application, meant(send, application, second, **NEEDED))
    made = decide_case(send, application, APPROVE)
    stored = decisions.decision(send.store, made.id)
    assert stored == made
    assert stored.parts is not None
    assert replays(stored)
    assert open_for_panel(send, made.id).replays
    paid = replace(stored.parts.contribution, annual_pence=1)
    assert not replays(replace(stored, parts=replace(stored.parts, contribution=paid)))
    assert replays(replace(stored, parts=None)), "decisions of before the parts still replay"


def test_an_assistant_is_determined_by_any_officer_and_authorised_as_the_policy_says(
    town: Town, second: Desk
) -> None:
    sample = town.child_at(2.3)
    judged = {"needs_passenger_assistant": Judged(True, "She leaves her seat; report of May.")}
    kind = Determined.PASSENGER_ASSISTANT
    alone = Determining(kind, judged, "A risk to her and others.")
    with pytest.raises(CannotAuthorise, match="SEND officer"):
        determine(town.desk, sample, alone)
    made = determine(town.desk, sample, replace(alone, authorised_by=second.person.id))
    assert (made.kind, made.outcome) == (kind, DeterminationOutcome.NEEDED)
    assert (made.by_name, made.authorised_by_name, made.review_on) == (
        "A. Officer",
        "M. Quay",
        None,
    )


def test_a_policy_that_asks_for_no_determination_takes_none(
    town: Town, send: Desk, second: Desk
) -> None:
    sample = town.child_at(1.5)
    wanted = Determining(Determined.SOLO_TRAVEL, {}, "No.", second.person.id, REVIEW)
    with pytest.raises(CannotDetermine, match="asks for no determination"):
        determine(send, sample, wanted)
