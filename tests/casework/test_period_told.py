"""Why help ends is told in words: no test of the policy's own text stands among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casework.part_words import period_words
from rules.part_values import Period, PeriodOutcome

RUNS = Period(
    PeriodOutcome.RUNS, date(2025, 9, 3), date(2026, 8, 30), None, None, None, (), "birthday"
)
AGE = "of compulsory school age, from the prescribed day on or after the 5th birthday"


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (f"{AGE}; day of travel < school age begins: no", AGE),
        ("8th birthday", "8th birthday"),
        ("day of travel >= course start: yes", "what it rests on changes on the day after"),
    ],
)
def test_the_reason_holds_no_signs_of_the_rules(why: str, told: str) -> None:
    head = period_words(replace(RUNS, why=why)).head
    assert head == f"From when to when: 3 September 2025 to 30 August 2026 ({told})."
