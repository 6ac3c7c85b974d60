"""Assessing and deciding: the gate, the rights, what is frozen, and that nothing is edited."""

from __future__ import annotations

import pytest

from casework.assess import assess
from casework.decide import GateClosed, decide_case
from casework.gate import Intent, wanted
from casework.panel import list_decided, open_for_panel, replays
from casework.record import CannotRecord, answer_point, raise_point, record_fact, record_judgement
from casework.rights import NotAllowed
from records.application import Directorate, Stage
from records.people import Role
from rules.values import Outcome
from store import applications, audit, decisions
from tests.casework.desks import as_person
from tests.casework.town import Town

APPROVE = Intent(Outcome.ENTITLED, "The measured route is longer than two miles.")
REFUSE = Intent(Outcome.NOT_ENTITLED, "The route is within the limit.", "We looked at work hours.")


def test_a_child_of_seven_beyond_two_miles_is_entitled_until_the_eighth_birthday(
    town: Town,
) -> None:
    found = assess(town.desk, town.child_at(2.3))
    assert found.recommendation is not None
    assert found.recommendation.eligibility.outcome is Outcome.ENTITLED
    assert found.recommendation.eligibility.grounds == ("england/1996-act#para-6",)
    assert str(found.lasts_until) == "2027-05-31", "the day before the eighth birthday"
    assert found.questions == ()


def test_what_is_not_recorded_is_asked_for_and_never_guessed(town: Town) -> None:
    found = assess(town.desk, town.child_at(2.3, boarding_arranged=None))
    assert found.recommendation is not None
    assert found.recommendation.eligibility.outcome is Outcome.CANNOT_TELL_YET
    assert [question.word.name for question in found.questions] == ["boarding_arranged"]


def test_measuring_is_the_first_thing_wanted_when_no_route_was_measured(town: Town) -> None:
    found = assess(town.desk, town.child_at(2.3, measured=False))
    assert found.questions[0].word.name == "walking_distance"


def test_a_measurement_from_a_former_home_no_longer_counts(town: Town) -> None:
    from dataclasses import replace

    from casework.case import read_case
    from store.households import correct_household

    application = town.child_at(2.3)
    home = read_case(town.desk, application).household
    moved = replace(home, easting=(home.easting or 0) - 1000)
    correct_household(town.desk.store, moved, town.desk.person)
    names = {fact.name for fact in assess(town.desk, application).facts}
    assert "walking_distance" not in names


def test_a_decision_freezes_the_facts_the_law_and_the_reasons(town: Town) -> None:
    application = town.child_at(2.3)
    decision = decide_case(town.desk, application, APPROVE)
    stored = decisions.decision(town.desk.store, decision.id)
    assert stored == decision
    assert {name for name, _ in stored.policy_texts} == {
        "vocabulary", "england/1996-act", "marlhaven/2026-27",
    }  # fmt: skip
    assert stored.decided_by_name == "A. Officer"
    assert replays(stored)
    assert applications.application(town.desk.store, application).stage is Stage.DECIDED


def test_a_decision_is_superseded_by_a_later_one_and_both_are_kept(town: Town) -> None:
    application = town.child_at(2.3)
    first = decide_case(town.desk, application, APPROVE)
    second = decide_case(town.desk, application, APPROVE)
    assert second.supersedes == first.id
    assert decisions.current_decision(town.desk.store, application) == second
    assert len(decisions.decisions_of(town.desk.store, application)) == 2


@pytest.mark.parametrize(
    ("intent", "says"),
    [
        (Intent(Outcome.ENTITLED, " "), "reasons"),
        (Intent(Outcome.NOT_ENTITLED, "No.", "Looked."), "The law entitles this child"),
        (Intent(Outcome.OFFERED, "Kindness."), "The law entitles this child"),
        (Intent(Outcome.FOR_AN_OFFICER, "Later."), "Choose"),
    ],
)
def test_an_entitled_child_cannot_be_refused_nor_approved_without_reasons(
    town: Town, intent: Intent, says: str
) -> None:
    application = town.child_at(2.3)
    with pytest.raises(GateClosed, match=says):
        decide_case(town.desk, application, intent)
    assert decisions.list_decisions(town.desk.store) == ()


def test_a_refusal_wants_the_discretion_that_fits_the_phase(town: Town) -> None:
    application = town.child_at(1.5)
    with pytest.raises(GateClosed, match=r"s\.508C"):
        decide_case(town.desk, application, Intent(Outcome.NOT_ENTITLED, "Within two miles."))
    decision = decide_case(town.desk, application, REFUSE)
    assert decision.discretion is not None
    assert (decision.discretion.power, decision.discretion.used) == ("s.508C", False)


def test_a_refusal_wants_every_point_of_the_family_answered(town: Town) -> None:
    application = town.child_at(1.5)
    point = raise_point(town.desk, application, "The path floods in winter.")
    with pytest.raises(GateClosed, match="Answer the family's point"):
        decide_case(town.desk, application, REFUSE)
    answer_point(town.desk, point.id, "The road is walked instead; it was measured so.")
    assert decide_case(town.desk, application, REFUSE).points[0].answer


def test_an_open_case_is_not_refused_without_saying_why(town: Town) -> None:
    application = town.child_at(1.5, route_unsafe=None)
    (closed,) = wanted(assess(town.desk, application), REFUSE)
    assert closed.startswith("Settle route safe alone")
    with pytest.raises(GateClosed, match="route safe alone"):
        decide_case(town.desk, application, REFUSE)
    knowing = Intent(
        Outcome.NOT_ENTITLED, "Within two miles.", "Looked.", "The family withdrew the point."
    )
    assert decide_case(town.desk, application, knowing).departs_because


def test_contradicting_facts_are_named_and_not_decided(town: Town) -> None:
    application = town.child_at(2.3)
    record_fact(town.desk, application, "nearer_suitable_place", True, "places table")
    found = assess(town.desk, application)
    assert found.recommendation is None
    assert "nearer_suitable_place" in (found.trouble or "")
    with pytest.raises(GateClosed, match="contradict"):
        decide_case(town.desk, application, APPROVE)


def test_solo_travel_and_sen_eligibility_are_refused_without_the_send_role(town: Town) -> None:
    solo = town.child_at(2.3, solo=True)
    with pytest.raises(NotAllowed, match="solo travel"):
        decide_case(town.desk, solo, APPROVE)
    send_case = town.child_at(2.3, directorate=Directorate.SEND)
    with pytest.raises(NotAllowed, match="SEN eligibility"):
        decide_case(town.desk, send_case, APPROVE)
    officer = as_person(town.desk, "S. Ortega", Role.SEND_OFFICER)
    assert decide_case(officer, solo, APPROVE).decided_by_name == "S. Ortega"


def test_ability_to_walk_is_judged_by_the_send_officer_and_decides_paragraph_2(town: Town) -> None:
    application = town.child_at(1.2, has_send=True)
    assert assess(town.desk, application).questions[0].word.name == "can_walk_alone"
    with pytest.raises(NotAllowed):
        record_judgement(town.desk, application, "can_walk_alone", False, "Seen walking.")
    send = as_person(town.desk, "S. Ortega", Role.SEND_OFFICER)
    with pytest.raises(CannotRecord, match="reasons"):
        record_judgement(send, application, "can_walk_alone", False, " ")
    record_judgement(send, application, "can_walk_alone", False, "No sense of danger; report.")
    record_judgement(send, application, "can_walk_accompanied", False, "Runs from adults; report.")
    found = assess(send, application)
    assert found.recommendation is not None
    assert found.recommendation.eligibility.grounds == ("england/1996-act#para-2",)
    with pytest.raises(NotAllowed):
        decide_case(town.desk, application, APPROVE)
    assert decide_case(send, application, APPROVE).judgements[0].reasons


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.POLICY_LEAD, Role.AUDITOR])
def test_people_without_an_officers_role_change_nothing(town: Town, role: Role) -> None:
    application = town.child_at(2.3)
    other = as_person(town.desk, "Somebody", role)
    before = len(audit.lines(town.desk.store))
    with pytest.raises(NotAllowed):
        decide_case(other, application, APPROVE)
    with pytest.raises(NotAllowed):
        record_fact(other, application, "in_area", True, "form")
    assert len(audit.lines(town.desk.store)) == before


def test_the_panel_sees_the_record_in_order_and_that_it_replays(town: Town) -> None:
    application = town.child_at(1.5)
    decision = decide_case(town.desk, application, REFUSE)
    (line,) = list_decided(town.desk)
    assert (line.reference, line.outcome) == (decision.reference, Outcome.NOT_ENTITLED)
    panel = open_for_panel(town.desk, decision.id)
    assert panel.replays
    assert [each.provision for each in panel.rationale.failed][0].endswith(
        ("para-6", "para-2", "para-4")
    )
    assert all(each.applies is False for each in panel.rationale.ruled_out)
    assert panel.decision.nearest_suitable is not None
    assert panel.decision.nearest_suitable.name == "Brook Road Primary"


def test_bad_values_are_refused_in_words_and_nothing_changes(town: Town) -> None:
    application = town.child_at(2.3)
    before = assess(town.desk, application).facts
    for name, value in (("year_group", "three"), ("date_of_birth", "2019-02-30"), ("age", 7)):
        with pytest.raises(CannotRecord, match="Nothing was changed"):
            record_fact(town.desk, application, name, value, "form")
    with pytest.raises(CannotRecord, match="source"):
        record_fact(town.desk, application, "in_area", True, " ")
    assert assess(town.desk, application).facts == before
