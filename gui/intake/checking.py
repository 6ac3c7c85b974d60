"""Checks a draft and turns it into the application the verb takes; every problem at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from casework.families import what_is_wrong_with
from casework.receive import NewApplication
from gui.fields.reading import Unreadable
from gui.intake.days import age_on, read_day
from gui.intake.draft import Draft, Position
from rules.problems import Problem

OLDEST = 26
"""Education plans, the longest reason for help, end with the year of the 25th birthday."""
_METRES = re.compile(r"\d{1,7}(\.\d+)?")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check gives: the problems by field in the form's order, or the application."""

    problems: tuple[Problem, ...]
    new: NewApplication | None


def check(draft: Draft, today: date) -> Checked:
    """Check a whole draft. ``new`` is None while there are problems."""
    found = ((name, rule(draft, today)) for name, rule in RULES.items())
    problems = tuple(Problem(name, words) for name, words in found if words)
    return Checked(problems, None if problems else _application(draft))


def problem_of(name: str, draft: Draft, today: date) -> str:
    """Say what is wrong with one field, empty where nothing is."""
    return RULES[name](draft, today)


Rule = Callable[[Draft, date], str]


def _name(draft: Draft, today: date) -> str:
    named = draft.given_name.strip() or draft.family_name.strip()
    return "" if named else "Type the child's name."


def _born(draft: Draft, today: date) -> str:
    if draft.born_not_known:
        return ""
    if not draft.born.strip():
        return 'Type the day the child was born, or choose "Not known".'
    day = _day(draft.born)
    if isinstance(day, str):
        return day
    if day > today:
        return "This day has not come yet. Check the year."
    age = age_on(day, today)
    return f"This makes the child {age} years old. Check the year." if age > OLDEST else ""


def _postcode(draft: Draft, today: date) -> str:
    bare = bare_postcode(draft.postcode)
    if draft.household is None and not bare:
        return "Type the postcode of the home."
    if bare and not _POSTCODE.fullmatch(bare):
        return "This does not look like a whole postcode. Type it like SO14 0AA."
    return ""


def _position(draft: Draft, today: date) -> str:
    by_postcode = draft.position is Position.POSTCODE
    if draft.household is None and by_postcode and draft.middle is None:
        return "This postcode was not brought in, so nobody knows where it lies. Choose otherwise."
    return ""


def _grid(draft: Draft, today: date) -> str:
    if draft.household is not None or draft.position is not Position.TYPED:
        return ""
    for text, word in ((draft.easting, "easting"), (draft.northing, "northing")):
        if not _METRES.fullmatch(text.strip()):
            return f"Type the {word} in metres of the National Grid, for example 442300."
    wrong = what_is_wrong_with(float(draft.easting), float(draft.northing))
    return "" if wrong is None else f"{wrong}."


def _school(draft: Draft, today: date) -> str:
    if draft.school is not None:
        return ""
    if draft.school_typed.strip():
        return (
            "This is not one of the schools here. Type part of the name and choose from the list."
        )
    return "Choose the school or other place."


def _travel(draft: Draft, today: date) -> str:
    if not draft.day_of_travel.strip():
        return "Type the first day the child would travel."
    day, born = _day(draft.day_of_travel), _day(draft.born)
    if isinstance(day, str):
        return day
    if isinstance(born, date) and not draft.born_not_known and day <= born:
        return "This is not after the child was born. Check both days."
    return ""


def _received(draft: Draft, today: date) -> str:
    if not draft.received_on.strip():
        return "Type the day the application came in."
    day = _day(draft.received_on)
    if isinstance(day, str):
        return day
    return "This day has not come yet. Check it." if day > today else ""


def _day(text: str) -> date | str:
    """Give the day, or what is wrong with it."""
    try:
        return read_day(text)
    except Unreadable as problem:
        return str(problem)


RULES: dict[str, Rule] = {
    "given_name": _name,
    "born": _born,
    "postcode": _postcode,
    "position": _position,
    "easting": _grid,
    "school": _school,
    "day_of_travel": _travel,
    "received_on": _received,
}
"""What each field must be, in the order they stand in the form."""

LABELS = {
    "given_name": "Name",
    "born": "Date of birth",
    "postcode": "Postcode",
    "position": "Where the home lies",
    "easting": "Easting and northing",
    "school": "School or other place",
    "day_of_travel": "First day of travel",
    "received_on": "Received on",
}
"""How a summary calls each field."""


def bare_postcode(text: str) -> str:
    """Give a postcode in capitals without its spaces."""
    return "".join(text.upper().split())


def written_postcode(text: str) -> str:
    """Write a postcode as it is printed: ``SO14 0AA``."""
    bare = bare_postcode(text)
    return f"{bare[:-3]} {bare[-3:]}" if _POSTCODE.fullmatch(bare) else text.strip().upper()


def _application(draft: Draft) -> NewApplication:
    easting, northing = _where(draft)
    return NewApplication(
        given_name=draft.given_name.strip(),
        family_name=draft.family_name.strip(),
        date_of_birth=None if draft.born_not_known else read_day(draft.born),
        parent_name=draft.parent_name.strip(),
        address=tuple(line.strip() for line in draft.address.splitlines() if line.strip()),
        postcode=written_postcode(draft.postcode),
        easting=easting,
        northing=northing,
        school=draft.school or "",
        day_of_travel=read_day(draft.day_of_travel),
        received_on=read_day(draft.received_on),
        directorate=draft.directorate,
        solo_travel_asked=draft.solo,
        household=draft.household,
        position_from="postcode" if draft.position is Position.POSTCODE else "address",
    )


def _where(draft: Draft) -> tuple[float | None, float | None]:
    if draft.position is Position.POSTCODE and draft.middle is not None:
        return draft.middle
    if draft.position is Position.TYPED:
        return float(draft.easting), float(draft.northing)
    return None, None
