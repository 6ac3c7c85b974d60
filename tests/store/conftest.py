"""A real store in tmp_path with one family, one school and one case, and values to put in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from records.application import Application, Directorate, Point, Stage
from records.child import Child, Household
from records.decision import Decision, Discretion, NearestSuitable
from records.fact import Fact, Judgement
from records.letter import Letter
from records.measurement import Measurement, Way
from records.people import Person, Role
from records.school import Gate, School
from rules.recommendation import Duty, Eligibility, Finding, Recommendation, Step
from rules.values import (
    NO_ROUTE,
    DutyOutcome,
    Effect,
    FactType,
    KnownHow,
    Outcome,
    Result,
    Standing,
)
from store.applications import add_application
from store.children import add_child
from store.file import Store, create, open_store
from store.households import add_household
from store.identifiers import new_id
from store.keys import CHEAP_FOR_TESTS
from store.schools import add_school

PASSPHRASE = "otter lantern plum"
FILE = "council.milepost"
AT = datetime(2027, 3, 14, 10, 30, tzinfo=UTC)


class Clock:
    """A clock that goes on one second at each look."""

    def __init__(self, at: datetime = AT) -> None:
        self.at = at

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@dataclass(frozen=True)
class Made:
    """A store as it was created: its file, passphrase, recovery key, and who made it."""

    store: Store
    path: Path
    passphrase: str
    recovery_key: str
    anna: Person


@pytest.fixture(scope="session")
def anna() -> Person:
    return Person(new_id(), "Anna Wright", frozenset({Role.ELIGIBILITY_OFFICER}))


@pytest.fixture(scope="session")
def created(tmp_path_factory: pytest.TempPathFactory, anna: Person) -> tuple[Made, Clock]:
    """A store that was created and closed, and its clock where it stood: each test has a copy."""
    path, clock = tmp_path_factory.mktemp("created") / FILE, Clock()
    store, recovery_key = create(
        path, PASSPHRASE, anna, label="Marlhaven", key_cost=CHEAP_FOR_TESTS, now=clock
    )
    store.close()
    return Made(store, path, PASSPHRASE, recovery_key, anna), clock


@pytest.fixture
def made(tmp_path: Path, created: tuple[Made, Clock]) -> Iterator[Made]:
    first, clock = created
    for file in first.path.parent.iterdir():
        shutil.copy(file, tmp_path)
    path = tmp_path / FILE
    store = open_store(path, PASSPHRASE, check=False, now=Clock(clock.at))
    yield replace(first, store=store, path=path)
    store.close()


@pytest.fixture
def store(made: Made) -> Store:
    return made.store


@pytest.fixture
def household() -> Household:
    return Household(
        new_id(), ("1 Quay Street", "Marlhaven"), "ZZ1 2AB", 431000.5, 80000.25, "address", "Jo Lee"
    )


@pytest.fixture
def child(household: Household) -> Child:
    return Child(new_id(), household.id, "Zoë", "Lee", date(2019, 2, 28))


@pytest.fixture
def school() -> School:
    gates = (Gate("main", 432000.0, 81000.0), Gate("field", 432050.5, 81010.0))
    return School(
        new_id(), "900001", "Harbour Primary", "mainstream", "academy", 4, 11, None, 3, gates
    )


@pytest.fixture
def case(
    store: Store, anna: Person, household: Household, child: Child, school: School
) -> Application:
    application = Application(
        new_id(), "MH-2027-0001", "marlhaven", child.id, school.id, date(2027, 9, 2),
        date(2027, 3, 1), Directorate.TRANSPORT, Stage.OPEN,
    )  # fmt: skip
    add_household(store, household, anna)
    add_child(store, child, anna)
    add_school(store, school, anna)
    add_application(store, application, anna)
    return application


@pytest.fixture
def fact() -> Fact:
    return Fact("has_ehcp", True, KnownHow.EVIDENCED, "plan of May", "Anna Wright", AT.date())


@pytest.fixture
def judgement(case: Application, anna: Person) -> Judgement:
    return Judgement(
        new_id(), case.id, "can_walk_alone", False, "He is six.", anna.id, anna.name, AT
    )


@pytest.fixture
def measurement(case: Application, school: School, anna: Person) -> Measurement:
    line = ((431000.5, 80000.25), (431500.1, 80500.7), (432000.0, 81000.0))
    return Measurement(
        new_id(), case.id, Way.WALKING, school.id, "main", "streets 2026-06", "ab" * 32, line[0],
        line[0], line[-1], 12, 0, 1_414_213, 1_414_777, line, None, anna.id, AT,
    )  # fmt: skip


@pytest.fixture
def point(case: Application) -> Point:
    words = "The path floods — “every” winter."
    return Point(new_id(), case.id, words, date(2027, 3, 2), (), None, None, None)


@pytest.fixture
def recommendation() -> Recommendation:
    test = Step(
        "test", "walking_distance > limit", Result.MET, name="walking_distance",
        type=FactType.LENGTH, value=NO_ROUTE, operator=">", limit=3_218_688, limit_name="limit",
    )  # fmt: skip
    chosen = Step("test", "phase in …", Result.UNKNOWN, operator="in", limit=("a", "b"))
    because = Step("all", "para 6", Result.MET, parts=(test, chosen))
    finding = Finding(
        "para-6", "Distance", Effect.ENTITLES, Result.MET, True, "Sch 35B para 6",
        Standing.ENACTED, ("in_area",), because,
    )  # fmt: skip
    eligibility = Eligibility(Outcome.ENTITLED, ("para-6",), (), ("para-99",))
    duty = Duty(DutyOutcome.OWED, ())
    return Recommendation(
        "england/1996-act", "cd" * 32, date(2027, 9, 2), eligibility, duty, (finding,), ()
    )


@pytest.fixture
def make_decision(
    case: Application,
    child: Child,
    household: Household,
    anna: Person,
    recommendation: Recommendation,
    fact: Fact,
    judgement: Judgement,
    measurement: Measurement,
) -> Callable[..., Decision]:
    """Make a good decision of the case; keyword arguments change one thing about it."""

    def decision(**changed: Any) -> Decision:
        fields: dict[str, Any] = {
            "id": new_id(),
            "application": case.id,
            "reference": case.reference,
            "child_name": child.name,
            "date_of_birth": child.date_of_birth,
            "parent_name": household.parent_name,
            "address": household.address,
            "school_name": "Harbour Primary",
            "recommendation": recommendation,
            "facts": (fact,),
            "judgements": (judgement,),
            "measurements": (measurement,),
            "points": (),
            "outcome": Outcome.NOT_ENTITLED,
            "reasons": "A nearer suitable school had a place.",
            "discretion": Discretion("s.508C", False, "Nothing exceptional."),
            "departs_because": None,
            "decided_by": anna.id,
            "decided_by_name": anna.name,
            "decided_at": AT,
            "policy_texts": (
                ("england/1996-act", "title: Act\n"),
                ("marlhaven/2027", "title: M\n"),
            ),
            "policy_title": "Marlhaven 2027-28",
            "nearest_suitable": NearestSuitable("Quay School", 900_000, None),
        }
        return Decision(**{**fields, **changed})

    return decision


@pytest.fixture
def make_letter(anna: Person) -> Callable[[Decision], Letter]:
    def letter(decision: Decision) -> Letter:
        pdf = b"%PDF-1.7 " + decision.id.encode()
        digest = sha256(pdf).hexdigest()
        return Letter(new_id(), decision.id, "refuse", "refuse/1", digest, pdf, anna.id, AT)

    return letter
