"""Figures and findings in words: never rounded across a limit, and the deciding figure is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rules.decide import decide
from rules.decisive import decisive, margin
from rules.policy import PolicyVersion
from rules.quantities import (
    day_in_words,
    limit_in_miles,
    metres,
    miles,
    miles_and_metres,
    pounds,
)
from rules.recommendation import Finding, Step
from rules.say import finding_sentence, summary, telling_test
from rules.say import test_words as step_words
from rules.values import MILLIMETRES_PER_MILE, NO_ROUTE, Facts, FactType, Result
from tests.policy.shipped import FILES, examples_in, version_of
from tests.rules.made_up import policy, provision

LENGTHS = st.integers(0, 40 * MILLIMETRES_PER_MILE)
LIMITS = st.sampled_from([2, 3, 6, 15]).map(lambda n: n * MILLIMETRES_PER_MILE) | LENGTHS
NEAR = st.tuples(LIMITS, st.integers(-20_000, 20_000)).map(
    lambda pair: (max(0, sum(pair)), pair[0])
)


@given(NEAR | st.tuples(LENGTHS, LIMITS))
@example((3_218_689, 3_218_688))
@example((3_218_687, 3_218_688))
@example((3_218_688, 3_218_688))
def test_a_length_in_words_lies_on_the_same_side_of_its_limit(pair: tuple[int, int]) -> None:
    length, limit = pair
    shown = Decimal(miles(length, limit).removesuffix(" miles"))
    edge = Decimal(limit) / MILLIMETRES_PER_MILE
    if length == limit:
        assert abs(shown - edge) <= Decimal("0.005")
    else:
        assert (shown > edge) == (length > limit)
        assert shown != edge


@given(LENGTHS)
def test_metres_show_every_millimetre(length: int) -> None:
    assert Decimal(metres(length).removesuffix(" m").replace(",", "")) * 1000 == length


@given(st.integers(0, 10**9))
def test_money_shows_every_penny(pence: int) -> None:
    assert Decimal(pounds(pence).removeprefix("£").replace(",", "")) * 100 == pence


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (miles(3_218_689, 3_218_688), "2.000001 miles"),
        (miles(3_218_688, 3_218_688), "2.00 miles"),
        (miles(3_717_604), "2.31 miles"),
        (miles_and_metres(3_717_604), "2.31 miles (3,717.604 m)"),
        (miles_and_metres(NO_ROUTE), "no route"),
        (limit_in_miles(3_218_688), "2 miles"),
        (limit_in_miles(MILLIMETRES_PER_MILE), "1 mile"),
        (limit_in_miles(4_023_360), "2.5 miles"),
        (pounds(61_667), "£616.67"),
        (pounds(0), "£0"),
        (day_in_words(date(2027, 3, 4)), "4 March 2027"),
    ],
)
def test_figures_as_they_are_written(words: str, expected: str) -> None:
    assert words == expected


# Which tests are told


def finding(when: str, facts: Facts) -> Finding:
    return decide(policy(provision("law", "entitles", when)), facts).findings[0]


def told(when: str, facts: Facts) -> list[str]:
    return [step.text for step in decisive(finding(when, facts).because)]


@pytest.mark.parametrize(
    ("when", "facts", "expected"),
    [
        ("{all: [one, two]}", {"one": True, "two": True}, ["one", "two"]),
        ("{all: [one, two]}", {"one": True, "two": False}, ["two"]),
        ("{any: [one, two]}", {"one": False, "two": True}, ["two"]),
        ("{any: [one, two]}", {"one": True, "two": True}, ["one"]),
        ("{none: [one, two]}", {"one": False, "two": True}, ["two"]),
        ("{none: [one, two]}", {"one": False, "two": False}, ["one"]),
        ("{any: [{all: [one, two]}, {all: [three, four]}]}", {"one": False, "two": False,
          "three": True, "four": False}, ["four"]),
        ("{all: [one, {any: [two, three]}]}", {"one": True, "two": False, "three": True},
         ["one", "three"]),
    ],
)  # fmt: skip
def test_the_tests_told_are_those_that_settle_it(
    when: str, facts: Facts, expected: list[str]
) -> None:
    assert told(when, facts) == expected


def test_of_alternatives_that_all_failed_the_nearest_miss_is_told() -> None:
    when = "{any: [far > limit, farther > limit]}"
    assert told(when, {"far": 100, "farther": 3_218_000}) == ["farther > limit"]
    assert told(when, {"far": 3_218_000, "farther": 100}) == ["far > limit"]


def test_an_open_provision_tells_what_is_not_known() -> None:
    assert told("{all: [one, two, three]}", {"one": True}) == ["two", "three"]


def test_the_figure_told_is_the_one_that_decides() -> None:
    when = "{all: [{any: [far > limit, farther > limit]}, count < several]}"
    figure = telling_test(finding(when, {"far": 100, "farther": 3_218_689, "count": 1}))
    assert figure is not None
    assert (figure.name, figure.value, figure.limit, margin(figure)) == (
        "farther", 3_218_689, 3_218_688, 1,
    )  # fmt: skip


def england(facts: Facts) -> dict[str, Finding]:
    found = decide(version_of("england/1996-act"), facts)
    return {each.provision.split("#")[1]: each for each in found.findings}


WALKER: Facts = {
    "day_of_travel": date(2025, 10, 15), "date_of_birth": date(2017, 10, 16), "in_area": True,
    "school_kind": "mainstream", "school_governance": "maintained", "registered_pupil": True,
    "also_registered_at_pru": False, "nearer_suitable_place": False, "boarding_arranged": False,
    "has_ehcp": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("born", "walked", "limit", "result"),
    [
        (date(2017, 10, 16), 3_218_689, 3_218_688, "met"),
        (date(2017, 10, 16), 3_218_688, 3_218_688, "not_met"),
        (date(2017, 10, 15), 3_234_782, 4_828_032, "not_met"),
        (date(2017, 10, 15), 4_828_033, 4_828_032, "met"),
    ],
)
def test_under_paragraph_6_the_limit_told_is_that_of_the_age(
    born: date, walked: int, limit: int, result: str
) -> None:
    found = england({**WALKER, "date_of_birth": born, "walking_distance": walked})["para-6"]
    figure = telling_test(found)
    assert found.result == result
    assert figure is not None
    assert (figure.value, figure.limit) == (walked, limit)


def test_a_sentence_never_contradicts_its_finding() -> None:
    found = england({**WALKER, "walking_distance": 3_218_689})["para-6"]
    assert "2.000001 miles, more than 2 miles" in finding_sentence(found)
    found = england({**WALKER, "walking_distance": 3_218_688})["para-6"]
    assert "2.00 miles, not more than 2 miles" in finding_sentence(found)


def test_what_is_not_known_is_said_once_however_many_limits_it_is_held_against() -> None:
    found = england({**WALKER, "date_of_birth": None, "walking_distance": None})["para-6"]
    names = [step.name for step in decisive(found.because)]
    assert names.count("walking_distance") == 2
    assert finding_sentence(found).count("walking distance: not known") == 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_every_finding_of_every_worked_example_is_told_by_tests_of_its_own_result(
    path: Path,
) -> None:
    whole = examples_in(path)
    version: PolicyVersion = version_of(whole.policy)
    for each in whole.examples:
        found = decide(version, each.facts)
        assert summary(found).endswith(".")
        for finding in found.findings:
            assert decisive(finding.because), (each.sentence, finding.provision)
            sentence = finding_sentence(finding)
            assert sentence.startswith(finding.title)
            assert sentence.endswith(".")
            assert "None" not in sentence


class Abroad(date):
    """A day on a machine whose own language names the months otherwise."""

    def strftime(self, format: str) -> str:
        return super().strftime(format.replace("%B", "Brachet"))


def test_a_month_is_english_whatever_the_machines_language() -> None:
    assert day_in_words(Abroad(2027, 6, 4)) == "4 June 2027"


def test_a_line_on_a_day_worked_out_does_not_repeat_its_limit() -> None:
    step = Step(
        "test", "school year of found_on = school year of day_of_travel", Result.NOT_MET, (), None,
        FactType.NUMBER, 2016, "=", 2017,
    )  # fmt: skip
    assert step_words(step) == "school year of found on is 2016, not 2017"
