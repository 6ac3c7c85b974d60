"""The sign of a case: its decision, else what is recommended, else that its facts are at odds."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from casework.assess import Assessment
from casework.cases import CaseLine
from casework.gate import UNDECIDED
from gui.outcomes import OUTCOMES, Sign
from gui.shapes import Shape
from gui.theme import Tone
from records.application import Stage
from rules.values import Outcome

AT_ODDS: Final = Sign(Shape.WARNING, "Facts at odds", Tone.NOT_KNOWN)
WITHDRAWN: Final = Sign(Shape.NOT_MET, "Withdrawn", Tone.MUTED)


def sign_of(assessment: Assessment) -> Sign:
    """Give the sign of what is recommended."""
    return OUTCOMES[assessment.outcome] if assessment.outcome else AT_ODDS


def sign_of_case(assessment: Assessment) -> Sign:
    """Give the sign a case wears: as decided, else as recommended, which its word says."""
    case = assessment.case
    if case.decision is not None:
        return OUTCOMES[case.decision.outcome]
    if case.application.stage is Stage.WITHDRAWN:
        return WITHDRAWN
    return as_recommended(assessment.outcome)


def sign_of_line(line: CaseLine) -> Sign:
    """Give the sign of a line of the list, under "Recommended": what is decided says so."""
    if line.decision is not None:
        sign = OUTCOMES[line.decision.outcome]
        return replace(sign, word=f"Decided: {sign.word.lower()}")
    if line.stage is Stage.WITHDRAWN:
        return WITHDRAWN
    return OUTCOMES[line.outcome] if line.outcome else AT_ODDS


def as_recommended(outcome: Outcome | None) -> Sign:
    """Give the sign of what is recommended and not decided: nobody takes the one for the other."""
    if outcome is None:
        return AT_ODDS
    sign = OUTCOMES[outcome]
    if outcome in UNDECIDED:
        return sign
    return replace(sign, word=f"Recommended: {sign.word.lower()}")
