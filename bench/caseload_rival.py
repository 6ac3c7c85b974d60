"""The rules of england/1996-act written by hand in NumPy, unknowns and all: the caseload's rival.

Written to be quick: bool masks in chunks that stay in the cache, days looked up in tables, and what
is still wanted worked out only for the rows that stay undecided.
"""

from __future__ import annotations

from functools import reduce

import numpy as np

from bench.kleene import A, Chunk, K, every, no, some, wants
from rules.caseload import days
from rules.caseload.columns import Children
from rules.vocabulary import Vocabulary

MILE = 1_609_344
PROVISIONS = ["para-2", "para-3", "para-4", "para-5", "para-6", "para-7", "para-8", "para-9",
              "para-10", "para-11", "para-12", "para-13", "s-508B-2", "s-508F-a",
              "s-508F-b"]  # fmt: skip
ENTITLED, NOT_ENTITLED, CANNOT_TELL, OFFICER = 0, 2, 3, 4


BIRTHDAY = {n: days.birthday(n, days.EVERY_DAY) for n in (3, 5, 16, 19)}
CODE = days.coded(days.EVERY_DAY)
CODE_OF_BIRTHDAY = {n: days.coded(BIRTHDAY[n]) for n in (3, 5)}
AUGUST = days.coded(days.last_before(((8, 31),), days.EVERY_DAY))
STARTS = days.first_on_or_after(((3, 31), (8, 31), (12, 31)), BIRTHDAY[5])
YEAR = days.year_of(days.EVERY_DAY)
SCHOOL_YEAR = days.school_year(days.EVERY_DAY)
NEW_YEAR = days.last_on_or_before(((1, 1),), BIRTHDAY[16])
BEFORE_SEPTEMBER = BIRTHDAY[16] < days.first_on_or_after(((9, 1),), NEW_YEAR)
BY_TENTH = BIRTHDAY[16] <= days.first_on_or_after(((9, 10),), NEW_YEAR)
YEAR_16 = days.year_of(BIRTHDAY[16])
JUNE = days.last_weekday(YEAR_16, 4, 6)
JUNE_AFTER = days.last_weekday(YEAR_16 + 1, 4, 6)


def decide(c: Chunk, vocabulary: Vocabulary) -> tuple[list[K], list[K]]:
    """The truth of each provision, and of each domain truth."""
    code = {
        name: {choice: at for at, choice in enumerate(vocabulary[name].choices)}
        for name in ("school_kind", "school_governance", "exclusion")
    }

    def kind(*names: str) -> K:
        return c.is_in("school_kind", [code["school_kind"][name] for name in names])

    day, born = c.v("day_of_travel"), c.at("date_of_birth")
    both = ("date_of_birth", "day_of_travel")
    age = (CODE[c.at("day_of_travel")] - CODE[born]) >> 9
    eight, eleven = c.test(age >= 8, *both), c.test(age >= 11, *both)

    begun = c.test(day >= STARTS[born], *both)
    term = c.v("autumn_term_start")
    in_year = c.test(
        YEAR[c.at("autumn_term_start")] == YEAR_16[born], "autumn_term_start", "date_of_birth"
    )
    # The first day of term counts only in the year of the 16th birthday; else it is not known.
    earlier = BIRTHDAY[16][born] < term
    t = in_year.t & earlier
    f = in_year.t & ~earlier
    lacking = ~(t | f) if c.full else None
    by_term = K(t, f, None, lacking)
    before_term = some(
        c.test(BEFORE_SEPTEMBER[born], "date_of_birth"),
        every(c.test(BY_TENTH[born], "date_of_birth"), by_term),
    )
    over = some(
        c.test(day > JUNE_AFTER[born], *both),
        every(c.test(day > JUNE[born], *both), before_term),
    )
    school_age = every(begun, no(over))
    young = some(
        c.test(age < 19, *both),
        c.test(c.v("course_start") < BIRTHDAY[19][born], "course_start", "date_of_birth"),
    )
    early = no(begun)
    left = ~early.t & ~school_age.t & ~young.t
    adult_t = left & early.f & school_age.f & young.f
    maybe_adult = left
    adult_f = ~maybe_adult & (early.t | school_age.t | young.t)
    if c.full:
        unsettled = ~(adult_t | adult_f)
        adult = K(adult_t, adult_f, None, wants((early, school_age, young), ~unsettled)[1])
    else:
        adult = K(adult_t, adult_f)

    walk, road = c.v("walking_distance"), c.v("road_distance")
    two = c.test(walk > 2 * MILE, "walking_distance")
    three = c.test(walk > 3 * MILE, "walking_distance")
    beyond = some(every(no(eight), two), three)
    within = no(beyond)

    governance, named = code["school_governance"], c.v("schools_named_in_plan")
    school = kind("mainstream", "special", "resourced_unit", "pupil_referral_unit",
                  "alternative_provision", "nursery", "sixth_form")  # fmt: skip
    listing = [governance[each] for each in ("maintained", "academy", "non_maintained_special")]
    listed = every(school, c.is_in("school_governance", listing))
    one_named = c.test(named == 1, "schools_named_in_plan")
    independent = every(
        school,
        c.is_in("school_governance", [governance["independent"]]),
        c.yes("has_send"),
        c.yes("has_ehcp"),
        some(one_named, every(c.test(named > 1, "schools_named_in_plan"),
                              c.yes("nearest_of_schools_named"))),
    )  # fmt: skip
    other_counts = every(c.yes("also_registered_at_pru"), no(kind("pupil_referral_unit")))
    qualifying = every(some(listed, independent), no(other_counts))
    at_school = every(qualifying, c.yes("registered_pupil"))
    section_19 = kind("section_19_place")

    only_one = every(
        c.yes("has_ehcp"),
        one_named,
        some(no(c.yes("plan_names_condition")), no(c.yes("plan_condition_stands"))),
    )
    nearer = c.v("nearer_suitable_schools")
    place = c.given_or("nearer_suitable_place", c.test(nearer >= 1, "nearer_suitable_schools"))
    not_nearer = no(every(place, no(only_one)))
    fewer = some(c.test(nearer < 3, "nearer_suitable_schools"), no(place))

    need = some(c.yes("has_send"), c.yes("disabled"), c.yes("mobility_problem"))
    reasonable = no(c.yes("accompaniment_reasonable"))
    walks_with_none = some(no(c.yes("can_walk_accompanied")), reasonable)
    by_walking = every(no(c.yes("can_walk_alone")), walks_with_none)
    cannot_walk = c.given_or("cannot_walk", by_walking)
    unsafe_with_any = some(no(c.yes("route_safe_accompanied")), reasonable)
    by_routes = every(no(c.yes("route_safe_alone")), unsafe_with_any)
    unsafe = c.given_or("route_unsafe", by_routes)

    def until(year: int, month: int, of_month: int) -> K:
        limit = days.date(year, month, of_month).toordinal()
        return c.test(day <= limit, "day_of_travel")

    found_on = ("low_income_found_on", "day_of_travel")
    low_income = c.given_or("low_income", some(
        every(no(until(2018, 3, 31)), c.yes("universal_credit"), some(
            c.test(c.v("earned_in_last_period") <= 61_667, "earned_in_last_period"),
            c.test(c.v("earned_in_last_two_periods") <= 123_334, "earned_in_last_two_periods"),
            c.test(c.v("earned_in_last_three_periods") <= 185_000,
                   "earned_in_last_three_periods"))),
        c.yes("asylum_support"),
        c.yes("guarantee_pension_credit"),
        every(c.yes("income_based_benefit"), until(2026, 8, 16)),
        every(c.yes("maximum_working_tax_credit"), until(2025, 4, 5)),
        every(c.test(c.v("low_income_found_on") <= day, *found_on),
              c.test(SCHOOL_YEAR[c.at("low_income_found_on")]
                     == SCHOOL_YEAR[c.at("day_of_travel")], *found_on)),
    ))  # fmt: skip

    area, boarding = c.yes("in_area"), no(c.yes("boarding_arranged"))
    six = c.test(road <= 6 * MILE, "road_distance")
    fifteen = c.test(road <= 15 * MILE, "road_distance")
    eight_to_ten, older = every(eight, no(eleven)), every(eleven, no(over))
    para_8 = every(kind("place_during_exclusion"),
                   c.is_in("exclusion", [code["exclusion"]["suspended"]]),
                   c.yes("registered_pupil"), c.yes("education_during_exclusion"))  # fmt: skip
    ours = every(area, school_age)
    further = kind("further_education", "sixth_form")
    provisions = [
        every(ours, at_school, need, within, not_nearer, cannot_walk),
        every(ours, section_19, need, cannot_walk),
        every(ours, at_school, within, not_nearer, unsafe),
        every(ours, section_19, unsafe),
        every(ours, some(at_school, para_8), beyond, boarding, not_nearer),
        every(ours, section_19, beyond, boarding, not_nearer),
        para_8,
        every(area, eight_to_ten, at_school, two, not_nearer, low_income),
        every(area, eight_to_ten, section_19, two, low_income),
        every(area, older, at_school, two, six, fewer, low_income),
        every(area, older, at_school, two, fifteen, c.yes("chosen_for_belief"),
              no(c.yes("nearer_suitable_school_of_belief")), low_income),
        every(area, older, section_19, two, six, low_income),
        some(no(c.yes("free_travel_by_others")), no(c.yes("others_travel_suitable"))),
        every(area, adult, further, c.yes("travel_necessary")),
        every(area, adult, no(further), c.yes("has_ehcp"),
              c.yes("council_secured_place_and_boarding"), c.yes("travel_necessary")),
    ]  # fmt: skip
    august = AUGUST[c.at("day_of_travel")]
    group, names = c.v("year_group"), ("year_group", *both)
    counted = c.test(nearer >= 1, "nearer_suitable_schools")
    truths = [
        c.test(day > c.v("date_of_birth"), *both),
        some(every(place, counted), every(no(place), no(counted))),
        some(no(school_age), every(
            c.test(group >= (august - CODE_OF_BIRTHDAY[5][born]) >> 9, *names),
            c.test(group <= (august - CODE_OF_BIRTHDAY[3][born]) >> 9, *names))),
        some(every(cannot_walk, by_walking), every(no(cannot_walk), no(by_walking))),
        some(every(unsafe, by_routes), every(no(unsafe), no(by_routes))),
        some(c.yes("has_ehcp"), c.test(named < 1, "schools_named_in_plan")),
    ]  # fmt: skip
    return provisions, truths


def run(children: Children, vocabulary: Vocabulary, chunk: int) -> tuple[A, A, A]:
    """The outcome, the first ground and the grounds' bits of each child."""
    n = children.count
    outcomes, first = np.empty(n, np.int8), np.full(n, -1, np.int16)
    grounds = np.zeros(n, np.uint16)
    for start in range(0, n, chunk):
        rows = slice(start, min(start + chunk, n))
        provisions, truths = decide(Chunk(children, rows, full=False), vocabulary)
        entitling = [at for at, name in enumerate(PROVISIONS) if name not in ("para-8", "s-508B-2")]
        met = reduce(np.logical_or, [provisions[at].t for at in entitling])
        settled = reduce(np.logical_and, [provisions[at].t | provisions[at].f for at in entitling])
        broken = reduce(np.logical_or, [each.f for each in truths])
        found = np.where(met, np.int8(ENTITLED), np.int8(NOT_ENTITLED))
        undecided = ~met & ~settled
        if undecided.any():
            at_rows = np.flatnonzero(undecided)
            found[at_rows] = kept_open(children, at_rows + start, entitling, vocabulary)
        found[broken] = -1
        outcomes[rows] = found
        bits, one = grounds[rows], first[rows]
        for at in reversed(entitling):
            here = provisions[at].t & ~broken
            bits |= here.astype(np.uint16) << np.uint16(at)
            np.copyto(one, np.int16(at), where=here)
    return outcomes, first, grounds


def kept_open(children: Children, rows: A, entitling: list[int], vocabulary: Vocabulary) -> A:
    """Cannot tell yet; or for an officer, where only judged facts are wanted."""
    again, _ = decide(Chunk(children, rows, full=True), vocabulary)
    nothing = np.zeros(len(rows), np.bool_)
    judged = reduce(
        np.logical_or, [nothing if again[at].j is None else again[at].j for at in entitling]
    )
    other = reduce(
        np.logical_or, [nothing if again[at].o is None else again[at].o for at in entitling]
    )
    return np.where(judged & ~other, np.int8(OFFICER), np.int8(CANNOT_TELL))
