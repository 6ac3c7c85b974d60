"""A small council office to work in: its people, two schools, and a case of each sort."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from casework.desk import Desk
from casework.measure import measure_case
from casework.shelf import Shelf
from geography import edges_csv
from records.application import Application, Directorate, Evidence, Stage
from records.application import Point as FamilyPoint
from records.child import Child, Household
from records.fact import Fact
from records.network import Network
from records.people import Person, Role
from records.school import Gate, School
from rules.values import FactValue, KnownHow
from store import applications, children, evidence, facts, households, networks, points, schools
from store.file import create, open_store
from store.identifiers import new_id
from store.keys import CHEAP_FOR_TESTS
from store.people import add_person
from store.store import Store
from tests.gui.streets import node, streets

TODAY = date(2026, 6, 23)
NOW = datetime(2026, 6, 23, 9, 30, tzinfo=UTC)
RECEIVED = date(2026, 6, 3)
OFFICER = Person("p-officer", "A. Officer", frozenset({Role.ELIGIBILITY_OFFICER}))
SEND = Person("p-send", "S. Ortega", frozenset({Role.SEND_OFFICER}))
REVIEWER = Person("p-reviewer", "R. Reid", frozenset({Role.SENIOR_REVIEWER}))
FILE, PASSPHRASE = "office.milepost", "harbour lantern"

PLAIN: dict[str, FactValue] = {
    "in_area": True,
    "registered_pupil": True,
    "also_registered_at_pru": False,
    "boarding_arranged": False,
    "nearer_suitable_schools": 0,
    "chosen_for_belief": False,
    "has_send": False,
    "has_ehcp": False,
    "disabled": False,
    "mobility_problem": False,
    "looked_after": False,
    "exceptional_ground_claimed": False,
    "low_income": False,
    "free_travel_by_others": False,
    "attends_from": date(2026, 9, 1),
}
"""What a form with everything answered gives; a case leaves out what nobody knows."""


@dataclass
class Office:
    """An open store with its cases by the child's given name, and desks to sit down at."""

    store: Store
    cases: dict[str, str] = field(default_factory=dict)
    today: date = TODAY

    def desk(self, person: Person = OFFICER) -> Desk:
        """Give the desk of a person on the office's day."""
        return Desk(self.store, Shelf(), person, lambda: self.today, lambda: NOW)


def open_office(folder: Path, measured: bool = True) -> Office:
    """Open the office in a folder: people, network, schools, and one case of each sort.

    It is made once in a run of tests and copied, since most of a test would else go into it.
    """
    return copied(*_made(measured), folder)


def copied(made: Path, cases: tuple[tuple[str, str], ...], folder: Path) -> Office:
    """Open a copy of an office that was made and closed."""
    for file in made.iterdir():
        shutil.copy(file, folder)
    return Office(open_store(folder / FILE, PASSPHRASE, check=False), dict(cases))


def folder_to_copy() -> Path:
    """Give an empty folder that goes when the tests have ended."""
    folder = Path(tempfile.mkdtemp(prefix="milepost-office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _made(measured: bool) -> tuple[Path, tuple[tuple[str, str], ...]]:
    folder = folder_to_copy()
    store, _ = create(
        folder / FILE,
        PASSPHRASE,
        OFFICER,
        label="Marlhaven office",
        fictional=True,
        key_cost=CHEAP_FOR_TESTS,
    )
    office = Office(store)
    _furnish(office)
    for name in ("Rowan", "Imran", "Ada", "Poppy", "Teo") if measured else ():
        measure_case(office.desk(), office.cases[name])
    store.close()
    return folder, tuple(office.cases.items())


def _furnish(office: Office) -> None:
    store = office.store
    for person in (SEND, REVIEWER):
        add_person(store, person, OFFICER)
    edges = edges_csv(streets()).encode()
    network = Network("Marlhaven streets 2026-06", sha256(edges).hexdigest(), NOW, edges)
    networks.add_network(store, network, OFFICER)
    primary = add_school(store, "Brook Road Primary", "100001", (16, 6), 4, 11, 12)
    academy = add_school(store, "Harbour Academy", "100002", (6, 17), 11, 16, 40)
    _fill(office, primary, academy)


def _fill(office: Office, primary: School, academy: School) -> None:
    add_case(office, "Rowan", "Thackeray", date(2019, 1, 12), primary, (7, 2), PLAIN)
    add_case(office, "Ada", "Thackeray", date(2016, 9, 30), primary, (7, 2), PLAIN)
    imran = {name: value for name, value in PLAIN.items() if name != "low_income"}
    add_case(office, "Imran", "Sadiq", date(2016, 11, 3), primary, (8, 3), imran)
    add_case(
        office, "Poppy", "Lane", date(2018, 5, 20), primary, (13, 5),
        PLAIN | {"has_send": True, "has_ehcp": True}, Directorate.SEND,
    )  # fmt: skip
    add_case(
        office, "Teo", "Marsh", date(2013, 2, 2), academy, (16, 14),
        PLAIN | {"exceptional_ground_claimed": True},
    )  # fmt: skip
    odd = PLAIN | {"nearer_suitable_place": True}
    add_case(office, "Bea", "Quill", date(2018, 3, 8), primary, (11, 4), odd)
    add_case(office, "Noor", "Haddad", date(2019, 8, 1), academy, (2, 2), {"in_area": True})
    points.raise_point(
        office.store,
        FamilyPoint(
            new_id(), office.cases["Imran"],
            "The footpath by the river floods each winter, and he cannot use it then.",
            RECEIVED, (), None, None, None,
        ),
        OFFICER,
    )  # fmt: skip
    evidence.add_evidence(
        office.store,
        Evidence(
            new_id(), office.cases["Rowan"], "birth certificate", "Birth certificate, copy",
            "parent", date(2019, 1, 20), RECEIVED, None, ("date_of_birth",),
        ),
        OFFICER,
    )  # fmt: skip


def add_school(
    store: Store, name: str, urn: str, at: tuple[int, int], low: int, high: int, places: int
) -> School:
    """Add a maintained school with one gate a few metres from a crossing."""
    east, north = node(*at)
    gate = Gate("main gate", east + 3, north + 2)
    school = School(
        new_id(), urn, name, "mainstream", "maintained", low, high, None, places, (gate,)
    )
    schools.add_school(store, school, OFFICER)
    return school


def add_case(
    office: Office,
    given: str,
    family: str,
    born: date,
    school: School,
    at: tuple[int, int],
    known: dict[str, FactValue],
    directorate: Directorate = Directorate.TRANSPORT,
) -> str:
    """Add a child with home, application and recorded facts; children of a family share a home."""
    store, id = office.store, new_id()
    home = next(
        (h for h in households.list_households(store) if h.parent_name == f"P. {family}"), None
    ) or _home(office, family, at)
    child = Child(new_id(), home.id, given, family, born)
    children.add_child(store, child, OFFICER)
    reference = f"MH-{217 + len(office.cases):05d}"
    application = Application(
        id, reference, "marlhaven", child.id, school.id, date(2026, 9, 1), RECEIVED,
        directorate, Stage.OPEN,
    )  # fmt: skip
    applications.add_application(store, application, OFFICER)
    for name, value in known.items():
        fact = Fact(name, value, KnownHow.RECORDED, "application", OFFICER.id, RECEIVED)
        facts.record_fact(store, id, fact, OFFICER)
    office.cases[given] = id
    return id


def _home(office: Office, family: str, at: tuple[int, int]) -> Household:
    east, north = node(*at)
    home = Household(
        new_id(), (f"{at[0] + 1} Quay Lane", "Marlhaven"), f"ZZ{at[0]} {at[1]}QL",
        east + 4.0, north - 3.0, "address", f"P. {family}",
    )  # fmt: skip
    households.add_household(office.store, home, OFFICER)
    return home
