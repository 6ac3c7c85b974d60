"""An answer a person gives to a question of a case, and how its value is handed to the verbs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.correct import CannotCorrect, correct_date_of_birth, correct_day_of_travel
from casework.desk import Desk
from casework.record import record_fact, record_judgement
from rules.values import FactType, FactValue, KnownHow, NoRoute
from rules.vocabulary import FactWord


@dataclass(frozen=True, slots=True)
class Answer:
    """A fact, its value (None: not known), and its source, or the reasons of a judgement.

    ``review_on`` is the last day on which a judgement counts, where it is limited.
    """

    word: FactWord
    value: FactValue | None
    because: str
    review_on: date | None = None

    def record(self, desk: Desk, application: str) -> None:
        """Record the answer on a case. Raises what the verbs raise; then nothing changed."""
        given = as_given(self.value, self.word.type)
        if is_correction(self.word) and isinstance(self.value, date):
            CORRECTED[self.word.name](desk, application, self.value, self.because)
        elif self.word.name == "day_of_travel":
            raise CannotCorrect(
                "An application always has a first day of travel. Nothing was changed. "
                "Type the day that is right."
            )
        elif is_judged(self.word):
            record_judgement(desk, application, self.word.name, given, self.because, self.review_on)
        else:
            record_fact(desk, application, self.word.name, given, self.because)


CORRECTED = {"date_of_birth": correct_date_of_birth, "day_of_travel": correct_day_of_travel}
"""Facts that stand in the application itself: they are corrected there, with a reason."""


def is_correction(word: FactWord) -> bool:
    """Say whether a fact stands in the application itself, so that changing it corrects that."""
    return word.name in CORRECTED


def is_judged(word: FactWord) -> bool:
    """Say whether a named person judges a fact, with reasons, rather than finding it somewhere."""
    return word.how is KnownHow.JUDGED


def as_given(value: FactValue | None, kind: FactType) -> object:
    """Write a value as the verbs read it: days and lengths as text, the rest as they are."""
    if isinstance(value, NoRoute):
        return "no route"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int):
        return value
    if kind is FactType.LENGTH:
        return f"{value // 1000}.{value % 1000:03d} m"
    if kind is FactType.MONEY:
        return f"£{value // 100}.{value % 100:02d}"
    return value


CORRECTIONS = {
    "date_of_birth": ("mistyped; birth certificate seen", "school's register seen"),
    "day_of_travel": ("mistyped; application form seen", "the family changed the day"),
}
"""Usual reasons of a correction."""


def sources(word: FactWord, value: FactValue | None) -> tuple[str, ...]:
    """Suggest where an answer may have come from: what proves the fact, else who usually says."""
    if word.name in CORRECTED and value is not None:
        return CORRECTIONS[word.name]
    if value is None:
        return ("asked, and not known", "application form leaves it open")
    proofs = word.evidence if word.how is KnownHow.EVIDENCED else word.evidence[:2]
    usual = (
        ("application form",)
        if word.how is not KnownHow.MEASURED
        else ("officer's own measurement",)
    )
    return tuple(dict.fromkeys((*proofs, *usual)))[:3]
