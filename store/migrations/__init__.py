"""The migrations, in order: each brings an older store one step further, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from store.audit import PROGRAM, append
from store.cipher import Database, Migrations
from store.engine import unguarded, writable
from store.migrations import (
    m0001_people_and_cases,
    m0002_deciding,
    m0003_search,
    m0004_confirming,
    m0005_measuring,
    m0006_letters,
    m0007_letter_runs,
    m0008_wordings,
    m0009_addresses,
    m0010_letter_reasons,
    m0011_run_enclosures,
    m0012_judgement_reviews,
    m0013_tables_drawn,
)

SET = "milepost"

ALL: tuple[tuple[str, str], ...] = (
    ("0001 people and cases", m0001_people_and_cases.SQL),
    ("0002 deciding", m0002_deciding.SQL),
    ("0003 search", m0003_search.SQL),
    ("0004 confirming", m0004_confirming.SQL),
    ("0005 measuring", m0005_measuring.SQL),
    ("0006 letters", m0006_letters.SQL),
    ("0007 letter runs", m0007_letter_runs.SQL),
    ("0008 wordings", m0008_wordings.SQL),
    ("0009 addresses", m0009_addresses.SQL),
    ("0010 letter reasons", m0010_letter_reasons.SQL),
    ("0011 run enclosures", m0011_run_enclosures.SQL),
    ("0012 judgement reviews", m0012_judgement_reviews.SQL),
    ("0013 tables drawn", m0013_tables_drawn.SQL),
)
"""Every migration by name with its SQL. Names are for ever; a change of mind is a new one."""


def bring_up_to_date(db: Database, now: Callable[[], datetime], upto: int = len(ALL)) -> None:
    """Apply what is pending. Each commits together with its own record and its audit line.

    ``upto`` stops after that many: that is how tests make an old store.
    """
    known = Migrations(SET)
    for name, sql in ALL[:upto]:
        known(name=name)(_step(name, sql, now))
    if not known.pending(db):
        return
    with unguarded(db):
        known.apply(db)


def never_begun(db: Database) -> bool:
    """Say whether no migration ever ran: what every store holds from its making is missing."""
    return not Migrations(SET).applied(db)


def unknown_to_us(db: Database) -> tuple[str, ...]:
    """Name the migrations in a store that only a newer version of the program knows."""
    ours = {name for name, _ in ALL}
    return tuple(one.name for one in Migrations(SET).applied(db) if one.name not in ours)


def _step(name: str, sql: str, now: Callable[[], datetime]) -> Callable[[Database], None]:
    def step(db: Database) -> None:
        with writable(db):
            for statement in _statements(sql):
                db.execute(statement)
            append(db, now(), PROGRAM, "Milepost", "store brought up to date", "", {"to": name})

    return step


def _statements(sql: str) -> list[str]:
    # executescript would commit the transaction that each migration must be whole in. Statements
    # are set apart by a blank line; a trigger's own parts are not.
    return [one.strip() for one in sql.split("\n\n") if one.strip()]
