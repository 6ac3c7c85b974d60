"""What named people confirm, consider and determine, each kept as a record of its own."""

from __future__ import annotations

from store.migrations.guards import append_only

_CONFIRMATIONS = """
CREATE TABLE confirmations (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    policy TEXT NOT NULL,
    digest TEXT NOT NULL,
    confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    because TEXT NOT NULL,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT

CREATE INDEX confirmations_of_a_text ON confirmations (digest)
"""

_DISCRETIONS = """
CREATE TABLE discretions (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES applications (id),
    power TEXT NOT NULL,
    used INTEGER NOT NULL CHECK (used IN (0, 1)),
    reasons TEXT NOT NULL,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL,
    authorised_by TEXT,
    authorised_by_name TEXT,
    limits TEXT NOT NULL,
    review_on TEXT,
    CHECK (NOT used OR authorised_by IS NOT NULL)
) STRICT

CREATE INDEX discretions_of_a_case ON discretions (application)
"""

_DETERMINATIONS = """
CREATE TABLE determinations (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES applications (id),
    kind TEXT NOT NULL,
    policy TEXT NOT NULL,
    digest TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('needed', 'not_needed', 'cannot_tell_yet')),
    criteria TEXT NOT NULL,
    reasons TEXT NOT NULL,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    authorised_by TEXT,
    authorised_by_name TEXT,
    at TEXT NOT NULL,
    review_on TEXT,
    CHECK (authorised_by IS NULL OR authorised_by <> "by"),
    CHECK (kind <> 'solo_travel' OR (authorised_by IS NOT NULL AND review_on IS NOT NULL))
) STRICT

CREATE INDEX determinations_of_a_case ON determinations (application, kind)
"""

SQL = "\n\n".join(
    [
        _CONFIRMATIONS,
        append_only("confirmations", "a confirmation"),
        _DISCRETIONS,
        append_only("discretions", "a discretion that was considered"),
        _DETERMINATIONS,
        append_only("determinations", "a determination"),
    ]
)
