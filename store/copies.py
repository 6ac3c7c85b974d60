"""Whole copies of a store: written from an open one, checked, put in a new place."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from store.audit import Head, head_in, verify_in
from store.engine import connection, page_damage, structure_damage, told_plainly, unguarded
from store.keyfile import read_keys, sync_folder, write_keys
from store.keys import open_by_passphrase
from store.places import files_of, keys_path, new_path
from store.problems import AlreadyThere, DamagedStore
from store.store import Store


def write_copy(store: Store, path: Path) -> None:
    """Write an encrypted copy of an open store to ``path``, where nothing stands yet, and its keys.

    The copy takes its name only when it is whole and on the disk.
    """
    beside = new_path(path)
    try:
        # Under the store's own key; it reads one snapshot, so writers need not wait.
        with store.reading() as db, unguarded(db):
            db.execute("VACUUM INTO ?", [str(beside)])
        _sync(beside)
        write_keys(path, store.keys)
        beside.replace(path)
        sync_folder(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def check(path: Path, data_key: bytes) -> Head:
    """Open the file at ``path`` and check pages, tables and audit trail; give its last line.

    Raises DamagedStore.
    """
    db = connection(path, data_key)
    try:
        with told_plainly(path):
            damage = page_damage(db) or structure_damage(db)
            verdict = verify_in(db)
            head = head_in(db)
    finally:
        db.close()
    if damage or not verdict.intact:
        raise DamagedStore(path, damage or verdict.words)
    return head


def restore(backup: Path, passphrase: str, to: Path) -> None:
    """Put a backup's copy at a new place, verified first, ready to be opened there.

    Raises WrongPassphrase, NotAStore, DamagedStore, AlreadyThere or CouldNotSave.
    """
    if to.exists() or keys_path(to).exists():
        raise AlreadyThere(to)
    with told_plainly(backup):
        keys = read_keys(backup)
    check(backup, open_by_passphrase(keys, passphrase))
    with told_plainly(to):
        _put(backup, to)
        write_keys(to, keys)


def discard(path: Path) -> None:
    """Remove a copy that does not hold, with its keys."""
    for file in files_of(path):
        file.unlink(missing_ok=True)


def _put(source: Path, to: Path) -> None:
    beside = new_path(to)
    try:
        shutil.copyfile(source, beside)
        _sync(beside)
        beside.replace(to)
        sync_folder(to.parent)
    finally:
        beside.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
