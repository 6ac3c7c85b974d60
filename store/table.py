"""What the tables of plain records share: adding one, finding it, correcting it with its past kept.

A kind is named by its word in the singular (``household``); ``Table`` ties the word, the table and
the record's class together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from records.people import Person
from store import earlier
from store.change import change
from store.encoding import digest
from store.problems import NotThere
from store.rows import from_row, insert, replace, to_row
from store.store import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """One kind of record: its word, its table, its class."""

    word: str
    name: str
    kind: type[T]

    def add(self, store: Store, record: T, by: Person, what: str, about: str, **body: Any) -> None:
        """Add a record with its audit line, which carries its digest and never its content."""
        said = {**body, "sha256": digest(record)}
        with change(store, by, what, about, said) as db:
            insert(db, self.name, to_row(record))

    def get(self, store: Store, id: str) -> T:
        """Give the record with this id. Raises NotThere."""
        row = store.row(f"SELECT * FROM {self.name} WHERE id = ?", [id])
        if row is None:
            raise NotThere(self.word, id)
        return from_row(self.kind, row)

    def where(self, store: Store, condition: str = "1", *values: object) -> tuple[T, ...]:
        """Give the records that meet an SQL condition, in the order they were added."""
        sql = f"SELECT * FROM {self.name} WHERE {condition} ORDER BY seq"
        return tuple(from_row(self.kind, row) for row in store.rows(sql, values))

    def correct(self, store: Store, record: Any, by: Person, what: str, **body: Any) -> None:
        """Write a record over the one with its id and keep that one's words. Raises NotThere."""
        said = {**body, "sha256": digest(record)}
        with change(store, by, what, record.id, said) as db:
            before = self.get(store, record.id)
            said["before"] = digest(before)
            earlier.keep(store, db, self.word, record.id, before, by)
            replace(db, self.name, to_row(record))

    def past(self, store: Store, id: str) -> tuple[earlier.Earlier[T], ...]:
        """Give what the record said before each correction, oldest first."""
        return earlier.earlier_of(store, self.word, self.kind, id)
