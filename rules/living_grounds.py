"""How long help lives on its grounds, when ``ends`` provisions end some of them and not others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rules.end_marks import Mark, earliest_sure, touching


@dataclass(frozen=True, slots=True)
class Ground:
    """One stretch of days on which the outcome rests on the same grounds; both days within."""

    first: date
    last: date
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lived:
    """The last day on which a ground lives (before the first day: none does), and what ended it."""

    until: date
    end: Mark | None


def lived(stretches: Sequence[Ground], ends: Sequence[Mark]) -> Lived:
    """Until when some ground lives without a gap, were all ``ends`` sure.

    An ``ends`` that touches some grounds leaves the others alive; help ends with the last of them.
    """
    until = stretches[0].first - timedelta(days=1)
    for stretch in stretches:
        last, end = _last_alive(stretch, ends)
        if end is not None:
            return Lived(max(until, last), end)
        until = last
    return Lived(until, None)


def _last_alive(stretch: Ground, ends: Sequence[Mark]) -> tuple[date, Mark | None]:
    """The last day of a stretch on which one of its grounds lives; what ended that ground."""
    found: list[tuple[date, Mark | None]] = []
    for ground in stretch.grounds:
        end = earliest_sure(touching(ends, (ground,)))
        ended = end is not None and end.day < stretch.last
        found.append((end.day, end) if end and ended else (stretch.last, None))
    return max(found, key=lambda each: (each[0], each[1] is None))
