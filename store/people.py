"""The people who use a store, and their roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from records.people import Person, Role
from store.change import together
from store.earlier import Earlier
from store.store import Store
from store.table import Table

_PEOPLE = Table("person", "people", Person)


def add_person(store: Store, added: Person, by: Person) -> None:
    """Add somebody who may sign in. The first person adds themselves."""
    _PEOPLE.add(store, added, by, "person added", added.id, roles=added.roles)


def person(store: Store, id: str) -> Person:
    """Give a person. Raises NotThere."""
    return _PEOPLE.get(store, id)


def list_people(store: Store) -> tuple[Person, ...]:
    """Give everybody, in the order they were added."""
    return _PEOPLE.where(store)


def give_roles(store: Store, id: str, roles: Iterable[Role], by: Person) -> Person:
    """Let a person hold exactly these roles from now on; give them as they now are."""
    with together(store):
        after = replace(person(store, id), roles=frozenset(roles))
        _PEOPLE.correct(store, after, by, "roles given", roles=after.roles)
    return after


def earlier_roles(store: Store, id: str) -> tuple[Earlier[Person], ...]:
    """Give a person as they stood before each change, oldest first."""
    return _PEOPLE.past(store, id)
