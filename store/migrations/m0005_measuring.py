"""Measuring: stretches marked, places chosen, figures confirmed and claimed, places at schools."""

from __future__ import annotations

from store.migrations.guards import append_only, no_delete

_MEASUREMENTS = "\n\n".join(
    f"ALTER TABLE measurements ADD COLUMN {column}"
    for column in (
        "basis TEXT NOT NULL DEFAULT 'ground'",
        "starts TEXT NOT NULL DEFAULT 'road'",
        "made_from TEXT NOT NULL DEFAULT ''",
        "edges TEXT NOT NULL DEFAULT '[]'",
        "gates TEXT NOT NULL DEFAULT '[]'",
        "stretches TEXT NOT NULL DEFAULT '[]'",
        "stopped_by TEXT NOT NULL DEFAULT '[]'",
        "not_placed TEXT NOT NULL DEFAULT '[]'",
        "chosen TEXT NOT NULL DEFAULT '[]'",
        "day TEXT",
        "age INTEGER",
    )
)

_SCHOOLS = """
ALTER TABLE schools ADD COLUMN admits TEXT

ALTER TABLE schools ADD COLUMN listed_on TEXT

CREATE TABLE school_places (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    school TEXT NOT NULL REFERENCES schools (id),
    year_group INTEGER NOT NULL,
    round TEXT NOT NULL CHECK (round IN ('normal', 'in-year')),
    day TEXT NOT NULL,
    places INTEGER NOT NULL CHECK (places >= 0),
    last_offered_mm INTEGER,
    source TEXT NOT NULL,
    "by" TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT

CREATE INDEX places_of_a_school ON school_places (school, year_group)

CREATE TABLE school_corrections (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES applications (id),
    school TEXT NOT NULL REFERENCES schools (id),
    aspect TEXT NOT NULL,
    value INTEGER,
    reasons TEXT NOT NULL,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT

CREATE INDEX corrections_of_a_case ON school_corrections (application)
"""

_STRETCHES = """
CREATE TABLE stretches (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('closed', 'unsafe', 'added')),
    name TEXT NOT NULL,
    network TEXT NOT NULL,
    edges TEXT NOT NULL,
    lines TEXT NOT NULL,
    "between" TEXT NOT NULL,
    ways TEXT NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    from_day TEXT,
    until_day TEXT,
    age_from INTEGER,
    age_to INTEGER,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL,
    ended_because TEXT
) STRICT

CREATE TRIGGER stretches_keep_their_ground BEFORE UPDATE ON stretches
WHEN (NEW.seq, NEW.id, NEW.kind, NEW.network, NEW.edges, NEW.lines, NEW."between", NEW.ways,
      NEW.age_from, NEW.age_to, NEW.from_day) IS NOT
     (OLD.seq, OLD.id, OLD.kind, OLD.network, OLD.edges, OLD.lines, OLD."between", OLD.ways,
      OLD.age_from, OLD.age_to, OLD.from_day)
BEGIN SELECT RAISE(ABORT, 'a marked stretch is ended and marked anew, never moved'); END

CREATE TABLE chosen_places (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES applications (id),
    "end" TEXT NOT NULL,
    edge TEXT,
    near TEXT NOT NULL,
    reason TEXT NOT NULL,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT

CREATE INDEX places_chosen_in_a_case ON chosen_places (application)
"""

_FIGURES = """
CREATE TABLE confirmed_figures (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES applications (id),
    fact TEXT NOT NULL,
    value_mm INTEGER NOT NULL,
    limit_mm INTEGER NOT NULL,
    checked TEXT NOT NULL,
    note TEXT NOT NULL,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT

CREATE INDEX figures_confirmed_in_a_case ON confirmed_figures (application)

CREATE TABLE claimed_figures (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES applications (id),
    way TEXT NOT NULL,
    claimed_mm INTEGER NOT NULL,
    tool TEXT NOT NULL,
    claimed_on TEXT NOT NULL,
    ours TEXT NOT NULL REFERENCES measurements (id),
    ours_mm INTEGER,
    why_ours TEXT NOT NULL,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT

CREATE INDEX figures_claimed_in_a_case ON claimed_figures (application)
"""

SQL = "\n\n".join(
    [
        _MEASUREMENTS,
        _SCHOOLS,
        append_only("school_places", "the places of a school on a day"),
        append_only("school_corrections", "a correction of a line of schools"),
        _STRETCHES,
        no_delete("stretches", "a marked stretch"),
        append_only("chosen_places", "a place chosen on the network"),
        _FIGURES,
        append_only("confirmed_figures", "a confirmed figure"),
        append_only("claimed_figures", "a claimed figure"),
    ]
)
