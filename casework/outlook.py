"""What follows from an application's days: whose policy holds, and by when it is decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.desk import Desk
from casework.in_use import InUse, in_use, version_for_day
from casework.policies.councils import council_name
from casework.policies.overlaps import OverlappingVersions
from casework.receive import council_of
from casework.working_days import decision_clock
from rules.policy import PolicyVersion
from rules.problems import NoPolicyInForce


@dataclass(frozen=True, slots=True)
class Outlook:
    """The council (None: not chosen), its policy for the day of travel (None: none holds, or the
    day is not given), and the last day to decide by (None: not received yet). ``use`` says whether
    that policy is a draft, and whether it is confirmed.
    """

    council: str | None
    policy: str | None
    policy_days: tuple[date | None, date | None]
    decide_by: date | None
    use: InUse | None


def outlook(desk: Desk, day_of_travel: date | None, received_on: date | None) -> Outlook:
    """Look ahead from the days that are known so far."""
    key = council_of(desk)
    version = _version(desk, key, day_of_travel) if key and day_of_travel else None
    due = decision_clock(received_on, desk.today()).due if received_on else None
    return Outlook(
        council_name(key) if key else None,
        version.title if version else None,
        (version.travel_from, version.travel_until) if version else (None, None),
        due,
        in_use(desk, version) if version else None,
    )


def _version(desk: Desk, council: str, day_of_travel: date) -> PolicyVersion | None:
    try:
        return version_for_day(desk.shelf, council, day_of_travel, desk.today())
    except (NoPolicyInForce, OverlappingVersions):
        return None
