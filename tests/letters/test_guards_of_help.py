"""No letter promises help for longer than the rules find it, or looks at it again on a lost day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from letters import Matter
from letters.errors import LetterRefused
from rules.part_values import Parts, Period, PeriodOutcome
from tests.letters.case import GOOD, letter, terms
from tests.letters.occasions import BUDGET, FREE, PARTS

UNTIL = date(2027, 2, 2)
RUNS = Period(PeriodOutcome.RUNS, date(2026, 9, 7), UNTIL, None, None, None, (), "8th birthday")
OVER = replace(RUNS, outcome=PeriodOutcome.OVER, until=None)


def lasting(period: Period, parts: Parts = FREE) -> Parts:
    return replace(parts, period=period)


def good(kind: str, period: Period, ends: date) -> Matter:
    parts = lasting(period, PARTS if kind == "post-16-contribution" else FREE)
    return replace(GOOD[kind], parts=parts, terms=terms(ends_on=ends))


@pytest.mark.parametrize(
    "kind", ["approve", "approve-by-discretion", "offer", "post-16-contribution"]
)
def test_help_ends_on_the_last_day_on_which_it_is_sure_or_sooner(kind: str) -> None:
    with pytest.raises(LetterRefused, match=r"only until 2 February 2027 \(8th birthday\).*Take 2"):
        letter(kind, matter=good(kind, RUNS, date(2027, 2, 3)))
    changes: dict[str, Any] = {}
    if kind == "approve-by-discretion":
        changes["discretion"] = replace(GOOD[kind].discretion, review_on=date(2026, 12, 18))  # type: ignore[type-var]
    if kind == "post-16-contribution":
        days = (date(2026, 9, 30), date(2026, 11, 27), date(2027, 1, 29))
        changes["occasion"] = replace(GOOD[kind].occasion, due_days=days)  # type: ignore[type-var]
    assert letter(kind, matter=good(kind, RUNS, UNTIL), **changes).blanks == ()
    with pytest.raises(LetterRefused, match="over before its first day"):
        letter(kind, matter=good(kind, OVER, UNTIL))


def test_an_end_that_the_record_cannot_tell_yet_is_taken_as_given() -> None:
    open_still = replace(RUNS, outcome=PeriodOutcome.CANNOT_TELL_YET, until=None)
    assert letter("approve", matter=good("approve", open_still, date(2027, 7, 23)))


def test_a_budget_is_paid_no_longer_than_help_is_sure() -> None:
    offered = replace(GOOD["travel-budget"], parts=lasting(RUNS))
    with pytest.raises(LetterRefused, match="only until 2 February 2027"):
        letter("travel-budget", matter=offered)
    short = replace(BUDGET, budget_ends_on=UNTIL, days=80, payment_days=(date(2026, 12, 18),))
    assert letter("travel-budget", matter=offered, occasion=short).blanks == ()


@pytest.mark.parametrize(
    ("review", "says"),
    [
        (date(2020, 1, 1), "not after the day of the letter"),
        (date(2026, 6, 15), "not after the day of the letter"),
        (date(2026, 9, 6), "it lasts from 7 September 2026 to 23 July 2027"),
        (date(2027, 7, 24), "it lasts from 7 September 2026 to 23 July 2027"),
    ],
)
def test_help_by_discretion_is_looked_at_again_while_it_lasts(review: date, says: str) -> None:
    kind = "approve-by-discretion"
    used = replace(GOOD[kind].discretion, review_on=review)  # type: ignore[type-var]
    with pytest.raises(LetterRefused, match=says):
        letter(kind, discretion=used)
    for day in (date(2026, 9, 7), date(2027, 7, 23)):
        assert letter(kind, discretion=replace(used, review_on=day)).blanks == ()
