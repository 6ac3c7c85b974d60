"""Open, make and leave stores: the first verbs of a day, and the sample council."""

from __future__ import annotations

from pathlib import Path

from casework.desk import Desk
from casework.keys import SHORTEST
from casework.sample_store import has_sample, open_sample, remove_sample
from casework.shelf import Shelf
from records.people import Person, Role
from rules.problems import UserFacingError
from store import file
from store.backup import Backup, last_verified_backup, make_backup, verify_backup
from store.file import Store
from store.identifiers import new_id
from store.keys import DEFAULT_COST, KeyCost
from store.people import list_people

__all__ = [
    "back_up", "create_store", "has_sample", "last_backup", "open_sample", "open_store",
    "open_with_recovery_key", "people", "remove_sample", "sign_in",
]  # fmt: skip


class Incomplete(UserFacingError):
    """Something needed to make a store was left empty."""


def create_store(
    path: Path,
    passphrase: str,
    name: str,
    roles: frozenset[Role],
    label: str,
    key_cost: KeyCost = DEFAULT_COST,
) -> tuple[Store, str]:
    """Make a store with its first person; the recovery key is given here once.

    The first person administers the store too, or nobody could ever be added to it.

    Raises Incomplete without a name, role or label or with a short passphrase, or what the store
    says of the path.
    """
    if not name.strip() or not label.strip():
        raise Incomplete("A store needs its name and yours. Nothing was made.")
    if not roles:
        raise Incomplete("Choose at least one role for yourself. Nothing was made.")
    if len(passphrase) < SHORTEST:
        raise Incomplete(f"A passphrase has at least {SHORTEST} characters. Nothing was made.")
    first = Person(new_id(), name.strip(), roles | {Role.ADMINISTRATOR})
    return file.create(path, passphrase, first, label=label.strip(), key_cost=key_cost)


def open_store(path: Path, passphrase: str) -> Store:
    """Open a store by its passphrase. A wrong passphrase and a damaged file are told apart."""
    return file.open_store(path, passphrase)


def open_with_recovery_key(path: Path, recovery_key: str) -> Store:
    """Open a store by the recovery key printed when it was made."""
    return file.open_with_recovery_key(path, recovery_key)


def people(store: Store) -> tuple[Person, ...]:
    """Everyone who may sign in."""
    return list_people(store)


def sign_in(store: Store, person: Person, shelf: Shelf | None = None) -> Desk:
    """The desk of a person at an open store."""
    return Desk(store, shelf or Shelf(), person)


def back_up(desk: Desk) -> Backup:
    """Make a backup beside the store and verify it."""
    return verify_backup(desk.store, make_backup(desk.store, desk.person), desk.person)


def last_backup(desk: Desk) -> Backup | None:
    """The last backup that was verified, None before the first."""
    return last_verified_backup(desk.store)
