"""England's rules of 1996 by hand without a trace: the result of every provision, and no more.

The rival of the outcome alone. Facts are looked at once and kept in plain variables.
"""

from __future__ import annotations

from datetime import date

from bench.by_hand import (
    MILE,
    SCHOOLS,
    Facts,
    birthday,
    every,
    last_friday_of_june,
    no,
    some,
    year_of,
)

Kleene = bool | None
LISTED = ("maintained", "academy", "non_maintained_special")
COLLEGES = ("further_education", "sixth_form")


def age_and_phase(
    g: Facts, born: date | None, day: date | None
) -> tuple[int | None, Kleene, Kleene, Kleene]:
    """Age, of compulsory school age, over it, and adult."""
    if born is None or day is None:
        before = None if born is None else course_before(g, birthday(19, born))
        return None, None, None, False if before else None
    five, sixteen = birthday(5, born), birthday(16, born)
    age = day.year - born.year - (birthday(day.year - born.year, born) > day)
    year = five.year
    begins = min(
        each
        for each in (
            date(year, 3, 31), date(year, 8, 31), date(year, 12, 31), date(year + 1, 3, 31),
        )
        if each >= five
    )  # fmt: skip
    over: Kleene = day > last_friday_of_june(sixteen.year + 1)
    if not over and day > last_friday_of_june(sixteen.year):
        over = before_term(g, sixteen)
    begun = day >= begins
    school_age = every(begun, no(over))
    under = True if age < 19 else course_before(g, birthday(19, born))
    return age, school_age, over, every(begun, no(school_age), no(under))


def before_term(g: Facts, sixteen: date) -> Kleene:
    if sixteen.month != 9 or sixteen.day > 10:
        return sixteen.month < 9
    term = g.get("autumn_term_start")
    return None if term is None or term.year != sixteen.year else sixteen < term


def course_before(g: Facts, nineteen: date) -> Kleene:
    began = g.get("course_start")
    return None if began is None else began < nineteen


def over(value: int | None, limit: int) -> Kleene:
    return None if value is None else value > limit


def at_most(value: int | None, limit: int) -> Kleene:
    return None if value is None else value <= limit


def is_in(value: str | None, *choices: str) -> Kleene:
    return None if value is None else value in choices


def walks(g: Facts, alone: str, accompanied: str) -> Kleene:
    return every(
        no(g.get(alone)), some(no(g.get(accompanied)), no(g.get("accompaniment_reasonable")))
    )


def low_income(g: Facts, day: date | None) -> Kleene:
    found = g.get("low_income_found_on")
    same = None if found is None or day is None else found <= day and year_of(found) == year_of(day)
    return some(
        every(
            None if day is None else day >= date(2018, 4, 1),
            g.get("universal_credit"),
            some(
                at_most(g.get("earned_in_last_period"), 61_667),
                at_most(g.get("earned_in_last_two_periods"), 123_334),
                at_most(g.get("earned_in_last_three_periods"), 185_000),
            ),
        ),
        g.get("asylum_support"),
        g.get("guarantee_pension_credit"),
        every(g.get("income_based_benefit"), None if day is None else day <= date(2026, 8, 16)),
        every(
            g.get("maximum_working_tax_credit"), None if day is None else day <= date(2025, 4, 5)
        ),
        same,
    )


def results_by_hand(facts: Facts) -> dict[str, Kleene]:
    """The result of every provision (None: not known)."""
    g = facts
    day, kind, plan = g.get("day_of_travel"), g.get("school_kind"), g.get("has_ehcp")
    age, school_age, leaver, adult = age_and_phase(g, g.get("date_of_birth"), day)
    area, registered, need_plan = g.get("in_area"), g.get("registered_pupil"), g.get("has_send")
    named, walking, road = (
        g.get("schools_named_in_plan"), g.get("walking_distance"), g.get("road_distance"),
    )  # fmt: skip
    only_one = None if named is None else named == 1
    governance, a_school = g.get("school_governance"), is_in(kind, *SCHOOLS)
    qualifying = every(
        some(
            every(a_school, is_in(governance, *LISTED)),
            every(
                a_school, is_in(governance, "independent"), need_plan, plan,
                some(only_one, every(over(named, 1), g.get("nearest_of_schools_named"))),
            ),
        ),
        no(every(g.get("also_registered_at_pru"), no(is_in(kind, "pupil_referral_unit")))),
    )  # fmt: skip
    school, s19 = every(qualifying, registered), is_in(kind, "section_19_place")
    count, place = g.get("nearer_suitable_schools"), g.get("nearer_suitable_place")
    if place is None and count is not None:
        place = count >= 1
    no_condition = some(no(g.get("plan_names_condition")), no(g.get("plan_condition_stands")))
    not_nearer = no(every(place, no(every(plan, only_one, no_condition))))
    two, three = over(walking, 2 * MILE), over(walking, 3 * MILE)
    far = some(every(None if age is None else age < 8, two), three)
    need = some(need_plan, g.get("disabled"), g.get("mobility_problem"))
    cannot, unsafe, poor = g.get("cannot_walk"), g.get("route_unsafe"), g.get("low_income")
    if cannot is None:
        cannot = walks(g, "can_walk_alone", "can_walk_accompanied")
    if unsafe is None:
        unsafe = walks(g, "route_safe_alone", "route_safe_accompanied")
    if poor is None:
        poor = low_income(g, day)
    six, stays, near = at_most(road, 6 * MILE), no(g.get("boarding_arranged")), no(far)
    young = None if age is None else 8 <= age < 11
    old = every(None if age is None else age >= 11, no(leaver))
    suspended = every(
        is_in(kind, "place_during_exclusion"), is_in(g.get("exclusion"), "suspended"), registered,
        g.get("education_during_exclusion"),
    )  # fmt: skip
    college, necessary = is_in(kind, *COLLEGES), g.get("travel_necessary")
    return {
        "para-2": every(area, school_age, school, need, near, not_nearer, cannot),
        "para-3": every(area, school_age, s19, need, cannot),
        "para-4": every(area, school_age, school, near, not_nearer, unsafe),
        "para-5": every(area, school_age, s19, unsafe),
        "para-6": every(area, school_age, some(school, suspended), far, stays, not_nearer),
        "para-7": every(area, school_age, s19, far, stays, not_nearer),
        "para-8": suspended,
        "para-9": every(area, young, school, two, not_nearer, poor),
        "para-10": every(area, young, s19, two, poor),
        "para-11": every(
            area, old, school, two, six, some(None if count is None else count < 3, no(place)), poor
        ),
        "para-12": every(
            area, old, school, two, at_most(road, 15 * MILE), g.get("chosen_for_belief"),
            no(g.get("nearer_suitable_school_of_belief")), poor,
        ),
        "para-13": every(area, old, s19, two, six, poor),
        "s-508B-2": some(no(g.get("free_travel_by_others")), no(g.get("others_travel_suitable"))),
        "s-508F-a": every(area, adult, college, necessary),
        "s-508F-b": every(
            area, adult, no(college), plan, g.get("council_secured_place_and_boarding"), necessary
        ),
    }  # fmt: skip
