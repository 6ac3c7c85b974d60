"""A stretch of the network as an officer marked it: closed, unsafe, or a path that was missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from records.measurement import Way

Point = tuple[float, float]


class StretchKind(StrEnum):
    """What is marked: a way shut to all, one that is not safe to walk, or one the network lacks."""

    CLOSED = "closed"
    UNSAFE = "unsafe"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch marked on the network whose digest is ``network``, for every case of the store.

    ``edges`` are the ids of the lines, ``lines`` how each was drawn then in grid metres, by which
    they are found again on a later network; of an added path ``lines`` is the path itself and
    ``edges`` is empty. ``between`` is the part of a single line that is meant, None for the whole.
    ``ways`` are those it is closed to, or added for. ``from_day`` and ``until_day`` are days of
    travel, both included, None without end; ``age_from`` and ``age_to`` likewise whole years.
    """

    id: str
    kind: StretchKind
    name: str
    network: str
    edges: tuple[str, ...]
    lines: tuple[tuple[Point, ...], ...]
    between: tuple[Point, Point] | None
    ways: tuple[Way, ...]
    reason: str
    evidence: str
    from_day: date | None
    until_day: date | None
    age_from: int | None
    age_to: int | None
    by: str
    by_name: str
    at: datetime
    ended_because: str | None = None

    def in_force(self, way: Way, day: date, age: int | None) -> bool:
        """Say whether it counts for a child of that age on that day of travel.

        Where the age is not known, what holds for some ages is taken to hold.
        """
        if way not in self.ways:
            return False
        begun = self.from_day is None or self.from_day <= day
        return begun and (self.until_day is None or day <= self.until_day) and self.is_for(age)

    def is_for(self, age: int | None) -> bool:
        """Say whether it counts for that age."""
        if age is None:
            return True
        old_enough = self.age_from is None or self.age_from <= age
        return old_enough and (self.age_to is None or age <= self.age_to)
