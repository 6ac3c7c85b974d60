"""What an application was taken down with is corrected with a reason, and assessed anew."""

from __future__ import annotations

from datetime import date

import pytest

from casework.assess import assess
from casework.case import read_case
from casework.correct import (
    CannotCorrect,
    correct_date_of_birth,
    correct_day_of_travel,
    withdraw_case,
)
from casework.decide import decide_case
from casework.gate import Intent
from casework.history import case_history
from casework.record import record_fact
from casework.rights import NotAllowed
from records.application import Stage
from records.people import Role
from rules.values import Outcome
from store import audit
from store.children import earlier_children
from store.problems import NotAllowedNow
from tests.casework.desks import as_person
from tests.casework.town import Town

WHY = "Mistyped; birth certificate seen."


def test_a_corrected_date_of_birth_changes_the_outcome_and_keeps_what_stood(town: Town) -> None:
    application = town.child_at(2.3, year_group=None)
    assert assess(town.desk, application).outcome is Outcome.ENTITLED
    before = read_case(town.desk, application).child
    correct_date_of_birth(town.desk, application, date(2018, 6, 1), WHY)
    assert assess(town.desk, application).outcome is not Outcome.ENTITLED
    (earlier,) = earlier_children(town.desk.store, before.id)
    assert earlier.record == before
    (line, *_) = case_history(town.desk, application)
    assert (line.what, line.detail) == ("Date of birth corrected", WHY)


def test_a_corrected_day_of_travel_takes_the_version_of_that_day(town: Town) -> None:
    application = town.child_at(2.3)
    correct_day_of_travel(town.desk, application, date(2026, 6, 1), "The family began in June.")
    found = assess(town.desk, application)
    assert found.policy.id == "marlhaven/2025-26"
    assert found.recommendation is not None
    assert found.recommendation.day_of_travel == date(2026, 6, 1)
    assert case_history(town.desk, application)[0].what == "Application corrected"


def test_a_day_that_was_recorded_as_a_fact_too_is_corrected_with_it(town: Town) -> None:
    application = town.child_at(2.3)
    record_fact(town.desk, application, "date_of_birth", "2019-06-01", "application form")
    correct_date_of_birth(town.desk, application, date(2019, 5, 1), WHY)
    facts = {fact.name: fact.value for fact in assess(town.desk, application).facts}
    assert facts["date_of_birth"] == date(2019, 5, 1)


@pytest.mark.parametrize(
    ("born", "reason", "says"),
    [
        (date(2019, 6, 2), " ", "Say why"),
        (date(2031, 1, 1), WHY, "cannot be a child's"),
        (date(1890, 1, 1), WHY, "cannot be a child's"),
    ],
)
def test_a_correction_that_cannot_stand_changes_nothing(
    town: Town, born: date, reason: str, says: str
) -> None:
    application = town.child_at(2.3)
    before = audit.head(town.desk.store)
    with pytest.raises(CannotCorrect, match=says):
        correct_date_of_birth(town.desk, application, born, reason)
    with pytest.raises(CannotCorrect, match="cannot be the first day"):
        correct_day_of_travel(town.desk, application, date(1926, 9, 1), WHY)
    assert audit.head(town.desk.store) == before


def test_a_reader_corrects_and_withdraws_nothing(town: Town) -> None:
    application = town.child_at(2.3)
    reader = as_person(town.desk, "R. Reid", Role.SENIOR_REVIEWER)
    with pytest.raises(NotAllowed):
        correct_date_of_birth(reader, application, date(2019, 5, 1), WHY)
    with pytest.raises(NotAllowed):
        correct_day_of_travel(reader, application, date(2026, 6, 1), WHY)
    with pytest.raises(NotAllowed):
        withdraw_case(reader, application, "Moved away.")


def test_a_family_withdraws_a_case_that_is_open_and_not_one_that_is_decided(town: Town) -> None:
    application = town.child_at(2.3)
    with pytest.raises(CannotCorrect, match="Say why"):
        withdraw_case(town.desk, application, "")
    assert withdraw_case(town.desk, application, "Moved away.").stage is Stage.WITHDRAWN
    other = town.child_at(2.3)
    decide_case(town.desk, other, Intent(Outcome.ENTITLED, "Far."))
    with pytest.raises(NotAllowedNow):
        withdraw_case(town.desk, other, "Moved away.")
