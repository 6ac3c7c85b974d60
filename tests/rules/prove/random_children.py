"""Seeded random children, fully known, too often at the days and lengths where the law turns."""

from __future__ import annotations

import random
from datetime import date, timedelta

from rules.dates import birthday
from rules.policy import PolicyVersion
from rules.prove.space import Space
from rules.values import NO_ROUTE, Facts, FactType, FactValue
from rules.vocabulary import FactWord

MILE = 1_609_344
LENGTHS = [0, *(mile * MILE + more for mile in (2, 3, 6, 15) for more in (-1, 0, 1)), NO_ROUTE]
EDGES = [(3, 31), (4, 1), (8, 31), (9, 1), (9, 2), (12, 31), (1, 1), (2, 28), (2, 29), (6, 26)]
AGES = (2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 20)


def child(policy: PolicyVersion, span: tuple[date, date], rng: random.Random) -> Facts:
    """One child with every fact of the vocabulary that may be given."""
    day = span[0] + timedelta(days=rng.randrange((span[1] - span[0]).days + 1))
    born = birth(day, rng)
    facts: Facts = {
        word.name: value(word, rng)
        for word in policy.vocabulary.values()
        if word.may_be_given and word.type is not FactType.DATE
    }
    sixteen = birthday(16, born)
    facts |= {
        "day_of_travel": day,
        "date_of_birth": born,
        "autumn_term_start": date(sixteen.year, 9, rng.randrange(1, 9)),
        "course_start": birthday(19, born) + timedelta(days=rng.choice((-400, -1, 0, 1, 90))),
    }
    for name in ("low_income_found_on", "attends_from", "first_helped_on", "moved_home_on"):
        if name in policy.vocabulary:
            facts[name] = day - timedelta(days=rng.randrange(700))
    nearer = rng.choice((0, 0, 1, 2, 3, 4))
    facts |= {"nearer_suitable_schools": nearer, "nearer_suitable_place": nearer > 0}
    facts["year_group"] = year_of(day, born) + rng.choice((-1, 0, 0, 0, 1))
    if rng.random() < 0.95:
        facts |= fitting(facts)
    return facts


def fitting(facts: Facts) -> Facts:
    """What of a child's facts must be otherwise, so that the parts fit what follows from them."""
    found: Facts = {}
    for derived, parts in (("cannot_walk", "can_walk"), ("route_unsafe", "route_safe")):
        accompanied = facts[f"{parts}_accompanied"] and facts["accompaniment_reasonable"]
        found[derived] = not (facts[f"{parts}_alone"] or accompanied)
    if not facts["has_ehcp"]:
        found["schools_named_in_plan"] = 0
    return found


def birth(day: date, rng: random.Random) -> date:
    """A day of birth, often a birthday on the day or a prescribed day."""
    age = rng.choice(AGES)
    if rng.random() < 0.4:
        return birthday(-age, day) + timedelta(days=rng.choice((-1, 0, 1)))
    if rng.random() < 0.6:
        month, first = rng.choice(EDGES)
        leap = (month, first) == (2, 29)
        year = day.year - age
        return date(year - year % 4 if leap else year, month, first)
    return birthday(-age, day) - timedelta(days=rng.randrange(366))


def year_of(day: date, born: date) -> int:
    """The year group that fits an age: 0 in the school year of the 5th birthday."""
    school_year = day.year if (day.month, day.day) >= (9, 1) else day.year - 1
    birth_year = born.year if (born.month, born.day) < (9, 1) else born.year + 1
    return max(-2, min(20, school_year - birth_year - 4))


def value(word: FactWord, rng: random.Random) -> FactValue:
    """A value of a fact, often at a limit."""
    if word.type is FactType.YES_NO:
        usual = word.name in ("in_area", "registered_pupil", "nearest_course")
        return rng.random() < (0.9 if usual else 0.35)
    if word.type is FactType.CHOICE:
        return rng.choice(word.choices[:1] * 3 + word.choices)
    if word.type is FactType.LENGTH:
        return rng.choice([*LENGTHS, rng.randrange(20 * MILE)])
    if word.type is FactType.MONEY:
        return rng.choice((0, 61_667, 61_668, 123_334, 185_000, 185_001))
    return rng.choice((0, 1, 1, 2, 3))


def children(space: Space, count: int, seed: int) -> list[Facts]:
    """So many children for the first version of a space."""
    rng = random.Random(seed)
    return [child(space.versions[0].policy, space.span, rng) for _ in range(count)]
