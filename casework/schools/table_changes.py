"""Which schools count otherwise in a table than when facts were drawn from it, in sentences."""

from __future__ import annotations

from collections.abc import Collection

from casework.schools.suitable import SUITABLE, SchoolLine, SuitableTable, if_nearer
from records.measurement import Way
from records.suitable import Aspect, DrawnTable
from rules.quantities import miles_and_metres

OF_BELIEF = "nearer_suitable_school_of_belief"
Counting = dict[str, bool | None]


def changes_in(table: SuitableTable, before: DrawnTable, facts: Collection[str]) -> tuple[str, ...]:
    """Say of each school that counts otherwise for these facts what has changed, nearest first."""
    found: dict[str, str] = {}
    for of_belief in (False, True):
        if any((name == OF_BELIEF) is of_belief for name in facts):
            found = _changes(table, before, of_belief) | found
    return tuple(found.values())


def _changes(table: SuitableTable, before: DrawnTable, of_belief: bool) -> dict[str, str]:
    """Give a sentence by the id of each school that counts otherwise."""
    then: Counting = {
        one.school: one.of_belief if of_belief else one.suitable for one in before.nearer
    }
    lines = {line.school.id: line for line in table.lines}
    found = {
        id: _told(table, line, now, of_belief)
        for id, line in lines.items()
        if (now := _counts(line, of_belief)) is not then.get(id, False)
    }
    gone = (one for one in before.nearer if one.school not in lines)
    return found | {
        one.school: f"{one.name} is in reach no longer."
        for one in gone
        if then[one.school] is not False
    }


def _counts(line: SchoolLine, of_belief: bool) -> bool | None:
    if line.is_asked or line.is_nearer is False:
        return False
    return if_nearer(line, line.suitable_and_of_belief if of_belief else line.suitable)


def _told(table: SuitableTable, line: SchoolLine, now: bool | None, of_belief: bool) -> str:
    name, length = line.school.name, _length(table, line)
    if now is True:
        return f"{name} counts now: it is {length} away."
    if now is False and line.rank is None and line.unmeasured is None:
        return f"{name} can no longer be reached."
    if now is False and line.is_nearer is False:
        return f"{name} is no longer nearer: it is {length} away."
    aspects = (*SUITABLE, Aspect.BELIEF) if of_belief else SUITABLE
    marks = (line.mark(aspect) for aspect in aspects)
    why = " ".join(mark.why for mark in marks if mark.value is now)
    if now is False:
        return f"{name} no longer counts: {why}"
    return f"{name} is open now: {' '.join(filter(None, (line.unmeasured, why)))}"


def _length(table: SuitableTable, line: SchoolLine) -> str:
    length = line.walking_mm if table.by is Way.WALKING else line.road_mm
    return "not measured to" if length is None else miles_and_metres(length)
