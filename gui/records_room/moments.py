"""Moments as people read them, by this computer's clock."""

from __future__ import annotations

from datetime import datetime

from rules.quantities import day_in_words


def moment_words(at: datetime) -> str:
    """Write a moment: ``14 March 2027, 09:30``."""
    here = at.astimezone()
    return f"{day_in_words(here.date())}, {here:%H:%M}"
