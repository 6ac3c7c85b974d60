"""A determination: travel of a kind that a named person must judge, criterion by criterion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from rules.part_values import DeterminationOutcome
from rules.values import Determined


@dataclass(frozen=True, slots=True)
class JudgedCriterion:
    """One criterion as it was judged: ``met`` None says that it was looked at and not known.

    ``fact`` is its name in the vocabulary, ``label`` as it was called on the day.
    """

    fact: str
    label: str
    met: bool | None
    reasons: str


@dataclass(frozen=True, slots=True)
class Determination:
    """Whether one child travels alone (or with an assistant), judged before it is arranged.

    ``policy`` and ``digest`` name the version it was made under and its text. ``outcome`` is what
    the criteria come to there. ``authorised_by`` is another person than who judged it, and
    ``review_on`` the day by which it is looked at again; travel alone has both, others where the
    policy asks for them. A later one of a kind supersedes.
    """

    id: str
    application: str
    kind: Determined
    policy: str
    digest: str
    outcome: DeterminationOutcome
    criteria: tuple[JudgedCriterion, ...]
    reasons: str
    by: str
    by_name: str
    authorised_by: str | None
    authorised_by_name: str | None
    at: datetime
    review_on: date | None
