"""An open store: its label, its connections, one a thread, and the lock that keeps others out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from store.cipher import Database
from store.engine import connection, told_plainly
from store.keys import Keys
from store.lock import Lock
from store.problems import StoreClosed

if TYPE_CHECKING:
    from store.batch import Batch


def utc_now() -> datetime:
    """Give the present moment in UTC."""
    return datetime.now(UTC)


class _Connection:
    """One thread's connection, and the lock that says that a question is being answered."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.in_use = threading.RLock()


class Store:
    """One open store.

    ``label`` names it and ``fictional`` marks a sample; ``path`` is its file. ``db`` is the
    calling thread's own connection, which reads only: writing goes through ``store.change``.
    ``now`` gives the moment that audit lines carry; ``recovered`` says that the recovery key
    opened it. Any thread may use a store.
    """

    def __init__(
        self, path: Path, keys: Keys, data_key: bytes, lock: Lock, now: Callable[[], datetime]
    ) -> None:
        self.path, self.keys, self.now = path, keys, now
        self.writing = threading.RLock()
        self.batch: Batch | None = None
        self.recovered = False
        self._data_key: bytes | None = data_key
        self._lock = lock
        self._own = threading.local()
        self._all: WeakSet[_Connection] = WeakSet()
        self._opening = threading.Lock()

    @property
    def label(self) -> str:
        """The name people know the store by."""
        return self.keys.label

    @property
    def fictional(self) -> bool:
        """Whether everything in the store is made up."""
        return self.keys.fictional

    @property
    def data_key(self) -> bytes:
        """The key that encrypts the file; raises StoreClosed after ``close``."""
        if self._data_key is None:
            raise StoreClosed
        return self._data_key

    @property
    def db(self) -> Database:
        """The calling thread's connection, opened when first asked for."""
        return self._mine().db

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Lend the calling thread's connection; ``close`` waits until it is given back."""
        mine = self._mine()
        with mine.in_use:
            if self._data_key is None:  # closed while we waited for our turn
                raise StoreClosed
            yield mine.db

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """Ask a question of the store and give the answer's rows by column name."""
        with told_plainly(self.path), self.reading() as db:
            cursor = db.execute(sql, list(values))
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def row(self, sql: str, values: Sequence[Any] = ()) -> dict[str, Any] | None:
        """Ask for one row; None when there is none."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def close(self, after: Callable[[], None] = lambda: None) -> None:
        """Write everything back into the one file, forget the key and let others in.

        ``after`` runs when the file is closed but still locked. Closing twice is harmless.
        """
        with self.writing, self._opening:
            self._data_key = None
            for one in list(self._all):
                with one.in_use:
                    one.db.close()
            self._all.clear()
            after()
            self._lock.release()

    def _mine(self) -> _Connection:
        mine: _Connection | None = getattr(self._own, "connection", None)
        if mine is None or self._data_key is None:
            with self._opening:
                mine = self._own.connection = _Connection(connection(self.path, self.data_key))
                self._all.add(mine)
        return mine

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
