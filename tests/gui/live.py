"""A live council's case in the office, whose version nobody has confirmed for use yet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from records.people import Person, Role
from store import applications, facts
from store.identifiers import new_id
from store.people import add_person
from store.settings import set_setting
from tests.gui.office import OFFICER, Office, open_office

LEAD = Person("p-lead", "L. Rowe", frozenset({Role.POLICY_LEAD}))
DRAFT = "southampton/2026-27"


def live_office(folder: Path) -> Office:
    """Open the office with Rowan's case a second time, as Southampton's: beyond two miles."""
    office = open_office(folder)
    add_person(office.store, LEAD, OFFICER)
    set_setting(office.store, "council", "southampton", OFFICER)
    case = applications.application(office.store, office.cases["Rowan"])
    live = replace(case, id=new_id(), council="southampton", reference="SO-00001")
    applications.add_application(office.store, live, OFFICER)
    for fact in facts.facts_of(office.store, case.id):
        facts.record_fact(office.store, live.id, fact, OFFICER)
    from casework.measure import measure_case

    measure_case(office.desk(), live.id)
    office.cases["Rowan of Southampton"] = live.id
    return office
