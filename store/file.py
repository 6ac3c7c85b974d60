"""Making, opening and removing a store file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from records.people import Person
from store.engine import page_damage, told_plainly
from store.identifiers import new_id
from store.keyfile import read_keys, write_keys
from store.keys import (
    DEFAULT_COST,
    KeyCost,
    Keys,
    new_data_key,
    new_keys,
    open_by_passphrase,
    open_by_recovery,
    with_passphrase,
    with_recovery,
)
from store.lock import Lock
from store.migrations import bring_up_to_date, never_begun, unknown_to_us
from store.people import add_person
from store.places import backup_folder, files_of, keys_path, lock_path
from store.problems import AlreadyThere, DamagedStore, NewerStore, NotAllowedNow, NotAStore
from store.recovery import new_recovery_secret, printed, typed
from store.store import Store, utc_now

__all__ = ["Store", "create", "open_store", "open_with_recovery_key", "remove"]

Clock = Callable[[], datetime]

PART_OF_A_COPY = (
    "it holds no records. It may have been copied while it was open, without the file beside it "
    "whose name ends in -wal"
)


def create(
    path: Path,
    passphrase: str,
    first: Person,
    *,
    label: str,
    fictional: bool = False,
    key_cost: KeyCost = DEFAULT_COST,
    now: Clock = utc_now,
) -> tuple[Store, str]:
    """Make a store with its first person; give it open, with its recovery key.

    The recovery key is given here once and kept nowhere. Raises AlreadyThere, EmptyPassphrase or
    CouldNotSave; then nothing is left behind.
    """
    path = Path(path)
    if path.exists() or keys_path(path).exists():
        raise AlreadyThere(path)
    data_key, secret = new_data_key(), new_recovery_secret()
    begun = new_keys(new_id(), label, fictional, key_cost)
    keys = with_recovery(with_passphrase(begun, data_key, passphrase), data_key, secret)
    store = Store(path, keys, data_key, _locked(path), now)
    try:
        _begin(store)
        add_person(store, first, first)
    except BaseException:
        store.close(after=lambda: _remove_all(path))
        raise
    return store, printed(secret)


def open_store(path: Path, passphrase: str, *, check: bool = True, now: Clock = utc_now) -> Store:
    """Open a store by its passphrase, bringing an older one up to date.

    ``check`` reads every page first. Raises NotAStore, MissingKeys, DamagedKeys, WrongPassphrase,
    StoreInUse, DamagedStore, NewerStore or CouldNotSave.
    """
    path = Path(path)
    with told_plainly(path):
        keys = read_keys(path)
    return _opened(path, keys, open_by_passphrase(keys, passphrase), check, now)


def open_with_recovery_key(
    path: Path, recovery_key: str, *, check: bool = True, now: Clock = utc_now
) -> Store:
    """Open a store by its printed recovery key; as ``open_store``, with MistypedRecoveryKey or
    WrongRecoveryKey instead of WrongPassphrase.
    """
    path = Path(path)
    secret = typed(recovery_key)
    with told_plainly(path):
        keys = read_keys(path)
    store = _opened(path, keys, open_by_recovery(keys, secret), check, now)
    store.recovered = True
    return store


def is_store(path: Path) -> bool:
    """Say whether a store stands at ``path``, without opening it."""
    return Path(path).is_file() and keys_path(Path(path)).is_file()


def remove(path: Path, *, even_if_real: bool = False) -> None:
    """Remove a sample store and every file that belongs to it, its backups beside it included.

    A real council's records are only removed when ``even_if_real`` says so; otherwise
    NotAllowedNow. Raises NotAStore, StoreInUse or CouldNotSave.
    """
    path = Path(path)
    with told_plainly(path):
        keys = read_keys(path)
        if not keys.fictional and not even_if_real:
            raise NotAllowedNow(
                f"{path} holds a council's own records, not a sample, and was not removed. "
                "Records are disposed of case by case, when their time to be kept is over."
            )
        lock = _locked(path)
        try:
            _remove_backups(path, keys.store)
            _remove_all(path)
        finally:
            lock.release()


def _remove_all(path: Path) -> None:
    for file in files_of(path):
        file.unlink(missing_ok=True)


def _remove_backups(path: Path, store: str) -> None:
    folder = backup_folder(path)
    for backup in sorted(folder.glob(f"*{path.suffix}")):
        if is_store(backup) and read_keys(backup).store == store:
            _remove_all(backup)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _locked(path: Path) -> Lock:
    lock = Lock(lock_path(path))
    with told_plainly(path):
        lock.take()
    return lock


def _begin(store: Store) -> None:
    # The keys first: a crash in between then leaves something that opens or can be removed.
    with told_plainly(store.path):
        write_keys(store.path, store.keys)
        store.path.touch(mode=0o600)
        bring_up_to_date(store.db, store.now)


def _opened(path: Path, keys: Keys, data_key: bytes, check: bool, now: Clock) -> Store:
    _be_there(path)
    lock = _locked(path)
    store = Store(path, keys, data_key, lock, now)
    try:
        with told_plainly(path):
            _ready(store, check)
    except BaseException:
        store.close()
        raise
    return store


def _be_there(path: Path) -> None:
    if not path.exists():
        raise NotAStore(
            f"The keys are there, but the store {path} itself is not. Copy it from where it came "
            "from, or restore a backup."
        )
    if not path.stat().st_size:
        # SQLite would take an empty file for a new database and go on.
        raise DamagedStore(path, "it is empty")


def _ready(store: Store, check: bool) -> None:
    damage = page_damage(store.db) if check else None
    if damage:
        raise DamagedStore(store.path, damage)
    if never_begun(store.db):
        # Brought up to date it would pass for a store in which nothing was ever recorded.
        raise DamagedStore(store.path, PART_OF_A_COPY)
    if unknown_to_us(store.db):
        raise NewerStore(store.path)
    bring_up_to_date(store.db, store.now)
