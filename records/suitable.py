"""What is known of schools for the question of the nearest suitable one: places, corrections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class AdmissionRound(StrEnum):
    """When a place counts: in the normal round, or at any other time of the year."""

    NORMAL = "normal"
    IN_YEAR = "in-year"


class LastMeasured(StrEnum):
    """How a school measured how far the last child lived who was offered a place."""

    WALKING = "walking"
    ROAD = "road"
    STRAIGHT = "straight"


@dataclass(frozen=True, slots=True)
class SchoolPlaces:
    """How many places a school had in a year group, in one round, on the day the figure is of.

    ``places`` counts those still free: in the normal round after all offers were made, otherwise
    on that day. ``last_offered_mm`` is how far the last child lived who was offered a place by
    distance, None where distance did not decide or is not known; ``last_measured`` how that was
    measured, None where nobody said. ``source`` says where it is from.
    """

    id: str
    school: str
    year_group: int
    round: AdmissionRound
    day: date
    places: int
    last_offered_mm: int | None
    source: str
    by: str
    at: datetime
    last_measured: LastMeasured | None = None


class Aspect(StrEnum):
    """A column of the table of nearest suitable schools."""

    QUALIFYING = "qualifying"
    AGE = "age"
    SEX = "sex"
    BELIEF = "belief"
    PLACE = "place"
    NEED = "need"


@dataclass(frozen=True, slots=True)
class SchoolCorrection:
    """One line of the table of nearest suitable schools as an officer corrected it for a case.

    ``value`` None says that it was looked at and cannot be told. A later one counts instead.
    """

    id: str
    application: str
    school: str
    aspect: Aspect
    value: bool | None
    reasons: str
    by: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A school that was nearer, or may have been, in a table as facts were drawn from it.

    ``suitable`` says whether it was found suitable with a place, ``of_belief`` whether of the
    belief besides; None where that was not settled.
    """

    school: str
    name: str
    suitable: bool | None
    of_belief: bool | None


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """What the table of nearest suitable schools said when facts of a case were drawn from it."""

    id: str
    application: str
    nearer: tuple[DrawnLine, ...]
    by: str
    by_name: str
    at: datetime
