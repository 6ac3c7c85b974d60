"""Why an outcome changes on a day: what changed on that day and mattered, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from casework.shelf import Shelf
from rules.facts import read_facts
from rules.timeline import Stretch, timeline
from rules.values import Facts, FactValue, Outcome
from tests.rules.made_up import policy, provision
from tests.rules.test_timeline import SEVEN

TAX_CREDITS: dict[str, object] = {
    "date_of_birth": "2015-01-10", "year_group": None, "walking_distance": "2.5 miles",
    "low_income": None, "universal_credit": False, "asylum_support": False,
    "guarantee_pension_credit": False, "income_based_benefit": False,
    "maximum_working_tax_credit": True, "child_tax_credit_alone": False,
}  # fmt: skip


def stretches(named: str, year: int, **changes: object) -> tuple[Stretch, ...]:
    version = Shelf().read(named)
    facts = read_facts({**SEVEN, **changes}, version.vocabulary)
    return timeline(version, facts, date(year, 9, 1), date(year + 1, 8, 31))


def test_the_end_of_tax_credits_is_told_and_not_the_birthday_of_that_winter() -> None:
    first, second = stretches("england/1996-act@2014-09-01", 2024, **TAX_CREDITS)
    assert (first.outcome, first.last) == (Outcome.ENTITLED, date(2025, 4, 5))
    assert second.outcome is Outcome.CANNOT_TELL_YET
    assert second.begins == "tax credits end on 5 April 2025"


def test_a_birthday_on_the_day_that_tax_credits_end_is_not_told_where_it_does_not_matter() -> None:
    changes = {**TAX_CREDITS, "date_of_birth": "2015-04-06"}
    second = stretches("england/1996-act@2014-09-01", 2024, **changes)[1]
    assert second.begins == "tax credits end on 5 April 2025"


def test_the_school_leaving_date_is_told_and_not_the_birthday_of_that_autumn() -> None:
    last = stretches(
        "england/1996-act", 2025, date_of_birth="2009-09-10", year_group=None,
        walking_distance="3.5 miles",
    )[-1]  # fmt: skip
    assert last.first == date(2026, 6, 27)
    assert last.begins and last.begins.startswith("the school leaving date has passed")


def test_low_income_found_in_the_year_runs_to_its_end_and_ends_with_a_new_one() -> None:
    version = Shelf().read("england/1996-act@2014-09-01")
    given = {**SEVEN, **TAX_CREDITS, "low_income_found_on": "2024-10-01"}
    facts = read_facts(given, version.vocabulary)
    first, second = timeline(version, facts, date(2024, 10, 1), date(2025, 12, 31))
    assert (first.outcome, first.last) == (Outcome.ENTITLED, date(2025, 8, 31))
    assert (second.outcome, second.begins) == (Outcome.NOT_ENTITLED, "a new school year")


def test_the_beginning_of_compulsory_school_age_is_told_by_its_name() -> None:
    second = stretches(
        "england/1996-act", 2026, date_of_birth="2021-10-15", year_group=0,
        walking_distance="2.5 miles",
    )[1]  # fmt: skip
    assert second.begins and second.begins.startswith("of compulsory school age")


def by_day(since: date, before: Facts, after: Facts) -> tuple[Stretch, ...]:
    version = policy(provision("law", "entitles", "{all: [one, two]}"))
    return timeline(
        version, lambda day: after if day >= since else before, date(2026, 9, 1), date(2027, 8, 31)
    )


def test_a_fact_that_becomes_another_is_told_by_its_label() -> None:
    first, second = by_day(
        date(2027, 1, 5), {"one": True, "two": True}, {"one": True, "two": False}
    )
    assert (first.last, second.begins) == (date(2027, 1, 4), "“Two” becomes no")


def test_a_judgement_that_is_over_is_told_as_one_to_be_looked_at_again() -> None:
    second = by_day(date(2027, 1, 5), {"one": True, "two": True}, {"one": True})[1]
    assert second.begins == "“Two” held until then, and has to be looked at again"


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ({"one": False, "two": True, "three": False}, "“One” becomes no"),
        ({"one": False, "two": False, "three": True}, "“One” becomes no; “Two” becomes no"),
    ],
)
def test_of_several_changes_on_one_day_those_are_told_that_matter(
    after: dict[str, FactValue], told: str
) -> None:
    every = {"one": True, "two": True, "three": True}
    assert by_day(date(2027, 1, 5), every, after)[1].begins == told


def test_two_changes_that_only_together_matter_are_both_told() -> None:
    second = by_day(date(2027, 1, 5), {"one": False, "two": False}, {"one": True, "two": True})[1]
    assert second.begins == "“One” becomes yes; “Two” becomes yes"


def test_a_new_version_begins_a_stretch_though_the_outcome_stays() -> None:
    old, new = (Shelf().read(f"england/1996-act{each}") for each in ("@2014-09-01", ""))
    facts = read_facts({**SEVEN, "date_of_birth": "2018-01-12", "year_group": None}, new.vocabulary)
    found = timeline(
        lambda day: old if old.governs(day) else new, facts, date(2024, 9, 1), date(2025, 8, 31)
    )
    assert [each.outcome for each in found] == [Outcome.ENTITLED] * 2
    assert (found[1].first, found[1].begins) == (
        date(2025, 4, 6), "england/1996-act takes effect",
    )  # fmt: skip
