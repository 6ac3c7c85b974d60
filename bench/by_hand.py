"""England's rules of 1996 written out by hand in Python: three-valued, each test left in a trace.

The rival that *decide* is measured against. It knows the answer's results and its trace, but not
which facts are missing, what applies, or where a rule stands.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

MILE = 1_609_344
Trace = list[tuple[str, Any, Any, bool | None]]
Facts = dict[str, Any]


class Child:
    """One child's facts, with every test made of them in ``trace``."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.trace: Trace = []

    def yes(self, name: str) -> bool | None:
        """Whether a yes/no fact is yes."""
        value = self.facts.get(name)
        self.trace.append((name, value, True, value))
        return value

    def over(self, name: str, limit: int) -> bool | None:
        """Whether a length or count lies over a limit."""
        value = self.facts.get(name)
        result = None if value is None else value > limit
        self.trace.append((name, value, limit, result))
        return result

    def at_most(self, name: str, limit: int) -> bool | None:
        """Whether a length or sum lies at or below a limit."""
        value = self.facts.get(name)
        result = None if value is None else value <= limit
        self.trace.append((name, value, limit, result))
        return result

    def one_of(self, name: str, *choices: str) -> bool | None:
        """Whether a choice is one of these."""
        value = self.facts.get(name)
        result = None if value is None else value in choices
        self.trace.append((name, value, choices, result))
        return result

    def known(self, name: str, result: bool | None) -> bool | None:
        """A result worked out elsewhere, noted in the trace."""
        self.trace.append((name, None, None, result))
        return result


def every(*parts: bool | None) -> bool | None:
    return False if False in parts else None if None in parts else True


def some(*parts: bool | None) -> bool | None:
    return True if True in parts else None if None in parts else False


def no(part: bool | None) -> bool | None:
    return None if part is None else not part


def birthday(years: int, born: date) -> date:
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def last_friday_of_june(year: int) -> date:
    last = date(year, 6, 30)
    return last - timedelta(days=(last.weekday() - 4) % 7)


def age_and_phase(c: Child) -> tuple[int | None, bool | None, bool | None, bool | None]:
    """Age, of compulsory school age, over it, and adult."""
    born, day = c.facts.get("date_of_birth"), c.facts.get("day_of_travel")
    if born is None or day is None:
        continuing = born is not None and course_before(c, birthday(19, born))
        return None, None, None, False if continuing else None
    age = day.year - born.year
    age -= birthday(age, born) > day
    five, sixteen = birthday(5, born), birthday(16, born)
    ends = [
        date(y, m, d) for y in (five.year, five.year + 1) for m, d in ((3, 31), (8, 31), (12, 31))
    ]
    begins = min(each for each in ends if each >= five)
    over = day > last_friday_of_june(sixteen.year + 1)
    if not over and day > last_friday_of_june(sixteen.year):
        over = before_term(c, sixteen)
    school_age = every(c.known("begun", day >= begins), no(c.known("over", over)))
    under = True if age < 19 else course_before(c, birthday(19, born))
    adult = every(day >= begins, no(school_age), no(under))
    return age, school_age, over, adult


def before_term(c: Child, sixteen: date) -> bool | None:
    if sixteen < date(sixteen.year, 9, 1) or sixteen > date(sixteen.year, 9, 10):
        return sixteen < date(sixteen.year, 9, 1)
    term = c.facts.get("autumn_term_start")
    return None if term is None or term.year != sixteen.year else sixteen < term


def course_before(c: Child, nineteen: date) -> bool | None:
    began = c.facts.get("course_start")
    return None if began is None else began < nineteen


SCHOOLS = (
    "mainstream", "special", "resourced_unit", "pupil_referral_unit", "alternative_provision",
    "nursery", "sixth_form",
)  # fmt: skip


def qualifying(c: Child) -> bool | None:
    school = c.one_of("school_kind", *SCHOOLS)
    listed = every(
        school, c.one_of("school_governance", "maintained", "academy", "non_maintained_special")
    )
    named = some(
        only_one(c),
        every(c.over("schools_named_in_plan", 1), c.yes("nearest_of_schools_named")),
    )
    alone = every(
        school,
        c.one_of("school_governance", "independent"),
        c.yes("has_send"),
        c.yes("has_ehcp"),
        named,
    )
    elsewhere = every(
        c.yes("also_registered_at_pru"), no(c.one_of("school_kind", "pupil_referral_unit"))
    )
    return every(some(listed, alone), no(elsewhere))


def only_one(c: Child) -> bool | None:
    count = c.facts.get("schools_named_in_plan")
    return c.known("only_one_named", None if count is None else count == 1)


def given_or(c: Child, name: str, worked_out: bool | None) -> bool | None:
    given = c.facts.get(name)
    return c.known(name, worked_out if given is None else given)


def walks(c: Child, alone: str, accompanied: str) -> bool | None:
    return every(
        no(c.yes(alone)), some(no(c.yes(accompanied)), no(c.yes("accompaniment_reasonable")))
    )


def low_income(c: Child) -> bool | None:
    day = c.facts.get("day_of_travel")
    until = lambda last: None if day is None else day <= last  # noqa: E731
    credit = every(
        None if day is None else day >= date(2018, 4, 1),
        c.yes("universal_credit"),
        some(
            c.at_most("earned_in_last_period", 61_667),
            c.at_most("earned_in_last_two_periods", 123_334),
            c.at_most("earned_in_last_three_periods", 185_000),
        ),
    )
    found = c.facts.get("low_income_found_on")
    same = None if found is None or day is None else found <= day and year_of(found) == year_of(day)
    return some(
        credit,
        c.yes("asylum_support"),
        c.yes("guarantee_pension_credit"),
        every(c.yes("income_based_benefit"), until(date(2026, 8, 16))),
        every(c.yes("maximum_working_tax_credit"), until(date(2025, 4, 5))),
        c.known("found_this_school_year", same),
    )


def year_of(day: date) -> int:
    return day.year if day.month >= 9 else day.year - 1


def decide_by_hand(facts: Facts) -> tuple[dict[str, bool | None], Trace]:
    """The result of every provision (None: not known), and the trace."""
    c = Child(facts)
    age, school_age, over, adult = age_and_phase(c)
    at = lambda test: None if age is None else test(age)  # noqa: E731
    area, registered = c.yes("in_area"), c.yes("registered_pupil")
    school = every(qualifying(c), registered)
    s19 = c.one_of("school_kind", "section_19_place")
    count = facts.get("nearer_suitable_schools")
    place = given_or(c, "nearer_suitable_place", None if count is None else count >= 1)
    alone = every(
        c.yes("has_ehcp"),
        only_one(c),
        some(no(c.yes("plan_names_condition")), no(c.yes("plan_condition_stands"))),
    )
    not_nearer = no(every(place, no(alone)))
    few = some(None if count is None else count < 3, no(place))
    far = some(
        every(at(lambda a: a < 8), c.over("walking_distance", 2 * MILE)),
        c.over("walking_distance", 3 * MILE),
    )
    need = some(c.yes("has_send"), c.yes("disabled"), c.yes("mobility_problem"))
    cannot = given_or(c, "cannot_walk", walks(c, "can_walk_alone", "can_walk_accompanied"))
    unsafe = given_or(c, "route_unsafe", walks(c, "route_safe_alone", "route_safe_accompanied"))
    poor = given_or(c, "low_income", low_income(c))
    two, six = c.over("walking_distance", 2 * MILE), c.at_most("road_distance", 6 * MILE)
    fifteen, stays = c.at_most("road_distance", 15 * MILE), no(c.yes("boarding_arranged"))
    young, old = at(lambda a: 8 <= a < 11), every(at(lambda a: a >= 11), no(over))
    suspended = every(
        c.one_of("school_kind", "place_during_exclusion"),
        c.one_of("exclusion", "suspended"),
        registered,
        c.yes("education_during_exclusion"),
    )
    belief = every(c.yes("chosen_for_belief"), no(c.yes("nearer_suitable_school_of_belief")))
    college = c.one_of("school_kind", "further_education", "sixth_form")
    necessary = c.yes("travel_necessary")
    results = {
        "para-2": every(area, school_age, school, need, no(far), not_nearer, cannot),
        "para-3": every(area, school_age, s19, need, cannot),
        "para-4": every(area, school_age, school, no(far), not_nearer, unsafe),
        "para-5": every(area, school_age, s19, unsafe),
        "para-6": every(area, school_age, some(school, suspended), far, stays, not_nearer),
        "para-7": every(area, school_age, s19, far, stays, not_nearer),
        "para-8": suspended,
        "para-9": every(area, young, school, two, not_nearer, poor),
        "para-10": every(area, young, s19, two, poor),
        "para-11": every(area, old, school, two, six, few, poor),
        "para-12": every(area, old, school, two, fifteen, belief, poor),
        "para-13": every(area, old, s19, two, six, poor),
        "s-508B-2": some(no(c.yes("free_travel_by_others")), no(c.yes("others_travel_suitable"))),
        "s-508F-a": every(area, adult, college, necessary),
        "s-508F-b": every(
            area, adult, no(college), c.yes("has_ehcp"),
            c.yes("council_secured_place_and_boarding"), necessary,
        ),
    }  # fmt: skip
    return results, c.trace
