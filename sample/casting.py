"""Finds for every story a home and schools on the real network for which the story is true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geography.nearest import NO_ROUTE_MM
from records.school import School
from sample.days import birthday_of, days_of, group_of
from sample.dice import Dice
from sample.distances import Table, distances, in_area
from sample.homes import Home
from sample.places import nearer_suitable, teaches
from sample.stories import STORIES, Case, Story
from sample.stories.story import Band, To

YEARS_BEFORE_RECEPTION: Final = 4
"""How old a child of Reception was on the 31 August before."""

SHARED: Final = 0.3
"""How many families are told at a home that has a child already, where one fits."""

LARGEST: Final = 3
APART: Final = timedelta(days=400)
"""How many children a home has at most, and how far apart they are born."""

HOUSEHOLD_FACTS: Final = (
    "universal_credit",
    "earned_in_last_period",
    "asylum_support",
    "guarantee_pension_credit",
    "income_based_benefit",
    "chosen_for_belief",
    "in_area",
    "moved_home_on",
    "looked_after",
    "exceptional_ground_claimed",
)

Fits = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Part:
    """One case of a story with its child's age, its days and the school found for it."""

    case: Case
    group: int
    born: date
    day: date
    received: date
    school: int = -1

    @property
    def age_at_start(self) -> int:
        """How old the child was on the 31 August before (as the year group has it)."""
        return self.group + YEARS_BEFORE_RECEPTION


@dataclass(frozen=True, slots=True)
class Family:
    """A story made true: the home (its row among all distances), and the parts it is told in.

    ``number`` counts the families of the same story from 0.
    """

    story: Story
    number: int
    row: int
    parts: tuple[Part, ...]

    @property
    def home(self) -> Home:
        """Where the family lives."""
        return distances().homes[self.row]


Homes = dict[int, list[Part]]
"""The children at each home so far, by the home's row."""


class NoHomeFits(LookupError):
    """The city has no home for which a story would be true. A fault of the sample."""


@cache
def families() -> tuple[Family, ...]:
    """Cast every story as often as it is told; now and then at a home that has a child already."""
    dice = Dice("marlhaven families")
    children: Homes = {}
    return tuple(
        cast(story, number, dice, children) for story in STORIES for number in range(story.times)
    )


def cast(story: Story, number: int, dice: Dice, children: Homes) -> Family:
    """Find one family: a home from which every part of the story has a school."""
    parts = list(people_of(story, number < story.decided, dice))
    fits = [fitting(part) for part in parts]
    true_of = np.logical_and.reduce([one.any(axis=1) for one in fits])
    true_of &= in_area() == story.cases[0].in_area
    rows = np.flatnonzero(true_of).tolist()
    shared = [row for row in rows if row in children and may_share(parts, children[row])]
    free = [row for row in rows if row not in children]
    if not shared and not free:
        raise NoHomeFits(f"no home fits the story '{story.name}'")
    row = dice.pick(shared if shared and dice.chance(SHARED) else free or shared)
    children.setdefault(row, []).extend(parts)
    return Family(story, number, row, tuple(with_schools(parts, fits, row, dice)))


def may_share(parts: list[Part], others: list[Part]) -> bool:
    """Say whether children may be brothers and sisters of those who live at a home already."""
    everyone = [*parts, *others]
    days = sorted(part.born for part in everyone if not part.case.same_child)
    gaps = [later - earlier for earlier, later in zip(days, days[1:], strict=False)]
    found = all(part.case.position_from == "address" for part in everyone)
    fits = found and len(days) <= LARGEST and min(gaps) >= APART
    return fits and len({of_household(part) for part in everyone}) == 1 and can_come(everyone)


def of_household(part: Part) -> tuple[object, ...]:
    """Give what is true of a whole household, and must not differ between its children."""
    case = part.case
    told = [case.facts.get(name) for name in HOUSEHOLD_FACTS]
    return (*told, "low_income" in case.left_out)


def can_come(parts: list[Part]) -> bool:
    """Say whether no two judgements differ on whether an adult can come along."""
    judged = {part.case.judged.get("accompaniment_reasonable") for part in parts}
    return not {True, False} <= judged


def people_of(story: Story, is_decided: bool, dice: Dice) -> Iterator[Part]:
    """Draw year group, birthday and days for each case."""
    for case in story.cases:
        group = group_of(case.born, case.year, dice)
        born = birthday_of(case.born, group, case.year, dice)
        yield Part(case, group, born, *days_of(case, is_decided, dice))


def with_schools(parts: list[Part], fits: list[Fits], row: int, dice: Dice) -> Iterator[Part]:
    """Draw a school for each part; a child's second application is for the same school."""
    last = -1
    for part, fit in zip(parts, fits, strict=True):
        school = last if part.case.same_child else dice.pick(np.flatnonzero(fit[row]).tolist())
        last = school
        yield Part(part.case, part.group, part.born, part.day, part.received, school)


def fitting(part: Part) -> Fits:
    """Say of every home and school whether the case would be true of them; (homes, schools)."""
    to, every = part.case.to, distances()
    wanted = np.array([is_wanted(school, to, part.age_at_start) for school in every.schools])
    fits: Fits = within(every.walking, to.walking) & within(every.road, to.road) & wanted
    if to.nearer is not None:
        count = nearer_suitable(part.age_at_start)
        fits &= (count >= to.nearer[0]) & (count <= to.nearer[1])
    if to.belief_nearer is not None:
        fits &= (nearer_suitable(part.age_at_start, to.belief) > 0) == to.belief_nearer
    return fits


def is_wanted(school: School, to: To, age: int) -> bool:
    """Say whether a school is of the kind a story leads to, for a child of that age."""
    kind = school.kind in to.kinds
    run = to.governance is None or school.governance in to.governance
    faith = to.belief is None or school.belief == to.belief
    return kind and run and faith and teaches(school, age)


def within(table: Table, band: Band) -> Fits:
    """Say of every length whether it lies in a band; no route lies in none but its own."""
    if band.most < 0:
        return np.asarray(table == NO_ROUTE_MM)
    return np.asarray((table > band.least) & (table <= band.most) & (table != NO_ROUTE_MM))
