"""Occasions of letters: what was recorded on a case, read back as it was, and never edited."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from records.occasions import OCCASION_OF, RecordedOccasion
from records.people import Person
from store.change import change
from store.encoding import decode, digest, encode, in_utc
from store.problems import NotThere
from store.rows import Row, insert
from store.store import Store

_COUNTS = "id NOT IN (SELECT replaces FROM occasions WHERE replaces IS NOT NULL)"

_PLAIN = ("id", "application", "kind", "decision", "rests_on", "replaces", "by", "by_name")


def add_occasion(store: Store, made: RecordedOccasion, by: Person) -> None:
    """Add an occasion with its audit line; the one it replaces stays and no longer counts."""
    body: dict[str, Any] = {"id": made.id, "kind": made.kind, "sha256": digest(made)}
    body |= {"replaces": made.replaces, "rests_on": made.rests_on}
    with change(store, by, "occasion recorded", made.application, body) as db:
        insert(db, "occasions", _row(made))


def occasion(store: Store, id: str) -> RecordedOccasion:
    """Give an occasion. Raises NotThere."""
    row = store.row("SELECT * FROM occasions WHERE id = ?", [id])
    if row is None:
        raise NotThere("occasion", id)
    return _read(row)


def occasions_of(store: Store, application: str) -> tuple[RecordedOccasion, ...]:
    """Give the occasions of a case that count, oldest first."""
    return _where(store, f"application = ? AND {_COUNTS}", application)


def every_occasion_of(store: Store, application: str) -> tuple[RecordedOccasion, ...]:
    """Give every occasion ever recorded on a case, oldest first."""
    return _where(store, "application = ?", application)


def _where(store: Store, condition: str, *values: object) -> tuple[RecordedOccasion, ...]:
    rows = store.rows(f"SELECT * FROM occasions WHERE {condition} ORDER BY seq", values)
    return tuple(_read(row) for row in rows)


def _row(made: RecordedOccasion) -> dict[str, Any]:
    # The occasion's own class follows from the kind, so a union need not be told apart.
    plain: dict[str, Any] = {name: getattr(made, name) for name in _PLAIN}
    return plain | {"occasion": encode(made.occasion).decode(), "at": in_utc(made.at)}


def _read(row: Row) -> RecordedOccasion:
    said: dict[str, Any] = {name: row[name] for name in _PLAIN}
    said["occasion"] = decode(OCCASION_OF[row["kind"]], row["occasion"])
    return RecordedOccasion(**said, at=datetime.fromisoformat(row["at"]))
