"""One good case for each kind of letter, to change one thing of in a test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from letters import (
    Distance,
    FactRow,
    JudgedRow,
    LetterContent,
    Matter,
    NearestSchool,
    PointAnswered,
    Sender,
    Terms,
    compose,
)
from records.decision import Discretion
from records.measurement import Way
from rules.recommendation import Derived, Duty, Eligibility, Finding, Recommendation, Step
from rules.values import (
    DutyOutcome,
    Effect,
    FactType,
    Outcome,
    Result,
    Standing,
)
from tests.letters.occasions import good_matters

MILE = 1_609_344
TWO_MILES, THREE_MILES = 3_218_688, 4_828_032


def length_test(value: Any, limit: int, result: Result, operator: str = ">") -> Step:
    return Step(
        kind="test",
        text="walking_distance > walking_limit",
        result=result,
        name="walking_distance",
        type=FactType.LENGTH,
        value=value,
        operator=operator,
        limit=limit,
        limit_name="walking_limit",
    )


def yes_no(name: str, value: Any, result: Result) -> Step:
    return Step("test", name, result, name=name, type=FactType.YES_NO, value=value)


def finding(
    provision: str,
    title: str,
    result: Result,
    *parts: Step,
    applies: bool | None = True,
    **changes: Any,
) -> Finding:
    made = Finding(
        provision=provision,
        title=title,
        effect=Effect.ENTITLES,
        result=result,
        applies=applies,
        cites=provision.replace("para-", "Education Act 1996, Schedule 35B, paragraph "),
        standing=Standing.ENACTED,
        missing=(),
        because=Step("all", title, result, parts),
    )
    return replace(made, **changes)


def recommendation(
    outcome: Outcome, findings: Iterable[Finding], grounds: tuple[str, ...] = ()
) -> Recommendation:
    return Recommendation(
        policy="marlhaven/2026-27",
        digest="0" * 64,
        day_of_travel=date(2026, 9, 7),
        eligibility=Eligibility(outcome, tuple(grounds), (), ()),
        duty=Duty(DutyOutcome.OWED, ()),
        findings=tuple(findings),
        derived=(Derived("age", 7, FactType.NUMBER, "from the date of birth"),),
    )


NEED = finding(
    "para-2",
    "Special educational needs, disability or mobility",
    Result.NOT_MET,
    yes_no("cannot_walk", False, Result.NOT_MET),
)
TOO_OLD = finding("para-9", "Low income, ages 8 to 10", Result.NOT_MET, applies=False)


def beyond(value: Any, result: Result, limit: int = TWO_MILES) -> Finding:
    return finding("para-6", "Beyond walking distance", result, length_test(value, limit, result))


SENDER = Sender(
    council="Marlhaven City Council",
    letterhead=("Travel Support, Harbour House", "Quayside, Marlhaven ZZ1 1AA"),
    contact_name="Priya Menon",
    contact_phone="01632 960 001",
    contact_email="travel@marlhaven.example",
    contact_hours="Monday to Friday, 9am to 4:30pm",
    measuring=(
        "the shortest route that a child, accompanied as necessary, can walk in reasonable safety"
    ),
    review_how=(
        "Use the review form at https://www.marlhaven.example/travel/review or ask us to post it"
    ),
    other_help=(
        "a spare seat on a school bus, where there is one",
        "a loan for a bicycle, through the school",
    ),
    formats="Ask us for this letter in large print, Easy Read or another language",
    privacy=(
        "We use your information only to decide on travel help. "
        "Our privacy notice is at https://www.marlhaven.example/privacy"
    ),
    onwards_school=(
        "You can complain to the Ombudsman about how we decided, within 12 months, at "
        "https://www.ombudsman.example"
    ),
    onwards_sixth_form="You can write to the minister, or complain to the Ombudsman",
    onwards_adult="You can complain to the Ombudsman",
    onwards_confirmed_by="Marlhaven's solicitor, 2 June 2026",
)

TERMS = Terms(
    letter_date=date(2026, 6, 15),
    review_by=date(2026, 7, 14),
    starts_on=date(2026, 9, 7),
    ends_on=date(2027, 7, 23),
    mode_how="We look at distance, needs and places on school buses before we choose",
    mode_told_by=date(2026, 8, 14),
    officer_title="Travel eligibility officer",
    fictional=True,
)

FACTS = (
    FactRow("Date of birth", "3 February 2019", "application form, 2 June 2026"),
    FactRow(
        "Walking distance",
        "2.31 miles (3,717.604 m)",
        "measured on Marlhaven network 2026-06, 9 June 2026",
    ),
    FactRow("Nearer suitable school with a place", "No", "admissions register, 3 June 2026"),
    FactRow("Special educational needs", "No", "application form, 2 June 2026"),
)

WALK = Distance(
    way=Way.WALKING,
    length=3_717_604,
    limit=TWO_MILES,
    network="Marlhaven network 2026-06",
    home="14 Ropewalk Lane, Marlhaven ZZ1 4QD",
    gate="Main gate, Brook Road Primary School",
    home_snap_mm=6_214,
    gate_snap_mm=2_070,
    measured_on=date(2026, 6, 9),
)

COMMON = {
    "sender": SENDER,
    "terms": TERMS,
    "reference": "MTS-2026-00418",
    "child_name": "Zofia Łuczak",
    "date_of_birth": date(2019, 2, 3),
    "addressee": "Mrs Agnieszka Łuczak",
    "address": ("14 Ropewalk Lane", "Marlhaven", "ZZ1 4QD"),
    "school": "Brook Road Primary School",
    "phase": "school_age",
    "school_kind": "mainstream",
    "facts": FACTS,
    "officer": "Daniel Okafor",
    "policy_title": "Marlhaven School Travel Policy 2026 to 2027",
    "policy_id": "marlhaven/2026-27",
}

APPROVED = Matter(
    **COMMON,
    recommendation=recommendation(
        Outcome.ENTITLED, (NEED, beyond(3_717_604, Result.MET), TOO_OLD), ("para-6",)
    ),
    distances=(WALK,),
    outcome=Outcome.ENTITLED,
    grounds=("para-6",),
    reasons="The walk was measured twice, and is beyond two miles each way.",
)

REFUSED = replace(
    APPROVED,
    recommendation=recommendation(
        Outcome.NOT_ENTITLED, (NEED, beyond(2_414_016, Result.NOT_MET), TOO_OLD)
    ),
    facts=(
        FACTS[0],
        FactRow(
            "Walking distance",
            "1.50 miles (2,414.016 m)",
            "measured on Marlhaven network 2026-06, 9 June 2026",
        ),
        *FACTS[2:],
    ),
    distances=(replace(WALK, length=2_414_016),),
    nearest_suitable=NearestSchool("Brook Road Primary School", 2_414_016, 2_655_118),
    outcome=Outcome.NOT_ENTITLED,
    grounds=(),
    reasons=(
        "The route along Quay Street was walked on 8 June 2026 with both crossings in use.\n"
        "It has a footway throughout and is lit."
    ),
    discretion=Discretion(
        power="s.508C",
        used=False,
        reasons=(
            "The route is short and lit, Mrs Łuczak can walk with Zofia on most days, "
            "and a neighbour has offered to on the others."
        ),
    ),
    judged=(
        JudgedRow(
            "Can walk with an adult", "Yes", "The school and Mrs Łuczak both say that she can."
        ),
    ),
    points=(
        PointAnswered(
            "I start work at 7am on Tuesdays and Thursdays, so nobody can walk with her.",
            "We took this into account. A neighbour has offered to walk with Zofia on those days.",
        ),
        PointAnswered(
            "The path by the river floods in winter.",
            "The route we measured does not use the river path.",
        ),
    ),
)

OFFERED = recommendation(
    Outcome.OFFERED,
    (
        replace(NEED, applies=False),
        finding(
            "marlhaven/2026-27#post-16-send",
            "Young people of sixth form age with special needs",
            Result.MET,
            length_test(5_000_000, THREE_MILES, Result.MET),
            effect=Effect.OFFERS,
            standing=Standing.ADOPTED,
            cites="Marlhaven policy, paragraph 4.1",
        ),
    ),
    ("marlhaven/2026-27#post-16-send",),
)

GOOD = good_matters(APPROVED, REFUSED, OFFERED)


def letter(kind: str = "approve", matter: Matter | None = None, **changes: Any) -> LetterContent:
    """Compose a good letter of a kind, with changes to its matter."""
    return compose(replace(matter or GOOD[kind], **changes), kind)


def terms(**changes: Any) -> Terms:
    return replace(TERMS, **changes)


NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)
