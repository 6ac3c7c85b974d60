"""Schools and other places: the list of them, and completing what no file says of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casework.desk import Desk
from casework.rights import OFFICERS, require
from casework.schools.gate_checks import gate_problems
from records.people import Role
from records.school import School
from rules.problems import Problem, UserFacingError
from store import schools

KEEPERS = (*OFFICERS, Role.ADMINISTRATOR)
ADMITS = ("mixed", "boys", "girls")
OLDEST = 99
"""No place takes anybody older; a larger figure is a slip of the keyboard."""


class WrongParticulars(UserFacingError):
    """What was given of a place cannot stand; ``problems`` names each particular and what is wrong.

    ``place`` of a problem is the particular's name in ``School``, for a gate ``gates.`` and its
    number from 0.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(
            f"{' '.join(problem.message for problem in problems)} Nothing was changed."
        )


def list_schools(desk: Desk) -> tuple[School, ...]:
    """Every school and other place in the store, by name."""
    return tuple(sorted(schools.list_schools(desk.store), key=lambda each: each.name.casefold()))


def correct_school(desk: Desk, school: School) -> School:
    """Complete or correct a place's particulars; what stood before is kept in its history.

    None says that a particular is not known. Gates are those given, with their days and hours; the
    URN and the day of the list stay as they are in the store. Other places open than before are of
    today. Raises NotAllowed, NotThere, or
    WrongParticulars naming every particular that cannot stand.
    """
    require(desk, "Correcting a school", *KEEPERS)
    before = schools.school(desk.store, school.id)
    problems = (*_problems(desk, school), *gate_problems(school.gates, before.gates))
    if problems:
        raise WrongParticulars(problems)
    same_places = school.places_free == before.places_free
    places_on = None if school.places_free is None else desk.today()
    after = replace(
        school,
        name=school.name.strip(),
        urn=before.urn,
        listed_on=before.listed_on,
        places_on=before.places_on if same_places else places_on,
        belief=_words(school.belief),
        authority=_words(school.authority),
        gates=tuple(replace(gate, name=gate.name.strip()) for gate in school.gates),
    )
    if after != before:
        schools.correct_school(desk.store, after, desk.person)
    return after


def _problems(desk: Desk, school: School) -> Iterator[Problem]:
    if not school.name.strip():
        yield Problem("name", "A place needs its name.")
    for particular, fact in (("kind", "school_kind"), ("governance", "school_governance")):
        word = desk.shelf.vocabulary()[fact]
        value = getattr(school, particular)
        if value is not None and value not in word.choices:
            yield Problem(particular, f"'{value}' is none of the vocabulary's choices.")
    if school.admits not in (None, *ADMITS):
        yield Problem("admits", f"'{school.admits}' is none of mixed, boys and girls.")
    yield from _number_problems(school)


def _words(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None


def _number_problems(school: School) -> Iterator[Problem]:
    for particular, words in (("age_from", "youngest age"), ("age_to", "oldest age")):
        age = getattr(school, particular)
        if age is not None and not 0 <= age <= OLDEST:
            yield Problem(particular, f"The {words} is a whole number of years up to {OLDEST}.")
    if None not in (school.age_from, school.age_to) and _is_upside_down(school):
        yield Problem("age_to", "The oldest age is below the youngest.")
    if school.places_free is not None and school.places_free < 0:
        yield Problem("places_free", "Places open cannot be fewer than none.")


def _is_upside_down(school: School) -> bool:
    return school.age_from is not None and (school.age_to or 0) < school.age_from
