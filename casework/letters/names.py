"""What each kind of letter is called to people: on the screen, and in a letter to a family."""

from __future__ import annotations

from typing import Final

KINDS: Final = {
    "approve": "Letter of approval",
    "approve-by-discretion": "Letter of approval by discretion",
    "offer": "Letter of offer",
    "post-16-contribution": "Letter of offer after 16, with a contribution",
    "refuse": "Letter of refusal",
    "more-evidence": "Letter asking for evidence",
    "travel-budget": "Offer of a travel budget or mileage",
    "withdrawal-or-change": "Letter of a change or an end of help",
    "granted-in-error": "Letter of help given in error",
    "refused-in-error": "Letter of help refused in error",
    "stage-1-acknowledgement": "Stage one: acknowledgement",
    "stage-1-outcome": "Stage one: outcome",
    "stage-2-acknowledgement": "Stage two: acknowledgement",
    "stage-2-invitation": "Stage two: invitation",
    "stage-2-outcome": "Stage two: outcome",
    "late-appeal": "Letter on a late request",
    "extension": "Letter that more time is needed",
    "signposting": "Letter on where to turn next",
}
"""The names by kind, in the order in which the kinds are listed."""


def kind_words(kind: str) -> str:
    """Name a kind of letter."""
    return KINDS.get(kind, f"Letter: {kind.replace('-', ' ')}")


def in_sentence(kind: str) -> str:
    """Name a kind of letter within a sentence: ``the letter of refusal``."""
    words = kind_words(kind)
    return f"the letter “{words}”" if ":" in words else f"the {words[0].lower()}{words[1:]}"
