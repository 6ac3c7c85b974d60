"""Random children for any policy, seeded, with every limit, birthday and season over-represented.

Whole columns at once: a million takes seconds. ``children`` is for whoever wants a caseload; each
fact is left out of some rows, and a few rows contradict themselves on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from rules.caseload.columns import NO_ROUTE_MM, Children, Column, column, table
from rules.caseload.days import FIRST_DAY, LAST_DAY, coded, days_from, parts_of
from rules.policy import PolicyVersion
from rules.values import NO_ROUTE, Facts, FactType, FactValue, KnownHow
from rules.vocabulary import FactWord

Rows = np.ndarray
MILE = 1_609_344


@dataclass
class Dice:
    """One policy's limits, and the luck of one seed."""

    policy: PolicyVersion
    count: int
    seed: int
    random: np.random.Generator = field(init=False)

    def __post_init__(self) -> None:
        self.random = np.random.default_rng(self.seed)

    def some(self, share: float) -> Rows:
        """A share of the rows."""
        return self.random.random(self.count) < share

    def one_of(self, values: list[int]) -> Rows:
        """One of the values in each row."""
        return self.random.choice(np.array(values, np.int64), self.count)

    def between(self, least: int, most: int) -> Rows:
        """A whole number from ``least`` to ``most`` in each row."""
        return self.random.integers(least, most + 1, self.count)

    def mix(self, share: float, one: Rows, other: Rows) -> Rows:
        """The first in a share of the rows, the second in the others."""
        return np.where(self.some(share), one, other)

    def limits(self, kind: FactType) -> list[int]:
        """The values of every parameter of a type, whichever day they hold for."""
        found = [
            dated.value.toordinal() if isinstance(dated.value, date) else dated.value
            for parameter in self.policy.parameters.values()
            if parameter.type is kind
            for dated in parameter.values
        ]
        return sorted({int(each) for each in found if isinstance(each, int)})

    def near(self, kind: FactType) -> Rows:
        """A limit of that type, one below it or one above it."""
        limits = self.limits(kind) or [0]
        return self.one_of(limits) + self.between(-1, 1)


def children(policy: PolicyVersion, count: int, seed: int = 1, unknown: float = 0.06) -> Children:
    """Random children for a policy. ``unknown`` is the share of facts not known, on average.

    A third of the children are known in full but for facts that are mostly worked out; the rest
    lack twice as many facts each.
    """
    dice = Dice(policy, count, seed)
    values = _values(dice)
    lacking = dice.some(2 / 3)
    columns = []
    for name, whole in values.items():
        word = policy.vocabulary[name]
        share = 0.7 if word.how is KnownHow.DERIVED else unknown * 1.5
        known = ~dice.some(share) | (~lacking & (word.how is not KnownHow.DERIVED))
        columns.append(column(word, whole, known))
    return table(columns)


def every_child(children: Children) -> Iterator[Facts]:
    """Each child's facts in turn, as ``Children.facts`` gives them, a column at a time."""
    names = tuple(children.columns)
    columns = [_as_facts(each) for each in children.columns.values()]
    for row in zip(*columns, strict=True):
        yield {name: value for name, value in zip(names, row, strict=True) if value is not None}


def _as_facts(column: Column) -> list[FactValue | None]:
    values, kind, choices = column.values.tolist(), column.word.type, column.word.choices
    found: list[FactValue | None] = values
    if kind is FactType.YES_NO:
        found = [value == 1 for value in values]
    elif kind is FactType.CHOICE:
        found = [choices[value] for value in values]
    elif kind is FactType.DATE:
        found = [date.fromordinal(max(value, 1)) for value in values]
    elif kind is FactType.LENGTH:
        found = [NO_ROUTE if value == NO_ROUTE_MM else value for value in values]
    pairs = zip(found, column.known.tolist(), strict=True)
    return [value if known else None for value, known in pairs]


def _values(dice: Dice) -> dict[str, Rows]:
    words = [word for word in dice.policy.vocabulary.values() if word.may_be_given]
    found = {word.name: _of_type(dice, word) for word in words}
    if {"day_of_travel", "date_of_birth"} <= set(found):
        found["day_of_travel"] = days_of_travel(dice)
        found["date_of_birth"] = days_of_birth(dice, found["day_of_travel"])
        _make_fit(dice, found)
    return found


def _of_type(dice: Dice, word: FactWord) -> Rows:
    match word.type:
        case FactType.YES_NO:
            return dice.some(_likely(word.name)).astype(np.int8)
        case FactType.CHOICE:
            return np.where(dice.some(0.45), 0, dice.between(0, len(word.choices) - 1))
        case FactType.NUMBER:
            return np.clip(dice.mix(0.7, dice.near(FactType.NUMBER), dice.between(-2, 25)),
                           word.least, word.most)  # fmt: skip
        case FactType.LENGTH:
            return _lengths(dice)
        case FactType.MONEY:
            return np.maximum(dice.mix(0.6, dice.near(word.type), dice.between(0, 300_000)), 0)
    return dice.mix(0.4, dice.near(FactType.DATE), dice.between(733_000, 740_500))


def _likely(name: str) -> float:
    often = {"in_area": 0.93, "registered_pupil": 0.92, "boarding_arranged": 0.08,
             "also_registered_at_pru": 0.08, "nearer_suitable_place": 0.35}  # fmt: skip
    return often.get(name, 0.5)


def _lengths(dice: Dice) -> Rows:
    far = dice.between(0, 18 * MILE)
    drawn = dice.mix(0.55, dice.near(FactType.LENGTH), far)
    drawn = dice.mix(0.3, drawn, dice.between(MILE, 4 * MILE))
    return np.maximum(np.where(dice.some(0.03), NO_ROUTE_MM, drawn), 0)


def days_of_travel(dice: Dice) -> Rows:
    """Days of the version's own year and of the years around it; term's edges, 29 February."""
    own = dice.policy.travel_from or date(2026, 9, 1)
    start = own.toordinal()
    edges = [date(own.year + more, *day).toordinal() for more in range(3)
             for day in ((8, 31), (9, 1), (9, 2), (12, 31), (1, 1), (3, 31), (4, 1), (6, 24),
                         (6, 25), (6, 26), (6, 27), (6, 28), (6, 29), (6, 30))]  # fmt: skip
    leap = [date(year, 2, day).toordinal() for year in (2020, 2024, 2028) for day in (28, 29)]
    leap += [each + 1 for each in leap]
    usual = dice.mix(0.6, dice.between(start, start + 364), dice.between(start - 800, start + 4000))
    limits = dice.near(FactType.DATE) if dice.limits(FactType.DATE) else usual
    return dice.mix(0.1, limits, dice.mix(0.25, dice.one_of(edges + leap), usual))


def days_of_birth(dice: Dice, travel: Rows) -> Rows:
    """Birthdays on the day of travel, the day before or after, and at the seasons of the law."""
    year, month, day = parts_of(travel)
    years = dice.mix(0.3, dice.one_of([2, 5, 8, 11, 16, 19, 25]), dice.between(1, 26))
    anywhere = travel - dice.between(300, 27 * 366)
    on_the_day = days_from(year - years, month, day) + dice.between(-1, 1)
    seasons = [(1, 1), (3, 31), (4, 1), (8, 31), (9, 1), (9, 5), (9, 10), (9, 11), (12, 31)]
    season = np.array(seasons)[dice.between(0, len(seasons) - 1)]
    at_season = days_from(year - years, season[:, 0], season[:, 1])
    leap_day = days_from((year - years) // 4 * 4, 2, 29)
    drawn = dice.mix(0.45, anywhere, dice.mix(0.6, on_the_day, dice.mix(0.85, at_season, leap_day)))
    return np.clip(np.where(dice.some(0.003), travel, drawn), FIRST_DAY, LAST_DAY)


def _make_fit(dice: Dice, found: dict[str, Rows]) -> None:
    """Keep most rows free of contradictions, which say little about the rules."""
    travel, born = found["day_of_travel"], found["date_of_birth"]
    age = (coded(travel) - coded(born)) >> 9
    term = days_from(parts_of(born)[0] + 16, 9, 1) + dice.between(-3, 12)
    if "autumn_term_start" in found:
        found["autumn_term_start"] = dice.mix(0.9, term, found["autumn_term_start"])
    if "course_start" in found:
        near = days_from(parts_of(born)[0] + 19, *parts_of(born)[1:]) + dice.between(-2, 2)
        found["course_start"] = dice.mix(0.3, near, travel - dice.between(0, 900))
    if "low_income_found_on" in found:
        found["low_income_found_on"] = travel - dice.between(-2, 380)
    if "year_group" in found:
        fitting = (coded(days_from(parts_of(travel - 243)[0], 8, 31)) - coded(born) >> 9) - 4
        drawn = dice.mix(0.85, fitting + dice.between(-1, 1), np.clip(age - 5, -2, 20))
        found["year_group"] = np.clip(drawn, -2, 20)
    if {"nearer_suitable_schools", "nearer_suitable_place"} <= set(found):
        schools = dice.mix(0.5, np.zeros(dice.count, np.int64), dice.between(0, 4))
        found["nearer_suitable_schools"] = schools
        place = (schools >= 1).astype(np.int8)
        found["nearer_suitable_place"] = np.where(dice.some(0.03), 1 - place, place)
    if {"schools_named_in_plan", "has_ehcp"} <= set(found):
        named = dice.mix(0.03, found["schools_named_in_plan"], np.zeros(dice.count, np.int64))
        found["schools_named_in_plan"] = np.where(
            found["has_ehcp"] == 1, found["schools_named_in_plan"], named
        )
    _make_walking_fit(dice, found, "cannot_walk", "can_walk")
    _make_walking_fit(dice, found, "route_unsafe", "route_safe")


def _make_walking_fit(dice: Dice, found: dict[str, Rows], derived: str, parts: str) -> None:
    names = (f"{parts}_alone", f"{parts}_accompanied", "accompaniment_reasonable")
    if {derived, *names} <= set(found):
        alone, accompanied, reasonable = (found[name] for name in names)
        fails = (1 - (alone | accompanied & reasonable)).astype(np.int8)
        found[derived] = np.where(dice.some(0.03), 1 - fails, fails)
