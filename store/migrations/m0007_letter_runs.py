"""Runs of letters: as each was begun, and every step of it."""

from __future__ import annotations

from store.migrations.guards import append_only

_RUNS = """
CREATE TABLE letter_runs (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    asked TEXT NOT NULL,
    picked TEXT NOT NULL,
    held INTEGER NOT NULL CHECK (held >= 0),
    sample TEXT NOT NULL,
    seed INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT

CREATE TABLE letter_run_events (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    run TEXT NOT NULL REFERENCES letter_runs (id),
    step TEXT NOT NULL CHECK (step IN ('read', 'made', 'stopped', 'issued')),
    lines TEXT NOT NULL,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT

CREATE INDEX events_of_a_run ON letter_run_events (run)
"""

SQL = "\n\n".join(
    [
        _RUNS,
        append_only("letter_runs", "a run of letters"),
        append_only("letter_run_events", "a step of a run of letters"),
    ]
)
