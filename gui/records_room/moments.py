"""Moments as people read them, by the clock of England."""

from __future__ import annotations

from datetime import datetime

from records.london import in_london
from rules.quantities import day_in_words


def moment_words(at: datetime) -> str:
    """Write a moment: ``14 March 2027, 09:30``."""
    here = in_london(at)
    return f"{day_in_words(here.date())}, {here:%H:%M}"
