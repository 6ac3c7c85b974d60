"""The days of the sample: when children were born, when families asked, when travel begins."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

from sample.dice import Dice
from sample.stories.story import Born, Case

TODAY: Final = date(2026, 11, 20)
"""The day on which the sample stands still: nothing in it happened later."""

FIRST_DAY_OF_TERM: Final = {2025: date(2025, 9, 3), 2026: date(2026, 9, 2)}
IN_YEAR: Final = 0.22
"""How many families ask during the school year rather than before it."""

LATELY: Final = 0.85
FIRST_OF_LATELY: Final = date(2026, 10, 12)
"""How many of the open cases came in since this day."""


def group_of(born: Born, year: int, dice: Dice) -> int:
    """Draw the year group, or work it out from a given birthday (0 is Reception)."""
    if born.groups:
        return dice.pick(born.groups)
    if born.on is None:
        raise ValueError("a story says neither year group nor birthday")
    cohort = born.on.year if born.on.month >= 9 else born.on.year - 1
    return year - 5 - cohort


def birthday_of(born: Born, group: int, year: int, dice: Dice) -> date:
    """Draw the day of birth of a child of that year group."""
    if born.on is not None:
        return born.on
    month = dice.pick(born.months)
    cohort = year - 5 - group
    return date(cohort if month >= 9 else cohort + 1, month, dice.whole(1, 28))


def days_of(case: Case, is_decided: bool, dice: Dice) -> tuple[date, date]:
    """Draw the day of travel and the day the application came in, where the story leaves them.

    Most of what is still open came in lately.
    """
    if case.received is not None:
        return case.day or weekday(
            case.received + timedelta(days=dice.whole(14, 24))
        ), case.received
    if case.day is None and not is_decided and dice.chance(LATELY):
        received = min(weekday(FIRST_OF_LATELY + timedelta(days=dice.whole(0, 38))), TODAY)
        return weekday(received + timedelta(days=dice.whole(18, 40))), received
    if case.day is None and dice.chance(IN_YEAR):
        received = weekday(date(case.year, 9, 14) + timedelta(days=dice.whole(0, 52)))
        return weekday(received + timedelta(days=dice.whole(18, 40))), received
    received = weekday(date(case.year, 4, 7) + timedelta(days=dice.whole(0, 108)))
    return case.day or FIRST_DAY_OF_TERM[case.year], received


def weekday(day: date) -> date:
    """Give a day, or the Monday after it where it falls on a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def looked_at(received: date, dice: Dice) -> datetime:
    """Draw a morning within the week after an application came in, on which it was looked at."""
    return moment(received, dice, (3, 6), 9)


def decided(received: date, dice: Dice) -> datetime:
    """Draw an afternoon after that, on which a case was decided."""
    return moment(received, dice, (8, 24), 13)


def moment(received: date, dice: Dice, after: tuple[int, int], hour: int) -> datetime:
    """Draw a moment of a working day some days after another, never after TODAY."""
    day = min(weekday(received + timedelta(days=dice.whole(*after))), TODAY)
    start = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return start + timedelta(minutes=dice.whole(0, 3 * 60 - 1))
