"""Discretion as a record of its own: considered under the power that fits, used or not, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.authorise import OF_DISCRETION, authoriser
from casework.case import read_case
from casework.desk import Desk
from casework.rights import OFFICERS, require
from records.decision import Discretion
from rules.problems import UserFacingError
from rules.quantities import day_in_words
from store import discretions
from store.identifiers import new_id


class DiscretionIncomplete(UserFacingError):
    """A consideration of discretion that lacks what it cannot stand without."""


@dataclass(frozen=True, slots=True)
class Considered:
    """What was considered: the power (``s.508C``), whether it is used, and the reasons.

    Where it is used, ``authorised_by`` is a person's id and ``review_on`` the day it is looked at
    again; ``limits`` says what the help is limited to.
    """

    power: str
    used: bool
    reasons: str
    authorised_by: str | None = None
    limits: str = ""
    review_on: date | None = None


def consider_discretion(desk: Desk, application: str, considered: Considered) -> Discretion:
    """Record that discretion was considered on a case; an earlier consideration is kept.

    Raises NotAllowed, NotThere, DiscretionIncomplete or CannotAuthorise.
    """
    require(desk, "Considering discretion", *OFFICERS)
    found = discretion_record(desk, read_case(desk, application).application.id, considered)
    discretions.add_discretion(desk.store, found, desk.person)
    return found


def discretion_record(desk: Desk, application: str, considered: Considered) -> Discretion:
    """The record as it would be kept. Raises DiscretionIncomplete or CannotAuthorise."""
    if not considered.reasons.strip() or not considered.power.strip():
        raise DiscretionIncomplete(
            "Discretion needs its power and the reasons: what was weighed, and what came of it. "
            "Nothing was recorded."
        )
    by_whom = None
    if considered.used:
        if considered.review_on is None:
            raise DiscretionIncomplete(
                "Help that discretion gives needs a day on which it is reviewed. Nothing was "
                "recorded. Choose the day."
            )
        if considered.review_on <= desk.today():
            raise DiscretionIncomplete(
                f"Help that discretion gives is reviewed while it lasts, and "
                f"{day_in_words(considered.review_on)} is not after today. Nothing was recorded. "
                "Choose a later day."
            )
        by_whom = authoriser(desk, considered.authorised_by, OF_DISCRETION, "Discretion")
    return Discretion(
        power=considered.power,
        used=considered.used,
        reasons=considered.reasons.strip(),
        id=new_id(),
        application=application,
        by=desk.person.id,
        by_name=desk.person.name,
        at=desk.now(),
        authorised_by=by_whom.id if by_whom else None,
        authorised_by_name=by_whom.name if by_whom else None,
        limits=considered.limits.strip() if considered.used else "",
        review_on=considered.review_on if considered.used else None,
    )
