"""Where the files of a store lie: the database, the keys beside it, the lock, the backups."""

from __future__ import annotations

from pathlib import Path


def keys_path(store: Path) -> Path:
    """Give the place of the keys that belong to a store (or to a backup of it)."""
    return _beside(store, "-keys")


def lock_path(store: Path) -> Path:
    """Give the place of the lock that says that a store is open."""
    return _beside(store, "-lock")


def new_path(file: Path) -> Path:
    """Give the place where a file is written before it takes its name."""
    return _beside(file, "-new")


def backup_folder(store: Path) -> Path:
    """Give the folder that backups go to when no other is named."""
    return store.with_name("backups")


def files_of(store: Path) -> tuple[Path, ...]:
    """Name the files that a store may have besides its lock, the database first."""
    ends = ("", "-wal", "-shm", "-journal", "-keys", "-keys-new", "-new")
    return tuple(_beside(store, end) for end in ends)


def _beside(file: Path, end: str) -> Path:
    return file.with_name(file.name + end)
