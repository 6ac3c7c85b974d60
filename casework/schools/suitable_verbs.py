"""Correct a line of the table of nearest suitable schools, note places, record what it says."""

from __future__ import annotations

from datetime import date

from casework.assess import assess
from casework.desk import Desk
from casework.record import CannotRecord, record_fact
from casework.rights import OFFICERS, require
from casework.schools.suitable import SuitableTable, if_nearer, table_of
from casework.schools.suitable_round import is_drawn, source_words
from records.fact import Fact
from records.measurement import Way
from records.suitable import (
    AdmissionRound,
    Aspect,
    DrawnLine,
    DrawnTable,
    LastMeasured,
    SchoolCorrection,
    SchoolPlaces,
)
from store import change, schools, suitable
from store.identifiers import new_id


def correct_line(
    desk: Desk, application: str, school: str, aspect: Aspect, value: bool | None, reasons: str
) -> SchoolCorrection:
    """Correct one column of one school's line in a case; None: looked at and cannot be told.

    Raises NotAllowed, NotThere, or CannotRecord without reasons.
    """
    require(desk, "Correcting the table of nearest suitable schools", *OFFICERS)
    if not reasons.strip():
        raise CannotRecord("A correction needs its reasons. Nothing was changed.")
    found = SchoolCorrection(
        new_id(), application, schools.school(desk.store, school).id, aspect, value,
        reasons.strip(), desk.person.id, desk.person.name, desk.now(),
    )  # fmt: skip
    suitable.add_correction(desk.store, found, desk.person)
    return found


def note_places(
    desk: Desk,
    school: str,
    year_group: int,
    round: AdmissionRound,
    day: date,
    places: int,
    source: str,
    last_offered_mm: int | None = None,
    last_measured: LastMeasured | None = None,
) -> SchoolPlaces:
    """Note how many places a school had free in a year group on a day, and where that is from.

    ``last_measured`` says how the last distance offered was measured, None where nobody can tell:
    it then settles nothing.

    Raises NotAllowed, NotThere, or CannotRecord for a figure that cannot stand.
    """
    require(desk, "Noting places at a school", *OFFICERS)
    if places < 0 or not source.strip() or (last_offered_mm is not None and last_offered_mm < 0):
        raise CannotRecord("Places are none or more, and have a source. Nothing was noted.")
    found = SchoolPlaces(
        new_id(), schools.school(desk.store, school).id, year_group, round, day, places,
        last_offered_mm, source.strip(), desk.person.id, desk.now(),
        last_measured if last_offered_mm is not None else None,
    )  # fmt: skip
    suitable.add_places(desk.store, found, desk.person)
    return found


def draw_from_table(
    desk: Desk, application: str, round: AdmissionRound = AdmissionRound.NORMAL
) -> tuple[Fact, ...]:
    """Record what the table says of nearer suitable schools as facts of the case.

    What the table cannot tell yet is left as it was, save what was drawn from it before: that is
    not known any more. Raises NotAllowed, or CannotRecord where there is nothing to record, naming
    what is open.
    """
    require(desk, "Recording what the table says", *OFFICERS)
    assessment = assess(desk, application)
    table = table_of(desk, assessment, round)
    before = {fact.name for fact in assessment.facts if is_drawn(fact)}
    found = {
        name: value for name, value in table.facts.items() if value is not None or name in before
    }
    if not found:
        raise CannotRecord(f"Not settled yet: {' '.join(table.unsettled)} Nothing was recorded.")
    route = "walking route" if table.by is Way.WALKING else "road route"
    source = source_words(round, route, table.network)
    with change.together(desk.store):
        suitable.add_drawn_table(desk.store, _as_drawn(desk, application, table), desk.person)
        return tuple(
            record_fact(desk, application, name, value, source) for name, value in found.items()
        )


def _as_drawn(desk: Desk, application: str, table: SuitableTable) -> DrawnTable:
    """Keep which schools counted, so that it can be said later what has changed."""
    nearer = tuple(
        DrawnLine(
            line.school.id,
            line.school.name,
            if_nearer(line, line.suitable),
            if_nearer(line, line.suitable_and_of_belief),
        )
        for line in table.may_be_nearer
    )
    return DrawnTable(
        new_id(), application, nearer, desk.person.id, desk.person.name, desk.now()
    )  # fmt: skip
