"""The tables that facts were drawn from; how a last distance was measured; the day of places."""

from __future__ import annotations

from store.migrations.guards import append_only

_TABLES = """
CREATE TABLE drawn_tables (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES applications (id),
    nearer TEXT NOT NULL,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT

CREATE INDEX tables_drawn_in_a_case ON drawn_tables (application)

ALTER TABLE school_places ADD COLUMN last_measured TEXT

ALTER TABLE schools ADD COLUMN places_on TEXT
"""

SQL = "\n\n".join([_TABLES, append_only("drawn_tables", "a table that facts were drawn from")])
