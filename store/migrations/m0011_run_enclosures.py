"""What a run of letters encloses, and why it held letters back.

Runs of before enclosed nothing and kept only how many were held back.
"""

from __future__ import annotations

_RUNS = """
ALTER TABLE letter_runs ADD COLUMN held_back TEXT NOT NULL DEFAULT '[]'

ALTER TABLE letter_runs ADD COLUMN encloses INTEGER NOT NULL DEFAULT 0 CHECK (encloses IN (0, 1))
"""

SQL = _RUNS
