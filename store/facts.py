"""The facts of a case: each as it was recorded, the latest of each name counting."""

from __future__ import annotations

from records.fact import Fact
from records.people import Person
from store.change import change
from store.encoding import digest
from store.rows import from_row, insert, to_row
from store.store import Store

_LATEST = """SELECT f.* FROM facts f
    JOIN (SELECT max(seq) AS seq FROM facts WHERE application = ? GROUP BY name) USING (seq)
    ORDER BY f.seq"""

_ALL_LATEST = """SELECT f.* FROM facts f
    JOIN (SELECT max(seq) AS seq FROM facts GROUP BY application, name) USING (seq)
    ORDER BY f.seq"""


def record_fact(store: Store, application: str, fact: Fact, by: Person) -> None:
    """Record a fact of a case. What was recorded before stays, and this one counts from now on."""
    body = {"name": fact.name, "how": fact.how, "sha256": digest(fact)}
    with change(store, by, "fact recorded", application, body) as db:
        insert(db, "facts", {"application": application, **to_row(fact)})


def facts_of(store: Store, application: str) -> tuple[Fact, ...]:
    """Give the latest of each fact of a case, in the order they were recorded."""
    return tuple(from_row(Fact, row) for row in store.rows(_LATEST, [application]))


def facts_of_all(store: Store) -> dict[str, tuple[Fact, ...]]:
    """Give the latest facts of every case by application id: for a whole caseload at once."""
    found: dict[str, list[Fact]] = {}
    for row in store.rows(_ALL_LATEST):
        found.setdefault(row["application"], []).append(from_row(Fact, row))
    return {application: tuple(facts) for application, facts in found.items()}


def history_of(store: Store, application: str, name: str) -> tuple[Fact, ...]:
    """Give everything that was ever recorded of one fact of a case, oldest first."""
    sql = "SELECT * FROM facts WHERE application = ? AND name = ? ORDER BY seq"
    return tuple(from_row(Fact, row) for row in store.rows(sql, [application, name]))
