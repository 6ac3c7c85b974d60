"""The shape, the word and the tone of every outcome and result, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from gui.shapes import Shape
from gui.theme import Tone
from rules.values import DutyOutcome, Outcome, Result


@dataclass(frozen=True, slots=True)
class Sign:
    """How one outcome is shown: a shape and a word, in a tone that says the same a third time."""

    shape: Shape
    word: str
    tone: Tone


OUTCOMES: Final = {
    Outcome.ENTITLED: Sign(Shape.MET, "Entitled", Tone.MET),
    Outcome.OFFERED: Sign(Shape.MET, "Offered", Tone.MET),
    Outcome.NOT_ENTITLED: Sign(Shape.NOT_MET, "Not entitled", Tone.NOT_MET),
    Outcome.CANNOT_TELL_YET: Sign(Shape.NOT_KNOWN, "Cannot tell yet", Tone.NOT_KNOWN),
    Outcome.FOR_AN_OFFICER: Sign(Shape.OFFICER, "For an officer", Tone.OFFICER),
}

DUTIES: Final = {
    DutyOutcome.OWED: Sign(Shape.MET, "The council must arrange travel", Tone.MET),
    DutyOutcome.MET_BY_OTHERS: Sign(Shape.NOT_MET, "Met by others", Tone.MUTED),
    DutyOutcome.NOT_OWED: Sign(Shape.NOT_MET, "No duty to arrange", Tone.MUTED),
    DutyOutcome.CANNOT_TELL_YET: Sign(Shape.NOT_KNOWN, "Cannot tell yet", Tone.NOT_KNOWN),
}

RESULTS: Final = {
    Result.MET: Sign(Shape.MET, "Met", Tone.MET),
    Result.NOT_MET: Sign(Shape.NOT_MET, "Not met", Tone.NOT_MET),
    Result.UNKNOWN: Sign(Shape.NOT_KNOWN, "Not known", Tone.NOT_KNOWN),
}
