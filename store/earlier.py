"""What a record said before it was corrected: kept whole, with when it changed and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from records.people import Person
from store.cipher import Database
from store.encoding import decode, encode, in_utc
from store.rows import insert
from store.store import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Earlier(Generic[T]):
    """A record as it stood until a moment, and the id of the person who then changed it."""

    record: T
    until: datetime
    by: str


def keep(store: Store, db: Database, kind: str, id: str, record: Any, by: Person) -> None:
    """Keep a record as it stands, inside the change that will overwrite it."""
    row = {"kind": kind, "record": id, "body": encode(record).decode()}
    insert(db, "earlier", {**row, "until": in_utc(store.now()), "by": by.id})


def earlier_of(store: Store, kind: str, of: type[T], id: str) -> tuple[Earlier[T], ...]:
    """Give what a record said before, oldest first. ``kind`` is its table's word: ``household``."""
    rows = store.rows(
        "SELECT * FROM earlier WHERE kind = ? AND record = ? ORDER BY seq", [kind, id]
    )
    return tuple(
        Earlier(decode(of, row["body"]), datetime.fromisoformat(row["until"]), row["by"])
        for row in rows
    )
