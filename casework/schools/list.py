"""What a new list of schools makes of a school that is held already, and which day a list is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from casework.schools.gates import gates_after, is_site_point, kept_words, knows_gates
from records.school import School
from rules.quantities import day_in_words

DAY: Final = re.compile(r"(?<!\d)(20\d{2})-?(\d{2})-?(\d{2})(?!\d)")
"""A day in a file's name, as GIAS writes it: ``edubasealldata20260401``."""


def day_in_name(path: Path) -> date | None:
    """Return the day that a file's name says it is of, None where it says none."""
    for year, month, day in DAY.findall(path.stem):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def listed_anew(before: School, listed: School) -> School:
    """Return a school as a new list has it; what the list does not say stays as it was.

    Places that the list does not give keep the day they are of. Where they have none, the list's
    is not held either: it would pass for theirs.
    """
    kept = listed.places_free is None and before.places_free is not None
    undated = kept and before.places_day is None
    return School(
        before.id,
        before.urn,
        listed.name,
        listed.kind or before.kind,
        listed.governance or before.governance,
        listed.age_from if listed.age_from is not None else before.age_from,
        listed.age_to if listed.age_to is not None else before.age_to,
        listed.belief or before.belief,
        before.places_free if kept else listed.places_free,
        gates_after(before.gates, listed.gates),
        listed.admits or before.admits,
        None if undated else listed.listed_on,
        listed.authority or before.authority,
        before.places_day if kept else listed.places_on,
    )


def on_day(schools: Sequence[School], day: date | None) -> tuple[School, ...]:
    """Return schools as of a list of that day."""
    return tuple(replace(school, listed_on=day) for school in schools)


def list_notes(
    found: Sequence[School], known: dict[str, School], day: date | None, told: date | None
) -> tuple[str, ...]:
    """Say what the reader should know of a list: its day, kinds not given, gates and places kept.

    ``told`` is the day that somebody gave, ``day`` the one that is kept.
    """
    before = [(each, known[each.urn]) for each in found if each.urn in known]
    gates = [
        listed.name
        for listed, held in before
        if is_site_point(listed.gates) and knows_gates(held.gates)
    ]
    places = sum(a.places_free is None and b.places_free is not None for a, b in before)
    unknown = sum(school.kind is None for school in found)
    return (
        *_day_words(day, told),
        *([f"The file does not say what kind of place {_of_them(unknown)}."] if unknown else []),
        *([f"Places open keep their own day at {places}, which the file says nothing of."]
          if places else []),
        *kept_words(gates),
    )  # fmt: skip


def _of_them(count: int) -> str:
    return f"{count:,} of them {'is' if count == 1 else 'are'}"


def _day_words(day: date | None, told: date | None) -> list[str]:
    if day is None:
        return ["The day of the list is not held: neither was it given nor does the name say it."]
    if told is None:
        return [f"The list is of {day_in_words(day)}, as the file's name says."]
    return []
