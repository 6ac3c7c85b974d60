"""The keys file beside a store: where it lies, how it is read, and how it is replaced safely."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

from store.encoding import decode, encode
from store.keys import Keys
from store.places import keys_path, new_path
from store.problems import DamagedKeys, MissingKeys, NewerStore, NotAStore

FORMAT = "milepost store keys"
VERSION = 1
_PAGE = 4096
# Outside this the file is damaged, or made to exhaust the machine: KiB of memory, passes, lanes.
_LEAST = (8, 1, 1)
_MOST = (1024 * 1024, 100, 64)


def read_keys(store: Path) -> Keys:
    """Read the keys beside a store.

    Raises NotAStore (nothing there, or something else), MissingKeys, DamagedKeys or NewerStore.
    """
    try:
        text = keys_path(store).read_bytes()
    except FileNotFoundError:
        raise _without_keys(store) from None
    outer = _outer(store, text)
    if outer["version"] > VERSION:
        raise NewerStore(store)
    try:
        keys = decode(Keys, json.dumps(outer["keys"]))
    except (ValueError, TypeError, KeyError):
        raise DamagedKeys(keys_path(store)) from None
    return _affordable(store, keys)


def write_keys(store: Path, keys: Keys) -> None:
    """Put the keys beside a store, in one step: after a crash the old or the new file is there."""
    path = keys_path(store)
    inner = encode(keys)
    whole = {"format": FORMAT, "version": VERSION, "keys": json.loads(inner), "sha256": _sum(inner)}
    beside = new_path(path)
    with open(beside, "wb", opener=_for_the_owner) as file:
        file.write(json.dumps(whole, indent=1, ensure_ascii=False).encode())
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def _for_the_owner(path: str, flags: int) -> int:
    """Open a file that only its owner may read, where the system knows owners."""
    return os.open(path, flags, 0o600)


def sync_folder(folder: Path) -> None:
    """Make a renaming last through a power cut, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _outer(store: Path, text: bytes) -> dict[str, Any]:
    try:
        outer: dict[str, Any] = json.loads(text)
        good = outer["format"] == FORMAT and outer["sha256"] == _sum(encode(outer["keys"]))
        if good and isinstance(outer["version"], int):
            return outer
    except (ValueError, TypeError, KeyError):
        pass
    raise DamagedKeys(keys_path(store))


def _affordable(store: Path, keys: Keys) -> Keys:
    cost = (keys.cost.memory_kib, keys.cost.passes, keys.cost.lanes)
    bounds = zip(_LEAST, cost, _MOST, strict=True)
    if not all(least <= given <= most for least, given, most in bounds):
        raise DamagedKeys(keys_path(store))
    return keys


def _without_keys(store: Path) -> NotAStore:
    if not store.exists():
        return NotAStore(f"There is no store at {store}. Choose another file, or make a new store.")
    if _may_be_encrypted(store):
        return MissingKeys(store, keys_path(store))
    return NotAStore(
        f"{store} is not a Milepost store. It has been left as it is. Choose another file."
    )


def _may_be_encrypted(path: Path) -> bool:
    if not path.is_file() or not path.stat().st_size or path.stat().st_size % _PAGE:
        return False
    with path.open("rb") as file:
        return not file.read(16).startswith(b"SQLite format 3")


def _sum(data: bytes) -> str:
    return sha256(data).hexdigest()
