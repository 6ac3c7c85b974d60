"""Parameters with dates: the value of the day of travel, and an error where there is none."""

from __future__ import annotations

from datetime import date

import pytest

from rules.decide import decide
from rules.policy import PolicyVersion
from rules.problems import BadPolicy, NoPolicyInForce
from rules.values import Facts, Outcome
from tests.rules.made_up import DEFINITIONS, provision, read_text, text_of

SOURCE = "source: {document: paper, standing: adopted}"
LAW = provision("law", "entitles", "far > limit")


def dated(*values: str, law: str = LAW) -> PolicyVersion:
    lines = "".join(f"      - {{{value}, {SOURCE}}}\n" for value in values)
    several = f"  several: {{value: 3, {SOURCE}}}\n"
    return read_text(
        text_of(law, parts=f"parameters:\n{several}  limit:\n    values:\n{lines}{DEFINITIONS}")
    )


TWO_YEARS = dated(
    "from: 2020-09-01, until: 2021-08-31, value: 2 miles",
    "from: 2022-09-01, value: 3 miles",
)


def outcome(day: date | None, miles: float, version: PolicyVersion = TWO_YEARS) -> Outcome:
    facts: Facts = {"day_of_travel": day, "far": int(miles * 1_609_344)}
    return decide(version, facts).eligibility.outcome


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 9, 1), Outcome.ENTITLED),
        (date(2021, 8, 31), Outcome.ENTITLED),
        (date(2022, 9, 1), Outcome.NOT_ENTITLED),
        (date(2199, 12, 31), Outcome.NOT_ENTITLED),
    ],
)
def test_the_value_is_that_of_the_day_of_travel(day: date, expected: Outcome) -> None:
    assert outcome(day, 2.5) is expected


@pytest.mark.parametrize(
    "day", [date(2020, 8, 31), date(2021, 9, 1), date(2022, 8, 31), date(1990, 1, 1)]
)
def test_a_day_without_a_value_is_an_error_that_names_policy_parameter_and_day(day: date) -> None:
    with pytest.raises(NoPolicyInForce) as raised:
        outcome(day, 2.5)
    told = str(raised.value)
    assert all(word in told for word in ("made-up/one", "'limit'", day.isoformat()))


def test_a_gap_is_told_even_where_the_fact_it_is_held_against_is_not_known() -> None:
    with pytest.raises(NoPolicyInForce):
        decide(TWO_YEARS, {"day_of_travel": date(2021, 9, 1)})


def test_without_a_day_of_travel_a_dated_limit_is_not_known() -> None:
    found = decide(TWO_YEARS, {"far": 5_000_000}).eligibility
    assert (found.outcome, found.missing) == (Outcome.CANNOT_TELL_YET, ("day_of_travel",))


def test_an_undated_limit_needs_no_day() -> None:
    version = read_text(text_of(LAW))
    assert decide(version, {"far": 5_000_000}).eligibility.outcome is Outcome.ENTITLED


def test_values_may_be_written_in_any_order() -> None:
    turned = dated(
        "from: 2022-09-01, value: 3 miles", "from: 2020-09-01, until: 2021-08-31, value: 2 miles"
    )
    assert outcome(date(2021, 1, 1), 2.5, turned) is Outcome.ENTITLED


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            (
                "from: 2020-09-01, until: 2021-08-31, value: 2 miles",
                "from: 2021-08-31, value: 3 miles",
            ),
            "two values for the same day",
        ),
        (("from: 2020-09-01, value: 2 miles", "from: 2021-09-01, value: 3 miles"), "two values"),
        (("from: 2020-09-01, value: 2 miles", "until: 2019-08-31, value: £3"), "mixes"),
        (("from: 2020-02-30, value: 2 miles",), "there is no day 2020-02-30"),
        (("from: 2020-09-01",), "'limit' has no 'value:'"),
        (("from: 2020-09-01, value: 2.0000001 miles",), "whole number of millimetres"),
        (("from: 2020-09-01, value: 2 furlongs",), "expected a length"),
        (("from: 2020-09-01, value: about two",), "expected a number (8), a length (2 miles)"),
    ],
)
def test_dated_values_that_cannot_be_are_told(values: tuple[str, ...], expected: str) -> None:
    with pytest.raises(BadPolicy, match=expected.replace("(", r"\(").replace(")", r"\)")):
        dated(*values)


def test_a_parameter_without_a_source_is_told_what_to_add() -> None:
    parts = "parameters:\n  limit: {value: 2 miles}\n"
    with pytest.raises(BadPolicy) as raised:
        read_text(text_of(LAW, parts=parts))
    assert "line 8, column 10: limit has no source. Add source:" in str(raised.value)
