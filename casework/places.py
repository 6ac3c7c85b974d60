"""Schools and other places: the list of them, and completing what no file says of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casework.desk import Desk
from casework.rights import OFFICERS, require
from records.people import Role
from records.school import School
from rules.problems import Problem, UserFacingError
from store import schools

KEEPERS = (*OFFICERS, Role.ADMINISTRATOR)
OLDEST = 99
"""No place takes anybody older; a larger figure is a slip of the keyboard."""


class WrongParticulars(UserFacingError):
    """What was given of a place cannot stand; ``problems`` names each particular and what is wrong.

    ``place`` of a problem is the particular's name in ``School``.
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

    None says that a particular is not known. Gates and URN stay as they are in the store. Raises
    NotAllowed, NotThere, or WrongParticulars naming every particular that cannot stand.
    """
    require(desk, "Correcting a school", *KEEPERS)
    before = schools.school(desk.store, school.id)
    problems = tuple(_problems(desk, school))
    if problems:
        raise WrongParticulars(problems)
    after = replace(school, name=school.name.strip(), urn=before.urn, gates=before.gates)
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
    yield from _number_problems(school)


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
