"""A town of one long road: every distance on it can be told in the head."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from casework.desk import Desk
from casework.measure import measure_case
from casework.receive import NewApplication, choose_council, receive
from casework.record import record_fact
from geography import Line, edges_csv
from records.application import Directorate
from records.network import Network
from records.school import Gate, School
from store import networks, schools
from store.file import open_store
from store.identifiers import new_id
from tests.casework.desks import FILE, PASSPHRASE, desk_in

WEST, NORTH = 460_000.0, 50_000.0
MILE = 1609.344
DAY = date(2026, 11, 2)

COMPLETE: dict[str, object] = {
    "in_area": True,
    "year_group": 3,
    "has_ehcp": False,
    "has_send": False,
    "disabled": False,
    "mobility_problem": False,
    "looked_after": False,
    "registered_pupil": True,
    "also_registered_at_pru": False,
    "boarding_arranged": False,
    "nearer_suitable_schools": 0,
    "route_unsafe": False,
    "low_income": False,
    "chosen_for_belief": False,
    "free_travel_by_others": False,
    "exceptional_ground_claimed": False,
}
"""A form with everything answered: aged 7, in Year 3, no special needs."""


@dataclass(frozen=True)
class Town:
    """A desk at the town's store, and its one school at the western end of the road."""

    desk: Desk
    school: School

    def child_at(
        self,
        miles: float,
        born: date = date(2019, 6, 1),
        directorate: Directorate = Directorate.TRANSPORT,
        household: str | None = None,
        solo: bool = False,
        measured: bool = True,
        **facts: object,
    ) -> str:
        """An application for a child who lives so many miles down the road."""
        new = NewApplication(
            "Rowan", "Tern", born, "Ms A. Tern", ("1 Long Road", "Marlhaven"), "ZZ1 1AA",
            WEST + miles * MILE, NORTH, self.school.id, DAY, date(2026, 11, 2), directorate, solo,
            household,
        )  # fmt: skip
        application = receive(self.desk, new).id
        for name, value in ({**COMPLETE, **facts}).items():
            if value is not None:
                record_fact(self.desk, application, name, value, "application form")
        if measured:
            measure_case(self.desk, application)
        return application


def town_in(folder: Path) -> Town:
    """Build the town in a store in ``folder``, with an eligibility officer at the desk.

    It is built once in a run of tests and copied, since that takes a tenth of the time.
    """
    made, town = _made()
    for file in made.iterdir():
        shutil.copy(file, folder)
    store = open_store(folder / FILE, PASSPHRASE, check=False)
    return replace(town, desk=replace(town.desk, store=store))


@cache
def _made() -> tuple[Path, Town]:
    folder = Path(tempfile.mkdtemp(prefix="milepost-town-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    town = _built(folder)
    town.desk.store.close()
    return folder, town


def _built(folder: Path) -> Town:
    desk = desk_in(folder)
    lines = [
        Line(str(n), str(n), str(n + 1), ((WEST + n * 500, NORTH), (WEST + n * 500 + 500, NORTH)),
             name="Long Road", motor=True)
        for n in range(20)
    ]  # fmt: skip
    content = edges_csv(lines).encode()
    network = Network("Long Road", sha256(content).hexdigest(), desk.now(), content)
    networks.add_network(desk.store, network, desk.person)
    school = School(
        new_id(), "900001", "Brook Road Primary", "mainstream", "maintained", 4, 11, None, 5,
        (Gate("main", WEST, NORTH),),
    )  # fmt: skip
    schools.add_school(desk.store, school, desk.person)
    further = replace(school, id=new_id(), urn="900002", name="Far End Primary",
                      gates=(Gate("main", WEST + 9_900, NORTH),))  # fmt: skip
    schools.add_school(desk.store, further, desk.person)
    choose_council(desk, "marlhaven")
    return Town(desk, school)
