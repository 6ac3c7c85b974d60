"""Marlhaven as one frozen value: everything a store of the sample council is filled with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from records.application import Application, Evidence, Point
from records.child import Child, Household
from records.fact import Fact, Judgement
from records.people import Person
from records.school import School
from sample.casting import Family, families
from sample.city import City, city, network_csv
from sample.deciding import Intent
from sample.dice import Dice
from sample.naming import family_names, given_names
from sample.people import people
from sample.records_of import COUNCIL, OTHER_SURNAME, Told, household_of, told_by
from sample.schools import schools

LABEL: Final = "Marlhaven (fictional)"
PASSPHRASE: Final = "marlhaven"
"""Opens the sample's store. It protects nothing and is shown on the screen."""

NETWORK_NAME: Final = "Marlhaven network 2026 (fictional)"

POLICY_FOLDER: Final = Path(__file__).resolve().parent / "policy"
VERSIONS: Final = ("marlhaven/2025-26", "marlhaven/2026-27")
LETTERHEAD: Final = "marlhaven/wording/letterhead.yaml"


@dataclass(frozen=True, slots=True)
class SampleCouncil:
    """The sample council. Households, children and applications stand in order of reference.

    ``facts`` and the like are pairs of an application's id and the fact; ``to_measure`` are the
    applications whose routes were measured on receipt, ``intents`` the decisions to be made
    through the verb, in order of time. ``policies`` are texts by version, ``letterhead`` is the
    text of the wording file.
    """

    council: str
    label: str
    passphrase: str
    network_name: str
    network_csv: str
    city: City
    people: tuple[Person, ...]
    schools: tuple[School, ...]
    households: tuple[Household, ...]
    children: tuple[Child, ...]
    applications: tuple[Application, ...]
    facts: tuple[tuple[str, Fact], ...]
    judgements: tuple[Judgement, ...]
    evidence: tuple[Evidence, ...]
    points: tuple[Point, ...]
    to_measure: tuple[str, ...]
    intents: tuple[Intent, ...]
    policies: tuple[tuple[str, str], ...]
    letterhead: str


@cache
def everything_told() -> tuple[tuple[Household, tuple[Told, ...]], ...]:
    """Tell every family's story; references run in the order in which applications came in."""
    dice = Dice("marlhaven records")
    surnames = family_names(dice)
    return tuple(tell(families(), surnames, dice))


def tell(
    all_families: tuple[Family, ...], surnames: list[str], dice: Dice
) -> Iterator[tuple[Household, tuple[Told, ...]]]:
    """Give each household and its applications, the first to apply first."""
    first = 1
    for number, at_home in enumerate(by_home(all_families), start=1):
        surname = surnames[number]
        parent = surnames[-number] if dice.chance(OTHER_SURNAME) else surname
        household = household_of(at_home[0], number, parent, given_names(dice, 1)[0], dice)
        told = tuple(told_by(at_home, household, surname, first, dice))
        yield household, told
        first += len(told)


def by_home(all_families: tuple[Family, ...]) -> list[list[Family]]:
    """Gather the families told at the same home, the home that applied first first."""
    homes: dict[int, list[Family]] = {}
    for family in sorted(all_families, key=lambda one: (one.parts[0].received, one.row)):
        homes.setdefault(family.row, []).append(family)
    return list(homes.values())


@cache
def marlhaven() -> SampleCouncil:
    """Make the whole council: the same bytes every time, on every machine."""
    every = everything_told()
    told = [one for _, applications in every for one in applications]
    return SampleCouncil(
        council=COUNCIL,
        label=LABEL,
        passphrase=PASSPHRASE,
        network_name=NETWORK_NAME,
        network_csv=network_csv(city()),
        city=city(),
        people=people(),
        schools=schools(),
        households=tuple(household for household, _ in every),
        children=tuple(dict.fromkeys(one.child for one in told)),
        applications=tuple(one.application for one in told),
        facts=tuple((one.application.id, fact) for one in told for fact in one.facts),
        judgements=tuple(each for one in told for each in one.judgements),
        evidence=tuple(each for one in told for each in one.evidence),
        points=tuple(each for one in told for each in one.points),
        to_measure=tuple(one.application.id for one in told if one.part.case.measured),
        intents=intents_in_order(told),
        policies=tuple((each, text_of(f"{each}.yaml")) for each in VERSIONS),
        letterhead=text_of(LETTERHEAD),
    )


def intents_in_order(told: list[Told]) -> tuple[Intent, ...]:
    """Give the intents in order of time."""
    found = [one.intent for one in told if one.intent is not None]
    return tuple(sorted(found, key=lambda one: (one.decided_at, one.application)))


def text_of(name: str) -> str:
    """Read one of the sample's own texts."""
    return (POLICY_FOLDER / name).read_text(encoding="utf-8")
