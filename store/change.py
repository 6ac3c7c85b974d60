"""Writing: one transaction with its audit line. Nothing is written to a store in any other way.

A connection can only read except inside these blocks, so a change without its line is refused by
the database itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from records.people import Person
from store.audit import append
from store.batch import Batch
from store.cipher import Database
from store.engine import told_plainly, writable
from store.store import Store


@contextmanager
def change(
    store: Store, by: Person, what: str, about: str, body: dict[str, Any]
) -> Iterator[Database]:
    """Write within the block; when it ends well, the change and its audit line are on the disk.

    ``what`` says what happened in the field's words ("decision made"), ``about`` is the record it
    belongs to (an application, where there is one), ``body`` what proves it later; the block may
    add to it. A change inside another is part of it, with a line of its own. Raises CouldNotSave
    when the disk refuses: then nothing of it was written.
    """
    with together(store) as db:
        yield db
        if store.batch is None:
            append(db, store.now(), by.id, by.name, what, about, body)
        else:
            store.batch.add(what, about, body)


@contextmanager
def together(store: Store) -> Iterator[Database]:
    """Make every change within the block, or none of them; each keeps its own audit line."""
    with store.writing, told_plainly(store.path):
        counted = len(store.batch) if store.batch else 0
        try:
            with writable(store.db) as db:
                yield db
        except BaseException:
            if store.batch is not None:
                store.batch.forget_after(counted)
            raise


@contextmanager
def bulk(store: Store, by: Person, what: str, about: str = "") -> Iterator[None]:
    """Make many changes as one: one transaction, one audit line with their count and digest.

    For imports and the sample. All of it is written when the block ends, or none.
    """
    with store.writing:
        if store.batch is not None:  # a bulk change inside another is part of it
            yield
            return
        store.batch = batch = Batch()
        try:
            with together(store) as db:
                yield
                append(db, store.now(), by.id, by.name, what, about, batch.body())
        finally:
            store.batch = None
