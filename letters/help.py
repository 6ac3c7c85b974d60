"""What a letter says of the help itself, from the stored parts: the kind of travel, and its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from letters.matter import Matter
from letters.phrases import Phrase
from letters.sayings import finding_title
from rules.part_values import Arrangement, ContributionOutcome, Period, PeriodOutcome
from rules.quantities import day_in_words
from rules.values import Outcome

FREE = (ContributionOutcome.NONE, ContributionOutcome.WAIVED)


def arrangement_of(matter: Matter) -> Arrangement | None:
    """Give the kind of travel as it was recorded; None where none was, or no help is due."""
    return matter.parts.arrangement if matter.parts else None


def mode(matter: Matter) -> str | None:
    """Name the kind of travel: as the letter's terms set it, else the one that was recorded."""
    found = arrangement_of(matter)
    recorded = found.suggested.title if found and found.suggested else None
    return matter.terms.mode or recorded


def is_free(matter: Matter) -> bool:
    """Say whether it is known that nothing is paid: owed by law, not charged for, or waived."""
    found = matter.recommendation.eligibility.outcome if matter.recommendation else None
    if (matter.outcome or found) is Outcome.ENTITLED:
        return True
    return matter.parts is not None and matter.parts.contribution.outcome in FREE


def _period(matter: Matter) -> Period | None:
    """Give the period of the last day that the letter names; None where it names another."""
    found = matter.parts.period if matter.parts else None
    if found is None or found.outcome is not PeriodOutcome.RUNS:
        return None
    return found if found.until == matter.terms.ends_on else None


def ends_because(matter: Matter) -> str | None:
    """Say what ends the help on its last day: the rule with its source, or what changes then."""
    found = _period(matter)
    if found is None:
        return None
    if found.ended_by is not None:
        return finding_title(found.ended_by)
    return f"the {found.why}" if found.why and found.why.endswith("birthday") else found.why


def looked_at_by(matter: Matter) -> str | None:
    """Give the day by which the policy has the help looked at again, where it sets one."""
    found = _period(matter)
    return day_in_words(found.review_on) if found and found.review_on else None


def looked_at_because(matter: Matter) -> str | None:
    """Name the rule by which the help is looked at again, with its source."""
    found = _period(matter)
    return finding_title(found.reviewed_by) if found and found.reviewed_by else None


PHRASES_OF_HELP: Final[dict[str, Phrase]] = {
    "mode": Phrase("kind of travel", mode),
    "ends_because": Phrase("what ends the help on its last day", ends_because),
    "looked_at_by": Phrase("day by which the help is looked at again", looked_at_by),
    "looked_at_because": Phrase("the rule that has the help looked at again", looked_at_because),
}
"""The placeholders that the parts of a decision fill, by name."""

CONDITIONS_OF_HELP: Final[dict[str, Callable[[Matter], bool]]] = {
    "mode_known": lambda m: mode(m) is not None,
    "free": is_free,
    "end_told": lambda m: ends_because(m) is not None,
    "looked_at_again": lambda m: looked_at_by(m) is not None,
}
"""The conditions that the parts of a decision settle, by name."""
