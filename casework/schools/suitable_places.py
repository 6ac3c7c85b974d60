"""Whether a school had a place for a child at the time that counts, and why that is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casework.schools.years import entry_year, is_for_all_ages, serves
from records.measurement import Way
from records.school import School
from records.suitable import AdmissionRound, LastMeasured, SchoolPlaces
from rules.dates import school_year
from rules.quantities import day_in_words, metres
from rules.values import Facts

Lengths = Mapping[Way, int | None]
"""From a home to a school by each way, in whole millimetres; None where there is no route."""


@dataclass(frozen=True, slots=True)
class Child:
    """What of a child and its application the marks turn on.

    ``facts`` are those in force, ``age`` whole years on the ``day`` of travel, ``asked`` the school
    travelled to.
    """

    facts: Facts
    age: int | None
    day: date
    received_on: date
    round: AdmissionRound
    asked: School


def has_place(
    school: School, child: Child, lengths: Lengths, places: Sequence[SchoolPlaces]
) -> tuple[bool | None, str]:
    """Say whether there was a place at the time that counts.

    In the normal round: would one have been offered? At other times: was there one?
    """
    year_group = child.facts.get("year_group")
    if type(year_group) is not int:
        return None, "The year group is not known."
    if child.round is AdmissionRound.NORMAL:
        return _offered(school, child, lengths, places, year_group)
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
    lengths: Lengths,
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
    if last.last_offered_mm is None:
        return None, f"Whether one would have been offered is judged {said}."
    lived = f"The last child offered a place lived {metres(last.last_offered_mm)} away"
    return _by_distance(last, last.last_offered_mm, lengths, f"{lived}{{}} {said}.")


def _by_distance(
    last: SchoolPlaces, last_mm: int, lengths: Lengths, said: str
) -> tuple[bool | None, str]:
    """Hold the last distance offered against the child's own, where both are of one kind.

    Schools often measure in a straight line, and no route is held against that.
    """
    if last.last_measured is None:
        why = (
            ", and how that was measured is not held: whether one would have been offered is judged"
        )
        return None, said.format(why)
    if last.last_measured is LastMeasured.STRAIGHT:
        why = " in a straight line, which no route compares with: the offer is judged"
        return None, said.format(why)
    own = lengths[Way(last.last_measured.value)]
    by = "on foot" if last.last_measured is LastMeasured.WALKING else "by road"
    if own is None:
        return None, said.format(f" {by}, and the child has no such route: the offer is judged")
    return own <= last_mm, said.format(f" {by}, this child {metres(own)}")


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
