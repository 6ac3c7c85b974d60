"""Which text of the Act a version is held against: the one in force on the version's own days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from casework.shelf import Shelf
from rules.policy import PolicyVersion
from rules.problems import NoPolicyInForce
from rules.prove.difference import difference
from rules.quantities import day_in_words

STATUTE = "england/1996-act"
ENGLAND = STATUTE.partition("/")[0]
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FloorText:
    """The text that a version must not fall below; ``says`` why it is this one, in sentences."""

    version: PolicyVersion
    says: tuple[str, ...] = ()


def floor_text(shelf: Shelf, version: PolicyVersion, named: str | None = None) -> FloorText:
    """The text ``named``, else the Act as in force on the first of the version's days.

    Where the Act changed within those days it is said whether that changes who is entitled. One
    that is open at its end is held against the Act of its last days. Raises UnknownPolicy,
    BadPolicy or CannotProve.
    """
    if named is not None:
        return FloorText(shelf.read(named))
    if version.body == ENGLAND or version.travel_from is None:
        return FloorText(shelf.read(STATUTE))
    first, last = _days(shelf, version, version.travel_from)
    below = _in_force(shelf, first)
    if below is None:
        return FloorText(shelf.read(STATUTE))
    why = f"It is held against {below.id}, the Act as in force on {day_in_words(first)}."
    return FloorText(below, (why, *_later(shelf, below, first, last)))


def _days(shelf: Shelf, version: PolicyVersion, start: date) -> tuple[date, date]:
    """The first and last day; of a version without an end those since the Act last changed."""
    if version.travel_until is not None:
        return start, version.travel_until
    last = max([start, *_changes(shelf)])
    return last, last


def _changes(shelf: Shelf) -> list[date]:
    """The days from which another text of the Act may be in force, in order."""
    texts = [shelf.read(each) for each in shelf.ids() if each.startswith(f"{ENGLAND}/")]
    starts = {each.travel_from for each in texts if each.travel_from}
    return sorted(starts | {each.travel_until + ONE_DAY for each in texts if each.travel_until})


def _in_force(shelf: Shelf, day: date) -> PolicyVersion | None:
    try:
        return shelf.in_force(ENGLAND, day, date.max)
    except NoPolicyInForce:
        return None


def _later(shelf: Shelf, below: PolicyVersion, first: date, last: date) -> tuple[str, ...]:
    """What is to be said of texts of the Act that come into force within the version's days."""
    days = [each for each in _changes(shelf) if first < each <= last]
    found = [(day, text) for day in days if (text := _in_force(shelf, day)) and text.id != below.id]
    return tuple(_said(below, text, day, last) for day, text in found)


def _said(below: PolicyVersion, text: PolicyVersion, day: date, last: date) -> str:
    from_day = f"From {day_in_words(day)} {text.id} is in force"
    found = difference(below, text, (day, last))
    if found.regions or found.cannot_compare:
        return f"{from_day}, which may entitle others on those days: hold it against that one too."
    return f"{from_day}; on those days it entitles the same children."
