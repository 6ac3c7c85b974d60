"""Correct what an application was taken down with, with a reason, and withdraw it altogether."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casework.case import Case, read_case
from casework.desk import Desk
from casework.rights import OFFICERS, require
from records.application import Application
from records.child import Child
from records.fact import Fact
from rules.problems import UserFacingError
from rules.values import KnownHow
from store import applications, change, children, facts

EARLIEST = date(1995, 1, 1)
"""No young person whose travel is decided was born before."""


class CannotCorrect(UserFacingError):
    """A correction that cannot stand: without a reason, or to a day that cannot be."""


def correct_date_of_birth(desk: Desk, application: str, born: date, reason: str) -> Child:
    """Correct the child's date of birth; what was recorded before is kept.

    Every case of the child is assessed anew from then on; decisions stay as they were made.
    Raises NotAllowed, NotThere or CannotCorrect; then nothing was changed.
    """
    require(desk, "Correcting a date of birth", *OFFICERS)
    case = read_case(desk, application)
    if not EARLIEST <= born <= desk.today():
        raise CannotCorrect(
            f"{born.isoformat()} cannot be a child's date of birth. Nothing was changed. "
            "Check the day against the birth certificate or the school's register."
        )
    corrected, why = replace(case.child, date_of_birth=born), _why(reason)
    said = {"reason": why}
    with change.change(desk.store, desk.person, "date of birth corrected", application, said):
        children.correct_child(desk.store, corrected, desk.person, why)
        _recorded_too(desk, case, "date_of_birth", born, why)
    return corrected


def correct_day_of_travel(desk: Desk, application: str, day: date, reason: str) -> Application:
    """Correct the first day of travel; the version that governs that day holds from then on.

    Raises NotAllowed, NotThere or CannotCorrect; then nothing was changed.
    """
    require(desk, "Correcting the day of travel", *OFFICERS)
    case = read_case(desk, application)
    if abs(day.year - desk.today().year) > 30:
        raise CannotCorrect(
            f"{day.isoformat()} cannot be the first day of travel. Nothing was changed. "
            "Check the year."
        )
    corrected, why = replace(case.application, day_of_travel=day), _why(reason)
    with change.together(desk.store):
        applications.correct_application(desk.store, corrected, desk.person, why)
        _recorded_too(desk, case, "day_of_travel", day, why)
    return corrected


def withdraw_case(desk: Desk, application: str, reason: str) -> Application:
    """Close an open case because the family withdraws it; it is kept and not opened again.

    Raises NotAllowed, NotThere, CannotCorrect without a reason, or NotAllowedNow where it is
    decided or withdrawn already.
    """
    require(desk, "Withdrawing a case", *OFFICERS)
    return applications.withdraw(desk.store, application, _why(reason), desk.person)


def _recorded_too(desk: Desk, case: Case, name: str, day: date, why: str) -> None:
    """Where the day was recorded as a fact as well, that would hold; so it is corrected with it."""
    if any(fact.name == name for fact in case.recorded):
        fact = Fact(name, day, KnownHow.RECORDED, why, desk.person.id, desk.today())
        facts.record_fact(desk.store, case.application.id, fact, desk.person)


def _why(reason: str) -> str:
    if not reason.strip():
        raise CannotCorrect("Say why: what was wrong, and how you know. Nothing was changed.")
    return reason.strip()
