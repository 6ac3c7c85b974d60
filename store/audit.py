"""The audit trail: one line with every change, each carrying the hash of the one before.

Triggers forbid changing or removing a line. Somebody who drops the triggers breaks the chain, and
``verify`` says where. A cut tail leaves a good shorter chain, so the last hash (``head``) is also
kept elsewhere: in each backup, and printed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from store.cipher import Database
from store.encoding import digest, encode, in_utc
from store.engine import told_plainly
from store.rows import Row, insert
from store.store import Store

_START = "0" * 64
"""What the first line carries as the hash of the one before."""

PROGRAM = "milepost"
"""Who stands under a line that no person caused: the program bringing a store up to date."""


@dataclass(frozen=True, slots=True)
class Head:
    """The last line of a chain: its number (0: no lines) and its hash."""

    seq: int
    hash: str

    def __str__(self) -> str:
        return f"{self.seq}-{self.hash}"

    @classmethod
    def read(cls, text: str) -> Head:
        """Read a head back from how it is printed: ``142-9f3a…``."""
        seq, _, hash = text.partition("-")
        return cls(int(seq), hash)


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line: who did what to which record, when, with what was needed to prove it later."""

    seq: int
    at: datetime
    by: str
    by_name: str
    what: str
    about: str
    body: dict[str, Any]
    hash: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What ``verify`` found: ``broken_at`` is the first line that does not fit; ``cut`` says that
    the end of the trail is missing or replaced; ``words`` tell a person.
    """

    intact: bool
    lines: int
    broken_at: int | None
    cut: bool
    words: str


def append(
    db: Database, at: datetime, by: str, by_name: str, what: str, about: str, body: dict[str, Any]
) -> None:
    """Add a line to the chain, inside the transaction of the change that it records."""
    last = head_in(db)
    said = [last.seq + 1, in_utc(at), by, by_name, what, about, encode(body).decode()]
    names = ("seq", "at", "by", "by_name", "what", "about", "body", "prev", "hash")
    values = [*said, last.hash, digest([last.hash, *said])]
    insert(db, "audit", dict(zip(names, values, strict=True)))


def head(store: Store) -> Head:
    """Give the last line's number and hash, to be kept outside the store."""
    with store.reading() as db:
        return head_in(db)


def lines(store: Store, about: str | None = None) -> tuple[AuditLine, ...]:
    """Give the trail in order, all of it or that of one record (an application, a person)."""
    where, values = ("", ()) if about is None else (" WHERE about = ?", (about,))
    rows = store.rows(f"SELECT * FROM audit{where} ORDER BY seq", values)
    return tuple(_line(row) for row in rows)


def latest(store: Store, count: int) -> tuple[AuditLine, ...]:
    """Give the last lines of the trail, newest first."""
    rows = store.rows("SELECT * FROM audit ORDER BY seq DESC LIMIT ?", [count])
    return tuple(_line(row) for row in rows)


def verify(store: Store, head: Head | None = None) -> Verdict:
    """Follow the chain from its first line, and on to an earlier ``head`` kept elsewhere."""
    with told_plainly(store.path), store.reading() as db:
        return verify_in(db, head)


def verify_in(db: Database, head: Head | None = None) -> Verdict:
    """Follow the chain in a database that is open (a backup, say)."""
    last, found = Head(0, _START), head is None or head.seq == 0
    for row in db.query("SELECT * FROM audit ORDER BY seq"):
        if not _follows(row, last):
            return _broken(last.seq + 1)
        last = Head(row["seq"], row["hash"])
        found = found or last == head
    return _whole(last.seq) if found else _cut(last.seq, head)


def _follows(row: Row, last: Head) -> bool:
    said = [row[name] for name in ("seq", "at", "by", "by_name", "what", "about", "body")]
    expected = (last.seq + 1, last.hash, digest([last.hash, *said]))
    return (row["seq"], row["prev"], row["hash"]) == expected


def _whole(count: int) -> Verdict:
    return Verdict(True, count, None, False, f"The audit trail is whole: {count} lines.")


def _broken(at: int) -> Verdict:
    words = (
        f"The audit trail does not hold from line {at} on: that line was changed, or one was taken "
        "out before it. Compare with the last verified backup."
    )
    return Verdict(False, at - 1, at, False, words)


def _cut(count: int, head: Head | None) -> Verdict:
    words = (
        f"The audit trail ends at line {count} and does not lead to line "
        f"{head.seq if head else 0} as it was kept elsewhere: its end was cut off or replaced. "
        "Compare with the last verified backup."
    )
    return Verdict(False, count, None, True, words)


def head_in(db: Database) -> Head:
    """Give the last line of a database that is open; number 0 where there is none."""
    row = db.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(*row) if row else Head(0, _START)


def _line(row: Row) -> AuditLine:
    at = datetime.fromisoformat(row["at"])
    said = (row["by"], row["by_name"], row["what"], row["about"], json.loads(row["body"]))
    return AuditLine(row["seq"], at, *said, row["hash"])
