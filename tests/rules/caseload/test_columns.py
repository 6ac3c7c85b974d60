"""A table of children holds exact values, and says which row of which column is wrong."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from casework.shelf import Shelf
from rules.caseload.columns import NO_ROUTE_MM, column, from_facts, joined, table
from rules.problems import BadFacts
from rules.values import NO_ROUTE, Facts

WORDS = Shelf().vocabulary()
CHILDREN: list[Facts] = [
    {
        "day_of_travel": date(2026, 9, 1),
        "walking_distance": 3_218_689,
        "in_area": True,
        "school_kind": "special",
        "year_group": -1,
        "earned_in_last_period": 61_667,
    },
    {"walking_distance": NO_ROUTE, "in_area": False, "school_kind": None},
    {},
]


def test_facts_come_back_as_they_went_in() -> None:
    children = from_facts(CHILDREN, WORDS)
    known = [
        {name: value for name, value in each.items() if value is not None} for each in CHILDREN
    ]
    assert [children.facts(row) for row in range(children.count)] == known


def test_yes_no_is_not_known_below_nought() -> None:
    found = column(WORDS["in_area"], np.array([1, 0, -1]))
    assert found.known.tolist() == [True, True, False]


def test_a_choice_is_held_as_its_place_among_the_choices() -> None:
    children = from_facts([{"school_kind": "special"}], WORDS)
    assert children.columns["school_kind"].values.tolist() == [
        WORDS["school_kind"].choices.index("special")
    ]


def test_no_route_is_kept_beyond_every_length() -> None:
    children = from_facts([{"walking_distance": NO_ROUTE}], WORDS)
    assert children.columns["walking_distance"].values.tolist() == [NO_ROUTE_MM]


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("in_area", 2),
        ("school_kind", 99),
        ("year_group", 21),
        ("walking_distance", -1),
        ("walking_distance", 20_000_000_001),
        ("earned_in_last_period", -1),
        ("date_of_birth", date(1899, 12, 31).toordinal()),
    ],
)
def test_a_value_out_of_range_is_told_with_its_row_and_column(fact: str, value: int) -> None:
    good = 1 if fact != "date_of_birth" else date(2010, 1, 1).toordinal()
    with pytest.raises(BadFacts, match=rf"row 2: {fact}: expected"):
        column(WORDS[fact], np.array([good, value, good]))


def test_a_value_not_known_may_be_anything() -> None:
    found = column(WORDS["year_group"], np.array([3, 99]), np.array([True, False]))
    assert found.known.tolist() == [True, False]


def test_a_fact_that_must_be_worked_out_has_no_column() -> None:
    with pytest.raises(BadFacts, match="age: this is worked out"):
        column(WORDS["age"], np.array([8]))


def test_fractions_are_refused() -> None:
    with pytest.raises(BadFacts, match="whole numbers"):
        column(WORDS["walking_distance"], np.array([1.5]))


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(BadFacts, match="differ in length: in_area 1, disabled 2"):
        table(
            [column(WORDS["in_area"], np.ones(1, int)), column(WORDS["disabled"], np.ones(2, int))]
        )


def test_a_fact_told_twice_is_refused() -> None:
    each = column(WORDS["in_area"], np.ones(1, int))
    with pytest.raises(BadFacts, match="more than one column"):
        table([each, each])


def test_an_unknown_fact_is_told_with_the_nearest_name() -> None:
    with pytest.raises(BadFacts, match="walking_distance"):
        from_facts([{"walking_distence": 5}], WORDS)


def test_rows_can_be_cut_out_and_put_together_again() -> None:
    children = from_facts(CHILDREN, WORDS)
    again = joined([children.rows(0, 1), children.rows(1, 3)])
    assert [again.facts(row) for row in range(3)] == [children.facts(row) for row in range(3)]
    assert children.rows(2, 9).count == 1
