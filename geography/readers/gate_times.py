"""The days and hours a gate is open, as a table of schools gives them: all of them optional.

Columns: ``gate_open_from`` and ``gate_open_until`` (days, both included, as 2026-09-01),
``gate_opens`` and ``gate_closes`` (hours, as 08:15).
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from geography.readers.tables import Row

FROM, UNTIL, OPENS, CLOSES = "gate_open_from", "gate_open_until", "gate_opens", "gate_closes"
DAYS: Final = (FROM, UNTIL)
HOURS: Final = (OPENS, CLOSES)
HOUR: Final = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)


def wrong_times(row: Row) -> str | None:
    """Say what is wrong with a row's days and hours, None where they can be used."""
    for column in DAYS:
        if row[column].strip() and day_in(row, column) is None:
            return f"{column} is '{row[column].strip()}'; expected a day such as 2026-09-01."
    for column in HOURS:
        if row[column].strip() and not HOUR.fullmatch(row[column].strip()):
            return f"{column} is '{row[column].strip()}'; expected an hour such as 08:15."
    begin, end = (day_in(row, column) for column in DAYS)
    if begin and end and end < begin:
        return "gate_open_until lies before gate_open_from."
    opens, closes = (hour_in(row, column) for column in HOURS)
    if opens and closes and closes <= opens:
        return "gate_closes is not after gate_opens."
    return None


def day_in(row: Row, column: str) -> date | None:
    """Return a row's day, None where none is given or it is none."""
    try:
        return date.fromisoformat(row[column].strip())
    except ValueError:
        return None


def hour_in(row: Row, column: str) -> str | None:
    """Return a row's hour, None where none is given."""
    return row[column].strip() or None
