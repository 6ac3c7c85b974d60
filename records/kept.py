"""A child kept on an older version: what protects them, and what the version not taken said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rules.part_values import Protection
from rules.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class KeptOn:
    """A cohort's protection as it was weighed for one child.

    ``keeps`` is the older version, ``protection`` the provision that keeps the child on it,
    ``first_helped_on`` the day it follows. ``other`` is the recommendation of the version that
    was **not** taken, None where the older text is not held; ``other_title`` names that version.
    """

    keeps: str
    held: bool
    protection: Protection
    first_helped_on: date | None
    other: Recommendation | None
    other_title: str | None
