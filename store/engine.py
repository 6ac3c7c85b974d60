"""The connection: how the encrypted file is opened, checked, and how its errors are told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from store.cipher import Database, DatabaseError, connect
from store.problems import (
    AlreadyHeld,
    CouldNotSave,
    DamagedStore,
    NotAllowedNow,
    StoreInUse,
    StoreProblem,
)

WAIT_SECONDS = 10
"""How long one thread waits for another's write before it says that the store is busy."""

_SETTINGS = (
    # SQLCipher writes its own lines to stderr otherwise; we tell people in our words.
    "PRAGMA cipher_log_level = NONE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
)

_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_REFUSALS = {
    "SQLITE_FULL": "the disk is full",
    "SQLITE_IOERR": "the disk could not be written or read",
    "SQLITE_READONLY": "the file or its folder may not be written to",
    "SQLITE_CANTOPEN": "the file could not be opened",
    "SQLITE_PERM": "the file or its folder may not be written to",
}


def connection(path: Path, key: bytes) -> Database:
    """Open the file at ``path`` with its 32-byte data key; outside ``change`` it may only be read.

    The connection may be closed from another thread but is used by one only. Raises DamagedStore
    when the file cannot be read with the key, CouldNotSave when the disk refuses.
    """
    with told_plainly(path):
        raw = connect(
            str(path), timeout=WAIT_SECONDS, check_same_thread=False, isolation_level=None
        )
        try:
            return _settled(raw, key)
        except BaseException:
            raw.close()
            raise


def _settled(raw: Any, key: bytes) -> Database:
    # The raw key: Argon2id has done the stretching, so SQLCipher's own is passed over.
    raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    raw.execute(_SETTINGS[0])
    raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for setting in _SETTINGS[1:]:
        raw.execute(setting)
    # Plug-ins of sqlite-utils that happen to be installed have no business in here.
    db = Database(raw, execute_plugins=False)
    raw.execute("PRAGMA query_only = ON")
    return db


@contextmanager
def writable(db: Database) -> Iterator[Database]:
    """Let a connection write for the length of the block, in one transaction, whole or not at all.

    Inside a transaction already open on the connection the block is a part of it that can be
    undone by itself.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield db
        return
    with unguarded(db):
        yield from _whole(db)


@contextmanager
def unguarded(db: Database) -> Iterator[None]:
    """Lift the guard that makes a connection read only, for what manages its own transactions."""
    db.execute("PRAGMA query_only = OFF")
    try:
        yield
    finally:
        db.execute("PRAGMA query_only = ON")


def _whole(db: Database) -> Iterator[Database]:
    # IMMEDIATE: a transaction that begins by reading could not be turned into a writing one
    # when another has written in between.
    db.execute("BEGIN IMMEDIATE")
    try:
        yield db
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def page_damage(db: Database) -> str | None:
    """Read every page of the file and say what is wrong with it, None when it is whole.

    First the log is written back: a crash may leave pages half written that the log repairs.
    """
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    bad = db.execute("PRAGMA cipher_integrity_check").fetchall()
    if bad:
        return f"{len(bad)} of its pages fail their check, the first: {bad[0][0]}"
    return None


def structure_damage(db: Database) -> str | None:
    """Check that tables and indexes agree with each other, None when they do."""
    (first, *_) = db.execute("PRAGMA integrity_check").fetchone()
    return None if first == "ok" else str(first)


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what the database or the system says into words for the person at the desk.

    An error that only a mistake in the program can cause passes through unchanged.
    """
    try:
        yield
    except DatabaseError as error:
        told = _told(path, error)
        if told is None:
            raise
        raise told from error
    except OSError as error:
        raise CouldNotSave(error.strerror or "the disk refused", str(error)) from error


def _told(path: Path, error: Exception) -> StoreProblem | None:
    name = getattr(error, "sqlite_errorname", None) or ""
    if name.startswith(_DAMAGE):
        return DamagedStore(path, "what the file holds does not fit together")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreInUse("another part of the program", "a moment ago")
    if name.startswith("SQLITE_CONSTRAINT"):
        return _constraint(error)
    for start, why in _REFUSALS.items():
        if name.startswith(start):
            return CouldNotSave(why, f"{name}: {error}")
    return None


def _constraint(error: Exception) -> StoreProblem | None:
    # SQLCipher's module gives no extended codes, but each kind has its own words.
    kind, _, which = str(error).partition(" constraint failed: ")
    if kind == "UNIQUE":
        return AlreadyHeld(which)
    if "constraint failed" in kind or which:
        return None
    return NotAllowedNow(
        f"The store does not allow that: {error}. Nothing has been changed. Open the record "
        "again to see how it stands; a correction is added as a new entry."
    )
