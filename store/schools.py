"""Schools and other places, with their gates and their places in the normal round."""

from __future__ import annotations

from records.people import Person
from records.school import School
from store.earlier import Earlier
from store.store import Store
from store.table import Table

_SCHOOLS = Table("school", "schools", School)


def add_school(store: Store, school: School, by: Person) -> None:
    """Add a school with its gates."""
    _SCHOOLS.add(store, school, by, "school added", school.id, urn=school.urn)


def correct_school(store: Store, school: School, by: Person) -> None:
    """Write down a school's changed places, gates or particulars; what stood before is kept."""
    _SCHOOLS.correct(store, school, by, "school corrected", urn=school.urn)


def school(store: Store, id: str) -> School:
    """Give a school. Raises NotThere."""
    return _SCHOOLS.get(store, id)


def list_schools(store: Store) -> tuple[School, ...]:
    """Give every school, in the order they were added."""
    return _SCHOOLS.where(store)


def earlier_schools(store: Store, id: str) -> tuple[Earlier[School], ...]:
    """Give a school as it stood before each correction, with until when: its places by day."""
    return _SCHOOLS.past(store, id)
