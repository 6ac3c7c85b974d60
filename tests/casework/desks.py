"""Desks for tests: a store in a folder, a person with roles, and a clock that stands still."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from casework.desk import Desk
from casework.shelf import Shelf
from records.people import Person, Role
from store.file import create
from store.identifiers import new_id
from store.keys import CHEAP_FOR_TESTS

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
OFFICER = frozenset({Role.ELIGIBILITY_OFFICER})
SEND = frozenset({Role.SEND_OFFICER})
FILE, PASSPHRASE = "test.milepost", "passphrase"


def desk_in(folder: Path, roles: frozenset[Role] = OFFICER, name: str = "A. Officer") -> Desk:
    """A desk at a new store in ``folder``."""
    person = Person(new_id(), name, roles)
    store, _ = create(folder / FILE, PASSPHRASE, person, label="Test", key_cost=CHEAP_FOR_TESTS)
    return Desk(store, Shelf(), person, lambda: TODAY, lambda: NOW)


def as_person(desk: Desk, name: str, *roles: Role) -> Desk:
    """The same store with somebody else at the desk."""
    from store.people import add_person

    person = Person(new_id(), name, frozenset(roles))
    add_person(desk.store, person, desk.person)
    return Desk(desk.store, desk.shelf, person, desk.today, desk.now)
