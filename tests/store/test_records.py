"""Every kind of record comes back as it went in, and corrections keep what stood before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from records.application import Application, Directorate, Evidence, Point, Stage
from records.child import Child, Household
from records.decision import Decision
from records.fact import Fact, Judgement
from records.letter import Letter
from records.measurement import Measurement, Way
from records.network import Network
from records.people import Person, Role
from records.school import School
from rules.values import NO_ROUTE, FactValue, KnownHow
from store import applications, children, households, people, schools
from store.decisions import add_decision
from store.evidence import add_evidence, document_of, evidence_of
from store.facts import facts_of, facts_of_all, history_of, record_fact
from store.identifiers import new_id
from store.judgements import add_judgement, every_judgement_of, judgements_of, judgements_of_all
from store.letters import add_letter, letter, letters_of_case
from store.measurements import (
    add_measurement,
    latest_measurement,
    lengths_of_all,
    measurements_of,
    measurements_of_all,
)
from store.networks import add_network, latest_network, list_networks, network
from store.points import answer_point, answers_to, points_of, raise_point
from store.problems import AlreadyHeld, NotAllowedNow, NotThere
from store.settings import set_setting, setting, settings
from store.store import Store


def test_family_school_and_case_come_back_as_they_went_in(
    store: Store, case: Application, household: Household, child: Child, school: School
) -> None:
    assert households.household(store, household.id) == household
    assert children.child(store, child.id) == child
    assert schools.school(store, school.id) == school
    assert applications.application(store, case.id) == case
    assert applications.application(store, case.id).solo_travel_asked is False
    assert applications.by_reference(store, "MH-2027-0001") == case
    assert applications.by_reference(store, "other") is None
    assert children.children_of(store, household.id) == (child,)
    assert applications.applications_of_child(store, child.id) == (case,)
    assert households.list_households(store) == (household,)
    assert schools.list_schools(store) == (school,)


def test_what_is_not_there_is_told_by_kind(store: Store) -> None:
    with pytest.raises(NotThere, match="no school nowhere"):
        schools.school(store, "nowhere")


def test_the_same_reference_twice_is_told_by_its_name(
    store: Store, case: Application, anna: Person
) -> None:
    with pytest.raises(AlreadyHeld, match="same reference"):
        applications.add_application(store, replace(case, id=new_id()), anna)


def test_a_corrected_address_keeps_the_earlier_one(
    store: Store, case: Application, household: Household, anna: Person
) -> None:
    moved = replace(household, address=("9 Mill Lane",), easting=None, northing=None)
    households.correct_household(store, moved, anna)
    assert households.household(store, household.id) == moved
    (before,) = households.earlier_households(store, household.id)
    assert (before.record, before.by) == (household, anna.id)


def test_a_school_s_places_are_dated_by_their_corrections(
    store: Store, case: Application, school: School, anna: Person
) -> None:
    schools.correct_school(store, replace(school, places_free=0), anna)
    schools.correct_school(store, replace(school, places_free=None), anna)
    past = schools.earlier_schools(store, school.id)
    assert [one.record.places_free for one in past] == [3, 0]
    assert past[0].until < past[1].until


def test_roles_are_given_and_the_earlier_ones_kept(store: Store, anna: Person) -> None:
    after = people.give_roles(store, anna.id, [Role.SEND_OFFICER, Role.AUDITOR], anna)
    assert people.person(store, anna.id) == after
    assert after.roles == {Role.SEND_OFFICER, Role.AUDITOR}
    assert people.earlier_roles(store, anna.id)[0].record == anna


def test_a_case_is_found_by_each_filter(store: Store, case: Application, anna: Person) -> None:
    send = replace(
        case, id=new_id(), reference="MH-2", directorate=Directorate.SEND, solo_travel_asked=True
    )
    applications.add_application(store, send, anna)
    given = applications.give_to(store, send.id, anna.id, anna)
    listed = applications.list_applications
    assert listed(store) == (case, given)
    assert listed(store, directorate=Directorate.SEND) == (given,)
    assert listed(store, stage=Stage.DECIDED) == ()
    assert listed(store, belongs_to=anna.id) == (given,)
    assert listed(store, text="MH-2") == (given,) or listed(store, text="MH-2") == (case, given)
    assert listed(store, text="lee harbour", limit=1) == (case,)
    assert listed(store, text="—") == ()
    assert applications.count_by_stage(store)[Stage.OPEN] == 2


def test_an_open_case_is_withdrawn_once(store: Store, case: Application, anna: Person) -> None:
    gone = applications.withdraw(store, case.id, "The family moved away.", anna)
    assert gone.stage is Stage.WITHDRAWN
    assert applications.application(store, case.id) == gone
    with pytest.raises(NotAllowedNow, match="is withdrawn"):
        applications.withdraw(store, case.id, "again", anna)


def test_an_application_cannot_begin_decided(store: Store, case: Application, anna: Person) -> None:
    decided = replace(case, id=new_id(), reference="MH-9", stage=Stage.DECIDED)
    with pytest.raises(NotAllowedNow, match="begins open"):
        applications.add_application(store, decided, anna)


VALUES = [True, False, 0, 3_218_688, -1, 2**70, date(2027, 9, 2), "2027-09-02", "", None, NO_ROUTE]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_fact_keeps_its_value_exactly_with_its_type(
    store: Store, case: Application, anna: Person, value: FactValue | None
) -> None:
    fact = Fact("anything", value, KnownHow.RECORDED, "form", "Anna", date(2027, 3, 1))
    record_fact(store, case.id, fact, anna)
    (back,) = facts_of(store, case.id)
    assert back == fact
    assert type(back.value) is type(value)


def test_the_latest_fact_counts_and_the_history_stays(
    store: Store, case: Application, fact: Fact, anna: Person
) -> None:
    later = replace(fact, value=None, source="letter from the school")
    other = replace(fact, name="disabled")
    for one in (fact, other, later):
        record_fact(store, case.id, one, anna)
    assert facts_of(store, case.id) == (other, later)
    assert facts_of_all(store) == {case.id: (other, later)}
    assert history_of(store, case.id, "has_ehcp") == (fact, later)


def test_a_fact_of_no_case_is_refused(store: Store, fact: Fact, anna: Person) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        record_fact(store, "no such case", fact, anna)


def test_the_latest_judgement_of_a_fact_counts(
    store: Store, case: Application, judgement: Judgement, anna: Person
) -> None:
    later = replace(judgement, id=new_id(), value=True, reasons="He is seven now.")
    add_judgement(store, judgement, anna)
    add_judgement(store, later, anna)
    assert judgements_of(store, case.id) == (later,)
    assert judgements_of_all(store) == {case.id: (later,)}
    assert every_judgement_of(store, case.id) == (judgement, later)


def test_measurements_stand_beside_each_other(
    store: Store, case: Application, measurement: Measurement, anna: Person
) -> None:
    none = replace(
        measurement, id=new_id(), grid_mm=None, ground_mm=None, line=(), why_none="no way across",
        home_is_approximate=True,
    )  # fmt: skip
    add_measurement(store, measurement, anna)
    add_measurement(store, none, anna)
    assert measurements_of(store, case.id) == (measurement, none)
    assert measurements_of_all(store) == {case.id: (measurement, none)}
    assert lengths_of_all(store) == {case.id: (replace(measurement, line=()), none)}
    assert latest_measurement(store, case.id, Way.WALKING, measurement.school) == none
    assert latest_measurement(store, case.id, Way.ROAD, measurement.school) is None


def test_a_network_is_kept_once_with_its_bytes(store: Store, anna: Person) -> None:
    edges = bytes(range(256)) * 500
    first = Network("streets 2026-06", sha256(edges).hexdigest(), store.now(), edges)
    assert add_network(store, first, anna)
    assert not add_network(store, replace(first, name="again"), anna)
    assert network(store, first.digest) == latest_network(store) == first
    assert list_networks(store) == ((first.digest, "streets 2026-06"),)
    with pytest.raises(ValueError, match="digest"):
        add_network(store, replace(first, digest="0" * 64), anna)


def test_evidence_comes_back_with_its_document(
    store: Store, case: Application, anna: Person
) -> None:
    document = b"%PDF scan"
    held = Evidence(
        new_id(), case.id, "plan", "EHC plan", "family", date(2026, 5, 1), date(2027, 3, 1),
        sha256(document).hexdigest(), ("has_ehcp",),
    )  # fmt: skip
    told = replace(held, id=new_id(), sha256=None)
    add_evidence(store, held, anna, document)
    add_evidence(store, told, anna)
    assert evidence_of(store, case.id) == (held, told)
    assert (document_of(store, held), document_of(store, told)) == (document, None)
    with pytest.raises(ValueError, match="SHA-256"):
        add_evidence(store, replace(held, id=new_id()), anna, b"another")


def test_a_point_keeps_the_family_s_words_and_every_answer(
    store: Store, case: Application, point: Point, anna: Person
) -> None:
    raise_point(store, point, anna)
    assert points_of(store, case.id) == (point,)
    answer_point(store, point.id, "We will look.", anna)
    answered = answer_point(store, point.id, "The path was surveyed on 3 March.", anna)
    assert points_of(store, case.id) == (answered,)
    assert answered.words == point.words
    assert [answer for answer, _, _ in answers_to(store, point.id)] == [
        "We will look.", "The path was surveyed on 3 March.",
    ]  # fmt: skip
    with pytest.raises(NotThere):
        answer_point(store, "no such point", "x", anna)


def test_a_letter_comes_back_with_its_pdf(
    store: Store,
    case: Application,
    anna: Person,
    make_decision: Callable[..., Decision],
    make_letter: Callable[[Decision], Letter],
) -> None:
    decision = make_decision()
    add_decision(store, decision, anna)
    made = add_letter(store, make_letter(decision), anna)
    assert made.application == case.id, "the case follows from the decision"
    assert letter(store, made.id) == made
    assert letters_of_case(store, case.id) == (made,)
    with pytest.raises(ValueError, match="SHA-256"):
        add_letter(store, replace(made, id=new_id(), pdf=b"another"), anna)


def test_a_setting_is_what_it_was_last_set_to(store: Store, anna: Person) -> None:
    assert setting(store, "council", "none yet") == "none yet"
    set_setting(store, "council", "marlhaven", anna)
    set_setting(store, "council", "southampton", anna)
    assert setting(store, "council") == "southampton"
    assert settings(store) == {"council": "southampton"}
