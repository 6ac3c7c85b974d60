"""Two versions of one council for one day of travel: which may stand together and which may not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rules.policy import PolicyVersion
from rules.problems import UserFacingError
from rules.quantities import day_in_words

IN_FORCE = ("adopted", "enacted")
"""The standing of a text that can govern anybody's travel."""


class OverlappingVersions(UserFacingError):
    """Two versions of one council govern the same day of travel, and neither revises the other."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two versions that govern the same days of travel; ``until`` None: for ever."""

    first: str
    second: str
    start: date | None
    until: date | None

    @property
    def days(self) -> str:
        """The days in words: ``1 September 2027 to 31 August 2028``."""
        start = day_in_words(self.start) if self.start else "the beginning"
        return f"{start} to {day_in_words(self.until)}" if self.until else f"{start} on"


def overlaps(versions: Iterable[PolicyVersion]) -> tuple[Overlap, ...]:
    """Every pair that govern a day of travel in common, though neither is a revision of the other.

    Drafts and consultations govern nothing. A dated revision, ``council/version@date``, takes the
    place of its version for its own days; the two never overlap.
    """
    live = sorted((each for each in versions if each.status in IN_FORCE), key=lambda one: one.id)
    pairs = [_overlap(one, two) for one, two in combinations(live, 2) if _apart(one, two)]
    return tuple(pair for pair in pairs if pair is not None)


def refuse_overlap(council: str, day: date, governing: Iterable[PolicyVersion]) -> None:
    """Raise OverlappingVersions, naming both, where those that govern a day are at odds."""
    for each in overlaps(governing):
        raise OverlappingVersions(
            f"{each.first} and {each.second} both govern travel in {council} on "
            f"{day_in_words(day)}, and neither is a revision of the other. Nothing was decided. "
            "Let one of them end sooner ('travel:'), make it a draft, or withdraw it."
        )


def base_of(policy: str) -> str:
    """The version that a revision revises; a version itself."""
    return policy.split("@", maxsplit=1)[0]


def _apart(one: PolicyVersion, two: PolicyVersion) -> bool:
    return one.body == two.body and base_of(one.id) != base_of(two.id)


def _overlap(one: PolicyVersion, two: PolicyVersion) -> Overlap | None:
    starts = [each.travel_from for each in (one, two) if each.travel_from]
    ends = [each.travel_until for each in (one, two) if each.travel_until]
    start, until = max(starts, default=None), min(ends, default=None)
    if start and until and until < start:
        return None
    return Overlap(one.id, two.id, start, until)
