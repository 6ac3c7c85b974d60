"""Stretches of the network that officers marked; ending one keeps what it said before."""

from __future__ import annotations

from records.people import Person
from records.stretch import Stretch
from store.earlier import Earlier
from store.store import Store
from store.table import Table

_STRETCHES = Table("stretch", "stretches", Stretch)


def add_stretch(store: Store, stretch: Stretch, by: Person) -> None:
    """Mark a stretch."""
    _STRETCHES.add(store, stretch, by, "stretch marked", stretch.id, kind=stretch.kind.value)


def correct_stretch(store: Store, stretch: Stretch, by: Person) -> None:
    """Write down when a stretch ends, or another name, reason or evidence of it.

    Its lines, ways, ages and first day stay; the database refuses to move it.
    """
    _STRETCHES.correct(store, stretch, by, "stretch changed")


def stretch(store: Store, id: str) -> Stretch:
    """Give a stretch. Raises NotThere."""
    return _STRETCHES.get(store, id)


def list_stretches(store: Store) -> tuple[Stretch, ...]:
    """Give every stretch, in the order they were marked."""
    return _STRETCHES.where(store)


def earlier_stretches(store: Store, id: str) -> tuple[Earlier[Stretch], ...]:
    """Give a stretch as it stood before each change, oldest first."""
    return _STRETCHES.past(store, id)
