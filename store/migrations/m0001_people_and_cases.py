"""The first tables: audit trail, settings, people, families, schools, applications, facts."""

from __future__ import annotations

from store.migrations.guards import append_only

_AUDIT = """
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    what TEXT NOT NULL,
    about TEXT NOT NULL,
    body TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT

CREATE INDEX audit_about ON audit (about)

CREATE TRIGGER audit_chain BEFORE INSERT ON audit
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)
  OR NEW.prev IS NOT coalesce(
    (SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'a line of the audit trail must follow the last one'); END
"""

_PEOPLE = """
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT

CREATE TABLE people (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    roles TEXT NOT NULL
) STRICT

CREATE TABLE households (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    address TEXT NOT NULL,
    postcode TEXT NOT NULL,
    easting REAL,
    northing REAL,
    position_from TEXT NOT NULL,
    parent_name TEXT NOT NULL
) STRICT

CREATE TABLE children (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES households (id),
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    date_of_birth TEXT
) STRICT

CREATE INDEX children_household ON children (household)

CREATE TABLE schools (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    urn TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT,
    governance TEXT,
    age_from INTEGER,
    age_to INTEGER,
    belief TEXT,
    places_free INTEGER,
    gates TEXT NOT NULL
) STRICT

CREATE INDEX schools_urn ON schools (urn)

CREATE TABLE earlier (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    body TEXT NOT NULL,
    until TEXT NOT NULL,
    "by" TEXT NOT NULL
) STRICT

CREATE INDEX earlier_record ON earlier (kind, record)
"""

_CASES = """
CREATE TABLE applications (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    reference TEXT NOT NULL UNIQUE,
    council TEXT NOT NULL,
    child TEXT NOT NULL REFERENCES children (id),
    school TEXT NOT NULL REFERENCES schools (id),
    day_of_travel TEXT NOT NULL,
    received_on TEXT NOT NULL,
    directorate TEXT NOT NULL CHECK (directorate IN ('transport', 'send')),
    stage TEXT NOT NULL CHECK (stage IN ('open', 'decided', 'withdrawn')),
    solo_travel_asked INTEGER NOT NULL CHECK (solo_travel_asked IN (0, 1)),
    belongs_to TEXT REFERENCES people (id)
) STRICT

CREATE INDEX applications_child ON applications (child)

CREATE INDEX applications_school ON applications (school)

CREATE INDEX applications_stage ON applications (stage, directorate)

CREATE TRIGGER applications_begin_open BEFORE INSERT ON applications
WHEN NEW.stage <> 'open'
BEGIN SELECT RAISE(ABORT, 'an application begins open'); END

CREATE TRIGGER applications_never_reopen BEFORE UPDATE OF stage ON applications
WHEN NEW.stage <> OLD.stage AND OLD.stage <> 'open'
BEGIN SELECT RAISE(ABORT, 'a case that is decided or withdrawn stays so'); END

CREATE TABLE facts (
    seq INTEGER PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications (id),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    how TEXT NOT NULL,
    source TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "on" TEXT NOT NULL
) STRICT

CREATE INDEX facts_of_a_case ON facts (application, name)
"""

SQL = "\n\n".join(
    [
        _AUDIT,
        append_only("audit", "the audit trail"),
        _PEOPLE,
        append_only("earlier", "what stood earlier"),
        _CASES,
        append_only("facts", "a recorded fact"),
    ]
)
