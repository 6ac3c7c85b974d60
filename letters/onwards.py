"""Where a family can turn when the council's own reviews are over: it follows the phase."""

from __future__ import annotations

from typing import Final

from letters.matter import Matter

OF_PHASE: Final = {
    "early_years": "onwards_school",
    "school_age": "onwards_school",
    "sixth_form_age": "onwards_sixth_form",
    "adult_learner": "onwards_adult",
}
"""Which of the council's own wordings speaks to which phase."""


def onwards(matter: Matter) -> str | None:
    """Give the council's wording for the phase; None until its lawyer has confirmed it."""
    if not matter.sender.onwards_confirmed_by or matter.phase not in OF_PHASE:
        return None
    found = getattr(matter.sender, OF_PHASE[matter.phase])
    return found if isinstance(found, str) else None
