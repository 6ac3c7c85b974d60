"""A letter of a case file says nothing that the file denies: days, schools, facts, evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.test_letter import PARTS, REFUSED
from tests.commands.test_letter_parts import ACKNOWLEDGED, OUTCOME, USED, Run, run

__all__ = ["run"]

TURNS_8 = {"date_of_birth": "2017-12-01"}
DATES: dict[str, str] = {"letter": "2025-10-01", "start": "2025-11-03"}
ITEM = {"what": "A letter", "why": "It shows it", "test": "Paragraph 2", "instead": "A note"}


def test_help_ends_on_the_last_day_that_the_rules_find_and_never_later(run: Run) -> None:
    code, text, err = run("approve", TURNS_8, dates=DATES)
    assert (code, err) == (0, "")
    assert "from 3 November 2025 to 30 November 2025" in text
    assert "It ends then for this reason: the 8th birthday." in text
    code, _, err = run("approve", TURNS_8, dates=DATES | {"end": "2026-07-20"})
    assert code == 2 and "sure only until 30 November 2025 (8th birthday)" in err
    code, text, _ = run("approve", TURNS_8, dates=DATES | {"end": "2025-11-28"})
    assert code == 0 and "to 28 November 2025" in text, "a council may end it sooner"


def test_an_exception_lasts_as_the_rules_say_and_lists_the_test_of_needs(run: Run) -> None:
    code, text, err = run("approve-by-discretion", REFUSED, discretion=USED, dates=DATES)
    assert (code, err) == (0, "")
    assert "Schedule 35B, paragraph 2)" in text and "31 August 2026" in text
    past = USED | {"review_on": "2020-01-01"}
    code, _, err = run("approve-by-discretion", REFUSED, discretion=past)
    assert code == 2 and "looked at again on 1 January 2020" in err


@pytest.mark.parametrize(
    ("nearest", "says"),
    [
        ({"name": "Other School", "walking": "1.1 miles"}, "records that no nearer suitable"),
        ({"name": "Other School", "walking": "4.9 miles"}, "records that no nearer suitable"),
        ({"name": "Harbour School", "walking": "1.49 miles"}, "the case holds 1.50 miles"),
    ],
)
def test_the_nearest_school_agrees_with_the_facts_of_the_case(
    run: Run, nearest: dict[str, str], says: str
) -> None:
    code, text, err = run("refuse", REFUSED, nearest_suitable=nearest)
    assert (code, text) == (2, "") and says in err


def test_a_fact_of_a_file_has_no_day_that_the_file_does_not_give(run: Run) -> None:
    _, text, _ = run("refuse", REFUSED)
    assert "Where this came from: case file." in text and "case file," not in text


def test_a_child_in_reception_is_told_so(run: Run) -> None:
    reception = {"year_group": 0, "date_of_birth": "2021-02-01"}
    code, text, _ = run("offer", reception, dates=DATES)
    assert code == 0 and "Reception" in text and "year group is 0" not in text


def test_days_on_which_nothing_can_happen_are_refused_from_a_file_too(run: Run) -> None:
    sunday = {**ACKNOWLEDGED, "outcome_due": "2025-11-02"}
    code, _, err = run("stage-1-acknowledgement", REFUSED, occasion=sunday)
    assert code == 2 and "is a Sunday" in err and "3 November 2025" in err
    code, _, err = run(
        "stage-1-outcome", REFUSED, occasion={**OUTCOME, "stage_two_by": "2025-12-25"}
    )
    assert code == 2 and "is a bank holiday" in err
    code, _, err = run("refuse", REFUSED, dates=DATES | {"told_by": "2025-11-08"})
    assert code == 2 and "is a Saturday" in err


def test_an_outcome_promised_late_is_marked_in_a_letter_from_a_file(run: Run) -> None:
    late = {**ACKNOWLEDGED, "outcome_due": "2025-10-29"}
    _, text, _ = run("stage-1-acknowledgement", REFUSED, occasion=late)
    assert "recommends 20 working days, which end on 28 October 2025." in text
    _, text, _ = run("stage-1-acknowledgement", REFUSED, occasion=ACKNOWLEDGED)
    assert "later than usual" not in text
    _, text, _ = run("stage-2-acknowledgement", REFUSED, occasion=late)
    assert "later than usual" not in text, "stage two has forty"


@pytest.mark.parametrize("name", ITEM)
def test_a_piece_of_evidence_that_lacks_a_part_is_named(run: Run, name: str) -> None:
    for item in ({k: v for k, v in ITEM.items() if k != name}, ITEM | {name: None}):
        code, text, err = run("more-evidence", {"in_area": None}, occasion={"items": [item]})
        assert (code, text) == (2, "")
        assert f"letter.occasion.items[0].{name}: expected text" in err


def test_a_steering_sign_in_a_name_stops_the_letter(run: Run, tmp_path: Path) -> None:
    code, _, err = run("refuse", REFUSED, child="Zo\u202eë Sample")
    assert code == 2 and "U+202E" in err
    assert not (tmp_path / "letter.txt").exists() and PARTS["child"] == "Zoë Sample"
