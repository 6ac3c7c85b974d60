"""A decision while it is being written, kept while the window is open so that no words are lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from casework.assess import Assessment
from casework.gate import Intent
from rules.values import Outcome


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been written so far.

    ``outcome`` None stands for what is recommended; ``nearest_suitable`` names a school by its id,
    None for the one that is found from the school list. ``authorised_by`` (a person's id),
    ``limits`` and ``review_on`` belong to help that only discretion gives.
    """

    outcome: Outcome | None = None
    reasons: str = ""
    discretion: str = ""
    departs_because: str = ""
    nearest_suitable: str | None = None
    authorised_by: str | None = None
    limits: str = ""
    review_on: date | None = None
    is_open: bool = False

    def changed(self, **parts: object) -> Draft:
        """Give this draft with some parts changed."""
        return replace(self, **parts)  # type: ignore[arg-type]

    def intent(self, assessment: Assessment) -> Intent:
        """Give what would be decided if it were recorded now."""
        outcome = self.outcome or recommended(assessment)
        return Intent(
            outcome,
            self.reasons,
            self.discretion,
            self.departs_because,
            self.nearest_suitable,
            self.authorised_by,
            self.limits,
            self.review_on,
        )


def recommended(assessment: Assessment) -> Outcome:
    """Give the outcome that is recommended; facts at odds recommend nothing."""
    return assessment.outcome or Outcome.CANNOT_TELL_YET


class Drafts(dict[str, Draft]):
    """Drafts by application, and whatever else is being written on the page of a case."""

    def __init__(self) -> None:
        super().__init__()
        self._jotted: dict[str, dict[str, str]] = {}

    def jotted(self, application: str) -> dict[str, str]:
        """Give the words not recorded yet on a case: a new point, answers, a withdrawal."""
        return self._jotted.setdefault(application, {})
