"""The day it was in Britain at a moment, told alike on every machine whatever its own time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

SUMMER_TIME = timedelta(hours=1)


def british_day(at: datetime) -> date:
    """Return the day in Britain at a moment; a moment without a zone is taken as UTC.

    Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of
    October (the Summer Time Order 2002). No table of zones is read: Windows has none.
    """
    moment = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    begins, ends = _last_sunday(moment.year, 3), _last_sunday(moment.year, 10)
    return (moment + SUMMER_TIME if begins <= moment < ends else moment).date()


def _last_sunday(year: int, month: int) -> datetime:
    """Give 01:00 UTC on the last Sunday of a month of 31 days."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
