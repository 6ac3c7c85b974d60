"""What is wrong with a policy text is told where it stands, once, and in words that help."""

from __future__ import annotations

import re

import pytest

from rules.problems import BadPolicy
from rules.reader import read
from tests.rules.made_up import DEFINITIONS, HEAD, VOCABULARY, provision

SOURCE = "source: {document: paper, standing: adopted}"
TRAVEL = "travel: {from: 2026-09-01, until: 2027-08-31}\n"


def told(when: str = "one", parameter: str = "", more: str = "") -> list[str]:
    """The problems of a text with a parameter ``limited``, each with its line and column."""
    head = HEAD.format(id="made-up/one").lstrip() + more
    parameters = f"parameters:\n  several: {{value: 3, {SOURCE}}}\n"
    if parameter:
        parameters += f"  limited: {{{parameter}, {SOURCE}}}\n"
    for name, value in (("limit", "2 miles"), ("sum", "£100")):
        parameters += f"  {name}: {{value: {value}, {SOURCE}}}\n"
    text = head + parameters + DEFINITIONS.lstrip() + "provisions:\n"
    text += provision("law", "entitles", when)
    try:
        read(text, {"vocabulary": VOCABULARY}.__getitem__, "own.yaml")
    except BadPolicy as error:
        return [str(each) for each in error.problems]
    return []


def dated(*spans: tuple[str, str, int]) -> str:
    lines = [f"{{from: {a}, until: {b}, value: {n} miles}}" for a, b, n in spans]
    return f"values: [{', '.join(lines)}]"


WHOLE = dated(("2026-09-01", "2026-12-31", 2), ("2027-01-01", "2027-08-31", 3))


def test_a_parameter_with_a_value_on_every_day_of_travel_is_no_problem() -> None:
    assert told("far > limited", WHOLE, TRAVEL) == []


@pytest.mark.parametrize(
    ("spans", "days"),
    [
        ([("2026-10-01", "2027-08-31", 2)], "1 September 2026 to 30 September 2026"),
        ([("2026-09-01", "2027-06-30", 2)], "1 July 2027 to 31 August 2027"),
        (
            [("2026-09-01", "2026-12-30", 2), ("2027-01-01", "2027-08-31", 3)],
            "31 December 2026 to 31 December 2026",
        ),
    ],
)
def test_days_of_travel_without_a_value_are_told(
    spans: list[tuple[str, str, int]], days: str
) -> None:
    (problem,) = told("far > limited", dated(*spans), TRAVEL)
    assert f"'limited' has no value for travel {days}, which this version governs" in problem


def test_a_version_without_an_end_needs_a_value_without_an_end() -> None:
    (problem,) = told("far > limited", WHOLE, "travel: {from: 2026-09-01}\n")
    assert "for travel 1 September 2027 on" in problem


@pytest.mark.parametrize(
    "sign", ["\\e[31mred", "\\x07", "\\u202Eleft", "\\u2066", "\\u200B", "\\u2028", "\\x85"]
)
def test_a_character_that_a_screen_would_obey_and_not_show_is_refused(sign: str) -> None:
    (problem,) = told(more=f'known: {{by: "A{sign}"}}\n')
    assert "may not stand in a text; delete it" in problem
    assert problem.isprintable()


def test_a_tab_is_told_in_words_of_its_own_where_it_stands() -> None:
    (problem,) = told(more="note: one\n\tmore: two\n")
    assert re.search(r"line \d+, column 1: a tab stands here; indent with spaces", problem)


def test_kinds_of_values_are_named_in_plain_words() -> None:
    (problem,) = told("one > several")
    assert "compares a yes or no with a number" in problem


def test_a_title_is_one_line() -> None:
    text = HEAD.replace("title: Made up", 'title: "a\\nb"').format(id="made-up/one")
    with pytest.raises(BadPolicy, match="'title:' takes one line"):
        read(text, {"vocabulary": VOCABULARY}.__getitem__, "own.yaml")


def test_a_number_that_begins_with_a_nought_is_asked_about() -> None:
    (problem,) = told("count > limited", "value: 010")
    assert "a number that begins with 0 is read in different ways" in problem


def test_a_limit_that_an_age_never_comes_near_is_told_where_it_is_used() -> None:
    (problem,) = told("age > limited", "value: -3")
    assert "'limited' is -3, and 'age' is never less than 0" in problem


def test_a_limit_beyond_what_a_fact_can_be_is_told() -> None:
    (problem,) = told("count > limited", "value: 101")
    assert "'limited' is 101, and 'count' is never more than 100" in problem


def test_a_bad_value_is_one_problem_and_not_two() -> None:
    (problem,) = told("far > limited", "value: 3 leagues")
    assert "value: '3 leagues': expected" in problem


def test_a_value_of_thousands_of_digits_is_cut_where_it_is_told() -> None:
    (problem,) = told("count > limited", f"value: {'9' * 5_000}")
    assert "999…" in problem
    assert len(problem) < 400


def test_a_provision_to_drop_that_is_not_there_is_told_where_it_is_named() -> None:
    (problem,) = told(more="drops:\n  - made-up/none#x\n")
    assert "line 7, column 5: drops: there is no provision 'made-up/none#x'" in problem
