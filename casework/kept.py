"""Cohorts kept on an older version: the more favourable of two recommendations is taken."""

from __future__ import annotations

from casework.shelf import Shelf, UnknownPolicy
from rules.decide import decide
from rules.part_values import Parts
from rules.policy import PolicyVersion
from rules.protection import protection
from rules.recommendation import Recommendation
from rules.values import Facts, Outcome

_RANK = {
    Outcome.ENTITLED: 3,
    Outcome.OFFERED: 2,
    Outcome.CANNOT_TELL_YET: 1,
    Outcome.FOR_AN_OFFICER: 1,
    Outcome.NOT_ENTITLED: 0,
}
_NOT_TOLD = 10**12
"""Pence that a contribution which cannot be told yet is counted as: worse than any that can."""


def kept_version(shelf: Shelf, keeps: str) -> PolicyVersion | None:
    """The older version, or None where its text is not held. Raises BadPolicy."""
    try:
        return shelf.read(keeps)
    except UnknownPolicy:
        return None


def is_better(one: Recommendation, its: Parts, other: Recommendation, others: Parts) -> bool:
    """Whether one recommendation is more favourable to the family than another.

    The outcome counts first; of two alike, the lower contribution.
    """
    return _standing(one, its) > _standing(other, others)


def _standing(found: Recommendation, parts: Parts) -> tuple[int, int]:
    paid = parts.contribution.annual_pence
    return _RANK[found.eligibility.outcome], -(_NOT_TOLD if paid is None else paid)


def does_more(one: Recommendation, other: Recommendation) -> bool:
    """Whether one outcome does more for the child than another, whatever is paid."""
    return _RANK[one.eligibility.outcome] > _RANK[other.eligibility.outcome]


def with_older(shelf: Shelf, policy: PolicyVersion, facts: Facts, found: Recommendation) -> Outcome:
    """The outcome for a list of cases, a kept older version weighed too, as ``assess`` does.

    Raises BadPolicy, BadFacts.
    """
    outcome = found.eligibility.outcome
    keeps = None if nothing_better(found) else protection(policy, facts).keeps
    if keeps is None:
        return outcome
    version = kept_version(shelf, keeps)
    if version is None:
        return Outcome.FOR_AN_OFFICER
    older = decide(version, facts)
    return older.eligibility.outcome if does_more(older, found) else outcome


def nothing_better(found: Recommendation) -> bool:
    """Whether no older version could do more: what the law gives is free."""
    return found.eligibility.outcome is Outcome.ENTITLED
