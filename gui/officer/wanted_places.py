"""Where on the page of a case each thing is settled that a decision still wants."""

from __future__ import annotations

from typing import Final

from casework.assess import Assessment
from casework.measuring.confirm_figure import wanted_for_figures

OUTCOME, REASONS, DEPARTS = "outcome", "reasons", "departs"
DISCRETION, AUTHORISER, REVIEW = "discretion", "authoriser", "review"
QUESTIONS, POINTS, FIGURES = "questions", "points", "figures"
DETERMINATIONS = "determinations"

IN_THE_DECISION: Final = (OUTCOME, REASONS, DEPARTS, DISCRETION, AUTHORISER, REVIEW)
"""What is settled in the decision itself."""

_BEGINS: Final = {
    "Write the reasons": REASONS,
    "Choose ": OUTCOME,
    "No provision of the law": OUTCOME,
    "The law entitles": OUTCOME,
    "The published statement": OUTCOME,
    "Say why": DEPARTS,
    "Consider discretion": DISCRETION,
    "Give the reasons for using discretion": DISCRETION,
    "Give who authorises": AUTHORISER,
    "Give the day it is reviewed": REVIEW,
    "Answer ": POINTS,
    "Settle ": QUESTIONS,
    "The SEND officer determines": DETERMINATIONS,
    "Determine ": DETERMINATIONS,
}


def place_of(words: str, assessment: Assessment) -> str | None:
    """Give where a wanted thing of a case is settled, by how its sentence begins.

    None where it is not for the officer at this case, as with a version that waits for its lead.
    """
    for begin, place in _BEGINS.items():
        if words.startswith(begin):
            return place
    return FIGURES if words in wanted_for_figures(assessment) else None
