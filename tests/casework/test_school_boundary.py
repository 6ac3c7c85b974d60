"""The boundary around a school ends at what is closed on that day."""

from __future__ import annotations

from datetime import date

import pytest

from casework.measuring.stretches import NewStretch, mark_stretch
from casework.schools.boundary import school_boundary
from records.stretch import StretchKind
from tests.casework.town import DAY, WEST, Town


def farthest(town: Town, day: date, age: int | None = None) -> float:
    """How far down the road the boundary of two miles runs, in metres."""
    found = school_boundary(town.desk, town.school.id, 3_218_688, day, age)
    return max(east for line in found.lines for east, _ in line) - WEST


def test_a_boundary_stops_at_a_closed_stretch_on_its_days_and_for_its_ages(town: Town) -> None:
    assert farthest(town, DAY) == pytest.approx(3_218, abs=2)
    shut = NewStretch(
        StretchKind.UNSAFE, "No footway", "visit", ("3",), from_day=DAY, age_from=5, age_to=10
    )
    mark_stretch(town.desk, shut)
    assert farthest(town, DAY, 7) == 1_500
    assert farthest(town, DAY) == 1_500
    assert farthest(town, DAY, 12) == pytest.approx(3_218, abs=2)
    assert farthest(town, date(2026, 11, 1), 7) == pytest.approx(3_218, abs=2)
