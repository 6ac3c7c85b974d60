"""The table of nearest suitable schools: ranks, columns, corrections, the facts drawn from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.assess import Assessment, assess
from casework.measuring.stretches import NewStretch, mark_stretch
from casework.record import CannotRecord
from casework.rights import NotAllowed
from casework.schools.suitable import any_of, count, every, suitable_schools, table_of
from casework.schools.suitable_marks import right_age
from casework.schools.suitable_places import intake_of
from casework.schools.suitable_ranking import walking_limit
from casework.schools.suitable_verbs import correct_line, draw_from_table, note_places
from casework.schools.years import years_in_words
from records.measurement import Way
from records.people import Role
from records.school import Gate, School
from records.stretch import StretchKind
from records.suitable import AdmissionRound, Aspect, LastMeasured
from rules.policy import PolicyVersion
from store import audit, schools, suitable
from store.identifiers import new_id
from tests.casework.desks import as_person
from tests.casework.town import NORTH, WEST, Town

NORMAL, IN_YEAR = AdmissionRound.NORMAL, AdmissionRound.IN_YEAR
OFFER_DAY = date(2023, 4, 17)  # the child is in Year 3 in 2026, so entered Reception in 2023


def add(town: Town, name: str, metres: float, **more: object) -> School:
    """A mixed maintained primary with places so many metres down the road."""
    made = School(
        new_id(), name, name, "mainstream", "maintained", 4, 11, None, 3,
        (Gate("main", WEST + metres, NORTH),), "mixed",
    )  # fmt: skip
    made = replace(made, **more)  # type: ignore[arg-type]
    schools.add_school(town.desk.store, made, town.desk.person)
    return made


def names(town: Town, case: str) -> list[tuple[str, int | None, bool | None]]:
    table = suitable_schools(town.desk, case)
    return [(line.school.name, line.rank, line.is_nearer) for line in table.lines]


def test_schools_are_ranked_with_both_lengths_over_any_boundary(town: Town) -> None:
    case = town.child_at(2)
    add(town, "Over the Border Primary", 3_000)
    assert names(town, case) == [
        ("Over the Border Primary", 1, True),
        ("Brook Road Primary", 2, False),
    ] + [("Far End Primary", 3, False)] * (len(names(town, case)) - 2)
    line = suitable_schools(town.desk, case).lines[0]
    assert line.walking_mm == line.road_mm
    assert abs((line.walking_mm or 0) - 218_688) < 200


def test_a_nearer_suitable_school_gives_all_three_facts(town: Town) -> None:
    case = town.child_at(2)
    add(town, "Near Primary", 3_000)
    table = suitable_schools(town.desk, case)
    assert (table.nearer_place, table.nearer_schools) == (True, 1)
    drawn = {fact.name: fact.value for fact in draw_from_table(town.desk, case)}
    assert drawn["nearer_suitable_place"] is True
    assert drawn["nearer_suitable_schools"] == 1
    known = {fact.name: fact for fact in assess(town.desk, case).facts}
    assert known["nearer_suitable_place"].value is True
    assert "ranked by walking route on Long Road" in known["nearer_suitable_place"].source


@pytest.mark.parametrize(
    ("more", "aspect"),
    [
        ({"governance": "independent"}, Aspect.QUALIFYING),
        ({"age_from": 11, "age_to": 16}, Aspect.AGE),
        ({"places_free": 0}, Aspect.PLACE),
        ({"kind": "special"}, Aspect.NEED),
    ],
)
def test_one_column_that_says_no_makes_a_school_unsuitable(
    town: Town, more: dict[str, object], aspect: Aspect
) -> None:
    case = town.child_at(2)
    add(town, "Near Primary", 3_000, **more)
    line = suitable_schools(town.desk, case).lines[0]
    assert line.mark(aspect).value is False
    assert line.suitable is False
    assert suitable_schools(town.desk, case).nearer_schools == 0


def test_what_is_not_known_is_left_open_until_an_officer_corrects_the_line(town: Town) -> None:
    case = town.child_at(2)
    near = add(town, "Near Primary", 3_000, admits="girls", places_free=None)
    table = suitable_schools(town.desk, case)
    assert (table.nearer_place, table.nearer_schools) == (None, None)
    assert any("It admits girls only" in words for words in table.unsettled)
    with pytest.raises(CannotRecord, match="Near Primary"):
        draw_from_table(town.desk, case)
    correct_line(town.desk, case, near.id, Aspect.SEX, True, "She is a girl.")
    correct_line(town.desk, case, near.id, Aspect.PLACE, True, "Admissions register.")
    assert suitable_schools(town.desk, case).nearer_schools == 1
    correct_line(town.desk, case, near.id, Aspect.PLACE, False, "The register was of 2022.")
    table = suitable_schools(town.desk, case)
    assert table.nearer_schools == 0
    assert table.lines[0].mark(Aspect.PLACE).why == "The register was of 2022."
    assert len(suitable.corrections_of(town.desk.store, case)) == 3
    told = [line.what for line in audit.lines(town.desk.store, case)]
    assert told.count("school line corrected") == 3


def test_a_correction_needs_reasons_and_the_right_person(town: Town) -> None:
    case = town.child_at(2)
    with pytest.raises(CannotRecord, match="needs its reasons"):
        correct_line(town.desk, case, town.school.id, Aspect.NEED, True, " ")
    with pytest.raises(NotAllowed):
        member = as_person(town.desk, "P. Panel", Role.PANEL_MEMBER)
        correct_line(member, case, town.school.id, Aspect.NEED, True, "Because.")


def test_a_special_need_is_judged_and_belief_is_counted_apart(town: Town) -> None:
    case = town.child_at(2, has_send=True)
    add(town, "Near Primary", 3_000)
    assert suitable_schools(town.desk, case).nearer_place is None
    of_faith = replace(town.school, belief="Church of England")
    schools.correct_school(town.desk.store, of_faith, town.desk.person)
    case = town.child_at(2)
    table = suitable_schools(town.desk, case)
    assert (table.nearer_place, table.nearer_of_belief) == (True, False)
    add(town, "St Agnes", 3_100, belief="Church of England")
    assert suitable_schools(town.desk, case).nearer_of_belief is True


def test_places_in_the_normal_round_are_those_of_the_childs_own_entry(town: Town) -> None:
    case = town.child_at(2)
    near = add(town, "Near Primary", 3_000, places_free=None)
    note_places(town.desk, near.id, 0, NORMAL, date(2026, 4, 16), 9, "offers of 2026")
    assert suitable_schools(town.desk, case).lines[0].mark(Aspect.PLACE).value is None
    note_places(town.desk, near.id, 0, NORMAL, OFFER_DAY, 2, "offers of 2023")
    mark = suitable_schools(town.desk, case).lines[0].mark(Aspect.PLACE)
    assert mark.value is True
    assert "round of 2023: 2 left" in mark.why


@pytest.mark.parametrize("how", [LastMeasured.WALKING, LastMeasured.ROAD])
@pytest.mark.parametrize(("last", "value"), [(500_000, True), (100_000, False), (None, None)])
def test_a_full_school_would_have_offered_a_place_to_whoever_lived_nearer(
    town: Town, last: int | None, value: bool | None, how: LastMeasured
) -> None:
    case = town.child_at(2)
    near = add(town, "Near Primary", 3_000, places_free=None)
    note_places(town.desk, near.id, 0, NORMAL, OFFER_DAY, 0, "offers of 2023", last, how)
    assert suitable_schools(town.desk, case).lines[0].mark(Aspect.PLACE).value is value


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (LastMeasured.STRAIGHT, "lived 500.000 m away in a straight line, which no route compares"),
        (None, "lived 500.000 m away, and how that was measured is not held"),
    ],
)
def test_a_last_distance_that_no_route_compares_with_is_judged(
    town: Town, how: LastMeasured | None, said: str
) -> None:
    case = town.child_at(2)
    near = add(town, "Near Primary", 3_000, places_free=None)
    note_places(town.desk, near.id, 0, NORMAL, OFFER_DAY, 0, "offers of 2023", 500_000, how)
    table = suitable_schools(town.desk, case)
    mark = table.lines[0].mark(Aspect.PLACE)
    assert mark.value is None and said in mark.why
    assert table.nearer_place is None


def test_outside_the_round_the_last_count_before_the_application_counts(town: Town) -> None:
    case = town.child_at(2)  # received on 2 November 2026
    near = add(town, "Near Primary", 3_000)
    assert suitable_schools(town.desk, case, IN_YEAR).lines[0].mark(Aspect.PLACE).value is None
    note_places(town.desk, near.id, 3, IN_YEAR, date(2026, 10, 1), 0, "October count")
    note_places(town.desk, near.id, 3, IN_YEAR, date(2026, 11, 9), 4, "after the application")
    mark = suitable_schools(town.desk, case, IN_YEAR).lines[0].mark(Aspect.PLACE)
    assert (mark.value, mark.why) == (False, "0 free on 1 October 2026 (October count).")


@pytest.mark.parametrize(
    ("ages", "year", "serves"),
    [
        ((4, 11), 0, True), ((4, 11), 6, True), ((4, 11), 7, False), ((11, 16), 6, False),
        ((11, 16), 7, True), ((11, 16), 11, True), ((11, 16), 12, False), ((16, 19), 12, True),
        ((9, 13), 8, True), ((9, 13), 9, False), ((5, 11), 0, None), ((4, 16), 7, True),
    ],
)  # fmt: skip
def test_a_school_serves_the_years_between_its_ages(
    ages: tuple[int, int], year: int, serves: bool | None
) -> None:
    school = School("1", "1", "S", None, None, *ages, None, 3, ())
    assert right_age(school, 11, year)[0] is serves


@pytest.mark.parametrize(
    ("ages", "words"),
    [
        ((4, 11), "Reception to Year 6"),
        ((16, 19), "Year 12 to Year 14"),
        ((16, 99), "Year 12 and above"),
        ((3, 25), "nursery and above"),
        ((19, 99), "after the years of school"),
        ((7, 7), "years that are not known"),
    ],
)
def test_years_are_told_as_far_as_schools_count_them(ages: tuple[int, int], words: str) -> None:
    assert years_in_words(School("1", "1", "S", None, None, *ages, None, 3, ())) == words


def test_without_a_year_group_a_child_as_old_as_the_oldest_age_has_left() -> None:
    school = School("1", "1", "S", None, None, 4, 11, None, 3, ())
    assert [right_age(school, age)[0] for age in (4, 10, 11)] == [True, True, False]


def test_a_primary_with_places_is_no_nearer_suitable_school_for_year_7(town: Town) -> None:
    asked = replace(town.school, age_from=11, age_to=16, places_free=5)
    schools.correct_school(town.desk.store, asked, town.desk.person)
    case = town.child_at(3, born=date(2014, 10, 1), year_group=7)
    primary = add(town, "Near Primary", 4_000, places_free=9)
    table = suitable_schools(town.desk, case)
    assert (table.nearer_place, table.nearer_schools) == (False, 0)
    correct_line(town.desk, case, primary.id, Aspect.AGE, True, "It keeps a Year 7.")
    line = next(one for one in suitable_schools(town.desk, case).lines if one.school == primary)
    assert line.mark(Aspect.PLACE).value is None


def test_places_of_a_school_for_all_ages_are_not_taken_for_those_of_year_7(town: Town) -> None:
    case = town.child_at(3, born=date(2014, 10, 1), year_group=7)
    through = add(town, "Through School", 4_000, age_to=16, places_free=9)
    line = next(one for one in suitable_schools(town.desk, case).lines if one.school == through)
    assert line.mark(Aspect.PLACE).value is None
    note_places(town.desk, through.id, 7, NORMAL, date(2026, 3, 2), 1, "offers of 2026")
    line = next(one for one in suitable_schools(town.desk, case).lines if one.school == through)
    assert line.mark(Aspect.PLACE).value is True


def test_a_dated_list_of_another_round_says_nothing_of_places(town: Town) -> None:
    case = town.child_at(2)
    add(town, "Near Primary", 3_000, listed_on=date(2026, 9, 1))
    mark = suitable_schools(town.desk, case).lines[0].mark(Aspect.PLACE)
    assert (mark.value, mark.why) == (None, "No places are held for the round of 2023.")


def test_offers_of_spring_are_for_that_september() -> None:
    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [intake_of(day) for day in days] == [2025, 2026, 2026, 2026]


def test_the_policys_measure_ranks_and_the_table_says_so(town: Town) -> None:
    case = town.child_at(2)
    add(town, "Near Primary", 3_000)
    assessed = assess(town.desk, case)
    assert walking_limit(assessed) == 3_218_688
    said = "The policy does not say how schools are ranked; ranked on foot."
    assert table_of(town.desk, replace(assessed, policy=with_rank(assessed, None))).because == said
    by_road = table_of(town.desk, replace(assessed, policy=with_rank(assessed, "road")))
    assert by_road.by is Way.ROAD
    beyond = replace(assessed, policy=with_rank(assessed, "road_beyond_walking"))
    assert table_of(town.desk, beyond).by is Way.WALKING
    far = assess(town.desk, town.child_at(2.9, born=date(2019, 6, 1)))
    near_only = replace(far, policy=with_rank(far, "road_beyond_walking"))
    table = table_of(town.desk, near_only)
    all_beyond = all((line.walking_mm or 10**9) > 3_218_688 for line in table.lines)
    assert (table.by is Way.ROAD) == all_beyond


def with_rank(assessed: Assessment, nearest: str | None) -> PolicyVersion:
    return replace(assessed.policy, nearest_by=nearest)


THREE = st.lists(st.sampled_from([True, False, None]), max_size=5)


@given(THREE)
def test_what_is_not_known_never_settles_a_count_it_could_change(values: list[bool | None]) -> None:
    unknown = values.count(None)
    worlds = [
        [value if value is not None else filled.pop() for value in values]
        for filled in (list(each) for each in product([True, False], repeat=unknown))
    ]
    for told, of in ((every(values), all), (any_of(values), any)):
        assert told == (of(worlds[0]) if len({of(world) for world in worlds}) == 1 else None)
    counts = {sum(map(bool, world)) for world in worlds}
    assert count(values) == (counts.pop() if len(counts) == 1 else None)


def with_a_way_nowhere(town: Town, case: str) -> None:
    """The first line of the road, where the school asked about stands, is closed."""
    new = NewStretch(StretchKind.CLOSED, "flood", "notice", edges=("0",))
    mark_stretch(town.desk, new)


def test_where_the_school_asked_about_has_no_route_all_that_have_one_are_nearer(
    town: Town,
) -> None:
    case = town.child_at(2, measured=False)
    add(town, "Near Primary", 3_000)
    add(town, "Out by the Sea Primary", 9_500)
    with_a_way_nowhere(town, case)
    table = suitable_schools(town.desk, case)
    lines = {line.school.name: line for line in table.lines}
    assert lines["Brook Road Primary"].rank is None
    assert lines["Out by the Sea Primary"].is_nearer is True
    assert table.nearer_place is True


@pytest.mark.parametrize(
    ("gates", "why"),
    [
        ((), "Its position is not held"),
        (
            (Gate("main", WEST + 3_000, NORTH, open_until=date(2026, 1, 1)),),
            "None of its gates is open on 2 November 2026",
        ),
    ],
)
def test_a_school_that_nobody_can_measure_to_leaves_the_count_open(
    town: Town, gates: tuple[Gate, ...], why: str
) -> None:
    case = town.child_at(2)
    near = add(town, "Near Primary", 3_000, gates=gates)
    table = suitable_schools(town.desk, case)
    line = next(each for each in table.lines if each.school.id == near.id)
    assert (line.rank, line.is_nearer, line.suitable) == (None, None, True)
    assert (table.nearer_place, table.nearer_schools) == (None, None)
    assert any(why in words for words in table.unsettled)
    with pytest.raises(CannotRecord, match="Near Primary"):
        draw_from_table(town.desk, case)
    correct_line(town.desk, case, near.id, Aspect.PLACE, False, "It was full.")
    assert suitable_schools(town.desk, case).nearer_schools == 0


def test_a_school_with_shut_gates_that_stand_too_far_off_to_be_nearer_is_left_out(
    town: Town,
) -> None:
    case = town.child_at(0.5)
    far = add(town, "Far Primary", 3_000)
    shut = Gate("main", WEST + 3_000, NORTH, open_until=date(2026, 1, 1))
    schools.correct_school(town.desk.store, replace(far, gates=(shut,)), town.desk.person)
    table = suitable_schools(town.desk, case)
    assert far.id not in {line.school.id for line in table.lines}
    assert table.nearer_schools == 0
