"""A determination: travel of a kind that a named person must judge, criterion by criterion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion as it was judged: ``met`` None says that it was looked at and not known."""

    name: str
    title: str
    met: bool | None
    reasons: str


@dataclass(frozen=True, slots=True)
class Determination:
    """Whether one child travels alone (or with an assistant), judged before it is arranged.

    ``kind`` and ``digest`` name the determination in the policy's words and the text it was made
    under. ``granted`` is the answer, ``authorised_by`` another person than who judged it, and
    ``review_on`` the day by which it is looked at again. A later one of a kind supersedes.
    """

    id: str
    application: str
    kind: str
    policy: str
    digest: str
    granted: bool
    criteria: tuple[Criterion, ...]
    reasons: str
    by: str
    by_name: str
    authorised_by: str
    authorised_by_name: str
    at: datetime
    review_on: date
