"""The sample council in a store file of its own: filled, measured, decided; opened or removed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from casework.assess import assess
from casework.decide import decide_case
from casework.desk import Desk
from casework.gate import Intent
from casework.measure import measured_route, network_of
from casework.measuring.confirm_figure import confirm_figure, near_limits
from casework.measuring.terms import Terms, age_on
from casework.receive import COUNCIL
from casework.shelf import Shelf
from geography import Basis
from records.measurement import Starts, Way
from records.network import Network
from records.people import Role
from sample.deciding import Intent as SampleIntent
from sample.marlhaven import SampleCouncil, marlhaven
from store import (
    applications,
    change,
    children,
    evidence,
    facts,
    file,
    households,
    judgements,
    measurements,
    networks,
    people,
    points,
    schools,
)
from store.file import Store
from store.keys import DEFAULT_COST, KeyCost
from store.settings import set_setting
from store.store import utc_now

Progress = Callable[[int, int], None]
"""Called with how much is done, of how much; may raise to cancel."""


def sample_path() -> Path:
    """Where the sample's store stands: in the user's own data folder."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "milepost" / "marlhaven.milepost"


def has_sample(path: Path | None = None) -> bool:
    """Say whether the sample council's store stands on this computer, without opening it."""
    return file.is_store(path or sample_path())


def open_sample(
    progress: Progress | None = None, path: Path | None = None, key_cost: KeyCost = DEFAULT_COST
) -> tuple[Store, str]:
    """Open the sample council, making it first where it is not there; the passphrase with it.

    When making it is cancelled or fails, nothing is left behind.
    """
    path = path or sample_path()
    if file.is_store(path):
        return file.open_store(path, marlhaven().passphrase), marlhaven().passphrase
    path.parent.mkdir(parents=True, exist_ok=True)
    council = marlhaven()
    first = next(each for each in council.people if each.holds(Role.ADMINISTRATOR))
    began = partial(_same, council.intents[0].decided_at)  # written before it was decided
    store, _ = file.create(
        path,
        council.passphrase,
        first,
        label=council.label,
        fictional=True,
        key_cost=key_cost,
        now=began,
    )
    try:
        with change.together(store):
            fill(Desk(store, Shelf(), first), council, progress or (lambda done, of: None))
        store.now = utc_now
    except BaseException:
        store.close()
        file.remove(path)
        raise
    return store, council.passphrase


def remove_sample(path: Path | None = None) -> None:
    """Remove the sample council: its store file and everything that belongs to it.

    It can be made anew at any time. Raises StoreInUse while it is open anywhere, NotAStore where
    it is not there, NotAllowedNow where a council's own records stand in its place.
    """
    file.remove(path or sample_path())


def fill(desk: Desk, council: SampleCouncil, progress: Progress) -> None:
    """Write the council's records, measure its cases, and take its decisions through the verbs."""
    steps = len(council.to_measure) + len(council.intents) + 1
    _write_records(desk, council)
    progress(1, steps)
    done = _measure(desk, council, lambda count: progress(1 + count, steps))
    for count, intent in enumerate(council.intents, 2 + done):
        desk.store.now = partial(_same, intent.decided_at)
        _decide(desk, intent)
        progress(count, steps)


def _same(moment: datetime) -> datetime:
    return moment


def _write_records(desk: Desk, council: SampleCouncil) -> None:
    store, by = desk.store, desk.person
    content = council.network_csv.encode("utf-8")
    network = Network(council.network_name, sha256(content).hexdigest(), desk.now(), content)
    with change.bulk(store, by, "sample council written"):
        for person in council.people:
            if person.id != by.id:
                people.add_person(store, person, by)
        networks.add_network(store, network, by)
        set_setting(store, COUNCIL, council.council, by)
        for school in council.schools:
            schools.add_school(store, school, by)
        for household in council.households:
            households.add_household(store, household, by)
        for child in council.children:
            children.add_child(store, child, by)
        for application in council.applications:
            applications.add_application(store, application, by)
        _write_findings(desk, council)


def _write_findings(desk: Desk, council: SampleCouncil) -> None:
    store, by = desk.store, desk.person
    for application, fact in council.facts:
        facts.record_fact(store, application, fact, by)
    for judgement in council.judgements:
        judgements.add_judgement(store, judgement, by)
    for each in council.evidence:
        evidence.add_evidence(store, each, by)
    for point in council.points:
        points.raise_point(store, point, by)


def _measure(desk: Desk, council: SampleCouncil, progress: Callable[[int], None]) -> int:
    """Measure the cases whose routes were measured on receipt; say how many."""
    network = network_of(desk)
    cases = {each.id: each for each in council.applications}
    pupils = {each.id: each for each in council.children}
    homes = {each.id: each for each in council.households}
    places = {each.id: each for each in council.schools}
    with change.bulk(desk.store, desk.person, "sample cases measured"):
        for count, id_ in enumerate(council.to_measure, 1):
            case = cases[id_]
            at_receipt = replace(desk, now=partial(_noon, case.received_on))
            child, school = pupils[case.child], places[case.school]
            terms = _terms(case.day_of_travel, child.date_of_birth)
            home = homes[child.household]
            for way in Way:
                measured = measured_route(at_receipt, id_, network, home, school, way, terms)
                measurements.add_measurement(desk.store, measured, desk.person)
            progress(count)
    return len(council.to_measure)


def _terms(day: date, born: date | None) -> Terms:
    """The terms of a case of the sample: its own first day of travel, and the age on it."""
    return Terms(Basis.GROUND, Starts.ROAD, day, age_on(born, day))


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def _decide(desk: Desk, meant: SampleIntent) -> None:
    person = people.person(desk.store, meant.decided_by)
    at_desk = replace(
        desk,
        person=person,
        today=meant.decided_at.date,
        now=lambda: meant.decided_at,
    )
    for point, answer in meant.answers:
        points.answer_point(desk.store, point, answer, person)
    for near in near_limits(assess(at_desk, meant.application)):
        confirm_figure(at_desk, meant.application, near.fact, near.limit_mm, near.checks)
    decide_case(
        at_desk,
        meant.application,
        Intent(
            meant.outcome,
            meant.reasons,
            meant.discretion or "",
            meant.departs_because or "",
            authorised_by=meant.authorised_by,
            review_on=meant.review_on,
        ),
    )
