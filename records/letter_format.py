"""The format in which a family wants its letters, as somebody recorded it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LetterFormat:
    """What a household asked for: a format by name, and for large print its size in points.

    ``language`` is the tag of the language it asked for. A later one of the household counts
    instead; the earlier stay.
    """

    id: str
    household: str
    format: str
    points: float
    by: str
    by_name: str
    at: datetime
    language: str = "en-GB"
