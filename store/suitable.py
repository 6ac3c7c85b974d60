"""Places of schools by day and round; tables of nearest schools, corrected and drawn from."""

from __future__ import annotations

from records.people import Person
from records.suitable import DrawnTable, SchoolCorrection, SchoolPlaces
from store.store import Store
from store.table import Table

_PLACES = Table("school places", "school_places", SchoolPlaces)
_TABLES = Table("table drawn from", "drawn_tables", DrawnTable)
_CORRECTIONS = Table("school correction", "school_corrections", SchoolCorrection)


def add_places(store: Store, places: SchoolPlaces, by: Person) -> None:
    """Keep how many places a school had on a day."""
    _PLACES.add(store, places, by, "school places noted", places.school)


def list_places(store: Store) -> tuple[SchoolPlaces, ...]:
    """Give every school's places, in the order they were noted."""
    return _PLACES.where(store)


def places_of(store: Store, school: str) -> tuple[SchoolPlaces, ...]:
    """Give the places of one school in all year groups, in the order they were noted."""
    return _PLACES.where(store, "school = ?", school)


def add_correction(store: Store, correction: SchoolCorrection, by: Person) -> None:
    """Keep a correction of one school's line in a case."""
    said = {"school": correction.school, "aspect": correction.aspect.value}
    _CORRECTIONS.add(store, correction, by, "school line corrected", correction.application, **said)


def corrections_of(store: Store, application: str) -> tuple[SchoolCorrection, ...]:
    """Give the corrections made in a case, oldest first."""
    return _CORRECTIONS.where(store, "application = ?", application)


def add_drawn_table(store: Store, table: DrawnTable, by: Person) -> None:
    """Keep what the table of a case said when facts were drawn from it."""
    _TABLES.add(store, table, by, "facts drawn from the table of schools", table.application)


def last_drawn_table(store: Store, application: str) -> DrawnTable | None:
    """Give the table that facts of a case were drawn from last, None where none was kept."""
    found = _TABLES.where(store, "application = ?", application)
    return found[-1] if found else None
