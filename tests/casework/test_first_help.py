"""Since when a child has been helped is drawn from the store's decisions, seen, and corrected."""

from __future__ import annotations

from datetime import date

import pytest

from casework.assess import assess
from casework.case import read_case
from casework.cases import caseload, list_cases
from casework.correct import correct_day_of_travel
from casework.decide import decide_case
from casework.first_help import FACT, is_same
from casework.gate import Intent
from casework.record import record_fact
from records.child import Child
from records.fact import Fact
from rules.values import Outcome
from tests.casework.test_kept import EIGHT
from tests.casework.town import Town

APPROVE = Intent(Outcome.ENTITLED, "Beyond the walking distance.")
REFUSE = Intent(Outcome.NOT_ENTITLED, "Within three miles.", "We looked at work hours.")
EARLIER = date(2025, 11, 3)


def earlier_case(town: Town, miles: float, intent: Intent) -> str:
    """A case of the year before, decided; its household is that of the case to come."""
    application = town.child_at(miles, born=EIGHT, year_group=2)
    correct_day_of_travel(town.desk, application, EARLIER, "An application of the year before.")
    decide_case(town.desk, application, intent)
    return application


def next_case(town: Town, earlier: str, **facts: object) -> str:
    home = read_case(town.desk, earlier).household.id
    return town.child_at(2.5, born=EIGHT, year_group=3, household=home, **facts)


def drawn(town: Town, application: str) -> Fact | None:
    found = assess(town.desk, application).facts
    return next((each for each in found if each.name == FACT), None)


def test_the_first_decision_that_gave_help_says_since_when_with_its_source(town: Town) -> None:
    first = earlier_case(town, 3.4, APPROVE)
    fact = drawn(town, next_case(town, first))
    assert fact is not None
    assert fact.value == EARLIER
    reference = read_case(town.desk, first).application.reference
    assert fact.source == f"decision of 23 November 2026 on case {reference}"
    assert fact.by == town.desk.person.id


def test_it_keeps_the_child_on_the_older_version_as_a_day_that_is_recorded_does(
    town: Town,
) -> None:
    first = earlier_case(town, 3.4, APPROVE)
    application = next_case(town, first, attends_from="2024-09-04")
    found = assess(town.desk, application)
    assert found.kept is not None
    assert found.kept.first_helped_on == EARLIER
    assert not found.protection_matters


def test_an_officer_corrects_it_on_the_case(town: Town) -> None:
    application = next_case(town, earlier_case(town, 3.4, APPROVE))
    record_fact(town.desk, application, FACT, "2026-10-01", "the family's own letter")
    fact = drawn(town, application)
    assert fact is not None
    assert (fact.value, fact.source) == (date(2026, 10, 1), "the family's own letter")


def test_the_list_takes_the_same_day_as_the_case(town: Town) -> None:
    application = next_case(town, earlier_case(town, 3.4, APPROVE), attends_from="2024-09-04")
    assert caseload(town.desk)[application].facts[FACT] == EARLIER
    (line,) = [each for each in list_cases(town.desk) if each.id == application]
    assert line.outcome is assess(town.desk, application).outcome


def test_a_refusal_is_no_help(town: Town) -> None:
    first = earlier_case(town, 1.5, REFUSE)
    application = next_case(town, first)
    assert drawn(town, application) is None
    assert FACT not in caseload(town.desk)[application].facts


def test_neither_a_brother_nor_the_cases_own_decision_says_since_when(town: Town) -> None:
    first = earlier_case(town, 3.4, APPROVE)
    assert drawn(town, first) is None
    home = read_case(town.desk, first).household.id
    other = town.child_at(2.5, born=date(2016, 1, 1), year_group=5, household=home)
    assert drawn(town, other) is None
    assert FACT not in caseload(town.desk)[other].facts


def test_help_that_began_later_is_not_the_first(town: Town) -> None:
    first = earlier_case(town, 3.4, APPROVE)
    later = next_case(town, first)
    assert drawn(town, first) is None
    assert drawn(town, later) is not None


BORN = date(2018, 6, 1)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (Child("b", "h", "rowan", "TERN", BORN), True),
        (Child("b", "h", "Rowan", "Tern", date(2018, 6, 2)), False),
        (Child("b", "g", "Rowan", "Tern", BORN), False),
        (Child("b", "h", "Robin", "Tern", BORN), False),
        (Child("b", "h", "Rowan", "Tern", None), False),
        (Child("a", "h", "Rowan", "Tern", None), True),
    ],
    ids=["spelt alike", "born otherwise", "elsewhere", "named otherwise", "unknown", "one record"],
)
def test_a_child_is_known_by_household_name_and_day_of_birth(other: Child, same: bool) -> None:
    assert is_same(Child("a", "h", "Rowan", "Tern", BORN), other) is same
