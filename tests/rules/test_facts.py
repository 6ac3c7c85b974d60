"""Facts as people and files give them: exact values, or a sentence that says what was expected."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.shelf import Shelf
from rules.decide import decide
from rules.facts import read_facts
from rules.problems import BadFacts
from rules.values import NO_ROUTE, FactType, FactValue

WORDS = Shelf().vocabulary()
ENGLAND = Shelf().read("england/1996-act")


def one(name: str, value: object) -> FactValue | None:
    return read_facts({name: value}, WORDS)[name]


def told(name: str, value: object) -> str:
    with pytest.raises(BadFacts) as raised:
        read_facts({name: value}, WORDS, "case.json")
    return str(raised.value)


@pytest.mark.parametrize(
    ("value", "millimetres"),
    [
        ("2 miles", 3_218_688),
        ("2.00 miles", 3_218_688),
        ("2.01 miles", 3_234_782),  # 3,234,781.44 mm, rounded up
        ("1 mile", 1_609_344),
        ("0.5mi", 804_672),
        ("3218.688 m", 3_218_688),
        ("3218.6880001 m", 3_218_689),
        ("3218.68800000000000000000000001 m", 3_218_689),
        ("3.218688 km", 3_218_688),
        ("3218688 mm", 3_218_688),
        ("3218688.1 millimetres", 3_218_689),
        (" 2 miles ", 3_218_688),
        ("0 m", 0),
        (3218, 3_218_000),
        (0, 0),
        (Decimal("3218.688"), 3_218_688),
        (Decimal("3218.6880001"), 3_218_689),
        (Decimal("0.1"), 100),
        (Decimal("1E+3"), 1_000_000),
        ("no route", NO_ROUTE),
        ("no  route", NO_ROUTE),
    ],
)
def test_a_length_is_rounded_up_to_the_next_whole_millimetre(
    value: object, millimetres: FactValue
) -> None:
    assert one("walking_distance", value) == millimetres


def test_a_number_in_json_is_metres_to_its_last_digit() -> None:
    text = '{"walking_distance": 3218.688, "road_distance": 3218.68800000000000000001}'
    facts = read_facts(json.loads(text, parse_float=Decimal), WORDS)
    assert facts == {"walking_distance": 3_218_688, "road_distance": 3_218_689}


@pytest.mark.parametrize(
    "value",
    [
        *(
            "two miles",
            "2",
            "2 furlongs",
            "-2 miles",
            "2,5 miles",
            "2 miles and a bit",
            "",
            "1e3 m",
        ),
        *("٢ miles", "NaN m", "inf", "No Route", "20000001 km", "9" * 40 + " m"),
        *(True, -1, -0.1, 1.5, Decimal("-0.001"), Decimal("NaN"), Decimal("Infinity")),
        *(Decimal("1E+999999"), Decimal("1E-999999"), Decimal("2E+10"), 10**40, [], {}, [2]),
    ],
)
def test_what_is_no_length_is_told_with_what_was_expected(value: object) -> None:
    assert told("walking_distance", value).startswith("case.json: walking_distance: ")


@pytest.mark.parametrize(
    "value", ["2026-02-30", "2026-2-3", "01/09/2026", "1899-12-31", "2200-01-01"]
)
def test_what_is_no_day_is_told(value: str) -> None:
    assert "expected" in told("day_of_travel", value)


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("day_of_travel", "2026-09-01", date(2026, 9, 1)),
        ("date_of_birth", "2024-02-29", date(2024, 2, 29)),
        ("has_send", True, True),
        ("has_send", None, None),
        ("year_group", 0, 0),
        ("year_group", Decimal("3.0"), 3),
        ("year_group", -2, -2),
        ("earned_in_last_period", "£616.67", 61_667),
        ("earned_in_last_period", "£1,234", 123_400),
        ("earned_in_last_period", Decimal("616.67"), 61_667),
        ("earned_in_last_period", 616, 61_600),
        ("school_kind", "mainstream", "mainstream"),
        ("exclusion", "none", "none"),
    ],
)
def test_values_are_read_exactly(name: str, value: object, read: FactValue | None) -> None:
    found = one(name, value)
    assert (found, type(found)) == (read, type(read))


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("has_send", "yes", "expected true, false or null, not 'yes'"),
        ("has_send", 1, "expected true, false or null, not 1"),
        ("year_group", "3", "expected a whole number, not '3'"),
        ("year_group", Decimal("3.5"), "expected a whole number, not 3.5"),
        ("year_group", True, "expected a whole number, not True"),
        ("year_group", 21, "expected a whole number from -2 to 20, not 21"),
        ("nearer_suitable_schools", -1, "from 0 to 500"),
        ("school_kind", "mainstraem", "did you mean 'mainstream'?"),
        ("school_kind", ["mainstream"], "expected one of mainstream"),
        ("earned_in_last_period", "616.67", "expected a sum such as '£616.67'"),
        ("earned_in_last_period", Decimal("616.675"), "expected whole pence"),
        ("earned_in_last_period", -1, "expected whole pence"),
        ("day_of_travel", 20260901, "expected a day written as '2026-09-01'"),
        ("walking_distnace", "2 miles", "no fact of that name; did you mean 'walking_distance'?"),
        ("zzz", 1, "there is no fact of that name"),
        ("age", 9, "this is worked out from other facts and may not be given; leave it out"),
        ("compulsory_school_age", True, "may not be given"),
    ],
)
def test_what_does_not_fit_is_told_with_the_fact_and_what_was_expected(
    name: str, value: object, expected: str
) -> None:
    problem = told(name, value)
    assert problem.startswith(f"case.json: {name}: ")
    assert expected in problem


def test_every_problem_is_told_not_only_the_first() -> None:
    with pytest.raises(BadFacts) as raised:
        read_facts({"age": 9, "zzz": 1, "has_send": True, "year_group": "x"}, WORDS)
    assert len(raised.value.problems) == 3


@pytest.mark.parametrize("name", [name for name, word in WORDS.items() if word.may_be_given])
def test_every_fact_that_may_be_given_takes_null_for_not_known(name: str) -> None:
    assert read_facts({name: None}, WORDS) == {name: None}


def test_null_says_of_a_fact_that_must_be_worked_out_what_leaving_it_out_says() -> None:
    assert read_facts({"phase": None}, WORDS) == {"phase": None}


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.decimals(),
    st.floats(),
    st.text(),
    st.sampled_from(["no route", "2 miles", "2026-09-01", "£5", "mainstream", "yes"]),
)
JSON = st.recursive(
    SCALARS, lambda each: st.lists(each) | st.dictionaries(st.text(), each), max_leaves=6
)
NAMES = st.sampled_from(sorted(WORDS)) | st.text()


@given(st.dictionaries(NAMES, JSON, max_size=6))
def test_any_values_are_read_or_told_and_what_is_read_is_of_its_type(
    given_: dict[str, object],
) -> None:
    try:
        facts = read_facts(given_, WORDS)
    except BadFacts as error:
        assert error.problems
        return
    kinds = {
        FactType.YES_NO: (bool,),
        FactType.NUMBER: (int,),
        FactType.LENGTH: (int, type(NO_ROUTE)),
        FactType.MONEY: (int,),
        FactType.DATE: (date,),
        FactType.CHOICE: (str,),
    }
    for name, value in facts.items():
        assert value is None or type(value) in kinds[WORDS[name].type]


@given(st.decimals(min_value=0, max_value=10**6, allow_nan=False, places=6))
def test_a_length_is_never_shorter_than_given_and_less_than_a_millimetre_longer(
    metres: Decimal,
) -> None:
    found = one("walking_distance", metres)
    assert isinstance(found, int)
    assert metres * 1000 <= found < metres * 1000 + 1


# Facts that contradict each other


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        (
            {"nearer_suitable_place": False, "nearer_suitable_schools": 2},
            ["nearer_suitable_place = ", "nearer_suitable_schools = 2"],
        ),
        (
            {"nearer_suitable_place": True, "nearer_suitable_schools": 0},
            ["nearer_suitable_place = ", "nearer_suitable_schools = 0"],
        ),
        (
            {"day_of_travel": "2025-10-15", "date_of_birth": "2025-10-15"},
            ["day_of_travel = 2025-10-15", "date_of_birth = 2025-10-15"],
        ),
        (
            {"day_of_travel": "2025-10-15", "date_of_birth": "2013-05-01", "year_group": 10},
            ["year_group = 10", "date_of_birth = 2013-05-01", "day_of_travel = 2025-10-15"],
        ),
    ],
)
def test_facts_that_contradict_each_other_are_named_and_nothing_is_decided(
    facts: dict[str, object], named: list[str]
) -> None:
    with pytest.raises(BadFacts) as raised:
        decide(ENGLAND, read_facts(facts, WORDS))
    (problem,) = raised.value.problems
    assert "these contradict each other" in problem.message
    assert "Nothing was decided" in problem.message
    assert all(name in problem.message for name in named)


@pytest.mark.parametrize("year_group", [7, 8, 9])
def test_a_child_held_back_or_placed_ahead_by_one_is_no_contradiction(year_group: int) -> None:
    facts = {"day_of_travel": "2025-10-15", "date_of_birth": "2013-05-01", "year_group": year_group}
    assert decide(ENGLAND, read_facts(facts, WORDS))


@pytest.mark.parametrize("year_group", [6, 10])
def test_two_year_groups_away_is_a_contradiction(year_group: int) -> None:
    facts = {"day_of_travel": "2025-10-15", "date_of_birth": "2013-05-01", "year_group": year_group}
    with pytest.raises(BadFacts, match="year_group"):
        decide(ENGLAND, read_facts(facts, WORDS))


def test_below_compulsory_school_age_any_year_group_goes() -> None:
    facts = {"day_of_travel": "2025-10-15", "date_of_birth": "2021-05-01", "year_group": 1}
    assert decide(ENGLAND, read_facts(facts, WORDS))
