"""What the officers of Marlhaven mean to decide: an intent for each case that is to be decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from records.application import Application, Point
from records.child import Child
from records.decision import Discretion
from records.people import Role
from records.school import School
from rules.values import Outcome
from sample.casting import Family, Part
from sample.days import worked_on
from sample.dice import Dice
from sample.distances import distances
from sample.places import is_suitable
from sample.stories.story import Circle, Ending
from sample.told import needs_send_officer, officer_for


@dataclass(frozen=True, slots=True)
class Intent:
    """One decision to be made through the verb: by whom and when, the outcome, the reasons.

    ``answers`` gives the answer to each of the family's points (by the point's id) that has to
    stand first. ``nearest_suitable`` is the id of the nearest suitable school with a place, None
    where the places table does not speak of one. ``departs_because`` is there where the officer
    goes beyond the rules.
    """

    application: str
    outcome: Outcome
    reasons: str
    discretion: Discretion | None
    departs_because: str | None
    decided_by: str
    decided_at: datetime
    answers: tuple[tuple[str, str], ...]
    nearest_suitable: str | None


def intent_of(
    family: Family,
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
    told = list(zip(points, part.case.said, strict=True))
    return Intent(
        application=of.id,
        outcome=Outcome.OFFERED if ending.used else part.case.expects,
        reasons=filled(ending.reasons, child, school),
        discretion=discretion_of(part, ending, child, school),
        departs_because=ending.departs,
        decided_by=officer_for(role, dice.whole(0, 1)).id,
        decided_at=worked_on(of.received_on, dice, 7, 24),
        answers=tuple((point.id, said.answer) for point, said in told),
        nearest_suitable=nearest_suitable(family, part),
    )


def filled(words: str, child: Child, school: School) -> str:
    """Put the child's and the school's names into words."""
    return words.replace("{child}", child.given_name).replace("{school}", school.name)


def discretion_of(part: Part, ending: Ending, child: Child, school: School) -> Discretion | None:
    """Give the discretion considered, under the power that fits the phase; None on an approval."""
    if ending.discretion is None:
        return None
    power = power_of(part.case.circle, school)
    return Discretion(power, ending.used, filled(ending.discretion, child, school))


def power_of(circle: Circle, school: School) -> str:
    """Name the power to help without a duty that fits a case."""
    if circle is Circle.AFTER_16:
        return "s.509AA statement"
    if circle is Circle.ADULT:
        return "s.508F(8)"
    return "s.509A" if school.kind == "early_years_setting" else "s.508C"


def nearest_suitable(family: Family, part: Part) -> str | None:
    """Give the nearest school on foot that is suitable and had a place, this one among them."""
    every, row = distances(), family.row
    if part.case.circle is not Circle.SCHOOL or every.schools[part.school].kind != "mainstream":
        return None
    reached = [
        (int(every.walking[row, number]), number)
        for number, school in enumerate(every.schools)
        if every.walking[row, number] >= 0
        and (is_suitable(school, part.age_at_start) or is_this(part, number))
    ]
    return every.schools[min(reached)[1]].id if reached else None


def is_this(part: Part, number: int) -> bool:
    """Say whether it is the school travelled to, and one that can be the nearest suitable."""
    school = distances().schools[number]
    return number == part.school and school.governance in ("maintained", "academy")
