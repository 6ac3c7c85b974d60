"""Columns from files and other programs are read exactly, by the rules that hold for one case."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from casework.shelf import Shelf
from rules.caseload.columns import NO_ROUTE_MM
from rules.caseload.frames import read_frame
from rules.caseload.reading import read_column, read_columns, read_csv, read_rows
from rules.facts import read_facts
from rules.problems import BadFacts
from rules.values import FactValue

WORDS = Shelf().vocabulary()
CSV = """\
reference,day_of_travel,in_area,walking_distance,school_kind,year_group,earned_in_last_period
A1,2026-09-01,yes,2 miles,special,3,£616.67
A2,,No,3218.688,,-1,616.67
"A,3",2027-02-28,,no route,mainstream,not known,
"""


def test_csv_is_read_as_the_facts_of_single_cases_are() -> None:
    children, beside = read_csv(CSV.splitlines(), WORDS, beside=("reference",))
    assert children.facts(0) == read_facts(
        {
            "day_of_travel": "2026-09-01",
            "in_area": True,
            "walking_distance": "2 miles",
            "school_kind": "special",
            "year_group": 3,
            "earned_in_last_period": "£616.67",
        },
        WORDS,
    )
    assert children.facts(1) == {
        "in_area": False,
        "walking_distance": 3_218_688,
        "year_group": -1,
        "earned_in_last_period": 61_667,
    }
    assert children.columns["walking_distance"].values[2] == NO_ROUTE_MM
    assert beside == {"reference": ["A1", "A2", "A,3"]}


def test_every_cell_that_cannot_be_read_is_told_with_its_line_and_column() -> None:
    text = "in_area,school_kind,year_group\nyes,special,3\nperhaps,spezial,3.5\n"
    with pytest.raises(BadFacts) as caught:
        read_csv(text.splitlines(), WORDS, "children.csv")
    told = str(caught.value)
    assert "children.csv, line 3: in_area: expected true, false or null, not 'perhaps'" in told
    assert "children.csv, line 3: school_kind:" in told and "special" in told
    assert "children.csv, line 3: year_group:" in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "names no facts"),
        ("in_area,in_area\nyes,yes", "more than one column"),
        ("in_aera\nyes", "in_area"),
        ("in_area,disabled\nyes", "line 2: 1 cells; expected 2"),
        ("age\n8", "worked out"),
        ("in_area\nyes\n\nno", "line 3: a blank line"),
        ('in_area\n"' + "x" * 200_000, "cannot be read as CSV"),
    ],
)
def test_a_text_of_the_wrong_form_is_refused(text: str, told: str) -> None:
    with pytest.raises(BadFacts, match=told):
        read_csv(text.splitlines(), WORDS)


def test_a_first_line_that_is_a_childs_own_is_not_repeated() -> None:
    with pytest.raises(BadFacts) as caught:
        read_csv(["Rowan Thackeray,2018-11-20,yes", "A,2018-11-21,no"], WORDS, "children.csv")
    assert "children.csv, line 1: the first line names no facts" in str(caught.value)
    assert "Rowan" not in str(caught.value) and "2018" not in str(caught.value)


def test_lines_in_later_blocks_keep_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rules.caseload.reading.BLOCK", 2)
    children, _ = read_csv(["in_area", *["yes", "no", "not known"] * 3], WORDS)
    assert children.columns["in_area"].values.tolist() == [1, 0, -1] * 3
    with pytest.raises(BadFacts, match="line 7"):
        read_csv(["in_area", *["yes"] * 5, "perhaps", "yes"], WORDS)


def test_blank_lines_at_the_end_are_no_children() -> None:
    assert read_csv("in_area\nyes\n\n\n".splitlines(), WORDS)[0].count == 1


def test_rows_as_from_json_are_read() -> None:
    children = read_rows([{"in_area": True}, {"walking_distance": Decimal("3.0001")}], WORDS)
    assert [children.facts(0), children.facts(1)] == [
        {"in_area": True},
        {"walking_distance": 3_001},
    ]


METRES = [0.0, 3218.688, 3218.6880001, 4828.032, 0.1, 0.0011, 19_999_999.999, 1e-9, 4828.031999,
          1609.344, 2.675, 1000.0005, 7.0, 1e-30]  # fmt: skip


@pytest.mark.parametrize("metres", METRES)
def test_a_column_of_floats_is_read_as_its_numbers_print(metres: float) -> None:
    alone = read_facts({"walking_distance": Decimal(repr(metres))}, WORDS)["walking_distance"]
    found = read_column(WORDS["walking_distance"], np.array([metres, np.nan]))
    assert (found.values[0], found.known.tolist()) == (alone, [True, False])


def test_random_floats_are_read_as_their_numbers_print() -> None:
    random = np.random.default_rng(4)
    metres = np.concatenate([random.random(300) * 9000, np.round(random.random(300) * 9000, 3)])
    found = read_column(WORDS["walking_distance"], metres)
    alone = [
        read_facts({"walking_distance": Decimal(repr(each))}, WORDS)["walking_distance"]
        for each in metres.tolist()
    ]
    assert found.values.tolist() == alone


ARRAYS: list[tuple[str, object, FactValue]] = [
    ("in_area", np.array([True]), True),
    ("year_group", np.array([-1], np.int16), -1),
    ("year_group", np.array([4.0]), 4),
    ("walking_distance", np.array([1609], np.uint16), 1_609_000),
    ("earned_in_last_period", np.array([616.67]), 61_667),
    ("earned_in_last_period", np.array([600]), 60_000),
    ("date_of_birth", np.array(["2016-02-29"], "datetime64[D]"), date(2016, 2, 29)),
    ("date_of_birth", np.array(["2016-02-29T00:00"], "datetime64[ns]"), date(2016, 2, 29)),
    ("school_kind", np.array(["special"]), "special"),
    ("date_of_birth", np.array([date(2016, 2, 29)], object), date(2016, 2, 29)),
]


@pytest.mark.parametrize(("fact", "array", "value"), ARRAYS)
def test_arrays_are_read(fact: str, array: object, value: FactValue) -> None:
    assert read_columns({fact: array}, WORDS).facts(0) == {fact: value}


WRONG = [
    ("year_group", np.array([1, 2**40])),
    ("year_group", np.array([1.0, 1.5])),
    ("walking_distance", np.array([1.0, -2.0])),
    ("walking_distance", np.array([1.0, np.inf])),
    ("walking_distance", np.array([1, 2**63], np.uint64)),
    ("earned_in_last_period", np.array([1.0, 0.005])),
    ("date_of_birth", np.array(["2016-02-29T00:00", "2016-02-29T12:00"], "datetime64[s]")),
    ("date_of_birth", np.array(["2016-02-29", "1816-02-29"], "datetime64[D]")),
    ("in_area", np.array([1, 2])),
    ("school_kind", np.array(["special", "spezial"])),
]


@pytest.mark.parametrize(("fact", "array"), WRONG)
def test_a_wrong_value_in_an_array_is_told_with_its_row(fact: str, array: np.ndarray) -> None:
    with pytest.raises(BadFacts, match=rf"line \d+: {fact}: ") as caught:
        read_columns({fact: array}, WORDS)
    assert f"line 2: {fact}" in str(caught.value)


class Held:
    """One column of a table, as Arrow hands it over."""

    def __init__(self, values: list[object]) -> None:
        self.values = values
        self.null_count = values.count(None)

    def to_numpy(self) -> np.ndarray:
        return np.array(self.values)

    def to_pylist(self) -> list[object]:
        return self.values


class Frame(dict[str, Held]):
    """A table of named columns, as Arrow hands it over."""

    @property
    def column_names(self) -> list[str]:
        return list(self)


def test_a_frame_is_read_through_its_own_methods() -> None:
    frame = Frame(
        in_area=Held([True, None]),
        walking_distance=Held([3218.688, 4828.032]),
        date_of_birth=Held([date(2016, 2, 29), None]),
        name=Held(["Ann", "Ben"]),
    )
    children = read_frame(frame, WORDS, beside=("name",))
    assert children.facts(0) == {
        "in_area": True,
        "walking_distance": 3_218_688,
        "date_of_birth": date(2016, 2, 29),
    }
    assert children.facts(1) == {"walking_distance": 4_828_032}


def test_what_is_no_frame_is_refused() -> None:
    with pytest.raises(BadFacts, match="no table"):
        read_frame([1, 2], WORDS)
