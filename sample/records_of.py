"""Makes the records of one family: household, children, applications, and all that is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from records.application import Application, Evidence, Point, Stage
from records.child import Child, Household
from records.fact import Fact, Judgement
from records.people import Role
from sample.casting import Family, Part
from sample.deciding import Intent, intent_of
from sample.dice import Dice
from sample.distances import distances
from sample.homes import address, postcode
from sample.identifiers import identifier
from sample.naming import given_names
from sample.told import (
    evidence_of,
    facts_of,
    is_for_send,
    judgements_of,
    officer_for,
    points_of,
)

COUNCIL: Final = "marlhaven"
TITLES: Final = ("Ms", "Mr", "Mrs", "Dr", "Mx")
OTHER_SURNAME: Final = 0.14
"""How many parents have another family name than the child."""

BELONGS: Final = 0.7
"""How many open cases belong to an officer already."""


@dataclass(frozen=True, slots=True)
class Told:
    """One application with everything that belongs to it. ``intent`` None: left open."""

    story: str
    part: Part
    child: Child
    application: Application
    facts: tuple[Fact, ...]
    judgements: tuple[Judgement, ...]
    evidence: tuple[Evidence, ...]
    points: tuple[Point, ...]
    intent: Intent | None


def household_of(family: Family, number: int, surname: str, given: str, dice: Dice) -> Household:
    """Make the household; a home that was not found has no position."""
    position_from = family.parts[0].case.position_from
    found = position_from != "unknown"
    east, north = family.home.at
    return Household(
        id=identifier("household", number),
        address=address(family.home),
        postcode=postcode(family.home),
        easting=east if found else None,
        northing=north if found else None,
        position_from=position_from if found else "address",
        parent_name=f"{dice.pick(TITLES)} {given[0]} {surname}",
    )


def told_by(
    at_home: list[Family], household: Household, surname: str, first: int, dice: Dice
) -> Iterator[Told]:
    """Give the applications of one home, numbered from ``first``."""
    parts = [(family, place) for family in at_home for place in range(len(family.parts))]
    names = given_names(dice, len(parts))
    child: Child | None = None
    for number, (family, place) in enumerate(parts, start=first):
        part = family.parts[place]
        if child is None or not part.case.same_child:
            born = part.born if part.case.knows_birth else None
            name = names[number - first]
            child = Child(identifier("child", number), household.id, name, surname, born)
        yield told(family, place, number, child, household.parent_name, dice)


def told(family: Family, place: int, number: int, child: Child, parent: str, dice: Dice) -> Told:
    """Make one application with all that is told on it."""
    part, story = family.parts[place], family.story
    application = application_of(part, number, child, dice)
    evidence = evidence_of(part, application, parent, dice)
    points = tuple(points_of(part, application, evidence))
    ending = story.endings[place] if family.number < story.decided else None
    return Told(
        story=story.name,
        part=part,
        child=child,
        application=application,
        facts=facts_of(family, part, application, dice),
        judgements=tuple(judgements_of(part, application, dice)),
        evidence=evidence,
        points=points,
        intent=intent_of(part, ending, application, child, points, dice) if ending else None,
    )


def application_of(part: Part, number: int, child: Child, dice: Dice) -> Application:
    """Make the application itself, still open, perhaps belonging to an officer."""
    case = part.case
    made = Application(
        id=identifier("application", number),
        reference=f"MH-{number:05d}",
        council=COUNCIL,
        child=child.id,
        school=distances().schools[part.school].id,
        day_of_travel=part.day,
        received_on=part.received,
        directorate=case.directorate,
        stage=Stage.OPEN,
        solo_travel_asked=case.solo,
    )
    return with_officer(made, dice) if dice.chance(BELONGS) else made


def with_officer(application: Application, dice: Dice) -> Application:
    """Let an application belong to an officer of its directorate."""
    role = Role.SEND_OFFICER if is_for_send(application) else Role.ELIGIBILITY_OFFICER
    owner = officer_for(role, dice.whole(0, 1)).id
    return replace(application, belongs_to=owner)
