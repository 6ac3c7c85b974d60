"""Figures that somebody looked at: one confirmed near a limit, one the family measured itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from records.measurement import Way


@dataclass(frozen=True, slots=True)
class Band:
    """How near a limit a measured figure is looked at again: the greater of the two.

    ``metres`` is a length, ``per_mille`` a share of the limit in thousandths.
    """

    metres: int = 25
    per_mille: int = 5

    def around(self, limit_mm: int) -> int:
        """Return the band on either side of a limit, in millimetres, rounded up."""
        return max(self.metres * 1000, -(-limit_mm * self.per_mille // 1000))


@dataclass(frozen=True, slots=True)
class ConfirmedFigure:
    """A measured figure near a limit that an officer checked and confirmed as it stands.

    It holds for exactly this figure against this limit: a new measurement that differs by a
    millimetre wants confirming anew. ``checked`` are the checks made, in their words.
    """

    id: str
    application: str
    fact: str
    value_mm: int
    limit_mm: int
    checked: tuple[str, ...]
    note: str
    by: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ClaimedFigure:
    """A distance the family measured with another tool, beside ours and why ours prevails.

    ``ours`` is the id of the measurement that it is held against, ``ours_mm`` its length then
    (None: no route). ``tool`` is what the family used, in its own words.
    """

    id: str
    application: str
    way: Way
    claimed_mm: int
    tool: str
    claimed_on: date
    ours: str
    ours_mm: int | None
    why_ours: str
    by: str
    by_name: str
    at: datetime
