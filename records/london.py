"""The day and the time in England when something happened, whatever clock the machine keeps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

SUMMER_TIME = timedelta(hours=1)


def day_in_london(at: datetime) -> date:
    """Give the day of a moment in Europe/London. Raises ValueError for one without a zone."""
    return in_london(at).date()


def in_london(at: datetime) -> datetime:
    """Give a moment by the clock of Europe/London. Raises ValueError for one without a zone.

    Written out, and not read from the machine's table of zones: Windows has none, and a letter
    must come out the same on every machine.
    """
    if at.tzinfo is None:
        raise ValueError(f"{at!r} has no time zone, so its day in London is not known")
    moment = at.astimezone(UTC)
    return moment.astimezone(timezone(SUMMER_TIME)) if _is_summer(moment) else moment


def _is_summer(moment: datetime) -> bool:
    # Summer Time Act 1972 s.1: from 01:00 GMT on the last Sunday of March to that of October.
    return _change(moment.year, 3) <= moment < _change(moment.year, 10)


def _change(year: int, month: int) -> datetime:
    last = date(year, month, 31)
    sunday = last - timedelta(days=(last.weekday() + 1) % 7)
    return datetime(year, month, sunday.day, 1, tzinfo=UTC)
