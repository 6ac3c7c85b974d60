"""What the officers of Marlhaven mean to decide: an intent for each case that is to be decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from records.application import Application, Point
from records.child import Child
from records.people import Role
from records.school import School
from rules.values import Outcome
from sample.casting import Part
from sample.days import decided
from sample.dice import Dice
from sample.distances import distances
from sample.stories.story import Ending
from sample.told import needs_send_officer, officer_for


@dataclass(frozen=True, slots=True)
class Intent:
    """One decision to be made through the verb: by whom (a person's id) and when.

    ``discretion`` holds the reasons of the discretion considered, ``departs_because`` why the
    officer goes beyond the rules; both empty where there is none. ``answers`` are the answers to
    the family's points, by the point's id, which have to stand first. Where discretion is used,
    ``authorised_by`` is a person's id and ``review_on`` the day it is looked at again.
    """

    application: str
    outcome: Outcome
    reasons: str
    discretion: str
    departs_because: str
    decided_by: str
    decided_at: datetime
    answers: tuple[tuple[str, str], ...]
    authorised_by: str | None = None
    review_on: date | None = None


def intent_of(
    part: Part,
    ending: Ending,
    of: Application,
    child: Child,
    points: tuple[Point, ...],
    dice: Dice,
) -> Intent:
    """Write down what an officer means to decide on a case."""
    school = distances().schools[part.school]
    role = Role.SEND_OFFICER if needs_send_officer(part, of) else Role.ELIGIBILITY_OFFICER
    told = zip(points, part.case.said, strict=True)
    return Intent(
        application=of.id,
        outcome=Outcome.OFFERED if ending.used else part.case.expects,
        reasons=filled(ending.reasons, child, school),
        discretion=filled(ending.discretion or "", child, school),
        departs_because=ending.departs or "",
        decided_by=officer_for(role, dice.whole(0, 1)).id,
        decided_at=decided(of.received_on, dice),
        answers=tuple((point.id, said.answer) for point, said in told),
        authorised_by=officer_for(Role.SENIOR_REVIEWER, 0).id if ending.used else None,
        review_on=_at_easter(of.day_of_travel) if ending.used else None,
    )


def _at_easter(day_of_travel: date) -> date:
    """The end of March after a day of travel, when help by discretion is looked at again."""
    year = day_of_travel.year + (day_of_travel.month > 3)
    return date(year, 3, 31)


def filled(words: str, child: Child, school: School) -> str:
    """Put the child's and the school's names into words."""
    return words.replace("{child}", child.given_name).replace("{school}", school.name)
