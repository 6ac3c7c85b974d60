"""An application for help with travel, and the family's own words and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Stage(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class Directorate(StrEnum):
    """Which of the two directorates decides: transport, or special educational needs."""

    TRANSPORT = "transport"
    SEND = "send"


@dataclass(frozen=True, slots=True)
class Application:
    """One child, one place, asked about for one day of travel (the first)."""

    id: str
    reference: str
    council: str
    child: str
    school: str
    day_of_travel: date
    received_on: date
    directorate: Directorate
    stage: Stage
    solo_travel_asked: bool = False
    belongs_to: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document or statement held on a case: what it is, who gave it, its day and its digest."""

    id: str
    application: str
    kind: str
    title: str
    given_by: str
    dated: date | None
    received_on: date
    sha256: str | None
    supports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A point the family makes, in its own words, and what was answered.

    ``evidence`` names the evidence it rests on. A decision cannot be issued while a point has no
    ``answer``.
    """

    id: str
    application: str
    words: str
    raised_on: date
    evidence: tuple[str, ...]
    answer: str | None
    answered_by: str | None
    answered_at: datetime | None
