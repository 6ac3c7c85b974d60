"""What can be said of a school for one child, column by column, each with why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from casework.school_years import (
    entry_year,
    is_for_all_ages,
    serves,
    years_in_words,
)
from records.school import School
from records.suitable import AdmissionRound, Aspect, SchoolCorrection, SchoolPlaces
from rules.dates import school_year
from rules.quantities import day_in_words, metres
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


@dataclass(frozen=True, slots=True)
class Child:
    """What of a child and its application the marks turn on.

    ``facts`` are those in force, ``age`` whole years on the ``day`` of travel, ``asked`` the school
    travelled to, ``length_mm`` how far another school is by the way that ranks.
    """

    facts: Facts
    age: int | None
    day: date
    received_on: date
    round: AdmissionRound
    asked: School


def marks_of(
    school: School,
    child: Child,
    length_mm: int | None,
    places: Sequence[SchoolPlaces],
    corrections: Sequence[SchoolCorrection],
) -> tuple[Mark, ...]:
    """Return every column of one school's line, each as corrected last."""
    given: dict[Aspect, Callable[[], tuple[bool | None, str]]] = {
        Aspect.QUALIFYING: lambda: qualifying(school, child),
        Aspect.AGE: lambda: right_age(school, child.age, child.facts.get("year_group")),
        Aspect.SEX: lambda: right_sex(school),
        Aspect.BELIEF: lambda: of_belief(school, child.asked),
        Aspect.PLACE: lambda: has_place(school, child, length_mm, places),
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


def has_place(
    school: School, child: Child, length_mm: int | None, places: Sequence[SchoolPlaces]
) -> tuple[bool | None, str]:
    """Say whether there was a place at the time that counts.

    In the normal round: would one have been offered? At other times: was there one?
    """
    year_group = child.facts.get("year_group")
    if type(year_group) is not int:
        return None, "The year group is not known."
    if child.round is AdmissionRound.NORMAL:
        return _offered(school, child, length_mm, places, year_group)
    noted = [
        one
        for one in places
        if (one.school, one.round, one.year_group) == (school.id, child.round, year_group)
        and school_year(one.day) == school_year(child.day)
        and one.day <= child.received_on
    ]
    if not noted:
        return None, "No places are held for the time of the application."
    last = max(noted, key=lambda one: one.day)
    return last.places > 0, f"{last.places} free on {day_in_words(last.day)} ({last.source})."


def _offered(
    school: School,
    child: Child,
    length_mm: int | None,
    places: Sequence[SchoolPlaces],
    year_group: int,
) -> tuple[bool | None, str]:
    entry = entry_year(school, year_group)
    intake = school_year(child.day) - (year_group - entry)
    noted = [
        one
        for one in places
        if (one.school, one.round, one.year_group) == (school.id, AdmissionRound.NORMAL, entry)
        and intake_of(one.day) == intake
    ]
    if not noted:
        return _undated(school, intake, year_group)
    last = max(noted, key=lambda one: one.day)
    said = f"in the round of {intake}: {last.places} left after offers ({last.source})"
    if last.places > 0:
        return True, f"A place would have been offered {said}."
    if last.last_offered_mm is None or length_mm is None:
        return None, f"Whether one would have been offered is judged {said}."
    nearer = length_mm <= last.last_offered_mm
    return (
        nearer,
        f"The last child offered a place lived {metres(last.last_offered_mm)} away {said}.",
    )


def _undated(school: School, intake: int, year_group: int) -> tuple[bool | None, str]:
    """Fall back on the school list's figure, where the list is of that round or names no day.

    It says nothing of a year that the school does not serve, nor which of its rounds it is of where
    the school takes children in twice.
    """
    dated = school.places_day
    if serves(school, year_group) is False:
        return None, f"No places are held for Year {year_group}, which it does not serve."
    if is_for_all_ages(school):
        return None, f"No places are held for the round of {intake} in that year group."
    if school.places_free is None or (dated is not None and intake_of(dated) != intake):
        return None, f"No places are held for the round of {intake}."
    when = "list without a day" if dated is None else f"list of {day_in_words(dated)}"
    what = f"figure of {day_in_words(school.places_on)}" if school.places_on else f"school {when}"
    free = school.places_free
    return free > 0, f"{free or 'None'} open in the normal round ({what})."


def intake_of(day: date) -> int:
    """Return the September whose offers stand on that day: offers are made in March and April."""
    return day.year - (day.month < 3)
