"""Backups: an encrypted copy under the same keys, verified by opening it.

A copy is the database and its keys file. What the copy's audit trail ends with is recorded in the
store, and the copy itself proves a later cut of the store's own trail.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from records.people import Person
from store.audit import Head, Verdict, verify
from store.change import change
from store.copies import check, discard, write_copy
from store.encoding import in_utc
from store.engine import told_plainly
from store.identifiers import new_id
from store.places import backup_folder, keys_path
from store.problems import DamagedStore
from store.rows import insert, to_row
from store.store import Store
from store.table import Table


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it was put, its size in bytes, the last audit line in it (a ``Head``, as
    printed), and when it was last opened and found whole (None: never).
    """

    id: str
    path: str
    made_at: datetime
    size: int
    head: str
    verified_at: datetime | None


_BACKUPS = Table("backup", "backups", Backup)


def make_backup(store: Store, by: Person, folder: Path | None = None) -> Backup:
    """Copy the store into ``folder`` (by default ``backups`` beside it), verify and record it.

    Others may go on working meanwhile; the copy is the store as it stood at one moment. Raises
    CouldNotSave, or DamagedStore when the copy does not hold; then the copy is removed.
    """
    folder = folder or backup_folder(store.path)
    at = store.now()
    with told_plainly(folder):
        folder.mkdir(parents=True, exist_ok=True)
        path = _free(folder, f"{store.path.stem} {at:%Y-%m-%d %H%M%S}", store.path.suffix)
        write_copy(store, path)
        try:
            head = check(path, store.data_key)
        except BaseException:
            discard(path)
            raise
        size = path.stat().st_size
    backup = Backup(new_id(), str(path), at, size, str(head), store.now())
    _record(store, backup, by)
    return backup


def verify_backup(store: Store, backup: Backup, by: Person) -> Backup:
    """Open a backup, read every page, follow its audit trail, and record that it holds.

    Raises DamagedStore when it does not, or is no longer there.
    """
    path = Path(backup.path)
    if not path.exists() or not keys_path(path).exists():
        raise DamagedStore(path, "the backup or its keys file is no longer there")
    if str(check(path, store.data_key)) != backup.head:
        raise DamagedStore(path, "the backup is not the one that was made")
    at = store.now()
    body = {"id": backup.id, "head": backup.head}
    with change(store, by, "backup verified", "", body) as db:
        db.execute("UPDATE backups SET verified_at = ? WHERE id = ?", [in_utc(at), backup.id])
    return replace(backup, verified_at=at)


def list_backups(store: Store) -> tuple[Backup, ...]:
    """Give every backup that was made, oldest first; files may since have been moved."""
    return _BACKUPS.where(store)


def last_verified_backup(store: Store) -> Backup | None:
    """Give the newest backup that was found whole, None when there is none."""
    found = _BACKUPS.where(store, "verified_at IS NOT NULL")
    return found[-1] if found else None


def holds_against(store: Store, backup: Backup) -> Verdict:
    """Say whether the store's audit trail still leads through the last line in a backup."""
    return verify(store, Head.read(backup.head))


def _record(store: Store, backup: Backup, by: Person) -> None:
    body = {"id": backup.id, "head": backup.head, "size": backup.size}
    with change(store, by, "backup made", "", body) as db:
        insert(db, "backups", to_row(backup))


def _free(folder: Path, name: str, suffix: str) -> Path:
    path, number = folder / f"{name}{suffix}", 2
    while path.exists():
        path, number = folder / f"{name} ({number}){suffix}", number + 1
    return path
