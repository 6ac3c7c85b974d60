"""The columns of the table of nearest suitable schools, and the sign of each mark in it."""

from __future__ import annotations

from collections.abc import Callable

from casework.schools.suitable import SchoolLine
from casework.schools.suitable_marks import Mark
from gui.fields.table import Column
from gui.outcomes import Sign
from gui.shapes import Shape
from gui.theme import Tone
from records.suitable import Aspect
from rules.quantities import day_in_words, miles, miles_and_metres

ASPECTS = {
    Aspect.QUALIFYING: "Qualifies",
    Aspect.AGE: "Age",
    Aspect.SEX: "Sex",
    Aspect.PLACE: "Place",
    Aspect.NEED: "Need",
    Aspect.BELIEF: "Belief",
}
"""The columns, belief last: it is asked about apart."""

QUESTIONS = {
    Aspect.QUALIFYING: "Is it a qualifying school?",
    Aspect.AGE: "Is it right for the child's age?",
    Aspect.SEX: "Does it admit a child of this sex?",
    Aspect.PLACE: "Did it have a place at the time that counts?",
    Aspect.NEED: "Does it suit any special need?",
    Aspect.BELIEF: "Is it of the belief the school asked about was chosen for?",
}

_SIGNS = {
    True: Sign(Shape.MET, "Yes", Tone.MET),
    False: Sign(Shape.NOT_MET, "No", Tone.NOT_MET),
    None: Sign(Shape.NOT_KNOWN, "Not known", Tone.NOT_KNOWN),
}
_BEYOND = Sign(Shape.MAP, "over the boundary", Tone.INK)
LEGEND = (
    "Open: it is not known. The person marks what an officer corrected, the map a school over the "
    "council's boundary."
)


def answer_sign(value: bool | None) -> Sign:
    """Give the sign of yes, no or not known."""
    return _SIGNS[value]


def mark_sign(mark: Mark) -> Sign:
    """Give the sign of a mark: its answer, with a person where an officer corrected it."""
    found = _SIGNS[mark.value]
    return found if mark.corrected is None else Sign(Shape.OFFICER, found.word, Tone.OFFICER)


def _short(mark: Mark) -> Sign:
    """Give the sign of a mark for a narrow cell."""
    found = mark_sign(mark)
    return found if mark.value is not None else Sign(found.shape, "Open", found.tone)


def length_words(length_mm: int | None) -> str:
    """Write a length of the table."""
    return "no route" if length_mm is None else miles_and_metres(length_mm)


def miles_in(line: SchoolLine, length_mm: int | None) -> str:
    """Write a length of a school's line for a narrow cell; the card below has the metres too."""
    return length_in(line, length_mm) if length_mm is None else miles(length_mm)


def length_in(line: SchoolLine, length_mm: int | None) -> str:
    """Write a length of a school's line; one that could not be measured to has none."""
    return "not measured" if line.unmeasured else length_words(length_mm)


def columns(
    beyond: Callable[[], frozenset[str]] = frozenset, belief: Callable[[], bool] = lambda: True
) -> tuple[Column, ...]:
    """Give the table's columns, narrow enough to stand side by side on a small screen.

    ``beyond`` gives the schools over the council's boundary, which are marked with whose they are;
    ``belief`` says whether the belief of any school is known: else its column holds nothing.
    """
    return (
        Column("Rank", _rank, 52, sort=lambda line: line.rank, figures=True),
        Column("School", lambda line: school_name(line, beyond()), 150, stretches=True,
               sign=lambda line: _BEYOND if line.school.id in beyond() else None),
        Column("On foot", lambda line: miles_in(line, line.walking_mm), 98,
               sort=lambda line: line.walking_mm, figures=True),
        Column("By road", lambda line: miles_in(line, line.road_mm), 98,
               sort=lambda line: line.road_mm, figures=True, spare=5),
        Column("Counts", lambda line: _counts(line).word, 116, sign=_counts),
        *(_column(aspect, title, belief) for aspect, title in ASPECTS.items()),
    )  # fmt: skip


def school_name(line: SchoolLine, beyond: frozenset[str]) -> str:
    """Name a school; one over the boundary with the council in whose area it lies."""
    school = line.school
    return f"{school.name} ({school.authority})" if school.id in beyond else school.name


def school_words(line: SchoolLine) -> str:
    """Name a school; the one asked about as such."""
    return f"{line.school.name} (asked about)" if line.is_asked else line.school.name


def listed_words(line: SchoolLine) -> str:
    """Write the day of the list a school is from."""
    listed = line.school.listed_on
    return day_in_words(listed) if listed else "no day held"


def _rank(line: SchoolLine) -> str:
    return "" if line.rank is None else str(line.rank)


def _counts(line: SchoolLine) -> Sign:
    """Say whether a school counts as nearer and suitable."""
    if line.is_asked or line.is_nearer is False:
        return Sign(Shape.NOT_MET, "Asked about" if line.is_asked else "Not nearer", Tone.MUTED)
    if line.is_nearer is None and line.suitable is not False:
        return _SIGNS[None]
    return _SIGNS[line.suitable]


_SPARE = {Aspect.PLACE: 1, Aspect.NEED: 2, Aspect.AGE: 3, Aspect.BELIEF: 4, Aspect.SEX: 6}
"""Which marks leave a narrow table, the highest first; every one stands with its school below."""


def _column(aspect: Aspect, title: str, belief: Callable[[], bool]) -> Column:
    def sign(line: SchoolLine) -> Sign | None:
        asked = aspect is not Aspect.BELIEF or belief()
        return _short(line.mark(aspect)) if asked else None

    def words(line: SchoolLine) -> str:
        found = sign(line)
        return found.word if found else ""

    return Column(title, words, 78, sign=sign, spare=_SPARE.get(aspect, 7))
