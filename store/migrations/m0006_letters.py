"""Letters: what they rest on, the occasions they tell of, their sending, and families' formats."""

from __future__ import annotations

from store.migrations.guards import append_only, no_delete

_OCCASIONS = """
CREATE TABLE occasions (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES applications (id),
    kind TEXT NOT NULL,
    occasion TEXT NOT NULL,
    decision TEXT REFERENCES decisions (id),
    rests_on TEXT REFERENCES decisions (id),
    replaces TEXT UNIQUE REFERENCES occasions (id),
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT

CREATE INDEX occasions_of_a_case ON occasions (application)

CREATE TRIGGER occasions_same_case BEFORE INSERT ON occasions
WHEN NEW.replaces IS NOT NULL AND (NEW.application, NEW.kind) IS NOT
  (SELECT application, kind FROM occasions WHERE id = NEW.replaces)
BEGIN SELECT RAISE(ABORT, 'an occasion replaces one of the same case and kind'); END
"""

# A letter may now be of before any decision, so the table is made anew: SQLite cannot drop a
# NOT NULL. Every row is kept with its number.
_LETTERS = """
CREATE TABLE letters_with_inputs (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES applications (id),
    decision TEXT REFERENCES decisions (id),
    kind TEXT NOT NULL,
    template TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    pdf BLOB NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    issued INTEGER NOT NULL CHECK (issued IN (0, 1)),
    format TEXT NOT NULL,
    inputs TEXT NOT NULL,
    wording TEXT NOT NULL,
    occasion TEXT REFERENCES occasions (id),
    replaces TEXT REFERENCES letters_with_inputs (id),
    because TEXT NOT NULL
) STRICT

INSERT INTO letters_with_inputs
SELECT l.seq, l.id, d.application, l.decision, l.kind, l.template, l.sha256, l.pdf, l.made_by,
  l.made_at, l.issued, 'standard', '', '', NULL, NULL, ''
FROM letters l JOIN decisions d ON d.id = l.decision

DROP TABLE letters

ALTER TABLE letters_with_inputs RENAME TO letters

CREATE INDEX letters_of_a_decision ON letters (decision)

CREATE INDEX letters_of_a_case ON letters (application)

CREATE TRIGGER letters_keep_content BEFORE UPDATE ON letters
WHEN NEW.issued < OLD.issued OR
  (NEW.seq, NEW.id, NEW.application, NEW.decision, NEW.kind, NEW.template, NEW.sha256, NEW.pdf,
   NEW.made_by, NEW.made_at, NEW.format, NEW.inputs, NEW.wording, NEW.occasion, NEW.replaces,
   NEW.because) IS NOT
  (OLD.seq, OLD.id, OLD.application, OLD.decision, OLD.kind, OLD.template, OLD.sha256, OLD.pdf,
   OLD.made_by, OLD.made_at, OLD.format, OLD.inputs, OLD.wording, OLD.occasion, OLD.replaces,
   OLD.because)
BEGIN SELECT RAISE(ABORT, 'a letter is never edited'); END
"""

_SENDING = """
CREATE TABLE sendings (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    letter TEXT NOT NULL REFERENCES letters (id),
    sent_on TEXT NOT NULL,
    sent_by TEXT NOT NULL CHECK (sent_by IN ('post', 'email', 'handed')),
    received_on TEXT NOT NULL,
    last_day TEXT,
    stage INTEGER,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT

CREATE INDEX sendings_of_a_letter ON sendings (letter)

CREATE TABLE letter_formats (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES households (id),
    format TEXT NOT NULL,
    points REAL NOT NULL,
    "by" TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT

CREATE INDEX letter_formats_of_a_household ON letter_formats (household)
"""

SQL = "\n\n".join(
    [
        _OCCASIONS,
        append_only("occasions", "what was recorded as an occasion"),
        _LETTERS,
        no_delete("letters", "a letter"),
        _SENDING,
        append_only("sendings", "the sending of a letter"),
        append_only("letter_formats", "the format a family asked for"),
    ]
)
