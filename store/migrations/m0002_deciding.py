"""What a decision rests on and leads to: judgements, measurements, evidence, points, letters."""

from __future__ import annotations

from store.migrations.guards import append_only, no_delete

_FINDING_OUT = """
CREATE TABLE judgements (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES applications (id),
    fact TEXT NOT NULL,
    value TEXT NOT NULL,
    reasons TEXT NOT NULL,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT

CREATE INDEX judgements_of_a_case ON judgements (application, fact)

CREATE TABLE measurements (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES applications (id),
    way TEXT NOT NULL,
    school TEXT NOT NULL,
    gate TEXT NOT NULL,
    network TEXT NOT NULL,
    digest TEXT NOT NULL,
    home TEXT NOT NULL,
    home_on_network TEXT NOT NULL,
    gate_on_network TEXT NOT NULL,
    home_snap_mm INTEGER NOT NULL,
    gate_snap_mm INTEGER NOT NULL,
    grid_mm INTEGER,
    ground_mm INTEGER,
    line TEXT NOT NULL,
    why_none TEXT,
    "by" TEXT NOT NULL,
    at TEXT NOT NULL,
    home_is_approximate INTEGER NOT NULL CHECK (home_is_approximate IN (0, 1))
) STRICT

CREATE INDEX measurements_of_a_case ON measurements (application)

CREATE TABLE networks (
    seq INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    edges BLOB NOT NULL
) STRICT
"""

_FAMILY = """
CREATE TABLE contents (
    sha256 TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT

CREATE TABLE evidence (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES applications (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    given_by TEXT NOT NULL,
    dated TEXT,
    received_on TEXT NOT NULL,
    sha256 TEXT,
    supports TEXT NOT NULL
) STRICT

CREATE INDEX evidence_of_a_case ON evidence (application)

CREATE TABLE points (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES applications (id),
    words TEXT NOT NULL,
    raised_on TEXT NOT NULL,
    evidence TEXT NOT NULL
) STRICT

CREATE INDEX points_of_a_case ON points (application)

CREATE TABLE answers (
    seq INTEGER PRIMARY KEY,
    point TEXT NOT NULL REFERENCES points (id),
    answer TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    answered_at TEXT NOT NULL
) STRICT

CREATE INDEX answers_to_a_point ON answers (point)
"""

_DECISIONS = """
CREATE TABLE decisions (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES applications (id),
    policy TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('entitled', 'offered', 'not_entitled')),
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    supersedes TEXT UNIQUE REFERENCES decisions (id),
    body BLOB NOT NULL,
    sha256 TEXT NOT NULL
) STRICT

CREATE INDEX decisions_of_a_case ON decisions (application)

CREATE UNIQUE INDEX decisions_first ON decisions (application) WHERE supersedes IS NULL

CREATE TRIGGER decisions_same_case BEFORE INSERT ON decisions
WHEN NEW.supersedes IS NOT NULL AND NEW.application IS NOT
  (SELECT application FROM decisions WHERE id = NEW.supersedes)
BEGIN SELECT RAISE(ABORT, 'a decision supersedes one of the same case'); END

CREATE TRIGGER applications_decided BEFORE UPDATE OF stage ON applications
WHEN NEW.stage = 'decided' AND NOT EXISTS
  (SELECT 1 FROM decisions WHERE application = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a case is decided by a decision'); END

CREATE TABLE policy_texts (
    digest TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT

CREATE TABLE decision_texts (
    decision TEXT NOT NULL REFERENCES decisions (id),
    place INTEGER NOT NULL,
    policy TEXT NOT NULL,
    digest TEXT NOT NULL REFERENCES policy_texts (digest),
    PRIMARY KEY (decision, place)
) STRICT

CREATE TABLE letters (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    decision TEXT NOT NULL REFERENCES decisions (id),
    kind TEXT NOT NULL,
    template TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    pdf BLOB NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    issued INTEGER NOT NULL CHECK (issued IN (0, 1))
) STRICT

CREATE INDEX letters_of_a_decision ON letters (decision)

CREATE TRIGGER letters_keep_content BEFORE UPDATE ON letters
WHEN NEW.issued < OLD.issued OR
  (NEW.seq, NEW.id, NEW.decision, NEW.kind, NEW.template, NEW.sha256, NEW.pdf, NEW.made_by,
   NEW.made_at) IS NOT
  (OLD.seq, OLD.id, OLD.decision, OLD.kind, OLD.template, OLD.sha256, OLD.pdf, OLD.made_by,
   OLD.made_at)
BEGIN SELECT RAISE(ABORT, 'a letter is never edited'); END

CREATE TABLE backups (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    made_at TEXT NOT NULL,
    size INTEGER NOT NULL,
    head TEXT NOT NULL,
    verified_at TEXT
) STRICT
"""

SQL = "\n\n".join(
    [
        _FINDING_OUT,
        append_only("judgements", "a judgement"),
        append_only("measurements", "a measurement"),
        append_only("networks", "a network that was measured on"),
        _FAMILY,
        append_only("contents", "a document"),
        append_only("evidence", "an item of evidence"),
        append_only("points", "what the family said"),
        append_only("answers", "an answer that was given"),
        _DECISIONS,
        append_only("decisions", "a decision"),
        append_only("decision_texts", "the policy text of a decision"),
        append_only("policy_texts", "a policy text"),
        no_delete("letters", "a letter"),
    ]
)
