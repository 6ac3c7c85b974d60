"""A fact of a case with where it came from, and the judgements that give some of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from rules.values import FactValue, KnownHow


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as it stands in a case: the value, and where, from whom and when it came.

    ``value`` None says that somebody looked and it is not known. ``source`` is in plain words:
    "application form", "admissions register", "measured on Marlhaven network 2026-06". ``on`` is
    None only where the source names no day, as in a case file without a date of its letter.
    """

    name: str
    value: FactValue | None
    how: KnownHow
    source: str
    by: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A fact that a named person judged, with reasons. A later one supersedes an earlier one.

    ``review_on`` is the last day of travel on which it counts; after it the fact is not known until
    somebody judges it again. None: nothing limits it.
    """

    id: str
    application: str
    fact: str
    value: FactValue | None
    reasons: str
    by: str
    by_name: str
    at: datetime
    review_on: date | None = None
