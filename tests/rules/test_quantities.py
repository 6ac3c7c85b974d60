"""Lengths in words are never rounded onto a half mile, where limits are, from beside it."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from rules.quantities import miles, miles_and_metres
from rules.values import MILLIMETRES_PER_MILE


@example(2 * MILLIMETRES_PER_MILE - 1)
@example(3 * MILLIMETRES_PER_MILE + 1)
@example(3 * MILLIMETRES_PER_MILE)
@given(st.integers(1, 20 * MILLIMETRES_PER_MILE))
def test_without_a_limit_no_length_reads_as_a_half_mile_that_it_is_not(length: int) -> None:
    shown = Decimal(miles(length).removesuffix(" miles"))
    halves = 2 * shown
    assert halves == 0 or halves != int(halves) or length * 2 == halves * MILLIMETRES_PER_MILE


def test_a_length_a_step_short_of_three_miles_is_not_told_as_three_miles() -> None:
    assert miles_and_metres(4_825_509) == "2.998 miles (4,825.509 m)"


def test_a_length_held_against_one_limit_is_not_told_as_another() -> None:
    assert miles(9_653_590, 3 * MILLIMETRES_PER_MILE) == "5.998 miles"
