"""The sign of a case: its decision, else the recommendation, else that its facts are at odds."""

from __future__ import annotations

from typing import Final

from casework.assess import Assessment
from casework.cases import CaseLine
from gui.outcomes import OUTCOMES, Sign
from gui.shapes import Shape
from gui.theme import Tone

AT_ODDS: Final = Sign(Shape.WARNING, "Facts at odds", Tone.NOT_KNOWN)


def sign_of(assessment: Assessment) -> Sign:
    """Give the sign of what is recommended."""
    return OUTCOMES[assessment.outcome] if assessment.outcome else AT_ODDS


def sign_of_case(assessment: Assessment) -> Sign:
    """Give the sign a case wears: as decided, else as recommended."""
    decision = assessment.case.decision
    return OUTCOMES[decision.outcome] if decision else sign_of(assessment)


def sign_of_line(line: CaseLine) -> Sign:
    """Give the sign of a line of the list."""
    return OUTCOMES[line.outcome] if line.outcome else AT_ODDS
