"""A live council's office: the town's long road, where Southampton's policies hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casework.desk import Desk
from casework.receive import NewApplication, choose_council, receive
from casework.record import record_fact
from records.application import Directorate
from tests.casework.town import COMPLETE, MILE, NORTH, WEST, Town

DRAFT_DAY = date(2026, 11, 2)
"""A day of travel for which only a draft was found."""

ADOPTED_DAY = date(2026, 6, 1)
"""A day of travel that an adopted version governs."""

DRAFT, ADOPTED = "southampton/2026-27", "southampton/2025-26"


def live_case(
    town: Town, day: date = DRAFT_DAY, desk: Desk | None = None, born: date = date(2019, 6, 1)
) -> str:
    """An application to the live council for a child of seven who lives beyond two miles."""
    at = replace(town, desk=desk) if desk else town
    choose_council(at.desk, "southampton")
    new = NewApplication(
        "Rowan", "Tern", born, "Ms A. Tern", ("1 Long Road",), "ZZ1 1AA", WEST + 2.3 * MILE,
        NORTH, town.school.id, day, date(2026, 5, 29), Directorate.TRANSPORT,
    )  # fmt: skip
    application = receive(at.desk, new).id
    facts = {**COMPLETE, "walking_distance": "2.3 miles", "road_distance": "2.3 miles"}
    for name, value in facts.items():
        record_fact(at.desk, application, name, value, "application form")
    return application
