"""What a story of the sample says: children, schools, distances, what is known, how it ends.

A story names no child and no street. Casting finds a home and schools on the real network for
which it is true; a test holds every case to the outcome that its story expects.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from records.application import Directorate
from rules.values import MILLIMETRES_PER_MILE, FactValue, Outcome

Facts = dict[str, FactValue | None]
"""Facts by name; None is looked for and not known."""

Judged = dict[str, FactValue]
"""What was judged, by fact."""

SUMMER: Final = (3, 4, 5, 6, 7, 8)
AUTUMN: Final = (9, 10, 11, 12)
ANY_MONTH: Final = tuple(range(1, 13))


@dataclass(frozen=True, slots=True)
class Band:
    """Lengths over one limit and up to another, in miles with exact millimetres to spare."""

    over: float = 0.0
    up_to: float = 100.0
    over_mm: int = 0
    up_to_mm: int = 0

    @property
    def least(self) -> int:
        """The length that must be exceeded, in millimetres."""
        return round(self.over * MILLIMETRES_PER_MILE) + self.over_mm

    @property
    def most(self) -> int:
        """The length that must not be exceeded, in millimetres."""
        return round(self.up_to * MILLIMETRES_PER_MILE) + self.up_to_mm


ANYWHERE: Final = Band()
"""Any length, if there is a route."""
NOWHERE: Final = Band(-1, -1)
"""Where no route exists."""


def just_over(miles: int) -> Band:
    """Lengths up to six metres over a limit."""
    return Band(miles, miles, 0, 6_000)


def just_within(miles: int) -> Band:
    """Lengths up to six metres short of a limit, or on it."""
    return Band(miles, miles, -6_000, 0)


@dataclass(frozen=True, slots=True)
class To:
    """Which places a story may lead to; None: any. ``nearer`` bounds the nearer suitable ones."""

    kinds: tuple[str, ...] = ("mainstream",)
    governance: tuple[str, ...] | None = ("maintained", "academy")
    belief: str | None = None
    walking: Band = ANYWHERE
    road: Band = ANYWHERE
    nearer: tuple[int, int] | None = None
    belief_nearer: bool | None = None


@dataclass(frozen=True, slots=True)
class Born:
    """When a child was born: in a year group and months, or on a given day.

    The year group follows from a given day, unless it is given too.
    """

    groups: tuple[int, ...] = ()
    months: tuple[int, ...] = ANY_MONTH
    on: date | None = None


class Circle(StrEnum):
    """Which facts are asked of a case by its phase."""

    SCHOOL = "school"
    EARLY_YEARS = "early years"
    AFTER_16 = "after 16"
    ADULT = "adult"


@dataclass(frozen=True, slots=True)
class Said:
    """A point in the family's own words, what was answered, and the evidence it rests on."""

    words: str
    answer: str
    evidence: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One application of a story.

    ``facts`` go beyond what every case of its circle says; None there: looked for, not known.
    ``left_out`` are facts nobody has asked yet. ``judged`` are judgements by fact, ``because``
    gives them reasons of their own. ``day`` and ``received`` are drawn where they are None, ``day``
    from the school year that begins in ``year``. ``same_child`` makes it the same child as the
    case before.
    """

    expects: Outcome
    born: Born
    to: To = To()
    circle: Circle = Circle.SCHOOL
    directorate: Directorate = Directorate.TRANSPORT
    year: int = 2026
    day: date | None = None
    received: date | None = None
    facts: Facts = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    judged: Judged = field(default_factory=dict)
    because: dict[str, str] = field(default_factory=dict)
    said: tuple[Said, ...] = ()
    evidence: tuple[tuple[str, str, str], ...] = ()
    measured: bool = True
    position_from: str = "address"
    knows_birth: bool = True
    solo: bool = False
    in_area: bool = True
    same_child: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """How an officer decides the cases of a story.

    ``reasons`` and ``discretion`` may name {child} and {school}. ``used`` says that discretion was
    used: then the officer offers where the rules do not, ``departs`` saying why.
    """

    reasons: str
    discretion: str | None = None
    used: bool = False
    departs: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One kind of family: its cases, how many such families there are, and how many are decided.

    ``endings`` has one ending for each case of the story (none: left open).
    """

    name: str
    cases: tuple[Case, ...]
    times: int
    decided: int = 0
    endings: tuple[Ending, ...] = ()
