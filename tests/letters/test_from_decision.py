"""The record of a decision becomes all that its letter may say, and nothing besides."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pikepdf
import pytest

from letters import FactRow, Matter, NearestSchool, compose, fact_rows, matter_of, pdf
from letters.facts import value_words
from records.application import Point
from records.decision import Decision, NearestSuitable
from records.fact import Fact, Judgement
from records.measurement import Measurement, Way
from rules.values import NO_ROUTE, FactType, KnownHow, Outcome, Result
from rules.vocabulary import FactWord
from tests.letters.case import (
    NOON,
    REFUSED,
    SENDER,
    TERMS,
    THREE_MILES,
    TWO_MILES,
    beyond,
    recommendation,
)
from tests.letters.pdf_check import check


def word(name: str, kind: str, label: str, **more: Any) -> FactWord:
    return FactWord(name, kind, KnownHow.RECORDED, True, label, f"{label}?", "It is asked.", **more)


VOCABULARY = {
    each.name: each
    for each in (
        word("date_of_birth", FactType.DATE, "Date of birth"),
        word("walking_distance", FactType.LENGTH, "Walking distance"),
        word("age", FactType.NUMBER, "Age on the day of travel"),
        word("registered_pupil", FactType.YES_NO, "On the roll"),
        word("can_walk_accompanied", FactType.YES_NO, "Can walk with an adult"),
        word("contribution", FactType.MONEY, "Contribution"),
        word("notice", FactType.DAYS, "Notice"),
        word(
            "school_kind",
            FactType.CHOICE,
            "Kind of place",
            choices=("mainstream", "special"),
            choice_labels=("Mainstream school", "Special school"),
        ),
    )
}
WALKED = 2_414_016


def fact(name: str, value: Any) -> Fact:
    return Fact(name, value, KnownHow.RECORDED, "application form", "p", date(2026, 6, 2))


def measured(ground_mm: int | None, **changes: Any) -> Measurement:
    made = Measurement(
        id="m1",
        application="a1",
        way=Way.WALKING,
        school="s1",
        gate="Main gate",
        network="Marlhaven network 2026-06",
        digest="0" * 64,
        home=(450000.0, 90000.0),
        home_on_network=(450001.0, 90000.0),
        gate_on_network=(451000.0, 90000.0),
        home_snap_mm=1_000,
        gate_snap_mm=2_000,
        grid_mm=None if ground_mm is None else ground_mm - 700,
        ground_mm=ground_mm,
        line=(),
        why_none=None,
        by="p",
        at=datetime(2026, 6, 9, 10, tzinfo=UTC),
    )
    return replace(made, **changes)


DECISION = Decision(
    id="d1",
    application="a1",
    reference="MTS-2026-00418",
    child_name="Zofia Łuczak",
    date_of_birth=date(2019, 2, 3),
    parent_name="Mrs Agnieszka Łuczak",
    address=("14 Ropewalk Lane", "Marlhaven", "ZZ1 4QD"),
    school_name="Brook Road Primary School",
    recommendation=REFUSED.recommendation,
    facts=(
        fact("date_of_birth", date(2019, 2, 3)),
        fact("walking_distance", WALKED),
        fact("registered_pupil", True),
        fact("school_kind", "mainstream"),
        fact("phase", "school_age"),
        fact("in_area", None),
    ),
    judgements=(
        Judgement("j1", "a1", "can_walk_accompanied", False, "First view.", "p", "P", NOON),
        Judgement("j2", "a1", "can_walk_accompanied", True, "Seen walking.", "p", "P", NOON),
        Judgement("j3", "a1", "accompaniment_reasonable", True, "At home.", "p", "P", NOON),
    ),
    measurements=(measured(WALKED),),
    points=(
        Point("q1", "a1", "It is too far.", date(2026, 6, 3), (), "It is 1.50 miles.", "p", NOON),
    ),
    outcome=Outcome.NOT_ENTITLED,
    reasons="The route is safe.",
    discretion=REFUSED.discretion,
    departs_because=None,
    decided_by="p",
    decided_by_name="Daniel Okafor",
    decided_at=NOON,
    policy_texts=(("marlhaven/2026-27", "..."),),
    policy_title="Marlhaven School Travel Policy 2026 to 2027",
    nearest_suitable=NearestSuitable("Quay Primary", 2_000_000, 2_100_000),
)


def matter(**changes: Any) -> Matter:
    return matter_of(replace(DECISION, **changes), SENDER, TERMS, VOCABULARY)


def test_a_full_record_gives_a_letter_without_blanks_that_passes_every_check() -> None:
    content = compose(matter(), "refuse")
    assert content.blanks == ()
    assert check(pikepdf.open(io.BytesIO(pdf(content)))) == []


def test_facts_are_told_with_label_value_and_source() -> None:
    rows = matter().facts
    assert rows[0] == FactRow("Date of birth", "3 February 2019", "application form, 2 June 2026")
    assert [row.value for row in rows[1:6]] == [
        "1.50 miles (2,414.016 m)",
        "Yes",
        "Mainstream school",
        "school age",
        "Not known",
    ]
    assert rows[5].label == "In area"


def test_a_fact_that_no_telling_test_looked_at_is_marked_so() -> None:
    turned = {each.label: each.turned for each in matter().facts}
    assert turned["Walking distance"]
    assert not all(turned.values())


def test_worked_out_facts_are_told_only_where_a_test_looked_at_them() -> None:
    found = REFUSED.recommendation
    assert not [row for row in fact_rows((), found, VOCABULARY) if row.value == "7"]
    part = replace(beyond(WALKED, Result.NOT_MET).because, name="age")
    looked = replace(found, findings=(replace(found.findings[1], because=part),))
    (row,) = fact_rows((), looked, VOCABULARY)
    assert row == FactRow("Age on the day of travel", "7", "worked out from other facts")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("contribution", 61_667, "£616.67"),
        ("notice", 20, "20 days"),
        ("registered_pupil", False, "No"),
        ("age", 0, "0"),
        ("walking_distance", NO_ROUTE, "No route"),
        ("walking_distance", None, "Not known"),
        ("school_kind", "special", "Special school"),
        ("unheard_of", "one_thing", "one thing"),
    ],
)
def test_a_value_is_told_in_the_words_of_its_type(name: str, value: Any, words: str) -> None:
    assert value_words(name, value, None, VOCABULARY) == words


@pytest.mark.parametrize(
    ("length", "limit", "words"),
    [
        (TWO_MILES + 1, TWO_MILES, "2.000001 miles (3,218.689 m)"),
        (THREE_MILES - 1, THREE_MILES, "2.999999 miles (4,828.031 m)"),
        (TWO_MILES, TWO_MILES, "2.00 miles (3,218.688 m)"),
    ],
)
def test_a_fact_is_not_rounded_past_the_limit_it_was_held_against(
    length: Any, limit: int, words: str
) -> None:
    found = recommendation(Outcome.NOT_ENTITLED, (beyond(length, Result.NOT_MET, limit),))
    assert value_words("walking_distance", length, found, VOCABULARY) == words


def test_the_latest_judgement_counts() -> None:
    row, _ = matter().judged
    assert (row.label, row.value, row.reasons) == ("Can walk with an adult", "Yes", "Seen walking.")


def test_a_distance_comes_with_the_measurement_that_gave_it() -> None:
    (distance,) = matter().distances
    assert (distance.length, distance.limit) == (WALKED, TWO_MILES)
    assert distance.network == "Marlhaven network 2026-06"
    assert distance.gate == "Main gate, Brook Road Primary School"
    assert distance.measured_on == date(2026, 6, 9)


def test_a_measurement_to_somewhere_else_is_not_passed_off_as_this_one() -> None:
    (distance,) = matter(measurements=(measured(1_000_000),)).distances
    assert distance.length == WALKED
    assert distance.network is None


def test_the_length_that_counts_may_be_the_one_on_the_grid() -> None:
    (distance,) = matter(measurements=(measured(WALKED + 700),)).distances
    assert distance.network == "Marlhaven network 2026-06"


def test_no_route_is_borne_out_by_a_measurement_that_found_none() -> None:
    facts = (fact("walking_distance", NO_ROUTE),)
    (distance,) = matter(facts=facts, measurements=(measured(None),)).distances
    assert distance.length is NO_ROUTE
    assert distance.network


def test_grounds_are_those_the_officer_adopted() -> None:
    found = recommendation(Outcome.ENTITLED, (beyond(3_717_604, Result.MET),), ("para-6",))
    assert matter(recommendation=found, outcome=Outcome.ENTITLED).grounds == ("para-6",)
    assert matter(recommendation=found, departs_because="Moved").grounds == ()


def test_the_nearest_school_keeps_what_is_not_known() -> None:
    assert matter().nearest_suitable == NearestSchool("Quay Primary", 2_000_000, 2_100_000)
    unknown = NearestSuitable("Quay Primary", None, None)
    assert matter(nearest_suitable=unknown).nearest_suitable == NearestSchool("Quay Primary")


def test_phase_and_place_come_from_the_facts() -> None:
    assert (matter().phase, matter().school_kind) == ("school_age", "mainstream")
    assert matter(facts=()).phase is None
