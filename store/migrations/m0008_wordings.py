"""The wordings of letters that policy leads saved."""

from __future__ import annotations

from store.migrations.guards import append_only

_WORDINGS = """
CREATE TABLE wordings (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    council TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    because TEXT NOT NULL CHECK (trim(because) <> ''),
    restores TEXT REFERENCES wordings (id),
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT

CREATE INDEX wordings_of_a_kind ON wordings (council, kind, language)

CREATE INDEX wordings_by_digest ON wordings (digest)
"""

SQL = "\n\n".join([_WORDINGS, append_only("wordings", "a saved wording")])
