"""A cohort kept on an older version has the more favourable of both, and both are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from casework.assess import assess
from casework.cases import list_cases
from casework.decide import GateClosed, decide_case
from casework.gate import Intent, wanted
from casework.panel import replays
from casework.record import record_fact
from casework.shelf import SAMPLE_FOLDER, Shelf
from rules.values import Outcome
from store import decisions
from tests.casework.town import Town

REFUSE = Intent(Outcome.NOT_ENTITLED, "Within three miles.", "We looked at work hours.")
HELPED_SINCE = {"attends_from": "2024-09-04", "first_helped_on": "2025-09-03"}
EIGHT = date(2018, 10, 5)
"""Eight before the day of travel, and not yet in Year 4: the older text still offers help."""


def child_of_eight(town: Town, **facts: object) -> str:
    return town.child_at(2.5, born=EIGHT, year_group=3, **facts)


def test_a_child_helped_before_the_change_is_decided_under_the_older_text_too(town: Town) -> None:
    found = assess(town.desk, child_of_eight(town, **HELPED_SINCE))
    assert found.policy.id == "marlhaven/2025-26"
    assert found.outcome is Outcome.OFFERED
    assert found.kept is not None
    assert (found.kept.keeps, found.kept.held) == ("marlhaven/2025-26", True)
    assert found.kept.first_helped_on == date(2025, 9, 3)
    assert found.kept.other is not None
    assert found.kept.other.eligibility.outcome is Outcome.NOT_ENTITLED
    assert found.kept.other.policy == "marlhaven/2026-27"


def test_the_list_says_what_the_case_says(town: Town) -> None:
    application = child_of_eight(town, **HELPED_SINCE)
    (line,) = [each for each in list_cases(town.desk) if each.id == application]
    assert line.outcome is assess(town.desk, application).outcome is Outcome.OFFERED


def test_a_child_who_begins_this_year_is_not_kept(town: Town) -> None:
    found = assess(town.desk, child_of_eight(town, attends_from="2026-11-02"))
    assert (found.kept, found.policy.id) == (None, "marlhaven/2026-27")
    assert found.outcome is Outcome.NOT_ENTITLED


def test_where_the_day_of_first_help_is_not_known_a_refusal_waits_for_it(town: Town) -> None:
    application = child_of_eight(town)
    assert assess(town.desk, application).protection_matters
    with pytest.raises(GateClosed, match=r"first helped on.*an older version may do more"):
        decide_case(town.desk, application, REFUSE)
    record_fact(town.desk, application, "attends_from", "2026-11-02", "admissions register")
    assert decide_case(town.desk, application, REFUSE).outcome is Outcome.NOT_ENTITLED


def test_what_an_older_text_cannot_better_is_not_asked_about(town: Town) -> None:
    found = assess(town.desk, town.child_at(1.2))
    assert not found.protection_matters
    assert not any("older version" in each for each in wanted(found, REFUSE))


def test_a_decision_under_the_older_text_keeps_both_and_replays(town: Town) -> None:
    application = child_of_eight(town, **HELPED_SINCE)
    offer = Intent(Outcome.OFFERED, "Helped since September 2025 at the same school.")
    made = decide_case(town.desk, application, offer)
    assert made.recommendation.policy == "marlhaven/2025-26"
    assert made.discretion is None
    stored = decisions.decision(town.desk.store, made.id)
    assert stored == made
    assert stored.kept is not None
    assert stored.kept.other is not None
    assert replays(stored)


@pytest.fixture
def without_the_old_text(town: Town, tmp_path: Path) -> Town:
    """The town with a shelf on which the older version's text is missing."""
    folder = tmp_path / "sample"
    (folder / "marlhaven").mkdir(parents=True)
    for file in (SAMPLE_FOLDER / "marlhaven").glob("2026-27.yaml"):
        (folder / "marlhaven" / file.name).write_bytes(file.read_bytes())
    shelf = Shelf((*Shelf().folders[:1], folder))
    return replace(town, desk=replace(town.desk, shelf=shelf))


def test_where_the_older_text_is_not_held_an_officer_decides(without_the_old_text: Town) -> None:
    town = without_the_old_text
    found = assess(town.desk, child_of_eight(town, **HELPED_SINCE))
    assert found.kept is not None
    assert not found.kept.held
    assert found.outcome is Outcome.FOR_AN_OFFICER
    assert found.recommendation is not None
    assert found.recommendation.eligibility.outcome is Outcome.NOT_ENTITLED


def test_what_the_law_gives_needs_no_older_text(without_the_old_text: Town) -> None:
    town = without_the_old_text
    found = assess(town.desk, town.child_at(3.4, born=EIGHT, **HELPED_SINCE))
    assert found.outcome is Outcome.ENTITLED
