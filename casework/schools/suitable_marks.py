"""What can be said of a school for one child, column by column, each with why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from casework.schools.suitable_places import Child, Lengths, has_place
from casework.schools.years import serves, years_in_words
from records.school import School
from records.suitable import Aspect, SchoolCorrection, SchoolPlaces
from rules.values import Facts, FactValue

QUALIFYING = ("maintained", "academy", "non_maintained_special")
NEEDS = ("has_ehcp", "has_send", "disabled", "mobility_problem")


@dataclass(frozen=True, slots=True)
class Mark:
    """One column of one school's line: yes, no or not known (None), and why in words.

    ``corrected`` is the officer's correction that counts instead of what the store says.
    """

    aspect: Aspect
    value: bool | None
    why: str
    corrected: SchoolCorrection | None = None


def marks_of(
    school: School,
    child: Child,
    lengths: Lengths,
    places: Sequence[SchoolPlaces],
    corrections: Sequence[SchoolCorrection],
) -> tuple[Mark, ...]:
    """Return every column of one school's line, each as corrected last.

    ``lengths`` are those from the child's home to the school.
    """
    given: dict[Aspect, Callable[[], tuple[bool | None, str]]] = {
        Aspect.QUALIFYING: lambda: qualifying(school, child),
        Aspect.AGE: lambda: right_age(school, child.age, child.facts.get("year_group")),
        Aspect.SEX: lambda: right_sex(school),
        Aspect.BELIEF: lambda: of_belief(school, child.asked),
        Aspect.PLACE: lambda: has_place(school, child, lengths, places),
        Aspect.NEED: lambda: meets_need(school, child.facts),
    }
    latest = {one.aspect: one for one in corrections if one.school == school.id}
    return tuple(
        Mark(aspect, latest[aspect].value, latest[aspect].reasons, latest[aspect])
        if aspect in latest
        else Mark(aspect, *found())
        for aspect, found in given.items()
    )


def qualifying(school: School, child: Child) -> tuple[bool | None, str]:
    """Say whether it is a qualifying school; an independent one may be, for a child with a plan."""
    if school.governance is None:
        return None, "Who runs it is not held."
    if school.governance in QUALIFYING:
        return True, "It is of a kind that qualifies."
    if school.governance == "independent" and child.facts.get("has_ehcp") is not False:
        return None, "An independent school qualifies where the plan names it: see the plan."
    return False, "It is not of a kind that qualifies."


def right_age(
    school: School, age: int | None, year_group: FactValue | None = None
) -> tuple[bool | None, str]:
    """Say whether it serves the child's year group; by the age where the year is not known.

    A child who is as old as the oldest age has left: a school of 4 to 11 ends with Year 6.
    """
    if school.age_from is None or school.age_to is None:
        return None, "The ages it takes are not held."
    takes = f"It takes ages {school.age_from} to {school.age_to}"
    if type(year_group) is int:
        child = "Reception" if year_group == 0 else f"Year {year_group}"
        found = serves(school, year_group)
        if found is None:
            return None, f"{takes}; whether it takes Reception is not held."
        return found, f"{takes}, {years_in_words(school)}; the child is in {child}."
    if age is None:
        return None, "The child's year group and age are not held."
    return school.age_from <= age < school.age_to, f"{takes}; the child is {age}."


def right_sex(school: School) -> tuple[bool | None, str]:
    """Say whether it admits the child; whom a school for one sex admits, an officer says."""
    if school.admits == "mixed":
        return True, "It admits boys and girls."
    if school.admits is None:
        return None, "Whether it admits boys and girls is not held."
    return None, f"It admits {school.admits} only."


def of_belief(school: School, asked: School) -> tuple[bool | None, str]:
    """Say whether it is of the belief for which the school asked about was chosen."""
    if asked.belief is None:
        return None, "No belief is held of the school asked about."
    if school.belief is None:
        return False, "It is of no religious character."
    return school.belief == asked.belief, f"Its religious character: {school.belief}."


def meets_need(school: School, facts: Facts) -> tuple[bool | None, str]:
    """Say whether it suits the child's needs; where there are any, somebody judges it."""
    if school.kind is None:
        return None, "What kind of place it is, is not held."
    needs = [facts.get(name) for name in NEEDS]
    if any(need is not False for need in needs):
        return None, "Whether it meets the child's needs is judged."
    if school.kind == "mainstream":
        return True, "A mainstream school, and no special need is recorded."
    return False, "It is for children with other needs or of another phase."
